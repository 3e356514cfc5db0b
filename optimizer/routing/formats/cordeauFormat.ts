/**
 * Cordeau's multi-depot files at the command line. Solutions are in CVRPLIB's form, customers counted from 1 as in the
 * file; that form has no word for the depot: routes come in the order of the depots.
 */
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { cordeauProblem, parseCordeau } from "./cordeau.ts";
import type { FileFormat, RoutingFile } from "./routingFile.ts";

export const cordeauFormat: FileFormat = {
  // The first line is `2 vehicles clients depots`; other problem types of this format are refused by the reader.
  recognises: (text) => /^\s*\d+([ \t]+\d+){3}[ \t]*\r?$/m.test(text.split("\n", 1)[0]!),
  read(text, name): RoutingFile {
    const file = parseCordeau(text, name);
    return {
      format: "MDVRP (Cordeau)",
      problem: cordeauProblem(file),
      cost: costOf,
      write: (solution) => solutionText(solution),
      writesUnserved: false,
      clientName: (client) => `customer ${client + 1}`,
      vehicleName: (vehicle) =>
        `${(vehicle % file.vehiclesPerDepot) + 1} of depot ${Math.floor(vehicle / file.vehiclesPerDepot) + 1}`,
    };
  },
};

function costOf({ routes }: RoutingSolution): number {
  return routes.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0);
}

function solutionText(solution: RoutingSolution): string {
  const rows = solution.routes.map(
    ({ stops }, k) => `Route #${k + 1}: ${stops.map(({ index }) => index + 1).join(" ")}`,
  );
  return [...rows, `Cost ${Number(costOf(solution).toFixed(6))}`, ""].join("\n");
}
