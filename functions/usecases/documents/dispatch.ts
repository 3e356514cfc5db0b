/** Records of how issued invoices reach their buyers; a mark (mail/dueMails.ts) lies beside each sending that is still to be made. */
import { InvoiceDispatch, type Sending } from "../../../domain/billing/invoiceDispatch.ts";
import type { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";
import { asJson, type Key, type Store, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { dueItem, type DueOf } from "../mail/dueMails.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";

const keyOf = (region: string, id: string, number: string): Key => ({
  pk: regionPk(region),
  sk: `invoice-dispatch#${id}#${number}`,
});

export interface KeptDispatch {
  readonly dispatch: InvoiceDispatch | null;
  readonly version: number | "absent";
}

export async function keptDispatch(store: Store, region: string, id: string, number: string): Promise<KeptDispatch> {
  const item = await store.get(keyOf(region, id, number));
  return item === undefined
    ? { dispatch: null, version: "absent" }
    : { dispatch: InvoiceDispatch.parse(item.data), version: item.version };
}

/** Of all invoices of a settlement, by number. */
export async function dispatchesOf(store: Store, region: string, id: string): Promise<Map<string, InvoiceDispatch>> {
  const items = await allItems(store, { pk: regionPk(region), prefix: `invoice-dispatch#${id}#` });
  return new Map(items.map(({ data }) => InvoiceDispatch.parse(data)).map((one) => [one.number, one]));
}

export const dueOf = (
  region: string,
  { settlementId, correction, sellerAgs, buyerAgs, number }: IssuedInvoice,
  count: number,
): DueOf<"invoice"> => ({
  ...{ kind: "invoice", region, settlement: settlementId, correction, sellerAgs, buyerAgs, number, count },
});

/** What one transaction writes so that an invoice will be sent, whoever dies when. */
export function sendingWrites(
  region: string,
  invoice: IssuedInvoice,
  { dispatch, version }: KeptDispatch,
  { by, now }: { readonly by: string; readonly now: string },
): { readonly due: DueOf<"invoice">; readonly writes: readonly Write[] } {
  const before = dispatch?.sendings ?? [];
  const sending: Sending = { count: before.length + 1, by, askedAt: now, outcome: "waiting" };
  const data: InvoiceDispatch = {
    number: invoice.number,
    sendings: [...before, sending],
    acknowledged: dispatch?.acknowledged ?? null,
  };
  const due = dueOf(region, invoice, sending.count);
  return {
    due,
    writes: [
      { put: { ...keyOf(region, invoice.settlementId, invoice.number), data: asJson(data) }, expected: version },
      { put: dueItem(due, now), expected: "any" },
    ],
  };
}

export interface DispatchChange {
  readonly region: string;
  readonly settlement: string;
  readonly number: string;
}

/**
 * Changes a record together with its entry in the audit log.
 *
 * @param change gives the changed record, or undefined to leave it; again when somebody else was faster
 * @returns whether it was changed
 */
export async function changeDispatch(
  ports: Pick<Ports, "store" | "clock">,
  { region, settlement, number }: DispatchChange,
  entry: { readonly kind: string; readonly data: Readonly<Record<string, string | number>> },
  change: (dispatch: InvoiceDispatch) => InvoiceDispatch | undefined,
): Promise<boolean> {
  for (;;) {
    const { dispatch, version } = await keptDispatch(ports.store, region, settlement, number);
    const changed = dispatch === null ? undefined : change(dispatch);
    if (changed === undefined) return false;
    const write: Write = { put: { ...keyOf(region, settlement, number), data: asJson(changed) }, expected: version };
    const content = { kind: entry.kind, subject: `invoices/${number}`, data: { settlement, ...entry.data } };
    if ((await append(ports, region, content, { also: [write] })).kind === "appended") return true;
  }
}

/** The record with another outcome of one sending. */
export const withOutcome = (dispatch: InvoiceDispatch, count: number, outcome: Partial<Sending>): InvoiceDispatch => ({
  ...dispatch,
  sendings: dispatch.sendings.map((one) => (one.count === count ? { ...one, ...outcome } : one)),
});
