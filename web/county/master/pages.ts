/** The pages of the master data: tables, upload, preview, earlier states. Pure: from data to markup. */
import { html } from "hono/html";
import type { Problem } from "../../../domain/problem.ts";
import type { MasterVersion, restorable } from "../../../functions/usecases/master/changeMaster.ts";
import type { Preview } from "../../../functions/usecases/master/preview.ts";
import type { FileSummary, TableRows } from "../../../functions/usecases/master/tables.ts";
import type { Html } from "../../page.ts";
import { faultSummary, hidden, notice, type Fault } from "../frame.ts";
import { pathOf, type Shown } from "../seat.ts";
import { table } from "../table.ts";
import type { CountySpeech } from "../words/index.ts";
import { changeTables, nameOf, problemTable, wordsOf } from "./parts.ts";

export interface MasterView {
  readonly region: string;
  readonly csrf: string;
  readonly files: readonly FileSummary[];
  readonly versions: readonly MasterVersion[];
  readonly warnings: readonly Problem[];
  readonly notice?: string | undefined;
  readonly faults?: readonly Fault[];
}

export function masterPage(view: MasterView, speech: CountySpeech): Shown {
  const words = wordsOf(speech);
  const faults = view.faults ?? [];
  const main = html`<h1>${speech.words.sections.stammdaten}</h1>
    <p class="lead">${words.lead}</p>
    ${notice(view.notice)} ${faultSummary(faults, speech)} ${fileList(view, speech)} ${uploadForm(view, speech)}
    ${
      view.warnings.length === 0
        ? ""
        : html`<section aria-labelledby="hinweise">
            <h2 id="hinweise">${words.problems.now(view.warnings.length)}</h2>
            ${problemTable(view.warnings, words.problems.warnings(view.warnings.length), speech)}
          </section>`
    }
    ${versionList(view, speech)}`;
  return { head: speech.words.sections.stammdaten, main };
}

function fileList({ region, files }: MasterView, speech: CountySpeech): Html {
  const words = wordsOf(speech);
  const { caption, file, rows, open, download, downloadOf, missing, document } = words.files;
  const lines = files.map(({ name, rows: count, there }) => {
    const shown = nameOf(name, words);
    const path = pathOf(region, `stammdaten/${name}`);
    return [
      there ? html`<a href="${path}">${shown}</a><small>${name}</small>` : html`${shown}<small>${name}</small>`,
      there ? (count === null ? document : speech.figures.number(count)) : missing,
      there ? html`<a class="screen-only" href="${path}/datei" aria-label="${downloadOf(name)}">${download}</a>` : "–",
    ];
  });
  return html`<section class="first" aria-label="${words.files.head}">
    ${table({ caption, heads: [file, rows, html`<span class="visually-hidden">${open}, </span>${download}`], rows: lines, numbers: [1], pressed: true })}
  </section>`;
}

function uploadForm({ region, csrf, faults = [] }: MasterView, speech: CountySpeech): Html {
  const { upload } = wordsOf(speech);
  const own = faults.some(({ field }) => field === "dateien");
  return html`<section aria-labelledby="hochladen" class="screen-only">
    <h2 id="hochladen">${upload.head}</h2>
    <p>${upload.lead}</p>
    <form method="post" action="${pathOf(region, "stammdaten/vorschau")}" enctype="multipart/form-data">
      ${hidden("csrf", csrf)}
      <div class="fields">
        <div class="field">
          <label for="dateien">${upload.label}</label>
          <input
            id="dateien"
            name="dateien"
            type="file"
            multiple
            accept=".csv,.json,.geojson"
            aria-describedby="dateien-help"
            ${own ? "aria-invalid=true" : ""}
          />
          <p class="hint" id="dateien-help">${upload.help}</p>
        </div>
      </div>
      <p class="actions"><button class="button">${upload.button}</button></p>
    </form>
  </section>`;
}

