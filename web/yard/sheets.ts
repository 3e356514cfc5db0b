/** For the printer: stickers with the way to each form, and the form's twin on paper. A4, one collection point after the other. */
import { html } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import { qrSvg } from "../approval/qrSvg.ts";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { kindText } from "./form.ts";
import { accountLinks, byPlace, type Reached } from "./list.ts";
import { fillPicture } from "./pictures.ts";
import type { YardSpeech } from "./view.ts";
import { FILLS } from "./words/index.ts";

type Storage = Reached["storages"][number];

export interface Sheets {
  readonly regions: readonly Reached[];
  readonly principal: Principal;
  readonly speech: YardSpeech;
}

export interface StickerSheet extends Sheets {
  readonly csrf: string;
  /** Whole address of a storage's form. */
  address(storage: Storage): string;
  /** Storage whose sticker was replaced just now. */
  readonly replaced?: string | undefined;
}

export function stickerPage({ regions, principal, speech, csrf, address, replaced }: StickerSheet): PageParts {
  const { words } = speech;
  const { stickers } = words;
  const all = regions.flatMap(({ storages }) => storages);
  const done = all.find(({ id }) => id === replaced);
  const sticker = (storage: Storage): Html =>
    html`<li class="sticker">
      <div class="label">
        ${qrSvg(address(storage), `${stickers.qr}: ${storage.place}, ${storage.material}`)}
        <div>
          <p class="place">${storage.place}</p>
          <p class="material">${storage.material}</p>
          <p>${kindText(storage, speech)}</p>
          <p class="scan">${stickers.scan}</p>
          <p class="brandname">Grünverbund</p>
        </div>
      </div>
      <form method="post" action="/meldung/aufkleber" class="screen">
        <input type="hidden" name="csrf" value="${csrf}" />
        <input type="hidden" name="region" value="${storage.region}" />
        <input type="hidden" name="storage" value="${storage.id}" />
        <button class="button quiet">
          ${stickers.replace}<span class="visually-hidden">: ${storage.place}, ${storage.material}</span>
        </button>
        <span class="muted small">${stickers.replaceHint}</span>
      </form>
    </li>`;
  const main = html`<div class="sheets">
    <div class="screen">
      ${back(speech)}
      <h1>${stickers.title}</h1>
      <p class="lead">${stickers.lead}</p>
      <p>${stickers.print}</p>
      ${
        done === undefined
          ? ""
          : html`<p class="told" role="status">${stickers.replaced(`${done.place}, ${done.material}`)}</p>`
      }
    </div>
    ${places(
      regions,
      (storages) =>
        html`<ul class="stickers">
          ${storages.map(sticker)}
        </ul>`,
    )}
  </div>`;
  return { title: stickers.title, main, help: HELP.stickers, aside: accountLinks(principal, speech) };
}

export function paperPage({ regions, principal, speech }: Sheets): PageParts {
  const { words } = speech;
  const { paper } = words;
  const box = (text: string, picture: Html | "" = ""): Html =>
    html`<span class="tick">${picture}<span class="box"></span><span>${text}</span></span>`;
  const form = (storage: Storage): Html =>
    html`<section class="twin">
      <h3>${storage.material}</h3>
      <p class="muted small">${kindText(storage, speech)}</p>
      <p>${words.fillQuestion}</p>
      <div class="ticks">${FILLS.map((one) => box(words.fills[one], fillPicture(storage.kind, one)))}</div>
      <p class="more">
        ${words.contaminationQuestion}
        ${(["none", "some", "much"] as const).map((one) => box(words.contamination[one]))}
      </p>
      <p class="lines"><span>${paper.date}</span><span>${paper.name}</span></p>
    </section>`;
  const main = html`<div class="sheets">
    <div class="screen">
      ${back(speech)}
      <h1>${paper.title}</h1>
      <p class="lead">${paper.lead}</p>
    </div>
    ${places(regions, (storages) => html`${storages.map(form)}`)}
  </div>`;
  return { title: paper.title, main, help: HELP.paper, aside: accountLinks(principal, speech) };
}

const back = ({ words }: YardSpeech): Html => html`<p class="eyebrow"><a href="/meldung">${words.list.back}</a></p>`;

function places(regions: readonly Reached[], draw: (storages: readonly Storage[]) => Html): Html {
  return html`${regions
    .flatMap(({ storages }) => [...byPlace(storages)])
    .map(
      ([place, storages]) =>
        html`<section class="sheet">
          <h2>${place}</h2>
          ${draw(storages)}
        </section>`,
    )}`;
}
