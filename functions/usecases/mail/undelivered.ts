/** Mails of a region that did not leave yet, were refused or came back. */
import type { Store } from "../../ports/store.ts";
import { allItems } from "../records/allItems.ts";
import { mailsIndex, MailRecord } from "./mailRecord.ts";

export interface UndeliveredMail {
  /** Of the mail. */
  readonly id: string;
  /** Such as `ballot`, `receipt` or `tours`. */
  readonly occasion: string;
  /** Row of contacts.csv. */
  readonly contactId: string;
  /** Week or period that it is about. */
  readonly week: string;
  /** Null for mails of the planning and of the log. */
  readonly agreement: string | null;
  /** `waiting`: it is tried again. `refused`, `bounced`: it is not. */
  readonly status: "waiting" | "refused" | "bounced";
  /** RFC 3339, of the first attempt and of the last one. */
  readonly since: string;
  readonly at: string;
  readonly attempts: number;
  /** In the words of the service, without addresses; null while it is being sent. */
  readonly cause: string | null;
  /** RFC 3339. Null where nothing is tried again; a code, for one, would come too late. */
  readonly nextAt: string | null;
}

/** Of no use any more at the next attempt. */
const ONCE: ReadonlySet<string> = new Set(["code"]);

/** Oldest first. */
export async function listUndelivered(store: Store, region: string): Promise<UndeliveredMail[]> {
  const items = await allItems(store, { pk: mailsIndex(region, "undelivered"), index: true });
  const mails = items.map(({ pk, data }) => shown(pk.slice("mail#".length), MailRecord.parse(data)));
  return mails.sort((a, b) => Date.parse(a.since) - Date.parse(b.since) || (a.id < b.id ? -1 : 1));
}

function shown(id: string, record: MailRecord): UndeliveredMail {
  const { about, at, attempts, since = at, status } = record;
  const { occasion, contactId, week, ballot, agreement = ballot?.agreement ?? null } = about;
  const cause = "cause" in record ? record.cause : null;
  const nextAt = status === "waiting" && !ONCE.has(occasion) ? (record.nextAt ?? at) : null;
  const settled = status === "refused" || status === "bounced";
  return {
    ...{ id, occasion, contactId, week, agreement, status: settled ? status : "waiting" },
    ...{ since, at, attempts, cause, nextAt },
  };
}
