/** All contacts as one file: the form, what it would change, and what is wrong with it. Pure. */
import { html } from "hono/html";
import type { JudgedContacts } from "../../functions/usecases/county/contactsFile.ts";
import type { Html } from "../page.ts";
import { field, hidden, type Fault } from "./frame.ts";
import { changeTables, wordsOf } from "./master/parts.ts";
import { counts } from "./master/pages.ts";
import { pathOf, type Shown } from "./seat.ts";
import type { CountySpeech } from "./words/index.ts";

export const UPLOAD_PATH = "mitglieder/datei";

export function uploadSection(
  { region, csrf, faults }: { readonly region: string; readonly csrf: string; readonly faults: readonly Fault[] },
  speech: CountySpeech,
): Html {
  const { file: words } = speech.words.people;
  const { upload } = wordsOf(speech);
  return html`<section aria-labelledby="datei" class="screen-only">
    <h2 id="datei">${words.head}</h2>
    <p>${words.lead}</p>
    <p><a href="${pathOf(region, UPLOAD_PATH)}" download>${words.download}</a></p>
    <form method="post" action="${pathOf(region, UPLOAD_PATH)}" enctype="multipart/form-data" novalidate>
      ${hidden("csrf", csrf)}
      ${field({ id: "kontakte", label: words.label, help: upload.help, faults, input: { type: "file", accept: ".csv,text/csv", required: true } })}
      <p class="actions"><button class="button quiet">${upload.button}</button></p>
    </form>
  </section>`;
}

/** @param text of the file, carried along until it is confirmed */
export function contactsPreview(
  { region, csrf, text }: { readonly region: string; readonly csrf: string; readonly text: string },
  judged: JudgedContacts,
  speech: CountySpeech,
): Shown {
  const words = wordsOf(speech);
  const main = html`<h1>${words.preview.head}</h1>
    <p class="lead">${words.preview.lead}</p>
    <p><strong>${counts(judged.counts, speech)}</strong></p>
    ${judged.counts.removed === 0 ? "" : html`<p class="note">${speech.words.people.file.removes}</p>`}
    ${changeTables(judged.changes, speech)}
    <form method="post" action="${pathOf(region, `${UPLOAD_PATH}/uebernehmen`)}" enctype="multipart/form-data">
      ${hidden("csrf", csrf)} ${hidden("version", String(judged.version))}
      <textarea name="tabelle" hidden aria-hidden="true">${text}</textarea>
      <p class="actions">
        <button class="button">${words.preview.confirm}</button>
        <a class="button quiet" href="${pathOf(region, "mitglieder")}">${words.preview.cancel}</a>
      </p>
    </form>`;
  return { head: words.preview.head, main };
}
