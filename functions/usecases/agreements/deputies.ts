/** Whom a ballot is sent to: the approver, and the deputy in their place. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { memberOf } from "./asked.ts";
import { isDeputyOn } from "./propose.ts";
import type { BallotKey } from "./records.ts";
import type { Ask } from "./tell.ts";

/** Undefined when the approver's row is no longer in contacts.csv. */
export function approverAsk(agreement: Agreement, key: BallotKey, contacts: readonly Contact[]): Ask | undefined {
  const contact = contacts.find(({ id }) => id === approverOf(agreement, key).contactId);
  return contact === undefined ? undefined : { key, agreement, contact };
}

/** Undefined when there is no deputy, or not on this day. */
export function deputyAsk(
  agreement: Agreement,
  key: BallotKey,
  contacts: readonly Contact[],
  now: string,
): Ask | undefined {
  const approver = approverOf(agreement, key);
  const contact = contacts.find(({ id }) => id === approver.deputyContactId);
  if (contact === undefined || !isDeputyOn(contact, localDate(now))) return undefined;
  const deputyFor = contacts.find(({ id }) => id === approver.contactId)?.name ?? approver.contactId;
  return { key, agreement, contact, deputyFor };
}

/** One with days stands in for somebody who is away; one without is asked when the approver says nothing. */
export const isAway = ({ deputyFrom, deputyUntil }: Contact): boolean =>
  deputyFrom !== undefined || deputyUntil !== undefined;

const approverOf = (agreement: Agreement, { ags, role }: BallotKey) =>
  memberOf(agreement, ags).approvers.find((one) => one.role === role)!;
