/** Marks at ballots whose mails did not arrive. */
import type { Store } from "../../ports/store.ts";
import { allItems } from "../records/allItems.ts";
import { agreementPk, UndeliverableRecord, versionPrefix, type VersionKey } from "./records.ts";

/** Marks of a version, by role of a member. */
export async function readUndeliverable(
  store: Store,
  key: VersionKey,
): Promise<(UndeliverableRecord & { readonly ags: string; readonly role: string })[]> {
  const pk = agreementPk(key.region, key.agreement);
  const items = await allItems(store, { pk, prefix: `${versionPrefix("undeliverable", key.version)}#` });
  return items.map(({ sk, data }) => {
    const [, , ags, role] = sk.split("#") as [string, string, string, string];
    return { ...UndeliverableRecord.parse(data), ags, role };
  });
}
