/** Whom to write to in a region. */
import type { Contact, ContactRole } from "../../../domain/region/contacts.ts";
import type { Store } from "../../ports/store.ts";
import { key } from "./keys.ts";

export async function contactsOf(store: Store, region: string, role: ContactRole): Promise<Contact[]> {
  return (await allContacts(store, region)).filter((one) => one.role === role);
}

export async function allContacts(store: Store, region: string): Promise<Contact[]> {
  const item = await store.get(key.contacts(region));
  // Written by importRegion from rows that were validated.
  return ((item?.data ?? { contacts: [] }) as unknown as { contacts: Contact[] }).contacts;
}
