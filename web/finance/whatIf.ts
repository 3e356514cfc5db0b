/** What if the rule were another, or prices. */
import { html, raw } from "hono/html";
import type { FinanceFigures } from "../../functions/usecases/finance/figures.ts";
import type { PriceChange, Priced } from "../../functions/usecases/finance/prices.ts";
import type { Html } from "../page.ts";
import { pageTable, pairCells, pairHeads } from "./tables.ts";
import type { FinanceSpeech } from "./words/index.ts";

/** What was typed, and whether it cannot be reckoned with. */
export interface TypedPrices {
  readonly gate: string;
  readonly haulage: string;
  readonly gateWrong: boolean;
  readonly haulageWrong: boolean;
}

export function rulesSection(figures: FinanceFigures, speech: FinanceSpeech): Html {
  const { words, terms } = speech;
  const { money, percent } = speech.figures;
  const seen = figures.members.filter(({ full }) => full !== null);
  if (seen.length === 0) return html``;
  const share = (cents: number, aloneCents: number): Html =>
    html`${money(cents)}<small>${aloneCents <= 0 ? "" : percent(cents - aloneCents, aloneCents)}</small>`;
  const rows = figures.rules.map(({ rule, shares, guaranteed, stable, blockingCount }) => ({
    cells: [
      rule === figures.rule ? `${terms.rules[rule].name} (${words.rules.applies})` : terms.rules[rule].name,
      guaranteed ? words.yes : words.no,
      stable ? words.yes : words.rules.blocking(blockingCount),
      ...seen.map(({ ags, aloneCents }) => share(shares[ags]!, aloneCents)),
    ],
    own: rule === figures.rule,
  }));
  const alone = { cells: [words.rules.alone, "–", "–", ...seen.map(({ aloneCents }) => money(aloneCents))] };
  return html`<section aria-labelledby="schluessel">
    <h2 id="schluessel">${words.rules.head}</h2>
    <p>${words.rules.lead}</p>
    ${pageTable({
      caption: words.rules.caption,
      heads: [words.columns.rule, words.columns.guaranteed, words.columns.stable, ...seen.map(({ name }) => name)],
      rows: [alone, ...rows],
      wide: seen.length > 4,
    })}
    <p>
      ${
        figures.ruleFindings.length === 0
          ? words.rules.checked
          : html`${words.rules.objected} <span lang="en">${figures.ruleFindings.join("; ")}</span>`
      }
    </p>
  </section>`;
}

export interface PricesView {
  readonly figures: FinanceFigures;
  readonly priced: Priced;
  readonly change: PriceChange;
  readonly typed: TypedPrices;
}

export function pricesSection({ figures, priced, change, typed }: PricesView, speech: FinanceSpeech): Html {
  const { words } = speech;
  const { money } = speech.figures;
  const { prices } = words;
  const signed = (percent: number): string =>
    `${percent > 0 ? "+" : ""}${speech.figures.percent(percent, 100).replace(/[.,]0(?=\D|$)/, "")}`;
  const seen = figures.members.flatMap((m, i) => (m.full === null ? [] : [{ ...m, priced: priced.members[i]! }]));
  const known = priced.shares === "known";
  const note = { known: prices.sharesKnown, needsPlanning: prices.needsPlanning, noSaving: prices.noSaving };
  return html`<section aria-labelledby="preise">
    <h2 id="preise">${prices.head}</h2>
    <form class="picker" method="get" action="/finanzen#preise">
      <input type="hidden" name="region" value="${figures.region}" />
      <input type="hidden" name="woche" value="${figures.week}" />
      <p class="wide">${prices.lead}</p>
      ${field("annahme", prices.gate, typed.gate, typed.gateWrong, prices.range)}
      ${field("transport", prices.haulage, typed.haulage, typed.haulageWrong, prices.range)}
      <button class="button quiet">${prices.reckon}</button>
    </form>
    ${pageTable({
      caption: prices.caption,
      heads: [words.columns.prices, ...pairHeads(speech)],
      rows: [
        { cells: [prices.planned, ...pairCells(figures.totals, speech)] },
        {
          cells: [
            prices.changed(signed(change.gatePercent), signed(change.haulagePercent)),
            ...pairCells(priced, speech),
          ],
          own: true,
        },
      ],
    })}
    <p>${prices.fixed}</p>
    ${
      seen.length === 0
        ? ""
        : pageTable({
            caption: `${prices.caption}: ${words.members.head}`,
            heads: [words.columns.member, words.columns.alone, ...(known ? [words.columns.share] : [])],
            rows: seen.map(({ name, priced: { aloneCents, shareCents } }) => ({
              cells: [name, money(aloneCents), ...(shareCents === null ? [] : [money(shareCents)])],
            })),
          })
    }
    <p>${note[priced.shares]}</p>
  </section>`;
}

function field(name: string, label: string, value: string, wrong: boolean, hint: string): Html {
  return html`<p>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      inputmode="numeric"
      autocomplete="off"
      maxlength="5"
      value="${value}"
      ${wrong ? raw(`aria-invalid="true" aria-describedby="${name}-miss"`) : ""}
    />
    ${wrong ? html`<span class="miss" id="${name}-miss">${hint}</span>` : ""}
  </p>`;
}
