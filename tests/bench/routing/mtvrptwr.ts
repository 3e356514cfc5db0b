/** Several trips a vehicle, time windows and releases (Yang 2023): ten times the distance, cut to whole numbers. */
import { parseVrplibSolution } from "../../../optimizer/routing/formats/vrplib.ts";
import {
  parseTripsVrplib,
  tripRows,
  type TripsFile,
  tripsProblem,
} from "../../../optimizer/routing/formats/tripsVrplib.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import type { Family, Instance } from "./family.ts";
import { bestKnown, namesEnding, readText } from "./files.ts";

export const mtvrptwr: Family = {
  name: "mtvrptwr",
  seconds: 20,
  target: "mean at most 1 % in 20 s",
  folder: "mtvrptwr",
  instances(folder) {
    const known = bestKnown<{ bks_scaled10: number }>(folder);
    return namesEnding(folder, ".vrp").map((name) => instanceOf(folder, name, known[name]!.bks_scaled10));
  },
};

function instanceOf(folder: URL, name: string, known: number): Instance {
  const file = parseTripsVrplib(readText(folder, `${name}.vrp`), name);
  return {
    name,
    size: file.x.length - 1,
    bestKnown: known,
    checkShipped() {
      const cost = evaluateDays(file, parseVrplibSolution(readText(folder, `${name}.sol`)).routes);
      if (cost !== known) throw new Error(`${name}: its solution costs ${cost}, but ${known} is stated.`);
      return true;
    },
    solve(run) {
      const { solution, iterations } = solve(tripsProblem(file), run);
      if (solution.unserved.length > 0) {
        const note = `${solution.unserved.length} customers unserved`;
        return { cost: Number.NaN, feasible: false, iterations, note };
      }
      return { cost: evaluateDays(file, tripRows(solution)), feasible: true, iterations };
    },
  };
}

/** Price of one row a vehicle, 0 between two trips; throws where a window, release, load, the fleet or the cover is broken. */
export function evaluateDays(file: TripsFile, rows: readonly (readonly number[])[]): number {
  const visits = rows.flat().filter((node) => node !== 0);
  const clients = file.x.length - 1;
  if (visits.length !== clients || new Set(visits).size !== clients)
    throw new Error(`${new Set(visits).size} of ${clients} customers are served in ${visits.length} visits.`);
  if (rows.length > file.vehicles) throw new Error(`${rows.length} rows for ${file.vehicles} vehicles.`);
  return rows.reduce((sum, row, index) => sum + priceOfDay(file, row, `Vehicle ${index + 1}`), 0);
}

function priceOfDay(file: TripsFile, row: readonly number[], name: string): number {
  const trips: number[][] = [[]];
  for (const node of row) {
    if (node === 0) trips.push([]);
    else trips.at(-1)!.push(node);
  }
  let clock = 10 * file.ready[0]!;
  let price = 0;
  for (const trip of trips) {
    const load = trip.reduce((sum, node) => sum + file.demand[node]!, 0);
    if (load > file.capacity) throw new Error(`${name} carries ${load} of ${file.capacity}.`);
    clock = trip.reduce((time, node) => Math.max(time, 10 * file.release[node]!), clock);
    let at = 0;
    for (const node of [...trip, 0]) {
      const leg = Math.floor(10 * Math.hypot(file.x[at]! - file.x[node]!, file.y[at]! - file.y[node]!));
      price += leg;
      clock = Math.max(clock + leg, 10 * file.ready[node]!);
      if (clock > 10 * file.due[node]!) throw new Error(`${name} is late at node ${node}.`);
      if (node !== 0) clock += 10 * file.serviceTime;
      at = node;
    }
  }
  return price;
}
