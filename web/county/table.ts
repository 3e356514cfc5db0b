/** Tables of the administration: a caption, the row's name first, scrolled when they are wider than the page. */
import { html, raw } from "hono/html";
import type { Html } from "../page.ts";

export type Cell = string | Html;

export interface CountyTable {
  readonly caption: string;
  readonly heads: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of figures, from 0. */
  readonly numbers?: readonly number[];
  readonly total?: readonly Cell[];
  /** The last column holds what one presses, and so is left out on paper. */
  readonly pressed?: boolean;
  /** Said to ears alone where the heading above says it to eyes. */
  readonly quiet?: boolean;
}

export function table({
  caption,
  heads,
  rows,
  numbers = [],
  total,
  pressed = false,
  quiet = false,
}: CountyTable): Html {
  const kind = (c: number): Html => {
    if (numbers.includes(c)) return html`${raw('class="num"')}`;
    return pressed && c === heads.length - 1 ? html`${raw('class="screen-only"')}` : html``;
  };
  const line = (cells: readonly Cell[]): Html =>
    html`<tr>
      ${cells.map((cell, c) => (c === 0 ? html`<th scope="row" ${kind(c)}>${cell}</th>` : html`<td ${kind(c)}>${cell}</td>`))}
    </tr>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}">
    <table>
      <caption${quiet ? raw(' class="visually-hidden"') : ""}><span>${caption}</span></caption>
      <thead>
        <tr>
          ${heads.map((head, c) => html`<th scope="col" ${kind(c)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(line)}
      </tbody>
      ${total === undefined ? "" : html`${raw("<tfoot>")}${line(total)}${raw("</tfoot>")}`}
    </table>
  </div>`;
}
