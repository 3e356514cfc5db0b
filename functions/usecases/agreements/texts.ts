/** What people write: reasons, questions, answers. */
import { MOST_TEXT, type ActionProblem } from "./ballotActions.ts";
import { problemOf } from "./problems.ts";

export const textOf = (text: string | undefined): string => (text ?? "").toWellFormed().trim();

export function textProblems(field: "reason" | "question", text: string): ActionProblem[] {
  if (text.length >= 1 && text.length <= MOST_TEXT) return [];
  if (text !== "") return [problemOf(field, "textTooLong", text.length)];
  return [problemOf(field, field === "reason" ? "reasonMissing" : "questionMissing")];
}
