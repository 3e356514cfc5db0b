/**
 * The administration sees who has a passkey and removes one, of a lost phone or of somebody who has left. The removal and its entry in
 * the audit log are one write; whoever had it hears of it by mail.
 */
import { reaches, type Reach } from "../../../../domain/access.ts";
import type { Contact } from "../../../../domain/region/contacts.ts";
import { ApiProblem } from "../../apiProblem.ts";
import { append } from "../../audit/append.ts";
import { dueItem, sendMarked, type DueOf } from "../../mail/dueMails.ts";
import { sendOnce } from "../../mail/sendOnce.ts";
import type { Ports } from "../../ports.ts";
import { allItems } from "../../records/allItems.ts";
import { allContacts } from "../../records/contacts.ts";
import { readIndex } from "../../records/region.ts";
import { tellOfReturned } from "../../mail/returned.ts";
import { passkeyRemovedMail } from "../mail/passkeyRemovedMail.ts";
import { holderOf, passkeyKey, PasskeyRecord, passkeysOf } from "./records.ts";
import { nameOf } from "./register.ts";

/** A passkey as the administration sees it. */
export interface HeldByContact {
  readonly contactId: string;
  /** Of the contact. */
  readonly name: string;
  readonly role: string;
  /** AGS; null for who belongs to no municipality. */
  readonly ags: string | null;
  /** SHA-256 of the credential's id, as the audit log names it. */
  readonly passkey: string;
  /** What its owner calls it; null where they gave no name. */
  readonly label: string | null;
  /** RFC 3339 */
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  /** False when the contact has another name or address since: it counts no more. */
  readonly valid: boolean;
}

/** Of the people whom the administration is in charge of; by contact, oldest first. */
export async function listPasskeys(
  { store }: Pick<Ports, "store">,
  region: string,
  reach: Reach,
): Promise<HeldByContact[]> {
  const found: HeldByContact[] = [];
  for (const contact of await allContacts(store, region)) {
    if (!isWithin(reach, contact)) continue;
    const { id: contactId, name, role, municipalityAgs } = contact;
    const items = await allItems(store, passkeysOf(region, contactId));
    const records = items.map(({ data }) => PasskeyRecord.parse(data));
    records.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
    for (const record of records) {
      const { createdAt, lastUsedAt, holderSha256 } = record;
      const valid = holderSha256 === holderOf(contact);
      found.push({
        ...{ contactId, name, role, ags: municipalityAgs ?? null },
        ...{ passkey: nameOf(record), label: record.name ?? null, createdAt, lastUsedAt, valid },
      });
    }
  }
  return found;
}

/** An administration of one municipality is in charge of its own people alone. */
const isWithin = (reach: Reach, contact: Contact | undefined): boolean =>
  reaches(reach, contact?.municipalityAgs === undefined ? [] : [contact.municipalityAgs]);

export interface PasskeyRemoval {
  readonly region: string;
  readonly contactId: string;
  /** As `listPasskeys` names it. */
  readonly passkey: string;
  /** Subject of who removes it. */
  readonly by: string;
  /** How far their right goes. */
  readonly reach: Reach;
}

type TellPorts = Pick<Ports, "store" | "clock" | "log" | "mailer">;
/** Without a mailer the mail is left to the reconciler. */
export type RemovePorts = Omit<TellPorts, "mailer"> & Partial<Pick<TellPorts, "mailer">>;

/**
 * Decisions that were signed with it stand, and their signatures can be checked as before.
 *
 * @returns whether the person was told now; what could not be sent is sent later
 * @throws ApiProblem 403 for somebody beyond their reach, 404 for a passkey that the contact does not have (any more)
 */
export async function removePasskey(
  ports: RemovePorts,
  { region, contactId, passkey, by, reach }: PasskeyRemoval,
): Promise<{ readonly told: boolean }> {
  const { store, clock } = ports;
  const contact = (await allContacts(store, region)).find(({ id }) => id === contactId);
  if (!isWithin(reach, contact)) throw new ApiProblem(403, "Diese Person gehört zu einer anderen Kommune.");
  const items = await allItems(store, passkeysOf(region, contactId));
  const item = items.find(({ data }) => nameOf(PasskeyRecord.parse(data)) === passkey);
  if (item === undefined) throw new ApiProblem(404, `Einen solchen Passkey hat „${contactId}“ nicht.`);
  const record = PasskeyRecord.parse(item.data);
  // Whoever holds the office now had no part in a passkey of somebody before.
  const told = contact !== undefined && holderOf(contact) === record.holderSha256;
  const { createdAt, rpId, credentialId } = record;
  const due: DueOf<"passkeyRemoved"> = {
    ...{ kind: "passkeyRemoved", region, contactId, credentialSha256: passkey, createdAt, removedAt: clock.now() },
  };
  const content = {
    ...{ kind: "passkey.removed", subject: `contacts/${contactId}` },
    data: { contactId, rpId, credentialSha256: passkey, by },
  };
  const remove = passkeyKey.credential(region, contactId, credentialId);
  const also = [
    { remove, expected: item.version },
    ...(told ? [{ put: dueItem(due, clock.now()), expected: "any" as const }] : []),
  ];
  const outcome = await append(ports, region, content, { also });
  // It was used or removed in between.
  if (outcome.kind !== "appended") throw new ApiProblem(409, "Der Passkey wurde eben benutzt oder entfernt.");
  const { mailer, ...rest } = ports;
  if (!told || mailer === undefined) return { told: false };
  return { told: await sendMarked(ports, due, () => tellRemoved({ ...rest, mailer }, due)) };
}

/** @throws Error when it cannot be sent for now */
export async function tellRemoved(ports: TellPorts, due: DueOf<"passkeyRemoved">): Promise<void> {
  const { region, contactId } = due;
  const contact = (await allContacts(ports.store, region)).find(({ id }) => id === contactId);
  if (contact === undefined) return;
  const { name: regionName } = await readIndex(ports.store, region);
  const about = { region, week: "passkeys", occasion: "passkeyRemoved", contactId };
  const outcome = await sendOnce(ports, passkeyRemovedMail({ ...due, regionName, contact }), about);
  if (outcome.kind !== "sent") await tellOfReturned(ports, about, outcome.cause);
}
