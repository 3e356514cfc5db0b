/** The project's own JSON: problem in, solution out. */
import { InputError, type Problem } from "../../../domain/problem.ts";
import { jsonLine } from "../../../domain/jsonLine.ts";
import { readJson } from "../../../domain/readJson.ts";
import { problemOfIssue } from "../../../domain/region/zodProblems.ts";
import { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";
import { RoutingSolutionFile } from "../../../domain/routing/solutionFile.ts";
import { inIds, modelFaults } from "./ownFaults.ts";
import { ownProblem } from "./ownProblem.ts";
import { ownSolution, solutionOf } from "./ownSolution.ts";
import type { FileFormat } from "./routingFile.ts";

export const ownFormat: FileFormat = {
  recognises: (text) => /^\uFEFF?\s*\{/.test(text) && !/"type"\s*:\s*"FeatureCollection"/.test(text.slice(0, 10_000)),
  read(text, file) {
    const parsed = parsedAs(RoutingProblemFile, text, file);
    const built = ownProblem(parsed);
    const faults = built.ok ? modelFaults(parsed, built.problem) : built.faults;
    if (!built.ok || faults.length > 0)
      throw new InputError(
        faults.map(({ problem, path }) => ({
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
      readSolution: (written, name) => solutionOf(parsed, parsedAs(RoutingSolutionFile, written, name)),
      inNames: (sentence) => inIds(parsed, sentence),
    };
  },
};

type Issue = Parameters<typeof problemOfIssue>[0];

/** A schema of domain/, by what is needed of it here. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: Issue[] } };
}

/** Throws `InputError` with every fault and its line. */
function parsedAs<T>(schema: Schema<T>, text: string, file: string): T {
  const json = readJson(file, text);
  if (!json.ok) throw new InputError([json.problem]);
  const result = schema.safeParse(json.value);
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
