/** Invoices between municipalities on the page of a closed settlement: what is due and issued, how it arrives, and the buttons. */
import type { Hono } from "hono";
import { html } from "hono/html";
import { BILLING_WRITERS, reaches, reachOf, type Reach } from "../../domain/access.ts";
import type { SettlementView } from "../../domain/settlement/settlement.ts";
import { dispatchesOf } from "../../functions/usecases/documents/dispatch.ts";
import { acknowledgeInvoice, askInvoiceAgain } from "../../functions/usecases/documents/invoiceActions.ts";
import { invoiceStates, statesOf } from "../../functions/usecases/documents/invoices.ts";
import { issueInvoices } from "../../functions/usecases/documents/issueInvoices.ts";
import { sendInvoices } from "../../functions/usecases/documents/sendInvoice.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { hidden } from "../county/frame.ts";
import { table, type Cell } from "../county/table.ts";
import type { Html } from "../page.ts";
import { pathOf, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "../settlement/seat.ts";
import { kindCell, numberCell, rowsOf, sendingCell, type InvoiceRow } from "./invoiceRows.ts";
import { BILLING } from "./routes.ts";
import { billingSpeech, type BillingSpeech, type BillingWords } from "./words/index.ts";

/** What came of issuing: how many, and what the details lack for the others. */
export interface InvoiceOutcome {
  readonly count: number;
  readonly missing: readonly string[];
}

/** Shows the page of the settlement again, with what came of issuing. */
export type ShowSettlement = (seat: SettlementSeat, outcome: InvoiceOutcome, status: number) => Promise<Response>;

/** So many mails leave while somebody waits for the page; the reconciler sends the others within minutes. */
const MOST_NOW = 30;

export function addInvoices(app: Hono, ports: SettlementPorts, seated: Seated, shown: ShowSettlement): void {
  const path = `${ROOT}/:region/:settlement{[0-9]{4}-W[0-9]{2}_[0-9]{4}-W[0-9]{2}}/rechnungen`;
  /** A form of whoever may write bills; `use` says where it leads. */
  const act = (use: (seat: SettlementSeat, asked: Asked) => Promise<Response>) =>
    seated(async (seat) => {
      const reach = reachOf(seat.person, seat.region.id, BILLING_WRITERS);
      if (reach.kind === "none") return seat.unknown();
      const posted = await seat.gate.read(seat.c, seat.about);
      if (posted.kind !== "form" || !("fields" in posted))
        return shown(seat, { count: 0, missing: [seat.speech.words.refused[posted.kind]] }, 403);
      try {
        return await use(seat, { id: seat.c.req.param("settlement") ?? "", reach, fields: posted.fields });
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return seat.unknown();
        throw error;
      }
    });
  const leave = (seat: SettlementSeat, id: string, done: string) => seat.leave(`${id}?erledigt=${done}#rechnungen`);

  app.post(
    path,
    act(async (seat, { id, reach }) => {
      const asked = { id, by: seat.person.subject, reach };
      const { issued, missing, due } = await issueInvoices(ports, seat.region.id, asked);
      await sendInvoices(ports, due.slice(0, MOST_NOW));
      if (missing.length === 0) return leave(seat, id, "rechnungen");
      return shown(seat, { count: issued.length, missing }, 409);
    }),
  );
  app.post(
    `${path}/senden`,
    act(async (seat, asked) => {
      const due = await askInvoiceAgain(ports, acted(seat, asked), Number(asked.fields.get("stand") ?? ""));
      const done = due === undefined ? "schon" : (await sendInvoices(ports, [due])) ? "versandt" : "spaeter";
      return leave(seat, asked.id, done);
    }),
  );
  app.post(
    `${path}/eingang`,
    act(async (seat, asked) =>
      leave(seat, asked.id, (await acknowledgeInvoice(ports, acted(seat, asked))) ? "eingang" : "schon"),
    ),
  );
}

interface Asked {
  readonly id: string;
  readonly reach: Reach;
  readonly fields: Pick<URLSearchParams, "get">;
}

const acted = ({ region, person }: SettlementSeat, { id, reach, fields }: Asked) => ({
  ...{ region: region.id, settlement: id, number: fields.get("nummer") ?? "", by: person.subject, reach },
});

export async function invoicesSection(
  ports: SettlementPorts,
  { person, region, reach, speech: { language }, csrf, c }: SettlementSeat,
  view: SettlementView,
  outcome?: InvoiceOutcome,
): Promise<Html> {
  const speech = billingSpeech(language);
  const { invoices } = speech.words;
  const { id } = view.settlement;
  const mine = (ags: string): boolean => reaches(reach, [ags]);
  const states = await invoiceStates(ports, await statesOf(ports, view));
  const rows = rowsOf({ region: region.id, id }, states, await dispatchesOf(ports.store, region.id, id));
  const all = rows.filter(({ claim }) => mine(claim.sellerAgs) || mine(claim.buyerAgs));
  const writer = reachOf(person, region.id, BILLING_WRITERS);
  const open = all.filter(({ issued, claim }) => issued === null && reaches(writer, [claim.sellerAgs]));
  const action = pathOf(region.id, `${id}/rechnungen`);
  return html`<section aria-labelledby="rechnungen">
    <h2 id="rechnungen">${invoices.head}</h2>
    <p>${all.length === 0 ? invoices.none : invoices.lead}</p>
    ${doneLine(c.req.query("erledigt"), speech.words)}
    ${outcome === undefined ? "" : lacking(outcome, pathOf(region.id, BILLING), speech.words)}
    ${all.length === 0 ? "" : invoicesTable(all, view, { writer, csrf, action, now: ports.clock.now() }, speech)}
    ${
      open.length === 0
        ? ""
        : html`<form method="post" action="${action}" class="screen-only">
            ${hidden("csrf", csrf)}
            <p>${invoices.issueLead}</p>
            <p class="actions"><button class="button">${invoices.issue(open.length)}</button></p>
          </form>`
    }
  </section>`;
}

function doneLine(done: string | undefined, { invoices, sending }: BillingWords): Html {
  const known = sending.done as Readonly<Record<string, string>>;
  const text = done === "rechnungen" ? invoices.done : Object.hasOwn(known, done ?? "") ? known[done!] : undefined;
  return text === undefined ? html`` : html`<p class="told" role="status">${text}</p>`;
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

interface TableAround {
  readonly writer: Reach;
  readonly csrf: string;
  /** Address of the forms. */
  readonly action: string;
  readonly now: string;
}

function invoicesTable(
  all: readonly InvoiceRow[],
  { settlement }: SettlementView,
  around: TableAround,
  speech: BillingSpeech,
): Html {
  const { invoices } = speech.words;
  const name = (of: string): string => settlement.members.find(({ ags }) => ags === of)?.name ?? of;
  const details = pathOf(settlement.region, BILLING);
  const rows = all.map((row): Cell[] => [
    ...[numberCell(row, speech), kindCell(row, speech), name(row.claim.sellerAgs), name(row.claim.buyerAgs)],
    speech.figures.money(row.claim.cents),
    html`${sendingCell(row, { details, now: around.now }, speech)} ${rowForms(row, around, speech)}`,
  ]);
  const { number, kind, from, to, net, sending } = invoices.columns;
  const heads = [number, kind, from, to, net, sending];
  return table({ caption: invoices.head, quiet: true, heads, rows, numbers: [4] });
}

/** For its seller: send it (again). For its buyer: it came. */
function rowForms(
  { issued, dispatch, replaced }: InvoiceRow,
  { writer, csrf, action }: TableAround,
  { words: { sending } }: BillingSpeech,
): Html {
  if (issued === null) return html``;
  const last = dispatch?.sendings.at(-1)?.outcome;
  const form = (to: string, label: string, more: Html | string = ""): Html =>
    html`<form method="post" action="${action}/${to}" class="screen-only">
      ${hidden("csrf", csrf)} ${hidden("nummer", issued.number)} ${more}
      <button class="button quiet small" aria-label="${label}, ${issued.number}">${label}</button>
    </form>`;
  const sends = reaches(writer, [issued.sellerAgs]) && last !== "waiting" && !replaced;
  const confirms = reaches(writer, [issued.buyerAgs]) && last === "sent" && dispatch?.acknowledged === null;
  const stand = hidden("stand", String(dispatch?.sendings.length ?? 0));
  return html`${sends ? form("senden", last === undefined ? sending.buttons.send : sending.buttons.again, stand) : ""}
  ${confirms ? form("eingang", sending.buttons.acknowledge) : ""}`;
}
