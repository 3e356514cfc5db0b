/** Nobody gets two mails about tickets within a day, whatever they are about. */
import type { Question } from "../../../domain/settlement/question.ts";

const REST_MS = 20 * 3600_000;

/** In one mail, and so in one transaction of the store. */
export const MOST_MATTERS = 50;

/** Whether somebody had a mail within the last 20 hours. */
export const restsOf = (questions: readonly Question[], now: string): ((contactId: string) => boolean) => {
  const isNew = (at: string): boolean => Date.parse(now) - Date.parse(at) < REST_MS;
  const resting = new Set(
    questions.flatMap(({ contactId, askedAt, told }) => [
      ...(isNew(askedAt) ? [contactId] : []),
      ...told.filter(({ at }) => isNew(at)).map((one) => one.contactId),
    ]),
  );
  return (contactId) => resting.has(contactId);
};
