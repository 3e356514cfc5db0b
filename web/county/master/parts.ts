/** What the pages of the master data are made of: problems with their places, and changes from what to what. Pure. */
import { html } from "hono/html";
import type { Problem } from "../../../domain/problem.ts";
import type { FileChange, RowChange } from "../../../functions/usecases/master/diff.ts";
import type { Html } from "../../page.ts";
import { table } from "../table.ts";
import type { CountySpeech } from "../words/index.ts";
import type { FaultWords } from "./words/faultsDe.ts";
import { FAULTS, MASTER_WORDS, type MasterWords } from "./words/index.ts";

export const wordsOf = ({ language }: CountySpeech): MasterWords => MASTER_WORDS[language];

export const nameOf = (file: string, words: MasterWords): string => words.names[file] ?? file;

/** Shown at once; the table of more would help nobody. */
const MOST_PROBLEMS = 200;

/** In words of the page's language by their code; beneath them the importer's own English, which names the values. */
export function problemTable(problems: readonly Problem[], caption: string, speech: CountySpeech): Html {
  const { line, column, row, cause, action } = wordsOf(speech).problems;
  const known: Readonly<Record<string, FaultWords>> | undefined = FAULTS[speech.language];
  const said = (own: string | undefined, english: string): Html =>
    own === undefined ? html`<span lang="en">${english}</span>` : html`${own}<small lang="en">${english}</small>`;
  const rows = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ place, code, cause: why, action: what }) => [
      html`${place.file ?? "–"}${place.row === undefined ? "" : `:${place.row}`}`,
      html`<code>${place.field ?? "–"}</code>`,
      place.id ?? "–",
      html`${said(known?.[code]?.[0], why)}<small><code>${code}</code></small>`,
      said(known?.[code]?.[1], what),
    ]);
  return table({ caption, heads: [line, column, row, cause, action], rows });
}

/** So many entries of a file are shown in full; the others are counted. */
const MOST_ROWS = 200;

export function changeTables(changes: readonly FileChange[], speech: CountySpeech): Html {
  const words = wordsOf(speech);
  return html`${changes.map(({ file, rows }) => {
    const shown = rows
      .slice(0, MOST_ROWS)
      .map((row) => [
        row.id === "" ? file : row.id,
        html`<span class="state ${row.kind === "removed" ? "is-warn" : "is-good"}"
          >${words.preview.kinds[row.kind]}</span
        >`,
        cells(row, words),
      ]);
    const more = rows.length - shown.length;
    return html`${table({
      caption: `${words.preview.caption(nameOf(file, words))} (${file})`,
      heads: [words.preview.row, words.preview.what, `${words.preview.from} → ${words.preview.to}`],
      rows: shown,
    })}${more === 0 ? "" : html`<p>${words.preview.more(speech.figures.number(more))}</p>`}`;
  })}`;
}

function cells({ kind, cells: fields }: RowChange, { preview }: MasterWords): Html {
  const said = fields.filter(({ field }) => kind === "changed" || (field !== "source" && field !== "verified"));
  return html`<ul>
    ${said.map(({ field, from, to }) => {
      const name = field === "" ? "" : html`<code>${field}</code> `;
      if (kind === "added") return html`<li>${name}<ins>${to}</ins></li>`;
      if (kind === "removed") return html`<li>${name}<del>${from}</del></li>`;
      return html`<li>
        ${name}<del>${from === "" ? preview.empty : from}</del> → <ins>${to === "" ? preview.empty : to}</ins>
      </li>`;
    })}
  </ul>`;
}
