/**
 * Mails that are still to be sent and that nothing else would bring up again. A mark names what the mail is about, never its text: it
 * is written anew from what is stored when it is sent. The reconciler goes through the marks (usecases/agreements/sendDueMails.ts).
 */
import * as z from "zod";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { asJson, type Key, type NewItem } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";

const of = { region: z.string() };

export const DueMail = z.discriminatedUnion("kind", [
  /** To whoever had it: the administration has removed a passkey. */
  z.strictObject({
    kind: z.literal("passkeyRemoved"),
    ...of,
    ...{ contactId: z.string(), credentialSha256: z.string(), createdAt: z.string(), removedAt: z.string() },
  }),
]);
export type DueMail = z.infer<typeof DueMail>;
export type DueOf<K extends DueMail["kind"]> = Extract<DueMail, { kind: K }>;

/** Index by which whoever sends them finds the marks, whatever their region. */
export const DUE_MAILS = "mails#due";
/** What nobody could be told for so long is of no use any more. */
const KEEP_SECONDS = 60 * 86_400;

/** The same mail twice is one mark. */
export function dueKey(due: DueMail): Key {
  return { pk: `region#${due.region}#mailsDue`, sk: `${due.kind}#${sha256(canonicalJson(due)).slice(0, 32)}` };
}

export function dueItem(due: DueMail, now: string): NewItem {
  const { pk, sk } = dueKey(due);
  return {
    ...{ pk, sk, data: asJson(due), index: { pk: DUE_MAILS, sk: `${pk}#${sk}` } },
    expiresAt: Math.floor(Date.parse(now) / 1000) + KEEP_SECONDS,
  };
}

/**
 * Sends what a mark stands for, and takes the mark away; what cannot be sent for now leaves it there for the reconciler.
 *
 * @returns whether it is done with
 */
export async function sendMarked(
  { store, log }: Pick<Ports, "store" | "log">,
  due: DueMail,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
  } catch (error) {
    log.error("mail left for later", error, { region: due.region, due: due.kind });
    return false;
  }
  await store.remove(dueKey(due), "any");
  return true;
}
