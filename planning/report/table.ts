/** Data tables with caption and scopes, inside a frame that scrolls by itself when the page is narrower than the table. */
import { markup, type Content, type Html } from "./html.ts";

export interface Column {
  readonly head: Content;
  /** Right-aligned figures that do not break. */
  readonly numeric?: boolean;
}

/** The first cell of a row is its header. */
export interface TableParts {
  readonly id: string;
  readonly caption: Content;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Content[])[];
  readonly total?: readonly Content[];
}

function cell(content: Content, column: Column | undefined): Html {
  return column?.numeric === true ? markup`<td class="num">${content}</td>` : markup`<td>${content}</td>`;
}

function row(cells: readonly Content[], columns: readonly Column[]): Html {
  const [head, ...rest] = cells;
  return markup`<tr><th scope="row">${head}</th>${rest.map((content, index) => cell(content, columns[index + 1]))}</tr>`;
}

function head(column: Column): Html {
  return column.numeric === true
    ? markup`<th scope="col" class="num">${column.head}</th>`
    : markup`<th scope="col">${column.head}</th>`;
}

export function dataTable({ id, caption, columns, rows, total }: TableParts): Html {
  return markup`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table>
<caption id="${id}"><span>${caption}</span></caption>
<thead><tr>${columns.map(head)}</tr></thead>
<tbody>${rows.map((cells) => row(cells, columns))}</tbody>
${total === undefined ? null : markup`<tfoot>${row(total, columns)}</tfoot>`}</table></div>`;
}
