/**
 * Generated instances of 100 to 10,000 clients: time to the first plan, memory, time per iteration. The figures of the
 * larger ones are compared with longer runs by calling the family with other `--seconds`.
 */
import { solve } from "../../../optimizer/routing/index.ts";
import { customerRows } from "../../../optimizer/routing/formats/vrplib.ts";
import { evaluateCvrp, nearest } from "./evaluate.ts";
import type { Family, Instance } from "./family.ts";
import { generate } from "./generate.ts";

const SIZES = [100, 300, 1000, 3000, 10_000];
const SEED_OF_INSTANCES = 11;

export const scale: Family = {
  name: "scale",
  seconds: 20,
  target: "first plan of 1,000 clients within 1 s and 300 MB; an iteration's time grows no faster than n log n",
  folder: null,
  instances: () => SIZES.map(instanceOf),
};

function instanceOf(clients: number): Instance {
  return {
    name: `G-n${clients}`,
    size: clients,
    bestKnown: null,
    checkShipped: () => false,
    solve(run) {
      const started = run.now();
      const { problem, capacity, ...rules } = generate(clients, SEED_OF_INSTANCES);
      let first = Number.NaN;
      let startCents = 0;
      let setupSeconds = 0;
      const { solution, iterations } = solve(problem, {
        ...run,
        onProgress({ elapsedMs, bestCents }) {
          if (!Number.isNaN(first)) return;
          first = elapsedMs;
          setupSeconds = (run.now() - started) / 1000;
          startCents = bestCents;
        },
      });
      const cost = evaluateCvrp({ ...rules, round: nearest }, capacity, customerRows(solution));
      const megabytes = process.resourceUsage().maxRSS / 1024;
      const note = `first plan ${startCents} after ${(first / 1000).toFixed(2)} s, ${megabytes.toFixed(0)} MB at most so far`;
      return { cost, feasible: true, iterations, setupSeconds, note };
    },
  };
}
