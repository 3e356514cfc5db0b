/** What is wrong with what somebody entered on the approval page, with its words. */
import type { ActionProblem, ProblemCode } from "./ballotActions.ts";
import { DE } from "./terms/de.ts";

/** The API says `cause`, in German; the page has words for the code in each language. */
export function problemOf(field: ActionProblem["field"], code: ProblemCode, length = 0): ActionProblem {
  return { field, code, length, cause: DE.problems[code](length) };
}
