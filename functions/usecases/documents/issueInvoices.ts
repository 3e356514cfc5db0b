/**
 * Issues the invoices of a closed settlement and of its corrections: each gets the next number of its seller, and its file never
 * changes again. The file first, then one transaction a seller with records, count and entry in the audit log; so numbers have no
 * gap, and whoever issues twice finds everything issued. The same transaction marks each as still to be sent (sendInvoice.ts).
 */
import { reaches, type Reach } from "../../../domain/access.ts";
import { totalsOf } from "../../../domain/billing/invoice.ts";
import type { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import type { Settlement } from "../../../domain/settlement/settlement.ts";
import { invoiceNumber, invoiceOf } from "../../../planning/documents/invoices.ts";
import { missingIn, xrechnung } from "../../../planning/documents/xrechnung.ts";
import { asJson, MOST_WRITES, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import type { DueOf } from "../mail/dueMails.ts";
import type { Ports } from "../ports.ts";
import { readSettlement } from "../settlement/readSettlement.ts";
import { sha256 } from "../sha256.ts";
import { invoiceBlob, invoiceKey, invoiceStates, statesOf, type InvoiceState } from "./invoices.ts";
import { sendingWrites, type KeptDispatch } from "./dispatch.ts";
import { readBilling } from "./readBilling.ts";

/** Each is a record and how it is to be sent; beside them a transaction has the count and what the log writes itself. */
const MOST_AT_ONCE = Math.floor((MOST_WRITES - 10) / 3);

export interface IssueRequest {
  readonly id: string;
  readonly by: string;
  /** Whose invoices: those of sellers that it reaches. */
  readonly reach: Reach;
}

export interface IssueOutcome {
  /** Issued now. */
  readonly issued: readonly IssuedInvoice[];
  /** What the billing details lack for the others; German. */
  readonly missing: readonly string[];
  /** Of those issued now: what is still to be sent; the reconciler sends what nobody else does. */
  readonly due: readonly DueOf<"invoice">[];
}

type IssuePorts = Pick<Ports, "store" | "blobs" | "clock">;

/** @throws ApiProblem 404 for a period that is not closed */
export async function issueInvoices(
  ports: IssuePorts,
  region: string,
  { id, by, reach }: IssueRequest,
): Promise<IssueOutcome> {
  const states = await statesOf(ports, await readSettlement(ports, region, id));
  const sellers = new Set((await invoiceStates(ports, states)).map(({ claim }) => claim.sellerAgs));
  const outcomes: IssueOutcome[] = [];
  for (const seller of sellers)
    if (reaches(reach, [seller])) outcomes.push(await issueOf(ports, states, { seller, by }));
  return {
    issued: outcomes.flatMap(({ issued }) => issued),
    missing: [...new Set(outcomes.flatMap(({ missing }) => missing))],
    due: outcomes.flatMap(({ due }) => due),
  };
}

/** All of one seller, in as many transactions as they need; again when somebody else was faster. */
async function issueOf(
  ports: IssuePorts,
  states: readonly Settlement[],
  { seller, by }: { readonly seller: string; readonly by: string },
): Promise<IssueOutcome> {
  const { region, id } = states[0]!;
  const done: IssuedInvoice[] = [];
  const due: DueOf<"invoice">[] = [];
  for (;;) {
    const own = (await invoiceStates(ports, states)).filter(({ claim }) => claim.sellerAgs === seller);
    const issuedAt = ports.clock.now();
    const year = localTimestamp(issuedAt).slice(0, 4);
    const at = invoiceKey.count(region, seller, year);
    const count = await ports.store.get(at);
    const first = (count?.data as number | undefined) ?? 0;
    const { made, missing } = await makeAll(ports, states, { own, first, issuedAt, by });
    if (made.length === 0) return { issued: done, missing, due };
    const batch = made.slice(0, MOST_AT_ONCE);
    await ports.blobs.putAll(new Map(batch.map(({ record, xml }) => [invoiceBlob(region, id, record.sha256), xml])));
    const sendings = batch.map(({ record }) => sendingWrites(region, record, NEVER_SENT, { by, now: issuedAt }));
    const also: Write[] = [
      { put: { ...at, data: first + batch.length }, expected: count?.version ?? "absent" },
      ...batch.map(({ state, record }): Write => ({
        put: { ...invoiceKey.issued(region, id, state), data: asJson(record) },
        expected: "absent",
      })),
      ...sendings.flatMap(({ writes }) => writes),
    ];
    const records = batch.map(({ record }) => record);
    const data = {
      ...{ by, seller, count: batch.length, first: records[0]!.number, last: records.at(-1)!.number },
      sha256: sha256(records.map((record) => record.sha256).join(" ")),
    };
    const content = { kind: "invoices.issued", subject: `settlements/${id}`, data };
    if ((await append(ports, region, content, { also })).kind === "conflict") continue;
    done.push(...records);
    due.push(...sendings.map((one) => one.due));
  }
}

interface Made {
  readonly state: InvoiceState;
  readonly record: IssuedInvoice;
  readonly xml: string;
}

/** Those that are not issued and lack nothing; one that corrects another comes after it. */
async function makeAll(
  ports: Pick<Ports, "store">,
  states: readonly Settlement[],
  { own, first, issuedAt, by }: { own: readonly InvoiceState[]; first: number; issuedAt: string; by: string },
): Promise<{ made: Made[]; missing: string[] }> {
  const { region, id } = states[0]!;
  const billing = await readBilling(ports, region);
  if (billing === null) return { made: [], missing: own.every(({ issued }) => issued !== null) ? [] : [NO_DETAILS] };
  const issueDate = localTimestamp(issuedAt).slice(0, 10);
  const made: Made[] = [];
  const missing: string[] = [];
  const before = new Map<string, IssuedInvoice>();
  /** Buyers whose invoice lacks something: whatever corrects it waits, too. */
  const waiting = new Set<string>();
  for (const state of own) {
    const { claim, correction, typeCode } = state;
    const corrects = before.get(claim.buyerAgs);
    if (state.issued !== null) before.set(claim.buyerAgs, state.issued);
    if (state.issued !== null || waiting.has(claim.buyerAgs)) continue;
    const number = invoiceNumber(region, claim.sellerAgs, issueDate.slice(0, 4), first + made.length + 1);
    const head = { number, issueDate, ...(corrects === undefined ? {} : { corrects }) };
    const outcome = invoiceOf(states[correction]!, claim, billing, head);
    const lacking = "missing" in outcome ? outcome.missing : missingIn(outcome.invoice);
    if ("missing" in outcome || lacking.length > 0) {
      waiting.add(claim.buyerAgs);
      missing.push(...lacking);
      continue;
    }
    const xml = xrechnung(outcome.invoice);
    const { netCents, grossCents } = totalsOf(outcome.invoice);
    const record: IssuedInvoice = {
      ...{ number, settlementId: id, correction, sellerAgs: claim.sellerAgs, buyerAgs: claim.buyerAgs, typeCode },
      ...(corrects === undefined ? {} : { corrects: corrects.number }),
      ...{ issueDate, dueDate: outcome.invoice.dueDate, netCents, grossCents, sha256: sha256(xml), issuedAt, by },
    };
    made.push({ state, record, xml });
    before.set(claim.buyerAgs, record);
  }
  return { made, missing };
}

const NEVER_SENT: KeptDispatch = { dispatch: null, version: "absent" };
const NO_DETAILS = "Anschriften, IBAN und Leitweg-ID der Kommunen";
