/** What people write: reasons, questions, answers. */
import { MOST_TEXT, type ActionProblem } from "./ballotActions.ts";

export const textOf = (text: string | undefined): string => (text ?? "").toWellFormed().trim();

export function textProblems(field: "reason" | "question", text: string): ActionProblem[] {
  if (text.length >= 1 && text.length <= MOST_TEXT) return [];
  const empty =
    field === "reason" ? "Bitte begründen Sie die Ablehnung in ein, zwei Sätzen." : "Bitte eine Frage eingeben.";
  const cause = text === "" ? empty : `Höchstens ${MOST_TEXT} Zeichen; es sind ${text.length}.`;
  return [{ field, cause }];
}
