/** The JSON documents of a region, judged by their schemas. */
import type * as z from "zod";
import type { Problem } from "../problem.ts";
import { error, type Draft } from "./draft.ts";
import type { DocumentName, RawRegion } from "./rawRegion.ts";
import { RegionSettings } from "./settings.ts";
import { DOCUMENTS } from "./tables.ts";
import { problemOfIssue } from "./zodProblems.ts";

type Documents = Pick<Draft, "settings" | "emissionFactors" | "boundingBox">;

export function parseDocuments(raw: RawRegion): Documents & { problems: Problem[] } {
  const problems: Problem[] = [];
  const settings = parseDocument("settings", DOCUMENTS.settings.schema, raw, problems);
  const emissionFactors = parseDocument("emissionFactors", DOCUMENTS.emissionFactors.schema, raw, problems);
  const box = RegionSettings.shape.boundingBox.safeParse(valueAt(raw.documents.settings, ["boundingBox"]));
  return { settings, emissionFactors, boundingBox: box.success ? box.data : null, problems };
}

function parseDocument<T extends z.ZodType>(
  name: DocumentName,
  schema: T,
  raw: RawRegion,
  problems: Problem[],
): z.infer<T> | null {
  const { file } = DOCUMENTS[name];
  const document = raw.documents[name];
  if (document === undefined) {
    problems.push(
      error("file.missing", { file }, "The file is missing.", `Add ${file}; docs/schema says what it holds.`),
    );
    return null;
  }
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const field = issue.path.map(String).join(".");
    const place = { file, ...(field === "" ? {} : { field }) };
    problems.push(problemOfIssue(issue, place, valueAt(document, issue.path)));
  }
  return null;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
