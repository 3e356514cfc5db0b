/** Who stands in a region's contacts, with deputies, passkeys and mails that did not reach them. */
import { addDays } from "../../../domain/week.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { holderOf, PasskeyRecord, passkeysOf } from "../agreements/passkeys/records.ts";
import { isDeputyOn } from "../agreements/propose.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { readIndex } from "../records/region.ts";
import { sha256 } from "../sha256.ts";
import { returnedMails } from "./attention.ts";
import { heldContacts } from "./changeContacts.ts";

export interface ShownPasskey {
  /** Hash of the credential's id. */
  readonly id: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  /** Registered under another name or address: it signs nothing any more. */
  readonly stale: boolean;
}

export interface ShownPerson {
  readonly contact: Contact;
  readonly passkeys: number;
  /** RFC 3339, of the newest mail that did not arrive. */
  readonly returnedAt: string | null;
  readonly deputies: readonly ShownDeputy[];
}

export interface ShownDeputy {
  readonly contact: Contact;
  readonly state: "now" | "later" | "over";
}

export interface People {
  readonly version: number;
  readonly municipalities: readonly { readonly ags: string; readonly name: string }[];
  /** Without deputies, who stand with whom they stand in for. */
  readonly people: readonly ShownPerson[];
}

const DAYS_BACK = 56;

export async function people({ store, clock }: Pick<Ports, "store" | "clock">, region: string): Promise<People> {
  const { municipalities } = await readIndex(store, region);
  const { contacts, version } = await heldContacts({ store }, region);
  const today = localDate(clock.now());
  const returned = await returnedMails(store, region, contacts, addDays(today, -DAYS_BACK));
  const shown = contacts
    .filter(({ deputyOf }) => deputyOf === undefined)
    .map(async (contact): Promise<ShownPerson> => ({
      contact,
      passkeys: (await passkeysOfContact({ store }, region, contact)).length,
      returnedAt: returned.find(({ contactId }) => contactId === contact.id)?.at ?? null,
      deputies: contacts.filter(({ deputyOf }) => deputyOf === contact.id).map((deputy) => deputyOn(deputy, today)),
    }));
  return { version, municipalities, people: await Promise.all(shown) };
}

const deputyOn = (contact: Contact, day: string): ShownDeputy => ({
  contact,
  state: isDeputyOn(contact, day) ? "now" : (contact.deputyFrom ?? "") > day ? "later" : "over",
});

export async function passkeysOfContact(
  { store }: Pick<Ports, "store">,
  region: string,
  contact: Contact,
): Promise<ShownPasskey[]> {
  const items = await allItems(store, passkeysOf(region, contact.id));
  return items
    .map(({ data }) => PasskeyRecord.parse(data))
    .map(({ credentialId, createdAt, lastUsedAt, holderSha256 }) => ({
      ...{ id: sha256(credentialId), createdAt, lastUsedAt, stale: holderSha256 !== holderOf(contact) },
    }))
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}
