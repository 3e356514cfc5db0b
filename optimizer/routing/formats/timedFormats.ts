/**
 * Problems with time windows at the command line: Solomon's text format, and VRPLIB files of several trips with releases
 * (MTVRPTWR). Distance alone counts, by the conventions of the sets: Solomon in the file's unit, cut to one decimal
 * (DIMACS 2022); MTVRPTWR in whole tenths.
 */
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import type { FileFormat, RoutingFile } from "./routingFile.ts";
import { isSolomon, parseSolomon, solomonProblem } from "./solomon.ts";
import { isTripsVrplib, parseTripsVrplib, tripRows, tripsProblem } from "./tripsVrplib.ts";
import { customerRows, formatVrplibSolution } from "./vrplib.ts";

const TENTHS = 10;

const common = {
  writesUnserved: false,
  clientName: (client: number) => `customer ${client + 1}`,
  vehicleName: (vehicle: number) => String(vehicle + 1),
};

export const solomonFormat: FileFormat = {
  recognises: isSolomon,
  read(text, name): RoutingFile {
    const cost = (solution: RoutingSolution): number => metres(solution) / TENTHS;
    return {
      ...common,
      format: "VRPTW (Solomon)",
      problem: solomonProblem(parseSolomon(text, name)),
      cost,
      write: (solution) => formatVrplibSolution(customerRows(solution), cost(solution)),
    };
  },
};

export const tripsFormat: FileFormat = {
  recognises: isTripsVrplib,
  read(text, name): RoutingFile {
    return {
      ...common,
      format: "multi-trip VRPTW with releases (VRPLIB)",
      problem: tripsProblem(parseTripsVrplib(text, name)),
      cost: metres,
      // One row a vehicle, 0 where it comes back to reload.
      write: (solution) => formatVrplibSolution(tripRows(solution), metres(solution)),
    };
  },
};

function metres({ routes }: RoutingSolution): number {
  return routes.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0);
}
