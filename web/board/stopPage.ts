/** One load: what it is, and every place where it could go with its price. All by plain forms. */
import { html } from "hono/html";
import { clockOf } from "../../domain/language/format.ts";
import type { BoardLeft, StopRef } from "../../functions/usecases/board/view.ts";
import { fillFacts, fillSpeech } from "../fill/fill.ts";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { boardAddress } from "./address.ts";
import { loadName, orderButton } from "./card.ts";
import type { Found } from "./findLoad.ts";
import { orderForm } from "./page.ts";
import { sign } from "./pictures.ts";
import { priceText } from "./prices.ts";
import { violationText, whyText } from "./sentences.ts";
import type { Target } from "./targets.ts";
import { atOf, colon, type BoardContext } from "./view.ts";

export function stopPage(context: BoardContext, ref: StopRef, found: Found, targets: readonly Target[]): PageParts {
  const { view, speech, aside, names } = context;
  const { words } = speech;
  const load = found.kind === "tour" ? found.stop : found.left;
  const name = loadName(load as BoardLeft, speech);
  const where = found.kind === "tour" ? names.full(found.tour, speech) : words.stop.standing;
  const main = html`<p><a href="${boardAddress(atOf(view))}">← ${words.stop.back}</a></p>
    <p class="eyebrow">${words.stop.where}${colon(speech)} ${where}</p>
    <h1>${name}</h1>
    ${facts(ref, found, context)} ${acts(ref, found, name, context)}
    <h2 id="ziele">${words.stop.targets}</h2>
    <p>${words.stop.lead}</p>
    ${targetTable(ref, targets, name, context)} ${orderForm(context)}`;
  return { title: `${name} – ${words.title}`, trail: html`${words.trail}`, aside, main, help: HELP.boardMove };
}

function facts(ref: StopRef, found: Found, { view, speech }: BoardContext): Html {
  const { words, figures } = speech;
  const fill = view.fills[ref];
  const load = found.kind === "tour" ? found.stop : found.left;
  const rows: (readonly [string, string | Html])[] = [
    [words.stop.facts.amount, `${figures.tonnes(load.massKg)}, ${figures.number(load.volumeLitres / 1000, 1)}\u00A0m³`],
    ...(load.facility === undefined ? [] : [[words.stop.facts.facility, load.facility] as const]),
    ...(fill === undefined ? [] : fillFacts(fill, view.days, fillSpeech(speech.language))),
  ];
  if (found.kind === "tour") {
    const { stop } = found;
    rows.push([words.stop.facts.arrival, clockOf(stop.arrivesAt)]);
    if (stop.savesCents !== undefined && stop.savesCents !== null)
      rows.push([words.stop.facts.price, figures.money(stop.savesCents)]);
  } else {
    const { left } = found;
    rows.push([words.left.head, left.why === null ? "–" : whyText(left.why, speech)]);
    rows.push([words.stop.facts.price, left.priceCents === null ? words.left.noPrice : figures.money(left.priceCents)]);
  }
  return html`<dl class="facts">
    ${rows.map(
      ([term, text]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

function acts(ref: StopRef, found: Found, name: string, { speech: { words } }: BoardContext): Html {
  const locked = (found.kind === "tour" ? found.stop.locked : found.left.locked) === true;
  const small = "button quiet small";
  return html`<p class="tools">
    ${found.kind === "tour" ? orderButton({ kind: "remove", stop: ref }, words.card.remove, name, small) : ""}
    ${
      locked
        ? orderButton({ kind: "unlock", stop: ref }, words.card.unlock, name, small)
        : orderButton({ kind: "lock", stop: ref }, words.card.lock, name, small)
    }
  </p>`;
}

function targetTable(ref: StopRef, targets: readonly Target[], name: string, context: BoardContext): Html {
  const { names, speech } = context;
  const { words, figures } = speech;
  const { columns } = words.stop;
  const row = ({ to, loads, here, price }: Target): Html => {
    const place = loads === 1 ? words.stop.alone : words.stop.place(to.position + 1, loads);
    const broken = price.violations.length;
    return html`<tr class="${broken === 0 ? "" : "is-broken"}">
      <td class="screen-only">
        ${orderButton({ kind: "move", stop: ref, to }, words.stop.put, `${name}, ${names.full(to, speech)}`, "button quiet small")}
      </td>
      <th scope="row">${names.vehicle(to.vehicleId)?.name ?? to.vehicleId}</th>
      <td>${figures.day(to.date)}</td>
      <td>${place}${here ? html` <small>${words.stop.now}</small>` : ""}</td>
      <td class="num">${priceText(price.deltaCents, speech)}</td>
      <td>
        ${broken === 0 ? words.stop.yes : html`${sign("warn")} ${words.stop.no}${colon(speech)}`}
        ${price.violations.map((one) => html`<small>${violationText(one, speech)}</small>`)}
      </td>
    </tr>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="ziele">
    <table class="targets">
      <caption class="visually-hidden">
        ${words.stop.targets}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="screen-only">${columns.act}</th>
          <th scope="col">${columns.vehicle}</th>
          <th scope="col">${columns.day}</th>
          <th scope="col">${columns.place}</th>
          <th scope="col" class="num">${columns.price}</th>
          <th scope="col">${columns.holds}</th>
        </tr>
      </thead>
      <tbody>
        ${targets.map(row)}
      </tbody>
    </table>
  </div>`;
}
