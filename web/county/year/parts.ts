/** What both pages of the year show. Pure. */
import { html, raw } from "hono/html";
import type { YearFigures } from "../../../domain/year/figures.ts";
import type { YearChange } from "../../../domain/year/scenario.ts";
import { chartSvg } from "../../../functions/usecases/finance/chartSvg.ts";
import { pairChart } from "../../../functions/usecases/finance/chart.ts";
import type { AskedState, AskedYear } from "../../../functions/usecases/year/readYears.ts";
import type { Html } from "../../page.ts";
import { pathOf } from "../seat.ts";
import type { CountySpeech } from "../words/index.ts";
import { YEAR_WORDS, type YearWords } from "./words/index.ts";

export interface Compared {
  readonly change: YearChange;
  readonly figures: YearFigures;
  /** Null for the year as it is. */
  readonly base: YearFigures | null;
}

export const yearWords = ({ language }: CountySpeech): YearWords => YEAR_WORDS[language];
export const yearPath = (region: string, ...more: string[]): string =>
  pathOf(region, ["szenarien", "jahr", ...more].join("/"));

export const GAP = "\u00A0";

/** Whole tonnes; a tenth where there are few. */
export const tonnes = (kg: number, { figures }: CountySpeech): string =>
  figures.number(kg / 1000, Math.abs(kg) < 10_000 && Math.round(kg / 100) !== 0 ? 1 : 0);

export const co2Tonnes = (kg: number, { figures }: CountySpeech): string => figures.number(kg / 1000, 1);

/** `+12,00 €`, `−12,00 €`. */
export const moneyMore = (cents: number, { figures }: CountySpeech): string =>
  `${cents > 0 ? "+" : ""}${figures.money(cents)}`;

const MARKS: Readonly<Record<AskedState, string>> = {
  running: "",
  planned: " is-good",
  impossible: " is-warn",
  refused: " is-warn",
  failed: " is-warn",
};

export const stateMark = ({ state }: Pick<AskedYear, "state">, speech: CountySpeech): Html =>
  html`<span class="state${MARKS[state]}">${yearWords(speech).states[state]}</span>`;

export interface PairOf {
  readonly name: string;
  readonly nowCents: number;
  readonly thenCents: number;
}

/** Two bars a row, hollow as it is and solid as it would be; its table stands below. */
export function pairFigure(rows: readonly PairOf[], speech: CountySpeech): Html {
  const { result } = yearWords(speech);
  const { money } = speech.figures;
  const drawn = rows.map(({ name, nowCents, thenCents }) => ({
    ...{ name, aloneCents: nowCents, jointCents: thenCents },
    said: nowCents === thenCents ? money(thenCents) : `${money(nowCents)} → ${money(thenCents)}`,
  }));
  const description = rows
    .map((one) => `${one.name}: ${result.now} ${money(one.nowCents)}, ${result.scenario} ${money(one.thenCents)}.`)
    .join(" ");
  const key = (kind: "alone" | "joint", text: string): Html =>
    html`<li>
      <svg viewBox="0 0 28 14"><rect class="${kind}" x="1" y="2" width="26" height="10" /></svg>${text}
    </li>`;
  return html`<figure>
    <ul class="key" aria-hidden="true">
      ${key("alone", result.now)} ${key("joint", result.scenario)}
    </ul>
    ${raw(chartSvg(pairChart(drawn), { id: "arten-bild", title: result.chart, description }))}
  </figure>`;
}
