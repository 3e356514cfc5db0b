/** Periodic waste collection with intermediate facilities (GeoJSON) at the command line. */
import { formatPvrpif, parsePvrpif, pvrpifProblem } from "./pvrpif.ts";
import type { FileFormat, RoutingFile } from "./routingFile.ts";

export const pvrpifFormat: FileFormat = {
  recognises: (text) => /^\uFEFF?\s*\{/.test(text) && /"type"\s*:\s*"FeatureCollection"/.test(text.slice(0, 10_000)),
  read(text, name): RoutingFile {
    const file = parsePvrpif(text, name);
    return {
      format: "periodic waste collection with facilities (pvrpif)",
      problem: pvrpifProblem(file),
      // Minutes of travel, a cent each.
      cost: (solution) => solution.routeCostCents,
      write: (solution) => formatPvrpif(file, solution),
      writesUnserved: false,
      clientName: (client) => `customer ${file.customers[client]!.id}`,
      vehicleName: (vehicle) => String(vehicle),
    };
  },
};
