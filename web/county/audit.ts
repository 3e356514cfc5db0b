/** The audit log as people read it. Pure: from entries to markup. */
import { html } from "hono/html";
import {
  AUDIT_GROUPS,
  type AuditFilter,
  type AuditGroup,
  type AuditPage,
} from "../../functions/usecases/county/auditPage.ts";
import type { Html } from "../page.ts";
import { entryText } from "./entryText.ts";
import { field, select } from "./frame.ts";
import { pathOf } from "./seat.ts";
import { table } from "./table.ts";
import type { CountySpeech } from "./words/index.ts";

export interface AuditView {
  readonly region: string;
  readonly filter: AuditFilter;
  /** The days are the wrong way round, and count for nothing. */
  readonly wrong: boolean;
  readonly page: AuditPage;
  readonly nameOf: (ags: string) => string;
}

export function auditLogPage(view: AuditView, speech: CountySpeech): { head: string; main: Html } {
  const { audit, sections } = speech.words;
  const main = html`<h1>${sections.protokoll}</h1>
    <p class="lead">${audit.lead}</p>
    ${filterForm(view, speech)} ${entryTable(view, speech)} ${pages(view, speech)} ${whole(view, speech)}`;
  return { head: sections.protokoll, main };
}

function filterForm({ region, filter, wrong }: AuditView, { words: { audit } }: CountySpeech): Html {
  const groups = Object.keys(AUDIT_GROUPS) as AuditGroup[];
  const choices = [
    { value: "", text: audit.filter.all },
    ...groups.map((one) => ({ value: one, text: audit.groups[one] })),
  ];
  const faults = wrong ? [{ field: "bis", text: audit.filter.wrong }] : [];
  return html`<form
    class="picker"
    method="get"
    action="${pathOf(region, "protokoll")}"
    aria-label="${audit.filter.label}"
  >
    ${select({ id: "was", label: audit.filter.group }, choices, filter.group ?? "")}
    ${field({ id: "von", label: audit.filter.from, input: { type: "date", value: filter.from } })}
    ${field({ id: "bis", label: audit.filter.until, faults, input: { type: "date", value: filter.until } })}
    <button class="button quiet">${audit.filter.show}</button>
  </form>`;
}

function entryTable({ page, nameOf }: AuditView, speech: CountySpeech): Html {
  const { audit } = speech.words;
  if (page.entries.length === 0) return html`<p>${audit.none}</p>`;
  const rows = page.entries.map((entry) => {
    const { seq, at, sha256, kind, subject, data } = entry;
    const exact = JSON.stringify({ kind, subject, data, sha256 }, undefined, 2);
    return [
      speech.figures.number(seq),
      speech.figures.moment(at),
      html`${entryText(entry, nameOf, speech)}
        <details class="screen-only">
          <summary aria-label="${audit.detailsOf(seq)}">${audit.details}</summary>
          <pre lang="en">${exact}</pre>
        </details>`,
    ];
  });
  const { number, at, what } = audit.columns;
  return table({ caption: audit.caption, heads: [number, at, what], rows, numbers: [0] });
}

function pages({ region, filter, page }: AuditView, { words: { audit } }: CountySpeech): Html {
  const query = (before?: number): string => {
    const { group, from, until } = filter;
    const given = { was: group, von: from, bis: until, vor: before === undefined ? undefined : String(before) };
    const set = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined);
    return `${pathOf(region, "protokoll")}?${new URLSearchParams(set).toString()}`;
  };
  return html`<p class="actions">
    ${page.next === undefined ? "" : html`<a class="button quiet" href="${query(page.next)}">${audit.older}</a>`}
    ${filter.before === undefined ? "" : html`<a class="button quiet" href="${query()}">${audit.newest}</a>`}
  </p>`;
}

function whole({ region }: AuditView, { words: { audit } }: CountySpeech): Html {
  return html`<section aria-labelledby="pruefen">
    <h2 id="pruefen">${audit.whole.head}</h2>
    <p>${audit.whole.lead}</p>
    <p class="command" aria-label="${audit.whole.verify}" role="group">
      <code>gruenverbund verify-log ${region}-audit-log.jsonl</code>
    </p>
    <p>${audit.whole.after}</p>
    <p class="actions"><a class="button" href="/api/regions/${region}/audit-log">${audit.whole.download}</a></p>
  </section>`;
}
