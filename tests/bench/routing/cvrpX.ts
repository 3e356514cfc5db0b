/** CVRP, set X of Uchoa et al. 2017: distances rounded to whole numbers, any number of vehicles. */
import { readdirSync, readFileSync } from "node:fs";
import { solve } from "../../../optimizer/routing/index.ts";
import type { Family, Instance } from "./family.ts";
import { evaluate, parseSolution, parseVrplib, rowsOf, toProblem } from "./vrplib.ts";

export const cvrpX: Family = {
  name: "cvrp-x",
  seconds: 20,
  target: "mean at most 0.40 %, each at most 1.0 % in 20 s",
  folder: "cvrp-x",
  instances(folder) {
    const known = JSON.parse(readFileSync(new URL("bks.json", folder), "utf8")) as {
      instances: Record<string, { bks: number }>;
    };
    return readdirSync(folder)
      .filter((file) => file.endsWith(".vrp"))
      .map((file) => instanceOf(folder, file.slice(0, -".vrp".length), known.instances));
  },
};

function instanceOf(folder: URL, name: string, known: Record<string, { bks: number }>): Instance {
  const file = parseVrplib(readFileSync(new URL(`${name}.vrp`, folder), "utf8"));
  const bestKnown = known[name]!.bks;
  return {
    name,
    size: file.x.length - 1,
    bestKnown,
    checkShipped() {
      const shipped = parseSolution(readFileSync(new URL(`${name}.sol`, folder), "utf8"));
      const cost = evaluate(file, shipped.routes);
      if (cost !== bestKnown) throw new Error(`${name}: its solution costs ${cost}, but ${bestKnown} is stated.`);
      return true;
    },
    solve(run) {
      const { solution, iterations } = solve(toProblem(file), run);
      return { cost: evaluate(file, rowsOf(solution)), feasible: true, iterations };
    },
  };
}
