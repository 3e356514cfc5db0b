/** Notes that a mail came back, was complained about or suppressed; says whom it concerned, so that somebody can be told. */
import type { Store } from "../../ports/store.ts";
import { idOfMessage, mailItem, mailKey, MailRecord, withoutAddresses, type MailAbout } from "./mailRecord.ts";

export type BounceOutcome =
  /** `again`: it was noted before; services report a bounce more than once. */
  | { readonly kind: "marked"; readonly about: MailAbout; readonly cause: string; readonly again: boolean }
  /** No mail of ours. */
  | { readonly kind: "unknown" };

const TRIES = 5;

/** @param messageId as the service names it, `<id@domain>` */
export async function markBounce(store: Store, messageId: string, cause: string, now: string): Promise<BounceOutcome> {
  const id = idOfMessage(messageId);
  if (id === undefined) return { kind: "unknown" };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await store.get(mailKey(id));
    if (found === undefined) return { kind: "unknown" };
    const { about, attempts, ...before } = MailRecord.parse(found.data);
    if (before.status === "bounced") return { kind: "marked", about, cause: before.cause, again: true };
    const since = before.since === undefined ? {} : { since: before.since };
    const bounced = { status: "bounced", about, attempts, at: now, ...since, cause: withoutAddresses(cause) } as const;
    const { status } = await store.put(mailItem(id, bounced), found.version);
    if (status === "written") return { kind: "marked", about, cause: bounced.cause, again: false };
  }
  throw new Error(`the record of mail ${id} changes faster than a bounce can be written`);
}
