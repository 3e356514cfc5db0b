/** Tables of the finance page: the twin of every chart, with sums below. */
import { html, raw } from "hono/html";
import type { Co2Table } from "../co2/section.ts";
import type { Html } from "../page.ts";
import { chartSvg } from "../../functions/usecases/finance/chartSvg.ts";
import { pairChart, type PairRow } from "../../functions/usecases/finance/chart.ts";
import type { Pair } from "../../functions/usecases/finance/figures.ts";
import type { FinanceSpeech } from "./words/index.ts";

export interface PageTable {
  readonly caption: string;
  /** The first is that of the rows' names; all others are figures. */
  readonly heads: readonly string[];
  readonly rows: readonly PageRow[];
  readonly total?: readonly (string | Html)[];
  /** So many columns that paper needs smaller letters. */
  readonly wide?: boolean;
  /** Its cells are texts, not figures. */
  readonly text?: boolean;
}

export interface PageRow {
  readonly cells: readonly (string | Html)[];
  readonly own?: boolean;
}

export function pageTable({ caption, heads, rows, total, wide = false, text = false }: PageTable): Html {
  const num = text ? "" : raw('class="num"');
  const cells = (row: readonly (string | Html)[]): Html[] =>
    row.map((cell, c) => (c === 0 ? html`<th scope="row">${cell}</th>` : html`<td ${num}>${cell}</td>`));
  return html`<div class="scroll${wide ? " is-wide" : ""}" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${heads.map((head, c) => html`<th scope="col" ${c === 0 ? "" : num}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr class="${row.own === true ? "is-own" : ""}">
              ${cells(row.cells)}
            </tr>`,
        )}
      </tbody>
      ${total === undefined ? "" : raw("<tfoot>")}
      ${
        total === undefined
          ? ""
          : html`<tr>
              ${cells(total)}
            </tr>`
      }
      ${total === undefined ? "" : raw("</tfoot>")}
    </table>
  </div>`;
}

/** A table of greenhouse gases as this page draws tables. */
export const co2Table = ({ rows, text, ...table }: Co2Table): Html =>
  pageTable({ ...table, rows: rows.map((cells) => ({ cells })), ...(text === true ? { text } : {}) });

export interface NamedPair extends Pair {
  readonly name: string;
  readonly own?: boolean;
}

/** Alone, jointly, saving, and that as a part of alone. */
export function pairCells({ aloneCents, jointCents }: Pair, { figures: { money, percent } }: FinanceSpeech): string[] {
  const saving = aloneCents - jointCents;
  // Of what costs nothing alone, or is revenue, a saving is no part.
  const part = aloneCents <= 0 ? "–" : percent(saving, aloneCents);
  return [money(aloneCents), money(jointCents), money(saving), part];
}

export const pairHeads = ({ words: { columns } }: FinanceSpeech): string[] => [
  ...[columns.alone, columns.joint, columns.saving, columns.part],
];

/** @param total what the rows sum to, as the plan states it */
export function pairTable(
  caption: string,
  head: string,
  rows: readonly NamedPair[],
  total: Pair,
  speech: FinanceSpeech,
): Html {
  return pageTable({
    ...{ caption, heads: [head, ...pairHeads(speech)] },
    rows: rows.map((row) => ({
      cells: [row.name, ...pairCells(row, speech)],
      ...(row.own === true ? { own: true } : {}),
    })),
    total: [speech.words.total, ...pairCells(total, speech)],
  });
}

/** @param id unique on the page */
export function pairPicture(id: string, title: string, rows: readonly NamedPair[], speech: FinanceSpeech): Html {
  const { money } = speech.figures;
  const { chart } = speech.words;
  const drawn = rows.map(({ name, aloneCents, jointCents, own = false }): PairRow => ({
    ...{ name, aloneCents, jointCents, own },
    said: chart.instead(money(jointCents), money(aloneCents)),
  }));
  const description = drawn.map(({ name, said }) => `${name}: ${said}.`).join(" ");
  return html`<figure>
    <ul class="key" aria-hidden="true">
      <li>
        <svg viewBox="0 0 28 14"><rect class="alone" x="1" y="2" width="26" height="10" /></svg>${chart.alone}
      </li>
      <li>
        <svg viewBox="0 0 28 14"><rect class="joint" x="1" y="2" width="26" height="10" /></svg>${chart.joint}
      </li>
    </ul>
    ${raw(chartSvg(pairChart(drawn), { id, title, description }))}
  </figure>`;
}
