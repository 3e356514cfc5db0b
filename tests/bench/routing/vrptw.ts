/** Tours with time windows: Solomon, Gehring & Homberger; distance alone, cut to one decimal (DIMACS challenge 2022). */
import { existsSync } from "node:fs";
import { parseSolomon, type SolomonFile, solomonProblem } from "../../../optimizer/routing/formats/solomon.ts";
import { customerRows, parseVrplibSolution } from "../../../optimizer/routing/formats/vrplib.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import type { Family, Instance } from "./family.ts";
import { bestKnown, namesEnding, readText } from "./files.ts";

export const vrptw: Family = {
  name: "vrptw",
  seconds: 20,
  target: "mean at most 0.8 %, each at most 3 % in 20 s",
  folder: "vrptw",
  instances(folder) {
    const known = bestKnown<{ bks: number }>(folder);
    return namesEnding(folder, ".txt").map((name) => instanceOf(folder, name, known[name]!.bks));
  },
};

function instanceOf(folder: URL, name: string, known: number): Instance {
  const file = parseSolomon(readText(folder, `${name}.txt`), name);
  return {
    name,
    size: file.x.length - 1,
    bestKnown: known,
    forPeers: { file: `${name}.txt`, costOf: (rows) => evaluateTours(file, rows) },
    checkShipped() {
      if (!existsSync(new URL(`${name}.sol`, folder))) return false;
      const cost = evaluateTours(file, parseVrplibSolution(readText(folder, `${name}.sol`)).routes);
      if (cost !== known) throw new Error(`${name}: its solution costs ${cost}, but ${known} is stated.`);
      return true;
    },
    solve(run) {
      const { solution, iterations } = solve(solomonProblem(file), run);
      return { cost: evaluateTours(file, customerRows(solution)), feasible: true, iterations };
    },
  };
}

/** Distance of rows of customers; throws where a window, the load, the fleet or the cover is broken. */
export function evaluateTours(file: SolomonFile, tours: readonly (readonly number[])[]): number {
  const visits = tours.flat();
  if (visits.length !== file.x.length - 1 || new Set(visits).size !== visits.length)
    throw new Error(`${new Set(visits).size} of ${file.x.length - 1} customers are served in ${visits.length} visits.`);
  if (tours.length > file.vehicles) throw new Error(`${tours.length} tours for ${file.vehicles} vehicles.`);
  return tours.reduce((sum, tour, index) => sum + tenthsOf(file, tour, `Tour ${index + 1}`), 0) / 10;
}

/** In tenths of the file's unit, whole numbers throughout. */
function tenthsOf(file: SolomonFile, tour: readonly number[], name: string): number {
  let [at, clock, load, way] = [0, 10 * file.ready[0]!, 0, 0];
  for (const customer of [...tour, 0]) {
    const leg = Math.floor(10 * Math.hypot(file.x[at]! - file.x[customer]!, file.y[at]! - file.y[customer]!));
    way += leg;
    clock = Math.max(clock + leg, 10 * file.ready[customer]!);
    if (clock > 10 * file.due[customer]!) throw new Error(`${name} is late at customer ${customer}.`);
    clock += 10 * file.service[customer]!;
    load += file.demand[customer]!;
    at = customer;
  }
  if (load > file.capacity) throw new Error(`${name} carries ${load} of ${file.capacity}.`);
  return way;
}
