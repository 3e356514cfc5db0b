/**
 * Periodic waste collection with intermediate facilities (Taverna and Tilk): 20 proven optima, 36 open instances.
 * A cheaper solution than the published one, or than the one kept so far, goes to tests/bench/best/pvrpif-waste.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { formatPvrpif, parsePvrpif, pvrpifProblem } from "../../../optimizer/routing/formats/pvrpif.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import type { Family, Instance } from "./family.ts";
import { type CheckedRoute, checkPvrpif, parseReport } from "./pvrpifCheck.ts";

const BEST = new URL("../best/pvrpif-waste/", import.meta.url);

export interface Published {
  readonly bks: number;
  readonly bcp_lb: number | null;
  readonly readme_best_lb: number | null;
  readonly proven_optimal: boolean;
}

export const pvrpifWaste: Family = {
  name: "pvrpif-waste",
  seconds: 60,
  target: "every proven optimum; on the open ones mean at most -2.0 %, none above 0, 32 of 36 below 0 in 60 s",
  folder: "pvrpif-waste",
  instances(folder) {
    const known = readPublished(folder);
    return readdirSync(folder)
      .filter((file) => file.endsWith(".geojson"))
      .map((file) => instanceOf(folder, file.slice(0, -".geojson".length), known));
  },
};

export function readPublished(folder: URL): Readonly<Record<string, Published>> {
  const text = readFileSync(new URL("bks.json", folder), "utf8");
  return (JSON.parse(text) as { instances: Record<string, Published> }).instances;
}

function instanceOf(folder: URL, name: string, known: Readonly<Record<string, Published>>): Instance {
  const text = readFileSync(new URL(`${name}.geojson`, folder), "utf8");
  const instance = parsePvrpif(text, `${name}.geojson`);
  const { bks, proven_optimal: isProven } = known[name]!;
  return {
    name,
    size: instance.customers.length,
    bestKnown: bks,
    checkShipped() {
      const report = new URL(`${name}.solution.txt`, folder);
      if (!existsSync(report)) return false;
      const { cost, routes } = parseReport(readFileSync(report, "utf8"));
      const verdict = checkPvrpif(text, routes);
      if (verdict.cost !== cost || verdict.faults.length > 0) {
        throw new Error(`${name}: the report states ${cost}; found ${verdict.cost}, ${verdict.faults.join("; ")}`);
      }
      return true;
    },
    solve(run) {
      const { solution, iterations } = solve(pvrpifProblem(instance), run);
      const json = formatPvrpif(instance, solution);
      const { cost, faults } = checkPvrpif(text, (JSON.parse(json) as { routes: CheckedRoute[] }).routes);
      const feasible = faults.length === 0 && solution.unserved.length === 0;
      const kept = feasible && cost < bks && keepBest(text, name, json, cost);
      const note = [isProven ? "proven" : "", faults[0] ?? "", kept ? "kept" : ""].filter((part) => part !== "");
      return { cost, feasible, iterations, note: note.join(", ") };
    },
  };
}

/** Writes the solution unless a kept one is as good; true when written. */
function keepBest(text: string, name: string, json: string, cost: number): boolean {
  const file = new URL(`${name}.json`, BEST);
  if (existsSync(file)) {
    const kept = checkPvrpif(text, (JSON.parse(readFileSync(file, "utf8")) as { routes: CheckedRoute[] }).routes);
    if (kept.faults.length === 0 && kept.cost <= cost) return false;
  }
  writeFileSync(file, json);
  return true;
}
