/**
 * Waste collection with landfills and lunch (Kim 2006) at the command line. Plans are written as JSON in the ids of the
 * file, landfills included, lunch as `"lunch"`, with the seconds after midnight at which each visit begins.
 */
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { type Kim, kimProblem, parseKim } from "./kim.ts";
import type { FileFormat, RoutingFile } from "./routingFile.ts";

const METRES_PER_MILE = 1609.344;

export const kimFormat: FileFormat = {
  recognises: (text) => /^Stop_ID\s+X/im.test(text.split("\n", 8).join("\n")),
  read(text, name): RoutingFile {
    const kim = parseKim(text, name);
    return {
      format: "waste collection with landfills and lunch (Kim)",
      problem: kimProblem(kim),
      cost: ({ routes }) => routes.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0) / METRES_PER_MILE,
      write: (solution) => solutionText(kim, solution),
      writesUnserved: false,
      clientName: (client) => `stop ${kim.stops[client]!.id}`,
      vehicleName: (vehicle) => String(vehicle),
    };
  },
};

function solutionText({ stops: places, landfills, depot }: Kim, { routes }: RoutingSolution): string {
  const rows = routes.map(({ departure, arrival, stops }, vehicle) => {
    const visits = stops.map(({ kind, index, start }) => {
      const id = kind === "break" ? "lunch" : (kind === "client" ? places : landfills)[index]!.id;
      return { id, startSeconds: start };
    });
    return JSON.stringify({ vehicle, depot: depot.id, departureSeconds: departure, visits, arrivalSeconds: arrival });
  });
  return `{"routes":[\n${rows.join(",\n")}\n]}\n`;
}
