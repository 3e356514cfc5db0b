/** The pages of the handbook. Pure: from what was read to markup. */
import { html, raw } from "hono/html";
import type { Speech } from "../language/speech.ts";
import type { Html, PageParts } from "../page.ts";
import type { Handbook } from "./handbook.ts";
import { HELP_PATH, type HandbookPage } from "./markdown.ts";
import type { HelpWords } from "./words/index.ts";

export type HelpSpeech = Speech<HelpWords>;

const PICTURES_POLICY: readonly string[] = ["img-src 'self'"];

export function overviewPage({ overview, pages }: Handbook, speech: HelpSpeech): PageParts {
  const main = html`<h1 lang="de">${overview.title}</h1>
    ${germanNote(speech)} ${cards(pages, speech)}
    <article lang="de">${raw(overview.html)}</article>`;
  return { title: speech.words.title, trail: html`${speech.words.title}`, main, policy: PICTURES_POLICY };
}

export function chapterPage(page: HandbookPage, speech: HelpSpeech): PageParts {
  const { words } = speech;
  const main = html`<h1 lang="de">${page.title}</h1>
    ${germanNote(speech)}
    <div class="layout">
      <nav class="contents" aria-label="${words.contents}">
        <p aria-hidden="true">${words.contents}</p>
        <ol lang="de">
          ${page.contents.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li> `)}
        </ol>
      </nav>
      <article lang="de">${raw(page.html)}</article>
    </div>`;
  return { title: page.title, trail: toOverview(speech), main, policy: PICTURES_POLICY };
}

export function missingPage({ pages }: Pick<Handbook, "pages">, speech: HelpSpeech): PageParts {
  const { missing } = speech.words;
  const main = html`<h1>${missing.head}</h1>
    <p class="lead">${missing.lead}</p>
    ${cards(pages, speech)}`;
  return { title: missing.title, trail: toOverview(speech), main };
}

const toOverview = ({ words }: HelpSpeech): Html => html`<a href="${HELP_PATH}">${words.title}</a>`;

const germanNote = ({ words }: HelpSpeech): Html =>
  words.german === null ? html`` : html`<p class="german">${words.german}</p>`;

function cards(pages: Handbook["pages"], { words }: HelpSpeech): Html {
  return html`<nav aria-label="${words.pages}">
    <ul class="cards">
      ${[...pages].map(([name, page]) => html`<li lang="de">${card(name, page)}</li>`)}
    </ul>
  </nav>`;
}

function card(name: string, { title, lead }: HandbookPage): Html {
  return html`<a href="${HELP_PATH}/${name}">
    <strong>${title}</strong>
    ${lead === "" ? "" : html`<span>${lead}</span>`}
  </a>`;
}
