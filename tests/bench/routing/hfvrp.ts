/**
 * Heterogeneous fleets (Pessoa, Sadykov & Uchoa 2018): unrounded distances times the vehicle's unit cost plus its fixed
 * cost, all divided by 100.
 */
import {
  parseVrplib,
  parseVrplibSolution,
  type VrplibFile,
  vrplibProblem,
} from "../../../optimizer/routing/formats/vrplib.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import { checkCover, exact, lengthOf, loadOf } from "./evaluate.ts";
import type { Family, Instance } from "./family.ts";
import { bestKnown, namesEnding, readText } from "./files.ts";

interface VehicleRoute {
  readonly depot: number;
  readonly nodes: readonly number[];
  readonly vehicle: number;
}

export const hfvrp: Family = {
  name: "hfvrp",
  seconds: 20,
  target: "mean at most 1 % in 20 s",
  folder: "hfvrp",
  instances(folder) {
    const known = bestKnown<{ bks: number }>(folder);
    return namesEnding(folder, ".vrp").map((name) => instanceOf(folder, name, known[name]!.bks));
  },
};

function instanceOf(folder: URL, name: string, known: number): Instance {
  const file = parseVrplib(readText(folder, `${name}.vrp`), `${name}.vrp`);
  return {
    name,
    size: file.x.length - 1,
    bestKnown: known,
    checkShipped() {
      const { routes } = parseVrplibSolution(readText(folder, `${name}.sol`));
      const driven = routes.map((nodes, vehicle) => ({ depot: 0, nodes, vehicle }));
      const cost = costOf(
        file,
        driven.filter(({ nodes }) => nodes.length > 0),
      );
      if (Math.abs(cost - known) > 1e-4 * 0.51) throw new Error(`${name}: its solution costs ${cost}, not ${known}.`);
      return true;
    },
    solve(run) {
      const { solution, iterations } = solve(vrplibProblem(file, "none"), run);
      const routes = solution.routes.map((route) => ({
        depot: 0,
        nodes: route.stops.map((stop) => stop.index + 1),
        vehicle: route.vehicle,
      }));
      return { cost: costOf(file, routes), feasible: true, iterations, note: `${routes.length} vehicles` };
    },
  };
}

/** Throws where a rule is broken. */
function costOf(file: VrplibFile, routes: readonly VehicleRoute[]): number {
  const rules = { ...file, round: exact };
  const fleet = file.fleet!;
  checkCover(rules, routes, 1);
  if (new Set(routes.map(({ vehicle }) => vehicle)).size < routes.length) throw new Error("A vehicle drives twice.");
  let cost = 0;
  for (const route of routes) {
    if (loadOf(rules, route) > fleet.capacity[route.vehicle]!)
      throw new Error(`Vehicle ${route.vehicle} is overloaded.`);
    cost += fleet.unitCost[route.vehicle]! * lengthOf(rules, route) + fleet.fixedCost[route.vehicle]!;
  }
  return cost / 100;
}
