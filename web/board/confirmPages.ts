/** Before publishing and before discarding: what it will do, and to whom it is told. Nothing happens by opening them. */
import { html } from "hono/html";
import type { TourRef } from "../../functions/usecases/board/view.ts";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { boardAddress, tourKey } from "./address.ts";
import { violationList } from "./bar.ts";
import { ORDER_FORM } from "./card.ts";
import { changesTable } from "./comparePage.ts";
import { orderForm } from "./page.ts";
import { atOf, colon, type BoardContext } from "./view.ts";

export function publishPage(context: BoardContext): PageParts {
  const { view, speech, aside } = context;
  const { words } = speech;
  const { publish } = words;
  const broken = view.violations.length > 0;
  const nothing = view.changes.length === 0;
  const body = broken
    ? html`<p class="note">${publish.blocked}</p>
        ${violationList(context)}`
    : nothing
      ? html`<p>${publish.nothing}</p>`
      : html`<p class="lead">${publish.lead(view.changes.length)}</p>
          <h2 id="mails">${publish.mails}</h2>
          ${mailList(context)}
          <p class="muted">${publish.rest}</p>
          <h2>${words.compare.changes}</h2>
          ${changesTable(context)}`;
  return confirm(context, publish.title, aside, body, broken || nothing ? undefined : ["publish", publish.confirm]);
}

/** Of each tour that drivers hear of: what they get. */
function mailList({ view, names, speech }: BoardContext): Html {
  const { publish } = speech.words;
  const told = new Map<string, { readonly tour: TourRef; readonly what: string }>();
  for (const tour of view.tours)
    if (tour.changed && tour.startsAt !== null)
      told.set(tourKey(tour), {
        tour,
        what: tour.publishedCostCents === null ? publish.mailNew : publish.mailChanged,
      });
  for (const { kind, tour } of view.changes)
    if (kind === "droppedTour" && tour !== null) told.set(tourKey(tour), { tour, what: publish.mailDropped });
  return html`<ul class="mails">
    ${[...told.values()].map(({ tour, what }) => html`<li><strong>${names.full(tour, speech)}</strong>${colon(speech)} ${what}</li>`)}
  </ul>`;
}

export function discardPage(context: BoardContext): PageParts {
  const { view, speech, aside } = context;
  const { discard } = speech.words;
  const body = html`<p class="lead">${discard.lead(view.changes.length)}</p>
    ${changesTable(context)}`;
  return confirm(context, discard.title, aside, body, ["discard", discard.confirm]);
}

function confirm(
  context: BoardContext,
  title: string,
  aside: Html,
  body: Html,
  act: readonly [order: string, text: string] | undefined,
): PageParts {
  const { view, speech } = context;
  const { words, figures } = speech;
  const main = html`<p><a href="${boardAddress(atOf(view))}">← ${words.stop.back}</a></p>
    <p class="eyebrow">${view.regionName} · ${figures.weeks(view.week)}</p>
    <h1>${title}</h1>
    ${body}
    <p class="tools">
      ${act === undefined ? "" : html`<button class="button" form="${ORDER_FORM}" name="befehl" value="${act[0]}">${act[1]}</button>`}
      <a class="button quiet" href="${boardAddress(atOf(view))}">${words.publish.back}</a>
    </p>
    ${orderForm(context)}`;
  return { title, trail: html`${words.trail}`, aside, main, help: HELP.boardPublish };
}
