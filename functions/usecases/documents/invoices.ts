/** Invoices of a settlement: which are due, and which are issued. */
import { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";
import type { Settlement, SettlementView } from "../../../domain/settlement/settlement.ts";
import { dueInvoices, type DueInvoice } from "../../../planning/documents/dueInvoices.ts";
import type { Key } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";
import { keptSettlement } from "../settlement/records.ts";

const word = (correction: number): string => String(correction).padStart(4, "0");

interface InvoicePlace {
  readonly settlement: string;
  readonly correction: number;
  readonly sellerAgs: string;
  readonly buyerAgs: string;
}

export const issuedKey = (region: string, { settlement, correction, sellerAgs, buyerAgs }: InvoicePlace): Key => ({
  pk: regionPk(region),
  sk: ["invoice", settlement, word(correction), sellerAgs, buyerAgs].join("#"),
});

export const invoiceKey = {
  issued: (region: string, settlement: string, { correction, claim }: DueInvoice): Key =>
    issuedKey(region, { settlement, correction, ...claim }),
  /** How many a seller has issued in a year. */
  count: (region: string, sellerAgs: string, year: string): Key => ({
    pk: regionPk(region),
    sk: `invoice-count#${sellerAgs}#${year}`,
  }),
};

export const invoiceBlob = (region: string, id: string, sha256: string): string =>
  `regions/${region}/settlements/${id}/invoices/${sha256}.xml`;

export interface InvoiceState extends DueInvoice {
  /** null: not issued yet */
  readonly issued: IssuedInvoice | null;
}

/** The settlement as it was closed, then as each correction left it. */
export const statesOf = async (
  { blobs }: Pick<Ports, "blobs">,
  { settlement, corrections }: Pick<SettlementView, "settlement" | "corrections">,
): Promise<Settlement[]> => [
  settlement,
  ...(await Promise.all(
    corrections.map(({ sha256After }) => keptSettlement(blobs, settlement.region, settlement.id, sha256After)),
  )),
];

/** Every invoice of a closed settlement and of its corrections, in the order in which they are issued. */
export async function invoiceStates(
  { store }: Pick<Ports, "store">,
  states: readonly Settlement[],
): Promise<InvoiceState[]> {
  const { region, id } = states[0]!;
  const items = await allItems(store, { pk: regionPk(region), prefix: `invoice#${id}#` });
  const issued = new Map(items.map(({ sk, data }) => [sk, IssuedInvoice.parse(data)]));
  return dueInvoices(states).map((due) => ({
    ...due,
    issued: issued.get(invoiceKey.issued(region, id, due).sk) ?? null,
  }));
}
