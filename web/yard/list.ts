/** A yard's own storages as a list, and the small pages around it. Pure: from views to markup. */
import { html } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import { mondayOf } from "../../domain/week.ts";
import type { reachedStorages } from "../../functions/usecases/reports/readStorage.ts";
import { expectedText, fillDoubt, fillSpeech } from "../fill/fill.ts";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { SITE_WORDS } from "../words/index.ts";
import { SCRIPT_POLICY } from "./clientFiles.ts";
import { storagePath } from "./door.ts";
import { kindText, outbox, pictureOf, whatText } from "./form.ts";
import { fillPicture } from "./pictures.ts";
import type { YardSpeech } from "./view.ts";
import type { Told } from "./words/index.ts";

export type Reached = Awaited<ReturnType<typeof reachedStorages>>;
type Storage = Reached["storages"][number];

export function listPage(regions: readonly Reached[], principal: Principal, speech: YardSpeech): PageParts {
  const { words } = speech;
  const any = regions.some(({ storages }) => storages.length > 0);
  const main = html`<div class="yard places">
    <h1>${words.list.title}</h1>
    ${outbox(speech)}
    ${
      any
        ? html`<p class="lead">${words.list.lead}</p>
            ${regions.map((region) => regionList(region, speech))}
            <p class="actions">
              <a class="button quiet" href="/meldung/aufkleber">${words.list.stickers}</a>
              <a class="button quiet" href="/meldung/papier">${words.list.paper}</a>
            </p>`
        : html`<p class="lead">${words.list.nothing.head}</p>
            <p>${words.list.nothing.text}</p>`
    }
  </div>`;
  return {
    title: words.list.title,
    main,
    help: HELP.yardList,
    aside: accountLinks(principal, speech),
    policy: SCRIPT_POLICY,
  };
}

export const byPlace = (storages: readonly Storage[]): ReadonlyMap<string, readonly Storage[]> =>
  Map.groupBy(storages, ({ place }) => place);

function regionList({ storages }: Reached, speech: YardSpeech): Html {
  return html`${[...byPlace(storages)].map(
    ([place, group]) =>
      html`<h2>${place}</h2>
        <ul>
          ${group.map((one) => html`<li>${entry(one, speech)}</li>`)}
        </ul>`,
  )}`;
}

function entry(storage: Storage, speech: YardSpeech): Html {
  const { latest, kind, units, volumeLitres } = storage;
  const room = (units * volumeLitres) / 1000;
  const seen =
    latest === undefined
      ? speech.words.list.never
      : `${whatText(latest, speech)} · ${speech.figures.moment(latest.observedAt)}`;
  return html`<a class="storage" href="${storagePath(storage.region, storage.id)}">
    ${fillPicture(kind, latest === undefined ? "0" : pictureOf(latest, room))}
    <span
      ><span class="name">${storage.material}</span>
      <span class="muted small">${kindText(storage, speech)}<br />${seen}${forecastOf(storage, speech)}</span></span
    >
  </a>`;
}

function forecastOf({ forecast }: Storage, { language }: YardSpeech): Html | "" {
  if (forecast === undefined) return "";
  const speech = fillSpeech(language);
  const doubt = fillDoubt(forecast, speech);
  return html`<br />${expectedText(forecast, mondayOf(forecast.week), speech)}
    ${doubt === undefined ? "" : html`<br /><strong>${doubt.mark}</strong>`}`;
}

export function accountLinks({ name }: Principal, { language }: YardSpeech): Html {
  return html`<span>${name}</span>
    <form method="post" action="/sign-out">
      <button class="button quiet small">${SITE_WORDS[language].signOut}</button>
    </form>`;
}

export function toldPage({ head, text }: Told): PageParts {
  return {
    title: head,
    main: html`<div class="yard">
      <h1>${head}</h1>
      <p class="lead">${text}</p>
    </div>`,
  };
}
