/** The list of open data: every file, its size, the licence, and the description for data portals. */
import { html } from "hono/html";
import { licenceOf, type Operator } from "../../domain/operator.ts";
import { DATASETS } from "../../functions/usecases/openData/files.ts";
import type { Described } from "../../functions/usecases/openData/catalog.ts";
import type { Html, PageParts } from "../page.ts";
import { CATALOG_FILES, dataPath, OPEN_DATA_PATH, PUBLIC_PATH } from "./paths.ts";
import { openTable } from "./table.ts";
import type { OpenSpeech } from "./words/index.ts";

export function dataPage(regions: readonly Described[], operator: Operator, speech: OpenSpeech): PageParts {
  const { data: words, trail } = speech.words;
  const licence = licenceOf(operator);
  const main = html`<h1>${words.head}</h1>
    <p class="lead">${words.lead}</p>
    <dl class="record">
      <dt>${words.licence}</dt>
      <dd><a href="${licence.uri}" lang="de">${licence.name}</a></dd>
      <dt>${words.publisher}</dt>
      <dd>${operator.name ?? html`<span class="todo">${words.unnamed}</span>`}</dd>
      <dt>${words.catalog}</dt>
      <dd>${Object.keys(CATALOG_FILES).map((name) => html`<a href="${OPEN_DATA_PATH}/${name}">${name}</a> `)}</dd>
    </dl>
    <p>${words.stable} ${words.german}</p>
    ${regions.length === 0 ? html`<p>${words.none}</p>` : regions.map((one) => regionSection(one, speech))}`;
  return { title: words.title, trail: html`<a href="${PUBLIC_PATH}">${trail}</a>`, main };
}

function regionSection({ figures, files }: Described, { words: { data: words }, figures: format }: OpenSpeech): Html {
  const { region, name, synthetic, attribution } = figures;
  const rows = DATASETS.flatMap((dataset) => files.filter((file) => file.dataset === dataset)).map((file) => [
    html`${words.datasets[file.dataset]} <small>${words.about[file.dataset]}</small>`,
    html`<a href="${dataPath(region, file.name)}"
      >${words.formats[file.format]}<span class="visually-hidden">: ${words.datasets[file.dataset]}, ${name}</span></a
    >`,
    html`<code>${file.name}</code>`,
    `${format.number(Buffer.byteLength(file.body) / 1000, 1)} kB`,
  ]);
  return html`<section aria-labelledby="region-${region}">
    <h2 id="region-${region}">${name}</h2>
    ${synthetic === null ? "" : html`<p class="note" role="note" lang="de">${synthetic}</p>`}
    ${openTable({
      ...{
        caption: `${words.caption}, ${name}`,
        heads: [words.dataset, words.file, "Name", words.size],
        rows,
        text: true,
      },
    })}
    ${attribution.length === 0 ? "" : html`<p class="muted small">${words.sources}: <span lang="de">${attribution.join("; ")}</span></p>`}
  </section>`;
}
