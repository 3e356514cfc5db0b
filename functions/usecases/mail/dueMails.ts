/**
 * Mails that are still to be sent and that nothing else would bring up again. A mark names what the mail is about, never its text: it
 * is written anew from what is stored when it is sent. The reconciler goes through the marks (usecases/agreements/sendDueMails.ts).
 */
import * as z from "zod";
import { ApproverRole, ReaderRole } from "../../../domain/agreement/agreement.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { asJson, type Key, type NewItem } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { MailAbout } from "./mailRecord.ts";
import { MailWaiting } from "./sendOnce.ts";

const of = { region: z.string() };
const ofVersion = { ...of, agreement: z.string(), version: z.int(), ags: z.string() };

export const DueMail = z.discriminatedUnion("kind", [
  /** To every dispatcher: the tours of a published week. */
  z.strictObject({ kind: z.literal("tours"), ...of, week: z.string(), run: z.string() }),
  /** To a yard: which storages it should look at, before the moment until which answers count. */
  z.strictObject({
    kind: z.literal("report"),
    ...of,
    ...{ week: z.string(), contactId: z.string(), answerBy: z.string() },
  }),
  /** To every member: where the log ended on a day. */
  z.strictObject({ kind: z.literal("auditHead"), ...of, date: z.string() }),
  /** To the dispatchers: a mail that asks for nothing did not arrive. */
  z.strictObject({ kind: z.literal("returned"), ...of, about: MailAbout, cause: z.string() }),
  /** To the dispatchers and the deputy: a mail that asks for a decision came back. */
  z.strictObject({
    kind: z.literal("undeliverable"),
    ...ofVersion,
    ...{ role: ApproverRole, contactId: z.string(), occasion: z.string(), cause: z.string() },
  }),
  /** To the dispatchers: somebody tries something at a link. */
  z.strictObject({
    kind: z.literal("tries"),
    ...ofVersion,
    ...{ role: ReaderRole, occasion: z.enum(["guessing", "codes"]), count: z.int() },
  }),
  /** To the dispatchers: the split of a published week could not be proposed. */
  z.strictObject({
    kind: z.literal("notProposed"),
    ...of,
    ...{ week: z.string(), run: z.string(), cause: z.string().nullable(), horizonWeeks: z.int() },
    missing: z.array(z.strictObject({ ags: z.string(), name: z.string(), role: ApproverRole })),
  }),
  /** To the buyer: an issued invoice. */
  z.strictObject({
    kind: z.literal("invoice"),
    ...of,
    ...{ settlement: z.string(), correction: z.int(), sellerAgs: z.string(), buyerAgs: z.string() },
    ...{ number: z.string(), count: z.int() },
  }),
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

type DuePorts = Pick<Ports, "store" | "clock" | "log">;

/**
 * Writes the mark, so that nothing is lost whoever dies when, and sends.
 *
 * @returns whether it is done with
 */
export async function markAndSend(ports: DuePorts, due: DueMail, work: () => Promise<unknown>): Promise<boolean> {
  await ports.store.put(dueItem(due, ports.clock.now()), "any");
  return sendMarked(ports, due, work);
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
    if (!(error instanceof MailWaiting)) log.error("mail left for later", error, { region: due.region, due: due.kind });
    return false;
  }
  await store.remove(dueKey(due), "any");
  return true;
}
