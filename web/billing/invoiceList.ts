/** `/abrechnung/{region}/rechnungen`: all invoices of a year between the municipalities of a region, filtered, with their sum. */
import type { Hono } from "hono";
import { html } from "hono/html";
import { reaches } from "../../domain/access.ts";
import { dispatchState, isOverdue, type DispatchState } from "../../domain/billing/invoiceDispatch.ts";
import { localDate } from "../../domain/localTime.ts";
import { dispatchesOf } from "../../functions/usecases/documents/dispatch.ts";
import { invoiceStates, statesOf } from "../../functions/usecases/documents/invoices.ts";
import { listSettlements, readSettlement } from "../../functions/usecases/settlement/readSettlement.ts";
import { select, type Choice } from "../county/frame.ts";
import { table, type Cell } from "../county/table.ts";
import type { Html } from "../page.ts";
import { pathOf, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "../settlement/seat.ts";
import { kindCell, numberCell, rowsOf, sendingCell, type InvoiceRow } from "./invoiceRows.ts";
import { BILLING } from "./routes.ts";
import { billingSpeech, type BillingSpeech } from "./words/index.ts";

export const INVOICES = "rechnungen";

/** As a filter names it: not issued yet, how it arrived, or that somebody should ask. */
export type InvoiceCondition = "due" | DispatchState | "overdue";
const CONDITIONS: readonly InvoiceCondition[] = [
  ...(["due", "open", "waiting", "sent", "noAddress", "returned", "acknowledged", "overdue"] as const),
];

interface ListedInvoice extends InvoiceRow {
  readonly seller: string;
  readonly buyer: string;
  readonly firstWeek: string;
  readonly lastWeek: string;
  /** Nothing later is owed between the two for the same period. */
  readonly holds: boolean;
}

/** What is asked for; undefined: all. */
export interface InvoiceFilter {
  readonly year: string;
  readonly municipality: string | undefined;
  readonly condition: InvoiceCondition | undefined;
  readonly kind: "380" | "384" | undefined;
}

export function addInvoiceList(app: Hono, ports: SettlementPorts, seated: Seated): void {
  app.get(
    `${ROOT}/:region/${INVOICES}`,
    seated(async (seat) => {
      const speech = billingSpeech(seat.speech.language);
      const closed = await listSettlements(ports.store, seat.region.id);
      const years = [...new Set(closed.map(({ period }) => period.lastWeek.slice(0, 4)))];
      const filter = filterOf((name) => seat.c.req.query(name), years);
      const ids = closed.filter(({ period }) => period.lastWeek.startsWith(filter.year)).map(({ id }) => id);
      const all = (await Promise.all(ids.map((id) => listed(ports, seat, id)))).flat();
      const today = localDate(ports.clock.now());
      const shown = all.filter((one) => passes(one, filter, today));
      const main = html`<h1>${speech.words.register.title}</h1>
        <p class="lead">${speech.words.register.lead}</p>
        ${years.length === 0 ? html`<p>${speech.words.register.nothing}</p>` : filterForm(seat, { filter, years, all }, speech)}
        ${years.length === 0 ? "" : body(seat, { shown, all, now: ports.clock.now() }, speech)}`;
      return seat.show({ title: speech.words.register.title, main });
    }),
  );
}

/** What is no choice of the form counts as all. */
export function filterOf(asked: (name: string) => string | undefined, years: readonly string[]): InvoiceFilter {
  const kind = asked("art");
  const municipality = asked("kommune");
  return {
    year: years.find((one) => one === asked("jahr")) ?? years[0] ?? "",
    municipality: municipality !== undefined && /^\d{8}$/.test(municipality) ? municipality : undefined,
    condition: CONDITIONS.find((one) => one === asked("stand")),
    kind: kind === "380" || kind === "384" ? kind : undefined,
  };
}

async function listed(ports: SettlementPorts, { region, reach }: SettlementSeat, id: string): Promise<ListedInvoice[]> {
  const view = await readSettlement(ports, region.id, id);
  const states = await invoiceStates(ports, await statesOf(ports, view));
  const rows = rowsOf({ region: region.id, id }, states, await dispatchesOf(ports.store, region.id, id));
  const { members, period } = view.settlement;
  const name = (of: string): string => members.find(({ ags }) => ags === of)?.name ?? of;
  const newest = new Map(rows.map((row) => [`${row.claim.sellerAgs} ${row.claim.buyerAgs}`, row]));
  return rows.flatMap((row) => {
    const { sellerAgs, buyerAgs } = row.claim;
    if (!reaches(reach, [sellerAgs]) && !reaches(reach, [buyerAgs])) return [];
    const holds = newest.get(`${sellerAgs} ${buyerAgs}`) === row;
    const { firstWeek, lastWeek } = period;
    return [{ ...row, seller: name(sellerAgs), buyer: name(buyerAgs), firstWeek, lastWeek, holds }];
  });
}

export function passes(
  { claim, issued, dispatch, replaced, typeCode }: InvoiceRow,
  { municipality, condition, kind }: Omit<InvoiceFilter, "year">,
  today: string,
): boolean {
  if (municipality !== undefined && claim.sellerAgs !== municipality && claim.buyerAgs !== municipality) return false;
  if (kind !== undefined && typeCode !== kind) return false;
  if (condition === undefined) return true;
  if (issued === null) return condition === "due";
  if (condition === "overdue") return !replaced && isOverdue(issued, dispatch, today);
  return dispatchState(dispatch) === condition;
}

function filterForm(
  { region }: SettlementSeat,
  { filter, years, all }: { filter: InvoiceFilter; years: readonly string[]; all: readonly ListedInvoice[] },
  { words }: BillingSpeech,
): Html {
  const { register: say, invoices, sending } = words;
  const any: Choice = { value: "", text: say.all };
  const named = new Map(
    all.flatMap(({ claim, seller, buyer }) => [
      [claim.sellerAgs, seller],
      [claim.buyerAgs, buyer],
    ]),
  );
  const towns = [...named].sort(([, a], [, b]) => a.localeCompare(b, "de")).map(([value, text]) => ({ value, text }));
  const conditions = CONDITIONS.map((value) => ({
    value,
    text: value === "due" ? invoices.open : value === "overdue" ? say.overdue : sending.states[value],
  }));
  const kinds = [
    { value: "380", text: invoices.kinds.first },
    { value: "384", text: invoices.kinds.corrected },
  ];
  return html`<form class="picker" method="get" action="${pathOf(region.id, INVOICES)}" aria-label="${say.filter}">
    ${select(
      { id: "jahr", label: say.year },
      years.map((value) => ({ value, text: value })),
      filter.year,
    )}
    ${select({ id: "kommune", label: say.municipality }, [any, ...towns], filter.municipality ?? "")}
    ${select({ id: "stand", label: say.state }, [any, ...conditions], filter.condition ?? "")}
    ${select({ id: "art", label: invoices.columns.kind }, [any, ...kinds], filter.kind ?? "")}
    <button class="button quiet">${say.show}</button>
  </form>`;
}

function body(
  { region }: SettlementSeat,
  { shown, all, now }: { shown: readonly ListedInvoice[]; all: readonly ListedInvoice[]; now: string },
  speech: BillingSpeech,
): Html {
  const { register: say, invoices } = speech.words;
  if (shown.length === 0)
    return html`<section class="first" role="status">
      <p>${all.length === 0 ? invoices.none : say.noMatch}</p>
      ${all.length === 0 ? "" : html`<p><a class="button quiet" href="${pathOf(region.id, INVOICES)}">${say.clear}</a></p>`}
    </section>`;
  const details = pathOf(region.id, BILLING);
  const rows = shown.map((row): Cell[] => [
    ...[numberCell(row, speech), period(row, region.id, speech), kindCell(row, speech), row.seller, row.buyer],
    ...[speech.figures.money(row.claim.cents), sendingCell(row, { details, now }, speech)],
  ]);
  const held = shown.filter(({ holds }) => holds);
  const cents = held.reduce((sum, { claim }) => sum + claim.cents, 0);
  const { number, kind, from, to, net, sending } = invoices.columns;
  return html`<section aria-labelledby="liste" class="first">
    <h2 id="liste">${say.count(shown.length)}</h2>
    ${table({
      ...{ caption: say.title, quiet: true, numbers: [5], rows },
      heads: [number, say.period, kind, from, to, net, sending],
      total: [say.total, "", "", "", "", speech.figures.money(cents), say.replaced(shown.length - held.length)],
    })}
  </section>`;
}

const period = ({ firstWeek, lastWeek, settlement }: ListedInvoice, region: string, { figures }: BillingSpeech): Html =>
  html`<a href="${pathOf(region, settlement)}#rechnungen">${figures.weeks(firstWeek, lastWeek)}</a>`;
