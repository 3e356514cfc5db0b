/** The passkeys of a contact, as they hold now. */
import { allItems } from "../../records/allItems.ts";
import { allContacts } from "../../records/contacts.ts";
import type { Ports } from "../../ports.ts";
import type { LinkRecord } from "../records.ts";
import { rpIdOf } from "./challenge.ts";
import { holderOf, PasskeyRecord, passkeysOf } from "./records.ts";

export type CredentialPorts = Pick<Ports, "store"> & { readonly site: Pick<Ports["site"], "origin"> };

export interface HeldPasskey {
  readonly record: PasskeyRecord;
  /** Of the item in the store. */
  readonly itemVersion: number;
}

/**
 * Those under which the contact of a link can sign here: registered for this host, by whoever the contact still is.
 * None for a contact that is no longer in the table.
 */
export async function readPasskeys(
  { store, site }: CredentialPorts,
  { region, contactId }: Pick<LinkRecord, "region" | "contactId">,
): Promise<HeldPasskey[]> {
  const rpId = rpIdOf(site.origin);
  const contact = (await allContacts(store, region)).find(({ id }) => id === contactId);
  if (rpId === undefined || contact === undefined) return [];
  const holder = holderOf(contact);
  const items = await allItems(store, passkeysOf(region, contactId));
  return items
    .map(({ data, version }) => ({ record: PasskeyRecord.parse(data), itemVersion: version }))
    .filter(({ record }) => record.rpId === rpId && record.holderSha256 === holder)
    .sort((a, b) => Date.parse(a.record.createdAt) - Date.parse(b.record.createdAt));
}
