/** The project's own JSON: problem in, solution out. */
import { InputError, type Problem } from "../../../domain/problem.ts";
import { jsonLine } from "../../../domain/jsonLine.ts";
import { readJson } from "../../../domain/readJson.ts";
import { problemOfIssue } from "../../../domain/region/zodProblems.ts";
import { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";
import { ownProblem } from "./ownProblem.ts";
import { ownSolution } from "./ownSolution.ts";
import type { FileFormat } from "./routingFile.ts";

export const ownFormat: FileFormat = {
  recognises: (text) => /^\uFEFF?\s*\{/.test(text) && !/"type"\s*:\s*"FeatureCollection"/.test(text.slice(0, 10_000)),
  read(text, file) {
    const parsed = readOwn(text, file);
    const built = ownProblem(parsed);
    if (!built.ok)
      throw new InputError(
        built.faults.map(({ problem, path }) => ({
          ...problem,
          place: { file, row: jsonLine(text, path), ...problem.place },
        })),
      );
    const { problem } = built;
    return {
      format: "routing problem (JSON)",
      problem,
      cost: (solution) => solution.objectiveCents,
      write: (solution, run) => `${JSON.stringify(ownSolution(parsed, problem, solution, run), null, 2)}\n`,
      writesUnserved: true,
      clientName: (client) => parsed.clients[client]!.id,
      vehicleName: (vehicle) => parsed.vehicles[vehicle]!.id,
    };
  },
};

function readOwn(text: string, file: string): RoutingProblemFile {
  const json = readJson(file, text);
  if (!json.ok) throw new InputError([json.problem]);
  const result = RoutingProblemFile.safeParse(json.value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue): Problem => {
    const field = issue.path.map(String).join(".");
    const place = { file, row: jsonLine(text, issue.path), ...(field === "" ? {} : { field }) };
    return problemOfIssue(issue, place, valueAt(json.value, issue.path));
  });
  throw new InputError(problems);
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
