/** Turns what zod found in one value into full sentences for the person who keeps the file. */
import type * as z from "zod";
import type { Place, Problem } from "../problem.ts";
import { error } from "./draft.ts";
import { REGION_PROBLEM_CODES, type RegionProblemCode } from "./problemCodes.ts";

type Issue = z.core.$ZodIssue;

/** What a value has to be, as the end of a sentence that begins with "it". */
export function expectation(issue: Issue): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string"
        ? issue.message
        : `it must be ${issue.inclusive === false ? "greater than" : "at least"} ${issue.minimum}`;
    case "too_big":
      return `it must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
    case "invalid_type":
      return issue.expected === "int" ? "it must be a whole number" : `it must be ${withArticle(issue.expected)}`;
    case "invalid_value":
      return `it must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}`;
    default:
      return issue.message;
  }
}

function withArticle(type: string): string {
  const name = type === "string" ? "text" : type === "record" ? "object" : type;
  return name === "text" ? name : `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

/** The code a schema asked for by `params.code`, else the common one. */
function codeOf(issue: Issue): RegionProblemCode {
  const wanted: unknown = issue.code === "custom" ? issue.params?.code : undefined;
  return REGION_PROBLEM_CODES.find((code) => code === wanted) ?? "value.invalid";
}

export function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
}

/**
 * @param value what stood at the place
 * @param description what the schema says about the field, if anything
 */
export function problemOfIssue(issue: Issue, place: Place, value: unknown, description?: string): Problem {
  const meaning = description === undefined ? "" : ` The field is: ${description}.`;
  const action = `Correct ${place.field ?? "the value"}.${meaning}`;
  if (issue.code === "custom") return error(codeOf(issue), place, sentence(issue.message), action);
  if (issue.code === "unrecognized_keys") {
    return error(
      "value.invalid",
      place,
      `There is no field ${issue.keys.map(quoted).join(", ")} here.`,
      "Rename or remove it.",
    );
  }
  if (value === undefined || value === null || value === "") {
    const cause = "There is no value, but one is needed.";
    return error("value.missing", place, cause, `Fill in ${place.field ?? "it"}.${meaning}`);
  }
  return error("value.invalid", place, sentence(`${quoted(value)} does not fit: ${expectation(issue)}`), action);
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital.endsWith(".") ? capital : `${capital}.`;
}
