/** Invoices between municipalities on the page of a closed settlement: what is issued, what is due, and the button that issues it. */
import type { Hono } from "hono";
import { html } from "hono/html";
import { BILLING_WRITERS, reaches, reachOf } from "../../domain/access.ts";
import type { SettlementView } from "../../domain/settlement/settlement.ts";
import { invoiceStates, statesOf, type InvoiceState } from "../../functions/usecases/documents/invoices.ts";
import { issueInvoices } from "../../functions/usecases/documents/issueInvoices.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { hidden } from "../county/frame.ts";
import { table, type Cell } from "../county/table.ts";
import type { Html } from "../page.ts";
import { pathOf, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "../settlement/seat.ts";
import { BILLING } from "./routes.ts";
import { billingSpeech, type BillingWords } from "./words/index.ts";

/** What came of issuing: how many, and what the details lack for the others. */
export interface InvoiceOutcome {
  readonly count: number;
  readonly missing: readonly string[];
}

/** Shows the page of the settlement again, with what came of issuing. */
export type ShowSettlement = (seat: SettlementSeat, outcome: InvoiceOutcome, status: number) => Promise<Response>;

export function addInvoices(app: Hono, ports: SettlementPorts, seated: Seated, shown: ShowSettlement): void {
  app.post(
    `${ROOT}/:region/:settlement{[0-9]{4}-W[0-9]{2}_[0-9]{4}-W[0-9]{2}}/rechnungen`,
    seated(async (seat) => {
      const reach = reachOf(seat.person, seat.region.id, BILLING_WRITERS);
      if (reach.kind === "none") return seat.unknown();
      const posted = await seat.gate.read(seat.c, seat.about);
      if (posted.kind !== "form" || !("fields" in posted))
        return shown(seat, { count: 0, missing: [seat.speech.words.refused[posted.kind]] }, 403);
      const id = seat.c.req.param("settlement") ?? "";
      try {
        const { issued, missing } = await issueInvoices(ports, seat.region.id, { id, by: seat.person.subject, reach });
        if (missing.length === 0) return seat.leave(`${id}?erledigt=rechnungen#rechnungen`);
        return await shown(seat, { count: issued.length, missing }, 409);
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return seat.unknown();
        throw error;
      }
    }),
  );
}

export async function invoicesSection(
  ports: SettlementPorts,
  { person, region, reach, speech, csrf, c }: SettlementSeat,
  view: SettlementView,
  outcome?: InvoiceOutcome,
): Promise<Html> {
  const { words } = billingSpeech(speech.language);
  const mine = (ags: string): boolean => reaches(reach, [ags]);
  const all = (await invoiceStates(ports, await statesOf(ports, view))).filter(
    ({ claim }) => mine(claim.sellerAgs) || mine(claim.buyerAgs),
  );
  const writer = reachOf(person, region.id, BILLING_WRITERS);
  const open = all.filter(({ issued, claim }) => issued === null && reaches(writer, [claim.sellerAgs]));
  const { invoices } = words;
  return html`<section aria-labelledby="rechnungen">
    <h2 id="rechnungen">${invoices.head}</h2>
    <p>${all.length === 0 ? invoices.none : invoices.lead}</p>
    ${c.req.query("erledigt") === "rechnungen" ? html`<p class="told" role="status">${invoices.done}</p>` : ""}
    ${outcome === undefined ? "" : lacking(outcome, pathOf(region.id, BILLING), words)}
    ${all.length === 0 ? "" : invoicesTable(all, view, speech, words)}
    ${
      open.length === 0
        ? ""
        : html`<form
            method="post"
            action="${pathOf(region.id, `${view.settlement.id}/rechnungen`)}"
            class="screen-only"
          >
            ${hidden("csrf", csrf)}
            <p>${invoices.issueLead}</p>
            <p class="actions"><button class="button">${invoices.issue(open.length)}</button></p>
          </form>`
    }
  </section>`;
}

function lacking({ count, missing }: InvoiceOutcome, details: string, { invoices, title }: BillingWords): Html {
  return html`<div class="faults" role="alert">
    <p>${invoices.missing(count)}</p>
    <ul lang="de">
      ${missing.map((one) => html`<li>${one}</li>`)}
    </ul>
    <p><a href="${details}">${title}</a></p>
  </div>`;
}

function invoicesTable(
  all: readonly InvoiceState[],
  { settlement }: SettlementView,
  { figures }: SettlementSeat["speech"],
  { invoices }: BillingWords,
): Html {
  const name = (of: string): string => settlement.members.find(({ ags }) => ags === of)?.name ?? of;
  const base = `/api/regions/${settlement.region}/settlements/${settlement.id}/invoices`;
  const rows = all.map(({ claim, typeCode, issued }): Cell[] => [
    issued === null
      ? invoices.open
      : html`<a href="${base}/${claim.sellerAgs}/${claim.buyerAgs}?number=${issued.number}">${issued.number}</a>`,
    typeCode === "380"
      ? invoices.kinds.first
      : html`${invoices.kinds.corrected}${issued?.corrects === undefined ? "" : html` <small>${issued.corrects}</small>`}`,
    ...[name(claim.sellerAgs), name(claim.buyerAgs), figures.money(claim.cents)],
  ]);
  const { number, kind, from, to, net } = invoices.columns;
  return table({ caption: invoices.head, quiet: true, heads: [number, kind, from, to, net], rows, numbers: [4] });
}
