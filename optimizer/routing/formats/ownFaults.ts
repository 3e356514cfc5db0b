/** What the model finds wrong with a problem from a file: told in the ids of the file, with the place it stands at. */
import type { Problem } from "../../../domain/problem.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";
import { validateProblem } from "../validate.ts";
import type { FoundFault, Path } from "./ownLookup.ts";

const LISTS = {
  client: "clients",
  facility: "facilities",
  vehicle: "vehicles",
  profile: "profiles",
  yard: "yards",
  "container type": "containerTypes",
} as const;
const INDEXED = /\b(client|facility|vehicle|profile|yard|container type) (\d+)\b/gi;

/** Rules that only the whole problem can break; references and amounts have been looked at before. */
export function modelFaults(file: RoutingProblemFile, problem: RoutingProblem): FoundFault[] {
  return validateProblem(problem).map((found) => {
    const path = pathOf(found);
    const place = path.length === 0 ? {} : { field: path.join(".") };
    return { problem: { ...found, place, cause: inIds(file, found.cause), action: inIds(file, found.action) }, path };
  });
}

/** `client 3`, `job.containerType` becomes `clients`, 3, `job`, `containerType`. */
function pathOf({ place: { id = "", field = "" } }: Problem): Path {
  const [, kind, index] = /^(.*) (\d+)$/.exec(id) ?? [];
  const list = LISTS[kind as keyof typeof LISTS] as string | undefined;
  const root = list === undefined ? [] : [list, Number(index)];
  // Materials are numbers in the model and names in the file: they have no place of their own.
  if (list === undefined && id !== "problem") return [];
  const keys = field.split(/[.[\]]+/).filter((key) => key !== "");
  return [...root, ...keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))];
}

/** `client 3` becomes `client "north"`; what the file does not have stays a number. */
export function inIds(file: RoutingProblemFile, text: string): string {
  return text.replace(INDEXED, (whole, kind: string, index: string) => {
    const id = file[LISTS[kind.toLowerCase() as keyof typeof LISTS]]?.[Number(index)]?.id;
    return id === undefined ? whole : `${kind} "${id}"`;
  });
}
