/**
 * VRPLIB files at the command line: CVRP, CVRP with longest routes, heterogeneous fleets. Rounding is a convention of
 * each set and not of the file: plain CVRP is rounded to whole units (TSPLIB's EUC_2D, sets A to X), files with a limit
 * on route length (CMT) or a fleet of their own (HFVRP, in hundredths) are not.
 */
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import type { FileFormat, RoutingFile } from "./routingFile.ts";
import { isTripsVrplib } from "./tripsVrplib.ts";
import { formatVrplibSolution, parseVrplib, type VrplibFile, vrplibProblem } from "./vrplib.ts";

/** Unit and fixed costs of heterogeneous fleets are given in hundredths. */
const HUNDREDTHS = 100;

export const vrplibFormat: FileFormat = {
  recognises: (text) =>
    (/^\s*NODE_COORD_SECTION\b/m.test(text) || /^\s*DIMENSION\s*:/m.test(text)) && !isTripsVrplib(text),
  read(text, name): RoutingFile {
    const file = parseVrplib(text, name);
    const { fleet, longestRoute } = file;
    return {
      format:
        fleet !== null
          ? "HFVRP (VRPLIB)"
          : longestRoute !== null
            ? "CVRP with longest routes (VRPLIB)"
            : "CVRP (VRPLIB)",
      problem: vrplibProblem(file, fleet === null && longestRoute === null ? "nearest" : "none"),
      cost: (solution) => costOf(file, solution),
      write: (solution) => formatVrplibSolution(rowsOf(file, solution), Number(costOf(file, solution).toFixed(6))),
      writesUnserved: false,
      clientName: (client) => `customer ${client + 1}`,
      vehicleName: (vehicle) => String(vehicle + 1),
    };
  },
};

function costOf({ fleet }: VrplibFile, { routes }: RoutingSolution): number {
  if (fleet === null) return routes.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0);
  const hundredths = routes.reduce(
    (sum, { distanceMetres, vehicle }) => sum + distanceMetres * fleet.unitCost[vehicle]! + fleet.fixedCost[vehicle]!,
    0,
  );
  return hundredths / HUNDREDTHS;
}

/** A row for every vehicle of a heterogeneous fleet, in order and empty where it stays at home. */
function rowsOf({ fleet }: VrplibFile, { routes }: RoutingSolution): number[][] {
  const row = (route: RoutingSolution["routes"][number] | undefined): number[] =>
    route?.stops.map((stop) => stop.index + 1) ?? [];
  if (fleet === null) return routes.map(row);
  return Array.from(fleet.capacity, (_, vehicle) => row(routes.find((route) => route.vehicle === vehicle)));
}
