/** What people do with an issued invoice: send it again, say that it came. */
import { reaches, type Reach } from "../../../domain/access.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { DueOf } from "../mail/dueMails.ts";
import type { Ports } from "../ports.ts";
import { readSettlement } from "../settlement/readSettlement.ts";
import { changeDispatch, keptDispatch, sendingWrites } from "./dispatch.ts";
import { invoiceStates, statesOf } from "./invoices.ts";
import type { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";

export interface InvoiceAct {
  readonly region: string;
  readonly settlement: string;
  readonly number: string;
  readonly by: string;
  readonly reach: Reach;
}

type ActPorts = Pick<Ports, "store" | "blobs" | "clock">;

/**
 * Asks for another mail of an invoice, to the address of now; for those of its seller.
 *
 * @param seen how many sendings there were when the button was shown; with another number nothing happens
 * @returns what is to be sent; undefined when somebody else asked at the same time, or one is still waiting
 * @throws ApiProblem 404 for an invoice that is not there or whose seller is somebody else's
 */
export async function askInvoiceAgain(
  ports: ActPorts,
  act: InvoiceAct,
  seen: number,
): Promise<DueOf<"invoice"> | undefined> {
  const invoice = await issuedOf(ports, act, ({ sellerAgs }) => sellerAgs);
  const kept = await keptDispatch(ports.store, act.region, act.settlement, act.number);
  const sendings = kept.dispatch?.sendings ?? [];
  if (sendings.length !== seen || sendings.at(-1)?.outcome === "waiting") return undefined;
  const { due, writes } = sendingWrites(act.region, invoice, kept, { by: act.by, now: ports.clock.now() });
  return (await ports.store.transact(writes)).status === "written" ? due : undefined;
}

/**
 * Writes down that an invoice has arrived; for those of its buyer.
 *
 * @returns whether it was written now
 * @throws ApiProblem 404 for an invoice that is not there or whose buyer is somebody else's
 */
export async function acknowledgeInvoice(ports: ActPorts, act: InvoiceAct): Promise<boolean> {
  await issuedOf(ports, act, ({ buyerAgs }) => buyerAgs);
  const { by } = act;
  const at = ports.clock.now();
  return changeDispatch(ports, act, { kind: "invoice.acknowledged", data: { by } }, (dispatch) =>
    dispatch.acknowledged === null ? { ...dispatch, acknowledged: { at, by } } : undefined,
  );
}

async function issuedOf(
  ports: ActPorts,
  { region, settlement, number, reach }: InvoiceAct,
  whose: (invoice: IssuedInvoice) => string,
): Promise<IssuedInvoice> {
  const states = await statesOf(ports, await readSettlement(ports, region, settlement));
  const found = (await invoiceStates(ports, states)).find(({ issued }) => issued?.number === number)?.issued;
  if (found === undefined || found === null || !reaches(reach, [whose(found)]))
    throw new ApiProblem(404, `Eine Rechnung „${number}“ gibt es hier nicht.`);
  return found;
}
