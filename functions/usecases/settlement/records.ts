/** Where settlements lie. What is closed is written once; the settlement itself lies among the blobs under its hash. */
import { Correction, ClosedSettlement, Settlement } from "../../../domain/settlement/settlement.ts";
import type { Key, Store } from "../../ports/store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";

const at = (region: string, ...words: string[]): Key => ({ pk: regionPk(region), sk: words.join("#") });

export const settlementKey = {
  closed: (region: string, id: string): Key => at(region, "settlement", id),
  /** Holds the week for one settlement: none is settled twice. */
  week: (region: string, week: string): Key => at(region, "settled-week", week),
  correction: (region: string, id: string, number: number): Key =>
    at(region, "settlement-correction", id, String(number).padStart(4, "0")),
};

export const settlementBlob = (region: string, id: string, sha256: string): string =>
  `regions/${region}/settlements/${id}/${sha256}.json`;

/** Newest first. */
export async function listSettlements(store: Store, region: string): Promise<ClosedSettlement[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "settlement#" });
  return items.map(({ data }) => ClosedSettlement.parse(data)).reverse();
}

export async function findClosed(store: Store, region: string, id: string): Promise<ClosedSettlement | undefined> {
  const item = await store.get(settlementKey.closed(region, id));
  return item === undefined ? undefined : ClosedSettlement.parse(item.data);
}

/** Oldest first. */
export async function correctionsOf(store: Store, region: string, id: string): Promise<Correction[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: `settlement-correction#${id}#` });
  return items.map(({ data }) => Correction.parse(data));
}

/** @throws Error when it is not there: it was written before its record */
export async function keptSettlement(blobs: Blobs, region: string, id: string, sha256: string): Promise<Settlement> {
  const bytes = await blobs.get(settlementBlob(region, id, sha256));
  if (bytes === undefined) throw new Error(`settlement ${id} of ${region} has no file ${sha256}`);
  return Settlement.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
