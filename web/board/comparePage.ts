/** The draft against the published plan ("Ruhig"): what changes, for whom, and what it saves. */
import { html } from "hono/html";
import type { BoardDifference } from "../../functions/usecases/board/view.ts";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { boardAddress } from "./address.ts";
import { differenceText } from "./sentences.ts";
import { atOf, differenceOf, signed, type BoardContext } from "./view.ts";

export function comparePage(context: BoardContext): PageParts {
  const { view, speech, aside } = context;
  const { words, figures } = speech;
  const { compare } = words;
  const difference = differenceOf(view);
  const amount = figures.money(Math.abs(difference));
  const verdict = difference === 0 ? compare.same : difference < 0 ? compare.saves(amount) : compare.costs(amount);
  const still = view.tours.filter(({ changed, startsAt }) => !changed && startsAt !== null).length;
  const main = html`<p><a href="${boardAddress(atOf(view))}">← ${words.stop.back}</a></p>
    <p class="eyebrow">${compare.calm} · ${view.regionName} · ${figures.weeks(view.week)}</p>
    <h1>${compare.title}</h1>
    <p class="verdict"><strong>${verdict}</strong></p>
    <p>${compare.lead}</p>
    ${costTable(context)}
    <h2 id="aenderungen">${compare.changes}</h2>
    ${changesTable(context)}
    <p class="muted">${compare.unchanged(still)}</p>
    <p class="tools">
      <a class="button" href="${boardAddress(atOf(view), "publish")}">${words.bar.publish}</a>
      <a class="button quiet" href="${boardAddress(atOf(view))}">${words.stop.back}</a>
    </p>`;
  return { title: compare.title, trail: html`${words.trail}`, aside, main, help: HELP.boardPublish };
}

function costTable({ view, speech }: BoardContext): Html {
  const { words, figures } = speech;
  const { compare } = words;
  const waiting = view.objectiveCents - view.costCents;
  const publishedWaiting = view.publishedObjectiveCents - view.publishedCostCents;
  const row = (name: string, draft: number, published: number): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      <td class="num">${figures.money(draft)}</td>
      <td class="num">${figures.money(published)}</td>
      <td class="num">${signed(draft - published, speech)}</td>
    </tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${compare.caption}">
    <table class="costs">
      <caption>
        <span>${compare.caption}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${compare.kind}</span></th>
          <th scope="col" class="num">${compare.draft}</th>
          <th scope="col" class="num">${compare.published}</th>
          <th scope="col" class="num">${words.bar.difference}</th>
        </tr>
      </thead>
      <tbody>
        ${row(compare.tours, view.costCents, view.publishedCostCents)}
        ${row(compare.waiting, waiting, publishedWaiting)}
      </tbody>
      <tfoot>
        ${row(compare.total, view.objectiveCents, view.publishedObjectiveCents)}
      </tfoot>
    </table>
  </div>`;
}

export function changesTable(context: BoardContext): Html {
  const { view, speech } = context;
  const { compare } = speech.words;
  if (view.changes.length === 0) return html`<p>${compare.none}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${compare.changes}">
    <table>
      <caption class="visually-hidden">
        ${compare.changes}
      </caption>
      <thead>
        <tr>
          <th scope="col">${compare.kind}</th>
          <th scope="col">${compare.what}</th>
          <th scope="col">${compare.forWhom}</th>
        </tr>
      </thead>
      <tbody>
        ${view.changes.map(
          (one) =>
            html`<tr>
              <th scope="row">${compare.kinds[one.kind]}</th>
              <td>${differenceText(one, context.speech)}</td>
              <td>${forWhom(one, context)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function forWhom({ tour }: BoardDifference, { names, speech }: BoardContext): string {
  return tour === null ? speech.words.compare.everybody : names.full(tour, speech);
}
