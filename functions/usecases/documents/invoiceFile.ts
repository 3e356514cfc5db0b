/** What one municipality invoices another for a closed period, as XRechnung. */
import { reaches, type Reach } from "../../../domain/access.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import { claimsOf, invoiceOf } from "../../../planning/documents/invoices.ts";
import { missingIn, xrechnung } from "../../../planning/documents/xrechnung.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { readSettlement } from "../settlement/readSettlement.ts";
import { readBilling } from "./readBilling.ts";

export interface InvoiceQuestion {
  readonly region: string;
  readonly settlement: string;
  readonly seller: string;
  readonly buyer: string;
  readonly reach: Reach;
}

/**
 * Dated on the day of closing, so that asking again gives the same bytes.
 *
 * @throws ApiProblem 403 unless the reader is responsible for one of the two, 404 where nothing is owed, 409 with everything that
 * the billing details lack
 */
export async function invoiceFile(
  ports: Pick<Ports, "store" | "blobs">,
  { region, settlement: id, seller, buyer, reach }: InvoiceQuestion,
): Promise<{ number: string; xml: string }> {
  if (!reaches(reach, [seller, buyer])) throw new ApiProblem(403, "Diese Rechnung betrifft Ihre Kommune nicht.");
  const { settlement, closed } = await readSettlement(ports, region, id);
  const claim = claimsOf(settlement).find((one) => one.sellerAgs === seller && one.buyerAgs === buyer);
  if (claim === undefined)
    throw new ApiProblem(404, `Für „${id}“ hat ${seller} der Kommune ${buyer} nichts in Rechnung zu stellen.`);
  const billing = await readBilling(ports, region);
  if (billing === null)
    throw new ApiProblem(
      409,
      `Die Region hat keine Rechnungsangaben: Anschriften, IBAN und Leitweg-ID fehlen (PUT /api/regions/${region}/billing).`,
    );
  const made = invoiceOf(settlement, claim, billing, dayOf(closed!.closedAt));
  const missing = "missing" in made ? made.missing : missingIn(made.invoice);
  if ("missing" in made || missing.length > 0)
    throw new ApiProblem(409, `In den Rechnungsangaben fehlt: ${missing.join("; ")}.`);
  return { number: made.invoice.number, xml: xrechnung(made.invoice) };
}

/** The day in Germany. */
const dayOf = (timestamp: string): string => localTimestamp(timestamp).slice(0, 10);
