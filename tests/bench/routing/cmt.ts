/** CMT1–14 (Christofides, Mingozzi & Toth 1979): unrounded distances; 6–10, 13 and 14 with a limit on route duration. */
import { customerRows, parseVrplib, vrplibProblem } from "../../../optimizer/routing/formats/vrplib.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import { evaluateCvrp, exact, lengthOf } from "./evaluate.ts";
import type { Family, Instance } from "./family.ts";
import { bestKnown, namesEnding, readText } from "./files.ts";

const SLACK = 1e-6;

export const cmt: Family = {
  name: "cvrp-cmt",
  seconds: 10,
  target: "no best known table is at hand; the gap is to what HGS-CVRP reached in 10 s",
  folder: "cvrp-cmt",
  instances(folder) {
    const known = bestKnown<{ hgs_10s: number }>(folder);
    return namesEnding(folder, ".vrp").map((name) => instanceOf(folder, name, known[name]!.hgs_10s));
  },
};

function instanceOf(folder: URL, name: string, known: number): Instance {
  const file = parseVrplib(readText(folder, `${name}.vrp`), `${name}.vrp`);
  const rules = { ...file, round: exact };
  return {
    name,
    size: file.x.length - 1,
    bestKnown: known,
    checkShipped: () => false,
    solve(run) {
      const { solution, iterations } = solve(vrplibProblem(file, "none"), run);
      const rows = customerRows(solution);
      const limit = file.longestRoute ?? Number.POSITIVE_INFINITY;
      const late = rows.filter(
        (nodes) => lengthOf(rules, { depot: 0, nodes }) + nodes.length * file.serviceTime > limit + SLACK,
      );
      const note = late.length > 0 ? { note: `${late.length} routes over the limit` } : {};
      return { cost: evaluateCvrp(rules, file.capacity, rows), feasible: late.length === 0, iterations, ...note };
    },
  };
}
