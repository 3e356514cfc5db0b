/** A table that scrolls by itself: the first cell of a row is its name, the others are figures unless it says so. */
import { html, raw } from "hono/html";
import type { Html } from "../page.ts";

export interface OpenTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | Html)[])[];
  readonly total?: readonly string[];
  /** Default: figures. */
  readonly text?: boolean;
}

export function openTable({ caption, heads, rows, total, text = false }: OpenTable): Html {
  const num = text ? "" : raw('class="num"');
  const cells = (row: readonly (string | Html)[]): Html[] =>
    row.map((cell, c) => (c === 0 ? html`<th scope="row">${cell}</th>` : html`<td ${num}>${cell}</td>`));
  const line = (row: readonly (string | Html)[]): Html =>
    html`<tr>
      ${cells(row)}
    </tr>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
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
        ${rows.map(line)}
      </tbody>
      ${total === undefined ? "" : raw("<tfoot>")}${total === undefined ? "" : line(total)}${total === undefined ? "" : raw("</tfoot>")}
    </table>
  </div>`;
}
