/** Answers of the dispatchers to questions before a decision; everybody who is asked sees them. */
import { asJson } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { update } from "../records/update.ts";
import { agreementKey, QuestionRecord, type VersionKey } from "./records.ts";
import { textOf, textProblems } from "./texts.ts";

export interface Answer {
  readonly question: string;
  readonly text: string;
  /** Subject of who answers. */
  readonly by: string;
}

/** @throws ApiProblem 404, 409 for one that was answered otherwise, 422 */
export async function answerQuestion(
  ports: Pick<Ports, "store" | "clock">,
  key: VersionKey,
  { question, text: given, by }: Answer,
): Promise<QuestionRecord> {
  const text = textOf(given);
  const [problem] = textProblems("question", text);
  if (problem !== undefined) throw new ApiProblem(422, problem.cause);
  const data = await update(ports.store, agreementKey.question(key, question), (item) => {
    if (item === undefined) throw new ApiProblem(404, `Eine Frage „${question}“ gibt es hier nicht.`);
    const record = QuestionRecord.parse(item.data);
    if (record.answer?.text === text) return undefined;
    if (record.answer !== null) throw new ApiProblem(409, "Diese Frage ist schon beantwortet.");
    return { data: asJson({ ...record, answer: { text, by, at: ports.clock.now() } }) };
  });
  return QuestionRecord.parse(data);
}
