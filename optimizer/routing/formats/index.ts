/** Files of routing problems: which format a text is in, and the problem it stands for. */
import { InputError } from "../../../domain/problem.ts";
import { cordeauFormat } from "./cordeauFormat.ts";
import { kimFormat } from "./kimFormat.ts";
import { ownFormat } from "./ownFormat.ts";
import { pvrpifFormat } from "./pvrpifFormat.ts";
import type { FileFormat, RoutingFile } from "./routingFile.ts";
import { solomonFormat, tripsFormat } from "./timedFormats.ts";
import { vrplibFormat } from "./vrplibFormat.ts";

export type { FileFormat, RoutingFile, RunFigures } from "./routingFile.ts";

/** At most one of them recognises a text. */
export const FORMATS: readonly FileFormat[] = [
  vrplibFormat,
  tripsFormat,
  solomonFormat,
  cordeauFormat,
  pvrpifFormat,
  kimFormat,
  ownFormat,
];

/** Throws `InputError` when no format is recognised, or with every fault, its line and cause, when the text is malformed. */
export function readRoutingFile(text: string, file: string): RoutingFile {
  const format = FORMATS.find((each) => each.recognises(text));
  if (format !== undefined) return format.read(text, file);
  const cause = "The file is in none of the formats of routing problems that are read here.";
  const action =
    "Give VRPLIB, Solomon, Cordeau, pvrpif GeoJSON, a Kim waste instance, or a problem as in docs/route.md.";
  throw new InputError([{ code: "route.format", severity: "error", place: { file, row: 1 }, cause, action }]);
}
