/** The file of an issued invoice, byte for byte as it was issued. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { readSettlement } from "../settlement/readSettlement.ts";
import { invoiceBlob, invoiceStates, statesOf } from "./invoices.ts";

export interface InvoiceQuestion {
  readonly region: string;
  readonly settlement: string;
  readonly seller: string;
  readonly buyer: string;
  /** Which of several; the newest without it. */
  readonly number?: string | undefined;
  readonly reach: Reach;
}

/** @throws ApiProblem 403 unless the reader is responsible for one of the two; 404 where nothing is owed, or no such invoice was issued */
export async function invoiceFile(
  ports: Pick<Ports, "store" | "blobs">,
  { region, settlement: id, seller, buyer, number, reach }: InvoiceQuestion,
): Promise<{ issued: IssuedInvoice; xml: Uint8Array }> {
  if (!reaches(reach, [seller, buyer])) throw new ApiProblem(403, "Diese Rechnung betrifft Ihre Kommune nicht.");
  const states = await statesOf(ports, await readSettlement(ports, region, id));
  const between = (await invoiceStates(ports, states)).filter(
    ({ claim }) => claim.sellerAgs === seller && claim.buyerAgs === buyer,
  );
  if (between.length === 0)
    throw new ApiProblem(404, `Für „${id}“ hat ${seller} der Kommune ${buyer} nichts in Rechnung zu stellen.`);
  const issued = between.flatMap((one) => one.issued ?? []);
  const found = number === undefined ? issued.at(-1) : issued.find((one) => one.number === number);
  if (found === undefined)
    throw new ApiProblem(
      404,
      number === undefined
        ? `Die Rechnung ist noch nicht gestellt (POST /api/regions/${region}/settlements/${id}/invoices).`
        : `Eine Rechnung „${number}“ gibt es hier nicht.`,
    );
  const xml = await ports.blobs.get(invoiceBlob(region, id, found.sha256));
  if (xml === undefined) throw new Error(`invoice ${found.number} of ${region} has no file ${found.sha256}`);
  return { issued: found, xml };
}
