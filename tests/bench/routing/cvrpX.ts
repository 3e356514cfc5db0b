/** CVRP, set X of Uchoa et al. 2017: distances rounded to whole numbers, any number of vehicles. */
import {
  customerRows,
  parseVrplib,
  parseVrplibSolution,
  vrplibProblem,
} from "../../../optimizer/routing/formats/vrplib.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import { evaluateCvrp, nearest } from "./evaluate.ts";
import type { Family, Instance } from "./family.ts";
import { bestKnown, namesEnding, readText } from "./files.ts";

export const cvrpX: Family = {
  name: "cvrp-x",
  seconds: 20,
  target: "mean at most 0.40 %, each at most 1.0 % in 20 s",
  folder: "cvrp-x",
  instances(folder) {
    const known = bestKnown<{ bks: number }>(folder);
    return namesEnding(folder, ".vrp").map((name) => instanceOf(folder, name, known[name]!.bks));
  },
};

function instanceOf(folder: URL, name: string, known: number): Instance {
  const file = parseVrplib(readText(folder, `${name}.vrp`), `${name}.vrp`);
  const costOf = (rows: readonly (readonly number[])[]): number =>
    evaluateCvrp({ ...file, round: nearest }, file.capacity, rows);
  return {
    name,
    size: file.x.length - 1,
    bestKnown: known,
    forPeers: { file: `${name}.vrp`, costOf },
    checkShipped() {
      const cost = costOf(parseVrplibSolution(readText(folder, `${name}.sol`)).routes);
      if (cost !== known) throw new Error(`${name}: its solution costs ${cost}, but ${known} is stated.`);
      return true;
    },
    solve(run) {
      const { solution, iterations } = solve(vrplibProblem(file, "nearest"), run);
      return { cost: costOf(customerRows(solution)), feasible: true, iterations };
    },
  };
}
