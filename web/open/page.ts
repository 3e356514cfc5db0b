/** The public page of a region. Pure: from figures to markup. */
import { html } from "hono/html";
import type { BaseTiles } from "../map/types.ts";
import { MAP_STYLESHEETS, mapPolicy } from "../map/figure.ts";
import type { PublicFigures, PlanSaving } from "../../functions/usecases/openData/figures.ts";
import { savingOf } from "../../functions/usecases/openData/saving.ts";
import { co2Section } from "../co2/section.ts";
import { settledCo2Section } from "../co2/settledSection.ts";
import { co2Speech } from "../co2/words/index.ts";
import type { Html, PageParts } from "../page.ts";
import { dataPath, OPEN_DATA_PATH, PUBLIC_PATH } from "./paths.ts";
import { mapSection, monthsSection, plansSection } from "./sections.ts";
import { openTable } from "./table.ts";
import type { OpenSpeech } from "./words/index.ts";

export interface PublicView {
  readonly figures: PublicFigures;
  /** Of all regions here. */
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly tiles?: BaseTiles;
}

export function publicPage(view: PublicView, speech: OpenSpeech): PageParts {
  const { figures, tiles } = view;
  const { words } = speech;
  const plan = figures.plans[0];
  const main = html`${picker(view, speech)}
  ${figures.synthetic === null ? "" : html`<p class="note" lang="de" role="note">${figures.synthetic}</p>`}
  ${headOf(figures, plan, speech)} ${plan === undefined ? "" : topFigures(plan, speech)} ${howSection(speech)}
  ${monthsSection(figures, speech)} ${mapSection(figures, tiles, speech)}
  ${
    figures.co2 === null
      ? ""
      : co2Section({ ...figures.co2, factors: figures.factors }, co2Speech(speech.language), openTable)
  }
  ${figures.settledCo2 === null ? "" : settledCo2Section(figures.settledCo2, co2Speech(speech.language), openTable)}
  ${plansSection(figures, speech)} ${checkSection(figures, speech)}`;
  return {
    ...{ title: `${words.title}, ${figures.name}`, trail: html`${words.trail}`, main },
    ...{ stylesheets: MAP_STYLESHEETS, policy: mapPolicy(tiles) },
  };
}

function picker({ figures, regions }: PublicView, { words: { choose } }: OpenSpeech): Html {
  if (regions.length < 2) return html``;
  return html`<form class="picker" method="get" action="${PUBLIC_PATH}" aria-label="${choose.label}">
    <p>
      <label for="region">${choose.region}</label>
      <select id="region" name="region">
        ${regions.map(({ id, name }) =>
          id === figures.region
            ? html`<option value="${id}" selected>${name}</option>`
            : html`<option value="${id}">${name}</option>`,
        )}
      </select>
    </p>
    <button class="button quiet">${choose.show}</button>
  </form>`;
}

function headOf(figures: PublicFigures, plan: PlanSaving | undefined, { words, figures: format }: OpenSpeech): Html {
  const { name, municipalities, points } = figures;
  const counts = `${words.municipalities(municipalities.length)} · ${words.points(points.length)}`;
  if (plan === undefined)
    return html`<p class="eyebrow">${counts}</p>
      <h1>${name}</h1>
      <p class="lead">${words.empty.noPlan}</p>`;
  const span = format.weeks(plan.firstWeek, plan.lastWeek);
  const { kind, amount } = savingOf(plan.costCents);
  return html`<p class="eyebrow">${counts} · ${format.days(plan.firstWeek, plan.lastWeek)}</p>
    <h1>${kind === "gain" ? words.head.saves(name, format.money(amount), span) : words.head.level(name, span)}</h1>
    <p class="lead">${words.lead}</p>`;
}

function topFigures(plan: PlanSaving, { words, figures: format }: OpenSpeech): Html {
  const { costCents, distanceMetres, kgCo2e, members } = plan;
  const kilograms = (kg: number): string => `${format.number(kg)}\u00A0kg`;
  const rows = [
    [words.figures.money, costCents, format.money, "is-saving"],
    ...(distanceMetres === null ? [] : [[words.figures.distance, distanceMetres, format.kilometres, ""] as const]),
    ...(kgCo2e === null ? [] : [[words.figures.co2, kgCo2e, kilograms, ""] as const]),
  ] as const;
  const fewer = members.sharing < members.planned;
  return html`${fewer ? html`<p class="note">${words.figures.fewer(members.sharing, members.planned)}</p>` : ""}
    <dl class="figures">
      ${rows.map(([name, pair, write, className]) => {
        const { kind, amount } = savingOf(pair);
        const side = kind === "loss" ? words.figures.more : words.figures.less;
        return html`<div class="${className}">
          <dt>${name}</dt>
          <dd class="value">
            ${kind === "none" ? html`<small>${words.figures.noSaving}</small>` : html`${write(Math.abs(amount))} <small>${side}</small>`}
          </dd>
          <dd>
            ${words.figures.instead(write(pair.joint), write(pair.alone))}.
            ${words.figures.part(format.percent(-amount, pair.alone))}
          </dd>
        </div>`;
      })}
    </dl>`;
}

function howSection({ words: { how } }: OpenSpeech): Html {
  return html`<section aria-labelledby="wie">
    <h2 id="wie">${how.head}</h2>
    <ol class="how">
      ${how.sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
  </section>`;
}

function checkSection({ region, attribution }: PublicFigures, { words: { check, data } }: OpenSpeech): Html {
  return html`<section aria-labelledby="pruefen">
    <h2 id="pruefen">${check.head}</h2>
    <p>${check.text}</p>
    <p>${check.shares}</p>
    <p class="actions">
      <a class="button" href="${OPEN_DATA_PATH}">${check.data}</a>
      <a class="button quiet" href="${dataPath(region, "einsparungen.csv")}">${data.datasets.einsparungen} (CSV)</a>
      <a class="button quiet" href="/api/keys">${check.keys}</a>
    </p>
    ${attribution.length === 0 ? "" : html`<p class="muted small" lang="de">${attribution.join("; ")}</p>`}
  </section>`;
}

/** There is nothing to show, and why. */
export function nothingPage(kind: "noRegion" | "unknown", { words }: OpenSpeech): PageParts {
  const main =
    kind === "noRegion"
      ? html`<h1>${words.empty.noRegion}</h1>
          <p class="lead">${words.empty.noRegionLead}</p>
          <p><a class="button" href="/">${words.home}</a></p>`
      : html`<h1>${words.unknown.head}</h1>
          <p><a class="button" href="${PUBLIC_PATH}">${words.unknown.back}</a></p>`;
  return { title: words.title, trail: html`${words.trail}`, main };
}
