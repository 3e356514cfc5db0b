/** What the settlement's pages show. */
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { isWeek } from "../../domain/week.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import type { ClosedSettlement, SettlementView } from "../../domain/settlement/settlement.ts";
import { periodCo2 } from "../../functions/usecases/finance/periodCo2.ts";
import { readLedger } from "../../functions/usecases/settlement/ledger.ts";
import { ownCorrection, ownLedger, ownSettlement } from "../../functions/usecases/settlement/own.ts";
import { weeksOfPeriod } from "../../functions/usecases/settlement/period.ts";
import { listSettlements, readSettlement } from "../../functions/usecases/settlement/readSettlement.ts";
import { reckon, type ReckonState } from "../../functions/usecases/settlement/reckon.ts";
import { askable } from "../../functions/usecases/weighings/whoAnswers.ts";
import { allContacts } from "../../functions/usecases/records/contacts.ts";
import { situationOf } from "../../functions/usecases/weighings/situation.ts";
import { listProfiles } from "../../functions/usecases/weighings/profiles.ts";
import { publishedWeeks } from "../../functions/usecases/weeks/publishedWeeks.ts";
import { addInvoices, invoicesSection, type InvoiceOutcome } from "../billing/invoices.ts";
import { billingLink } from "../billing/link.ts";
import { settledCo2Section } from "../co2/settledSection.ts";
import { co2Speech } from "../co2/words/index.ts";
import { notice } from "../county/frame.ts";
import { table } from "../county/table.ts";
import type { Html } from "../page.ts";
import { advancesForm, advancesOf, type Advances } from "./advances.ts";
import { figuresSections } from "./figuresPage.ts";
import { closedList, closeForm, correctionsSection, ledgerPage, periodForm, uploadForm } from "./forms.ts";
import { pathOf, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "./seat.ts";
import type { SettlementSpeech } from "./words/index.ts";
import { ticketPath } from "./ticketPage.ts";
import { workSection } from "./workPage.ts";

/** While it is reckoned, the page asks again so often. */
const REFRESH_SECONDS = 5;

/** What a form said that was not taken. */
export interface Faults {
  readonly upload?: string;
  readonly closing?: string;
  /** Of any other form. */
  readonly other?: string;
  /** That came with the form. */
  readonly advances?: Advances;
}

export function addPages(app: Hono, ports: SettlementPorts, seated: Seated): void {
  app.get(
    `${ROOT}/:region`,
    seated((seat) => overview(ports, seat, periodOf(seat.c.req.query("von"), seat.c.req.query("bis")))),
  );

  app.get(
    `${ROOT}/:region/jahr/:year`,
    seated(async ({ c, region, reach, show, speech, unknown }) => {
      const year = c.req.param("year") ?? "";
      if (!/^20\d{2}$/.test(year)) return unknown();
      const account = ownLedger(await readLedger(ports, region.id, Number(year)), reach);
      return show({ title: speech.words.ledger.head, main: ledgerPage(account, speech) });
    }),
  );

  app.get(
    `${ROOT}/:region/:settlement{[0-9]{4}-W[0-9]{2}_[0-9]{4}-W[0-9]{2}}`,
    seated((seat) => settlementPage(ports, seat)),
  );
  addInvoices(app, ports, seated, (seat, outcome, status) => settlementPage(ports, seat, undefined, status, outcome));
}

/** Undefined: none was asked for. */
export function periodOf(first: string | undefined, last: string | undefined): string[] | "wrong" | undefined {
  if (first === undefined && last === undefined) return undefined;
  const [firstWeek, lastWeek] = [first ?? last!, last ?? first!];
  if (!isWeek(firstWeek) || !isWeek(lastWeek)) return "wrong";
  try {
    return weeksOfPeriod({ firstWeek, lastWeek });
  } catch (error) {
    if (error instanceof ApiProblem) return "wrong";
    throw error;
  }
}

export async function overview(
  ports: SettlementPorts,
  seat: SettlementSeat,
  asked: string[] | "wrong" | undefined,
  faults: Faults = {},
  status = 200,
): Promise<Response> {
  const { region, speech, show, c } = seat;
  const { words } = speech;
  const [known, closed] = await Promise.all([
    publishedWeeks(ports.store, region.id),
    listSettlements(ports.store, region.id),
  ]);
  const settled = new Set(closed.flatMap(({ period }) => weeksOfPeriod(period)));
  const [newest] = known.filter((week) => !settled.has(week)).concat(known);
  const year = (newest ?? closed[0]?.period.lastWeek ?? ports.clock.now()).slice(0, 4);
  const said = c.req.query("erledigt");
  const done = said !== undefined && said in words.done ? words.done[said as keyof typeof words.done] : undefined;
  const back = /^(\d+)-(\d+)-(\d+)-(\d+)$/.exec(c.req.query("gefragt") ?? "");
  const askedBack =
    back === null
      ? undefined
      : words.question.outcome(Number(back[1]), Number(back[2]), Number(back[3]), Number(back[4]));
  const wrong = asked === "wrong" ? words.period.wrong : undefined;
  const weeks = asked === undefined || asked === "wrong" ? (newest === undefined ? undefined : [newest]) : asked;
  const shown =
    weeks === undefined
      ? undefined
      : weeks.some((week) => settled.has(week))
        ? await settledSections(ports, seat, weeks, closed, faults)
        : await periodSections(ports, seat, weeks, faults);
  const body =
    weeks === undefined
      ? html`<section class="first">
          <h2>${words.empty.noWeek}</h2>
          <p>${words.empty.noWeekLead}</p>
        </section>`
      : html`${periodForm(region.id, weeks, known, speech)} ${shown!.html}`;
  const main = html`${notice(done ?? askedBack)} ${fault(faults.other ?? wrong)}
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${body} ${closedList(region.id, closed, year, speech)} ${billingLink(seat.person, region.id, speech.language)}`;
  const refresh = shown?.state === "running" && isRefreshing(c) ? { refreshSeconds: REFRESH_SECONDS } : {};
  return show({ title: words.title, main, ...refresh }, wrong === undefined ? status : 422);
}

const fault = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<div class="faults" role="alert"><p>${text}</p></div>`;

interface Sections {
  readonly html: Html;
  readonly state: ReckonState | "settled";
}

/** Of weeks that were settled, all or some: no figures but those that count. What comes in late is corrected where it was closed. */
async function settledSections(
  ports: SettlementPorts,
  { region, speech, csrf, works }: SettlementSeat,
  weeks: readonly string[],
  closed: readonly ClosedSettlement[],
  { upload }: Faults,
): Promise<Sections> {
  const { words, figures } = speech;
  const about = closed.filter(({ period }) => weeksOfPeriod(period).some((week) => weeks.includes(week)));
  const around = { region: region.id, csrf, weeks };
  const { items } = await situationOf(ports, region.id, weeks);
  const sections = html`<section class="first">
      ${about.map(({ id, period }) => {
        const name = figures.weeks(period.firstWeek, period.lastWeek);
        return html`<p><strong>${words.settlement.settled(name)}</strong> ${words.settlement.settledLead}</p>
          <p class="actions">
            <a class="button" href="${pathOf(region.id, id)}">${words.settlement.open}: ${name}</a>
          </p>`;
      })}
    </section>
    ${works ? workSection({ ...around, items, asks: false }, speech) : ""}
    ${works ? uploadForm(around, await listProfiles(ports.store, region.id), upload, speech) : ""}`;
  return { html: sections, state: "settled" };
}

async function periodSections(
  ports: SettlementPorts,
  { c, region, speech, csrf, works, closes, reach }: SettlementSeat,
  weeks: readonly string[],
  faults: Faults,
): Promise<Sections> {
  const around = { region: region.id, csrf, weeks };
  const typed = faults.advances ?? advancesOf(Object.entries(c.req.query()));
  const advances = closes && typed !== "wrong" ? typed : {};
  const { state, settlement, items, situation } = await reckon(ports, region.id, { weeks, advances });
  const asks = works && askable(items, situation, await allContacts(ports.store, region.id)).length > 0;
  const shown = settlement && ownSettlement(settlement, reach);
  const profiles = works ? await listProfiles(ports.store, region.id) : [];
  const closable = closes && settlement !== null && settlement.game.findings.length === 0;
  const { words } = speech;
  const sections = html`${works ? workSection({ ...around, items, asks }, speech) : ""}
  ${works ? uploadForm(around, profiles, faults.upload, speech) : ""}
  ${
    shown === null
      ? html`<section role="status">
          <p>${words.settlement[state === "running" || state === "failed" ? state : "blocked"]}</p>
          ${state === "running" ? refreshChoice(c, words.settlement) : ""}
        </section>`
      : figuresSections({ settlement: shown, closed: null, ...ticketLinks(works, region.id) }, speech)
  }
  ${typed === "wrong" ? fault(words.closing.wrongAdvance) : ""}
  ${closable ? advancesForm({ ...around, advances }, settlement.members, speech) : ""}
  ${closable ? closeForm({ ...around, advances }, settlement.inputsSha256, faults.closing, speech) : ""}`;
  return { html: sections, state };
}

const ticketLinks = (works: boolean, region: string) =>
  works ? { ticketHref: (ticket: string): string => ticketPath(region, ticket) } : {};

/** What a form led to cannot be asked for again. */
const isRefreshing = ({ req }: Context): boolean => req.method === "GET" && req.query("stand") !== "fest";

/** A page that changes by itself can be held (WCAG 2.2.1). */
function refreshChoice(c: Context, { hold, reload }: SettlementSpeech["words"]["settlement"]): Html {
  const query = new URL(c.req.url).searchParams;
  query.delete("stand");
  query.delete("erledigt");
  return isRefreshing(c)
    ? html`<p><a href="?${query.toString()}&stand=fest">${hold}</a></p>`
    : html`<p><a href="?${query.toString()}">${reload}</a></p>`;
}

async function co2Of(ports: SettlementPorts, view: SettlementView, speech: SettlementSpeech): Promise<Html> {
  const co2 = await periodCo2(ports, view);
  return co2 === null
    ? html``
    : settledCo2Section(co2, co2Speech(speech.language), ({ caption, heads, rows, total, text }) =>
        table({
          ...{ caption, heads, rows, ...(total === undefined ? {} : { total }) },
          numbers: text === true ? [] : heads.map((_, column) => column).slice(1),
        }),
      );
}

export async function settlementPage(
  ports: SettlementPorts,
  seat: SettlementSeat,
  said?: string,
  status = 200,
  outcome?: InvoiceOutcome,
): Promise<Response> {
  const { c, region, reach, speech, csrf, closes, show, unknown } = seat;
  const id = c.req.param("settlement") ?? "";
  try {
    const view = await readSettlement(ports, region.id, id);
    const settlement = ownSettlement(view.settlement, reach);
    const names = new Map(settlement.members.map((m) => [m.ags, m.name]));
    const corrections = view.corrections.map((one) => ownCorrection(one, reach));
    const { words } = speech;
    const periodName = speech.figures.weeks(settlement.period.firstWeek, settlement.period.lastWeek);
    const done = c.req.query("erledigt");
    const main = html`${notice(done === "closed" ? words.closing.done(periodName) : done === "corrected" ? words.done.corrected : undefined)}
      ${fault(said)}
      <h1>${words.title} ${periodName}</h1>
      ${figuresSections({ settlement, closed: view.closed, ...ticketLinks(seat.works, region.id) }, speech)}
      ${await co2Of(ports, view, speech)} ${await invoicesSection(ports, seat, view, outcome)}
      ${correctionsSection({ region: region.id, csrf }, { id, corrections, names }, closes, speech)}`;
    return await show({ title: `${words.title} ${periodName}`, main }, status);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return unknown();
    throw error;
  }
}