function versionList({ region, versions }: MasterView, speech: CountySpeech): Html {
  const words = wordsOf(speech);
  const { head, lead, none, caption, number, at, what, undo, undoOf, restored } = words.versions;
  const { figures } = speech;
  const rows = versions.map((one) => [
    figures.number(one.version),
    figures.moment(one.at),
    html`${one.restored === null ? "" : html`${restored(String(one.restored))}: `}${counts(one, speech)}
      <small>${figures.list(one.files.map((file) => nameOf(file, words)))}</small>`,
    html`<a
      class="screen-only"
      href="${pathOf(region, `stammdaten/stand/${one.version}`)}"
      aria-label="${undoOf(String(one.version))}"
      >${undo}</a
    >`,
  ]);
  return html`<section aria-labelledby="staende">
    <h2 id="staende">${head}</h2>
    <p>${versions.length === 0 ? none : lead}</p>
    ${versions.length === 0 ? "" : table({ caption, heads: [number, at, what, undo], rows, pressed: true })}
  </section>`;
}

export function counts(
  { added, changed, removed }: { added: number; changed: number; removed: number },
  speech: CountySpeech,
): string {
  const { number } = speech.figures;
  return wordsOf(speech).preview.counts(number(added), number(changed), number(removed));
}

export function tablePage(
  region: string,
  { name, columns, rows, total, text }: TableRows,
  speech: CountySpeech,
): Shown {
  const words = wordsOf(speech);
  const head = nameOf(name, words);
  const { number } = speech.figures;
  const main = html`<h1>${head}</h1>
    <p class="muted">${name}</p>
    ${
      columns.length === 0
        ? html`<pre class="command" tabindex="0" role="group" aria-label="${head}"><code>${text}</code></pre>`
        : table({ caption: head, quiet: true, heads: columns, rows })
    }
    ${total > rows.length && columns.length > 0 ? html`<p>${words.files.truncated(number(rows.length), number(total))}</p>` : ""}
    <p class="actions">
      <a class="button" href="${pathOf(region, `stammdaten/${name}/datei`)}">${words.files.download}</a>
      <a class="button quiet" href="${pathOf(region, "stammdaten")}">${words.back}</a>
    </p>`;
  return { head, main };
}

export function previewPage(region: string, preview: Preview, csrf: string, speech: CountySpeech): Shown {
  const words = wordsOf(speech);
  const warnings = preview.problems.filter(({ severity }) => severity === "warning");
  const main = html`<h1>${words.preview.head}</h1>
    <p class="lead">${words.preview.lead}</p>
    <p><strong>${counts(preview.counts, speech)}</strong></p>
    ${changeTables(preview.changes, speech)}
    ${
      warnings.length === 0
        ? ""
        : html`<h2>${words.problems.warnings(warnings.length)}</h2>
            ${problemTable(warnings, words.problems.warnings(warnings.length), speech)}`
    }
    <form method="post" action="${pathOf(region, "stammdaten/uebernehmen")}">
      ${hidden("csrf", csrf)} ${hidden("vorschau", preview.id)}
      <p class="actions">
        <button class="button">${words.preview.confirm}</button>
        <a class="button quiet" href="${pathOf(region, "stammdaten")}">${words.preview.cancel}</a>
      </p>
    </form>`;
  return { head: words.preview.head, main };
}

/** @param again address of the page with the form that was sent */
export function problemsPage(problems: readonly Problem[], again: string, speech: CountySpeech): Shown {
  const words = wordsOf(speech);
  const errors = problems.filter(({ severity }) => severity === "error");
  const head = words.problems.head(errors.length);
  const main = html`<h1>${head}</h1>
    <p class="lead" role="alert">${words.problems.lead}</p>
    ${problemTable(errors, words.problems.caption, speech)}
    <p class="actions"><a class="button" href="${again}">${words.problems.again}</a></p>`;
  return { head, main };
}

type Restorable = NonNullable<Awaited<ReturnType<typeof restorable>>>;

export function restorePage(region: string, found: Restorable, csrf: string, speech: CountySpeech): Shown {
  const { versions, back } = wordsOf(speech);
  const head = versions.undoHead(String(found.version.version));
  const none = found.changes.length === 0;
  const main = html`<h1>${head}</h1>
    <p class="lead">${none ? versions.nothing : versions.undoLead}</p>
    ${none ? "" : html`<p><strong>${counts(found.counts, speech)}</strong></p>`} ${changeTables(found.changes, speech)}
    <form method="post" action="${pathOf(region, `stammdaten/stand/${found.version.version}`)}">
      ${hidden("csrf", csrf)} ${hidden("stand", found.expected)}
      <p class="actions">
        ${none ? "" : html`<button class="button grave">${versions.undoConfirm}</button>`}
        <a class="button quiet" href="${pathOf(region, "stammdaten")}">${back}</a>
      </p>
    </form>`;
  return { head, main };
}
