/** The work list: each matter with its cause, what to do, and the form that does it. Pure. */
import { html } from "hono/html";
import type { WorkItem } from "../../domain/settlement/workItem.ts";
import { hidden } from "../county/frame.ts";
import type { Html } from "../page.ts";
import { pathOf } from "./seat.ts";
import { ticketPath } from "./ticketPage.ts";
import type { SettlementSpeech } from "./words/index.ts";

export interface WorkView {
  readonly region: string;
  readonly weeks: readonly string[];
  readonly csrf: string;
  readonly items: readonly WorkItem[];
  /** Whether somebody can be asked about something by mail. */
  readonly asks: boolean;
}

/** So many are shown; of more, those to come are shown when these are done. */
const MOST_SHOWN = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function workSection(view: WorkView, speech: SettlementSpeech): Html {
  const { work } = speech.words;
  const { items } = view;
  // A refused load, say, is only to be known: it keeps nobody from closing.
  const open = items.filter(({ severity }) => severity === "error").length;
  return html`<section aria-labelledby="arbeit">
    <h2 id="arbeit">${work.head}</h2>
    <p><strong>${open === 0 ? work.none : work.count(open)}.</strong> ${open === 0 ? work.noneLead : work.lead}</p>
    ${
      items.length === 0
        ? ""
        : html`<ul class="tasks">
              ${items.slice(0, MOST_SHOWN).map((item, i) => matter(item, i, view, speech))}
            </ul>
            ${view.asks ? askForm(view, speech) : ""}`
    }
  </section>`;
}

function askForm({ region, weeks, csrf }: WorkView, { words: { question } }: SettlementSpeech): Html {
  return html`<form class="screen-only" method="post" action="${pathOf(region, "nachfragen")}">
    ${hidden("csrf", csrf)} ${hidden("von", weeks[0]!)} ${hidden("bis", weeks.at(-1)!)}
    <p>${question.askLead}</p>
    <p class="actions"><button class="button quiet">${question.ask}</button></p>
  </form>`;
}

function photoLink({ photo, place }: WorkItem, { region }: WorkView, { words: { work } }: SettlementSpeech): Html {
  if (place.ticketId === null) return html``;
  const text = photo === true ? work.photo : work.attach;
  return html`<p class="screen-only"><a href="${ticketPath(region, place.ticketId)}">${text}</a></p>`;
}

/** Whether somebody was asked, until when, and what came of it. */
function asked({ question: about }: WorkItem, { words: { question }, figures }: SettlementSpeech): Html {
  if (about === undefined) return html``;
  const { contactId, answerBy, overdue, answer } = about;
  return html`<p class="muted">${question.asked(contactId, figures.moment(answerBy))}</p>
    ${overdue ? html`<p><strong>${question.overdue}</strong></p>` : ""}
    ${answer === null ? "" : html`<p>${question.answer}: <q>${answer}</q></p>`}`;
}

/** Dates and figures as the language writes them. */
function written(facts: WorkItem["facts"], { figures }: SettlementSpeech): WorkItem["facts"] {
  const of = (value: string | number): string =>
    typeof value === "number" ? figures.number(value) : DAY.test(value) ? figures.date(value) : value;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, of(value)]));
}

function matter(item: WorkItem, i: number, view: WorkView, speech: SettlementSpeech): Html {
  const { codes, work } = speech.words;
  const { name, said, todo } = codes[item.code];
  const text = said(written(item.facts, speech));
  return html`<li id="punkt-${i}">
    <h3>${name}</h3>
    <p>${text ?? html`<span lang="de">${item.cause}</span>`}</p>
    <p class="muted">${work.todo}: ${todo ?? html`<span lang="de">${item.action}</span>`}</p>
    ${photoLink(item, view, speech)} ${asked(item, speech)} ${forms(item, i, view, speech)}
  </li>`;
}

function forms(item: WorkItem, i: number, view: WorkView, speech: SettlementSpeech): Html {
  const { buttons } = speech.words;
  const { ticketId } = item.place;
  const stuck = item.id.split(":")[1] ?? "";
  switch (item.code) {
    case "ticket.row":
      return form(
        "erledigen",
        i,
        view,
        html`${hidden("punkt", stuck)} ${reason(i, speech)} ${button("drop", buttons.drop)}`,
      );
    case "ticket.contradiction":
      return form(
        ...(["erledigen", i, view] as const),
        html`${hidden("punkt", stuck)} ${reason(i, speech)} ${button("take", buttons.take)}
        ${button("drop", buttons.drop, true)}`,
      );
    case "ticket.ambiguous":
      return html`${form("entscheiden", i, view, html`${hidden("schein", ticketId!)} ${candidates(item, i, speech)} ${button("match", buttons.match)}`)}
      ${setAside(ticketId!, i, view, speech)}`;
    case "ticket.outlier":
    case "ticket.negativeNet":
      return html`${form("entscheiden", i, view, html`${hidden("schein", ticketId!)} ${button("confirm", buttons.confirm)}`)}
      ${setAside(ticketId!, i, view, speech)}`;
    case "ticket.unmatched":
    case "ticket.unknownFacility":
    case "price.missing":
      return setAside(ticketId!, i, view, speech);
    case "tour.withoutWeighing":
      return form(
        ...(["tour", i, view] as const),
        html`${hidden("tour", item.place.tourId!)} ${hidden("woche", item.week!)} ${reason(i, speech)}
        ${button("cancel", buttons.cancelTour, true)}`,
      );
    default:
      return html``;
  }
}

const setAside = (ticket: string, i: number, view: WorkView, speech: SettlementSpeech): Html =>
  form(
    ...(["entscheiden", i, view] as const),
    html`${hidden("schein", ticket)} ${reason(i, speech)} ${button("void", speech.words.buttons.void, true)}`,
  );

function form(action: string, i: number, { region, weeks, csrf }: WorkView, fields: Html): Html {
  return html`<form class="picker" method="post" action="${pathOf(region, action)}">
    ${hidden("csrf", csrf)} ${hidden("von", weeks[0]!)} ${hidden("bis", weeks.at(-1)!)} ${hidden("stelle", String(i))}
    ${fields}
  </form>`;
}

const button = (value: string, text: string, quiet = false): Html =>
  html`<button class="button small ${quiet ? "quiet" : ""}" name="was" value="${value}">${text}</button>`;

const reason = (i: number, { words: { work } }: SettlementSpeech): Html =>
  html`<div class="field">
    <label for="grund-${i}">${work.reason}</label>
    <input id="grund-${i}" name="grund" type="text" required minlength="3" maxlength="500" />
  </div>`;

function candidates({ candidates: some }: WorkItem, i: number, { words: { work }, figures }: SettlementSpeech): Html {
  return html`<div class="field">
    <label for="tour-${i}">${work.choose}</label>
    <select id="tour-${i}" name="entladung">
      ${some.map(
        (one) =>
          html`<option value="${one.tourId} ${one.stop}">
            ${work.candidate(one.vehicleName, figures.moment(one.arrivalAt), figures.tonnes(one.plannedKg))}
          </option>`,
      )}
    </select>
  </div>`;
}
