/**
 * Sends an issued invoice to the address for invoices of its buyer. Who dies before the mail leaves is followed by the reconciler;
 * who dies afterwards, too, and then the mail's own record says that it was sent.
 */
import type { Sending } from "../../../domain/billing/invoiceDispatch.ts";
import { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";
import type { Billing } from "../../../domain/billing/billing.ts";
import { readInvoice } from "../../../planning/documents/readInvoice.ts";
import { sendMarked, type DueOf } from "../mail/dueMails.ts";
import { invoiceMail } from "../mail/invoiceMail.ts";
import type { MailAbout } from "../mail/mailRecord.ts";
import { tellOfReturned } from "../mail/returned.ts";
import { sendOnce } from "../mail/sendOnce.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { changeDispatch, keptDispatch, withOutcome } from "./dispatch.ts";
import { invoiceBlob, issuedKey } from "./invoices.ts";
import { readBilling } from "./readBilling.ts";

export type InvoiceMailPorts = Pick<Ports, "store" | "blobs" | "mailer" | "clock" | "log" | "site">;

/**
 * Sends several, one after another. When one cannot be sent for now, the others wait for the reconciler, as it does itself: a service
 * that is away would keep whoever pressed the button waiting once for each.
 *
 * @returns whether none is left to be sent
 */
export async function sendInvoices(ports: InvoiceMailPorts, all: readonly DueOf<"invoice">[]): Promise<boolean> {
  for (const due of all) if (!(await sendMarked(ports, due, () => sendInvoice(ports, due)))) return false;
  return true;
}

/** @throws Error when the mail cannot leave for now; asked again it goes on */
export async function sendInvoice(ports: InvoiceMailPorts, due: DueOf<"invoice">): Promise<void> {
  const { region, settlement, number, count } = due;
  const { dispatch } = await keptDispatch(ports.store, region, settlement, number);
  const item = await ports.store.get(issuedKey(region, due));
  const sending = dispatch?.sendings.find((one) => one.count === count);
  if (item === undefined || sending?.outcome !== "waiting") return;
  const buyer = (await readBilling(ports, region))?.parties.find(({ ags }) => ags === due.buyerAgs);
  const outcome = buyer === undefined ? NO_ADDRESS : await deliver(ports, due, IssuedInvoice.parse(item.data), buyer);
  // Before it is noted: who dies in between tells again, under the same id.
  if (outcome.outcome === "refused") await tellOfReturned(ports, aboutOf(due), outcome.cause ?? "");
  await note(ports, due, outcome);
}

const NO_ADDRESS: Outcome = { outcome: "noAddress" };
type Outcome = Pick<Sending, "outcome" | "to" | "cause">;

async function deliver(
  ports: InvoiceMailPorts,
  due: DueOf<"invoice">,
  issued: IssuedInvoice,
  { email, name, contact }: Billing["parties"][number],
): Promise<Outcome> {
  const { region, settlement, buyerAgs, count } = due;
  const xml = await ports.blobs.get(invoiceBlob(region, settlement, issued.sha256));
  if (xml === undefined) throw new Error(`invoice ${issued.number} of ${region} has no file ${issued.sha256}`);
  const file = new TextDecoder().decode(xml);
  const { invoicePaper } = await import("./invoicePaper.ts");
  const [{ name: regionName }, contacts] = await Promise.all([
    readIndex(ports.store, region),
    allContacts(ports.store, region),
  ]);
  const reader = contacts.find(({ role, municipalityAgs }) => role === "finance" && municipalityAgs === buyerAgs);
  const mail = invoiceMail({
    region: { id: region, name: regionName },
    to: { name: contact?.name ?? name, address: email, language: reader?.language ?? "de" },
    ...{ invoice: readInvoice(file), xml, pdf: await invoicePaper(file, issued), count },
    url: `${ports.site.origin}/abrechnung/${region}/${settlement}#rechnungen`,
  });
  const sent = await sendOnce(ports, mail, aboutOf(due));
  return sent.kind === "sent" ? { outcome: "sent", to: email } : { outcome: sent.kind, to: email, cause: sent.cause };
}

export const aboutOf = ({ region, settlement, sellerAgs, buyerAgs, number, count }: DueOf<"invoice">): MailAbout => ({
  ...{ region, week: settlement.slice(-8), occasion: "invoice", contactId: buyerAgs },
  invoice: { settlement, number, count, sellerAgs },
});

/** Once, whoever is asked again: a bounce may have come first and says more. */
function note(
  ports: Pick<Ports, "store" | "clock">,
  { region, settlement, number, count }: DueOf<"invoice">,
  outcome: Outcome,
): Promise<boolean> {
  const at = ports.clock.now();
  const kind = outcome.outcome === "sent" ? "invoice.sent" : "invoice.undelivered";
  const data = { count, ...(outcome.outcome === "sent" ? {} : { outcome: outcome.outcome }) };
  return changeDispatch(ports, { region, settlement, number }, { kind, data }, (dispatch) =>
    dispatch.sendings.some((one) => one.count === count && one.outcome === "waiting")
      ? withOutcome(dispatch, count, { ...outcome, at })
      : undefined,
  );
}

/** A mail with an invoice came back. */
export function noteInvoiceReturned(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  { settlement, number, count }: NonNullable<MailAbout["invoice"]>,
  cause: string,
): Promise<boolean> {
  const at = ports.clock.now();
  const entry = { kind: "invoice.undelivered", data: { count, outcome: "bounced" } };
  return changeDispatch(ports, { region, settlement, number }, entry, (dispatch) =>
    dispatch.sendings.some((one) => one.count === count && ["waiting", "sent"].includes(one.outcome))
      ? withOutcome(dispatch, count, { outcome: "bounced", cause, at })
      : undefined,
  );
}
