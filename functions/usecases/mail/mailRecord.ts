/** What is remembered of a mail: how far it got and whom it concerns. Neither its text nor anybody's address. */
import * as z from "zod";
import { asJson, type Key, type NewItem } from "../../ports/store.ts";
import { sha256 } from "../sha256.ts";

/** Whom a mail concerns, for those who must know when it does not arrive. */
export const MailAbout = z.strictObject({
  region: z.string(),
  week: z.string(),
  /** Such as `tours` or `report`. */
  occasion: z.string(),
  /** Row of contacts.csv. */
  contactId: z.string(),
  /** The agreement that it is about; absent for mails of the planning and of the log. */
  agreement: z.string().optional(),
  /** There when it brings an invoice; `contactId` is the buyer's AGS then. */
  invoice: z
    .strictObject({ settlement: z.string(), number: z.string(), count: z.int(), sellerAgs: z.string() })
    .optional(),
  /** There when it asks for a decision. */
  ballot: z
    .strictObject({ agreement: z.string(), version: z.int(), ags: z.string(), role: z.enum(["mayor", "finance"]) })
    .optional(),
});
export type MailAbout = z.infer<typeof MailAbout>;

const base = {
  about: MailAbout,
  /** RFC 3339, of the last attempt or of what became of it. */
  at: z.string(),
  attempts: z.int().min(1),
  /** RFC 3339, of the first attempt; absent in older records. */
  since: z.string().optional(),
  /** The dispatchers have heard that it does not go out. */
  alerted: z.literal(true).optional(),
};

export const MailRecord = z.discriminatedUnion("status", [
  /** Somebody is at it since `at`, or died over it. */
  z.strictObject({ status: z.literal("sending"), ...base }),
  /** The last attempt failed in a way that passes; the next may begin at `nextAt`, or at once where there is none. */
  z.strictObject({ status: z.literal("waiting"), ...base, cause: z.string(), nextAt: z.string().optional() }),
  z.strictObject({ status: z.literal("sent"), ...base, messageId: z.string() }),
  z.strictObject({ status: z.literal("refused"), ...base, cause: z.string() }),
  /** Sent, and then it came back, was complained about or suppressed. */
  z.strictObject({ status: z.literal("bounced"), ...base, cause: z.string() }),
]);
export type MailRecord = z.infer<typeof MailRecord>;

/** Longest week of a mail's afterlife: bounces come within days, questions within months. */
const KEEP_SECONDS = 180 * 86_400;

/** Found by the mail's id alone: a bounce names nothing else. */
export function mailKey(id: string): Key {
  return { pk: `mail#${id}`, sk: "mail" };
}

/** Index of a region's mails by week: those that left, and those that did not, or came back. */
export const mailsIndex = (region: string, kind: "sent" | "undelivered"): string =>
  `region#${region}#mails${kind === "sent" ? "" : "Undelivered"}`;

export function mailItem(id: string, data: MailRecord): NewItem {
  const { region, week } = data.about;
  return {
    ...mailKey(id),
    data: asJson(data),
    index: { pk: mailsIndex(region, data.status === "sent" ? "sent" : "undelivered"), sk: `${week}#${id}` },
    expiresAt: Math.floor(Date.parse(data.at) / 1000) + KEEP_SECONDS,
  };
}

const MOST_ID = 120;

/** Joins the words that name a mail; what is too long for a Message-ID ends in a hash. */
export function mailId(...parts: readonly string[]): string {
  const whole = parts.join("-").replace(/[^A-Za-z0-9._-]/g, "_");
  if (whole.length <= MOST_ID) return whole;
  const hash = sha256(parts.join("\n")).slice(0, 16);
  return `${whole.slice(0, MOST_ID - 17)}-${hash}`;
}

/** `<saarlouis-2026-W48-tours@example.org>`, with or without its brackets, to the mail's id. */
export function idOfMessage(messageId: string): string | undefined {
  return /^<?([A-Za-z0-9._-]{1,120})@[^<>\s@]+>?$/.exec(messageId.trim())?.[1];
}

/** Servers like to quote the address in their answers; it is not to be kept. */
export function withoutAddresses(cause: string): string {
  return cause.replace(/[^\s<>"']+@[^\s<>"']+/g, "…").slice(0, 300);
}
