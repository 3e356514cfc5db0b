/** The statement as a page that stands by itself: no script, nothing loaded, prints well. */
import { markup, verbatim, type Html } from "../../../planning/report/html.ts";
import { dataTable } from "../../../planning/report/table.ts";
import { money } from "../../../planning/report/words.ts";
import { writtenValue } from "../finance/files/paperTable.ts";
import type { FinanceTable } from "../finance/files/tables.ts";
import type { Statement } from "./statement.ts";

const STYLE = `
:root { color-scheme: light; } body { font: 1rem/1.5 system-ui, sans-serif; color: #1b211d; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } .eyebrow, .note, footer { color: #4b574f; font-size: .9rem; }
dl.figures { display: flex; flex-wrap: wrap; gap: 1rem 3rem; } dl.figures dt { font-size: .9rem; color: #4b574f; } dl.figures dd { margin: 0; font-size: 1.5rem; font-weight: 650; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; } dl.facts dd { margin: 0; overflow-wrap: anywhere; } dl.facts dt { color: #4b574f; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; } caption { text-align: left; }
caption span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #d5dbd6; vertical-align: top; }
.num { text-align: right; white-space: nowrap; } tfoot th, tfoot td { font-weight: 650; border-top: 2px solid #1b211d; } thead th { border-bottom: 2px solid #1b211d; }
tbody th { white-space: nowrap; }
@page { size: A4; margin: 18mm 15mm; } @media print { tbody th { white-space: normal; } body { margin: 0; max-width: none; font-size: 9.5pt; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`;

export function statementHtml({ title, eyebrow, figures, sentences, tables, facts }: Statement): string {
  return markup`${verbatim("<!doctype html>\n")}<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${verbatim(STYLE)}</style></head>
<body><main>
<p class="eyebrow">${eyebrow}</p>
<h1>${title}</h1>
<dl class="figures">${figures.map(([label, cents]) => markup`<div><dt>${label}</dt><dd>${money(cents)}</dd></div>`)}</dl>
${sentences.map((sentence) => markup`<p>${sentence}</p>`)}
${tables.map(section)}
<h2>Herkunft</h2>
<dl class="facts">${facts.map(([label, text]) => markup`<dt>${label}</dt><dd>${text}</dd>`)}</dl>
</main></body></html>
`.toString();
}

function section({ title, columns, rows, total, note }: FinanceTable, index: number): Html {
  const written = (row: FinanceTable["rows"][number]): string[] =>
    row.map((value, c) => writtenValue(value, columns[c]!));
  return markup`<h2>${title}</h2>
${dataTable({
  ...{ id: `t${index}`, caption: title, rows: rows.map(written) },
  columns: columns.map(({ head, unit }) => ({ head, numeric: unit !== "text" })),
  ...(total === null ? {} : { total: written(total) }),
})}
${note === undefined ? null : markup`<p class="note">${note}</p>`}`;
}
