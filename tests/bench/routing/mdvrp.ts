/** Multi-depot problems p01–p23 and pr01–pr10 (Cordeau, Gendreau & Laporte 1997): unrounded, some with longest routes. */
import { cordeauProblem, type CordeauFile, parseCordeau } from "../../../optimizer/routing/formats/cordeau.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { checkCover, exact, lengthOf, loadOf } from "./evaluate.ts";
import type { Family, Instance } from "./family.ts";
import { bestKnown, namesEnding, readText } from "./files.ts";

const SLACK = 1e-6;

export const mdvrp: Family = {
  name: "mdvrp",
  seconds: 10,
  target: "p01 to p23: mean at most 0.3 % in 10 s (--only p0,p1,p2)",
  folder: "mdvrp",
  instances(folder) {
    const known = bestKnown<{ bks: number }>(folder);
    return namesEnding(folder, ".txt").map((name) => instanceOf(folder, name, known[name]!.bks));
  },
};

function instanceOf(folder: URL, name: string, known: number): Instance {
  const file = parseCordeau(readText(folder, `${name}.txt`), `${name}.txt`);
  return {
    name,
    size: file.x.length - file.depots,
    bestKnown: known,
    checkShipped: () => false,
    solve(run) {
      const { solution, iterations } = solve(cordeauProblem(file), run);
      const { cost, faults } = evaluate(file, solution);
      return { cost, feasible: faults.length === 0, iterations, note: faults.join(" ") };
    },
  };
}

/** Throws where a client is missing or twice. */
function evaluate(file: CordeauFile, solution: RoutingSolution): { cost: number; faults: string[] } {
  const rules = { ...file, round: exact };
  const routes = solution.routes.map((route) => ({
    depot: Math.floor(route.vehicle / file.vehiclesPerDepot),
    nodes: route.stops.map((stop) => file.depots + stop.index),
  }));
  checkCover(rules, routes, file.depots);
  const faults: string[] = [];
  const used = new Array<number>(file.depots).fill(0);
  let cost = 0;
  for (const route of routes) {
    const length = lengthOf(rules, route);
    const service = route.nodes.reduce((sum, node) => sum + file.service[node]!, 0);
    if (++used[route.depot]! > file.vehiclesPerDepot) faults.push(`Depot ${route.depot} lacks a vehicle.`);
    if (loadOf(rules, route) > file.capacity[route.depot]!) faults.push("Overloaded.");
    if (length + service > file.longestRoute[route.depot]! + SLACK) faults.push("Too long.");
    cost += length;
  }
  return { cost, faults };
}
