/** The page of one storage: which it is, how full it is, and what became of earlier reports. Pure: from a view to markup. */
import { html } from "hono/html";
import type { ShownReport, StorageName, StorageView } from "../../functions/usecases/reports/readStorage.ts";
import { mondayOf } from "../../domain/week.ts";
import { expectedText, fillDoubt, fillSpeech } from "../fill/fill.ts";
import type { Html, PageParts } from "../page.ts";
import { FORM_SCRIPT_PATH, PHOTO_POLICY, SCRIPT_POLICY, WORKER_PATH } from "./clientFiles.ts";
import { fillPicture } from "./pictures.ts";
import type { FormParts, YardSpeech } from "./view.ts";
import { FILLS, type FillChoice } from "./words/index.ts";

export interface StoragePage {
  readonly view: StorageView;
  readonly form: FormParts;
  readonly speech: YardSpeech;
  /** Id of the report that was sent just now. */
  readonly sent?: string | undefined;
  /** Its photo was not taken. */
  readonly photoRefused?: boolean | undefined;
  /** Where the list is, for whoever signed in. */
  readonly list?: string | undefined;
  readonly aside?: Html | undefined;
}

export function storagePage({ view, form, speech, sent, photoRefused, list, aside }: StoragePage): PageParts {
  const { words, figures } = speech;
  const thanked = sent !== undefined && view.reports.some(({ id }) => id === sent);
  const pickup =
    view.nextPickup === undefined
      ? html`<p class="pickup is-none">${words.noPickup}</p>`
      : html`<p class="pickup">${words.nextPickup(figures.day(view.nextPickup))}</p>`;
  const main = html`<div class="yard">
    ${list === undefined ? "" : html`<p class="eyebrow screen"><a href="${list}">${words.list.back}</a></p>`}
    <p class="eyebrow">${view.place}</p>
    <h1>${view.material}</h1>
    <p class="kind">${kindText(view, speech)}</p>
    ${pickup} ${forecast(view, speech)} ${thanked ? thanks(speech, photoRefused) : ""} ${outbox(speech, view)}
    ${reportForm(view, form, speech)} ${history(view, speech, list === undefined ? undefined : form.path)}
    ${view.synthetic === null ? "" : html`<p class="muted small" lang="de">${view.synthetic}</p>`}
  </div>`;
  return {
    title: `${view.material}, ${view.place}`,
    main,
    ...(aside === undefined ? {} : { aside }),
    footer: html`<p>${words.footer}</p>`,
    policy: list === undefined ? SCRIPT_POLICY : [...SCRIPT_POLICY, PHOTO_POLICY],
  };
}

/** What the newest plan reckoned with, and whether it was in doubt. */
function forecast({ forecast: fill }: StorageView, { language }: YardSpeech): Html | "" {
  if (fill === undefined) return "";
  const speech = fillSpeech(language);
  const doubt = fillDoubt(fill, speech);
  return html`<p class="small">${expectedText(fill, mondayOf(fill.week), speech)}</p>
    ${doubt === undefined ? "" : html`<p class="miss">${doubt.mark}: ${doubt.todo}</p>`}`;
}

export function kindText({ kind, units, volumeLitres }: StorageName, { words, figures }: YardSpeech): string {
  return words.storage(kind, units, figures.number(volumeLitres / 1000));
}

function thanks({ words }: YardSpeech, photoRefused = false): Html {
  return html`<div class="told" role="status">
      ${words.thanks.head}
      <p>${words.thanks.text}</p>
    </div>
    ${photoRefused ? html`<p class="miss">${words.photo.refused}</p>` : ""}`;
}

/** Filled by the script; its words come from here, so that they are in the page's language. */
export function outbox({ words }: YardSpeech, view?: StorageView): Html {
  const { outbox: said } = words;
  return html`<p class="offline screen" id="offline" hidden>${said.offline}</p>
    <div
      class="outbox screen"
      id="outbox"
      role="status"
      data-saved="${said.saved}"
      data-waiting-one="${said.waitingOne}"
      data-waiting-many="${said.waitingMany}"
      data-sending="${said.sending}"
      data-sent-one="${said.sentOne}"
      data-sent-many="${said.sentMany}"
      data-dropped="${said.dropped}"
      data-sign-in="${said.signIn}"
      data-label="${view === undefined ? "" : `${view.place}, ${view.material}`}"
      data-worker="${WORKER_PATH}"
    ></div>
    <script src="${FORM_SCRIPT_PATH}" defer></script>`;
}

function reportForm({ kind }: StorageName, { path, csrf, key, filled, miss }: FormParts, { words }: YardSpeech): Html {
  return html`<form method="post" action="${path}" enctype="multipart/form-data" id="report" class="screen">
    <input type="hidden" name="csrf" value="${csrf}" />
    <input type="hidden" name="key" value="${key}" />
    ${miss === undefined ? "" : html`<p class="miss" role="alert" id="miss">${miss}</p>`}
    <fieldset>
      <legend>${words.fillQuestion}</legend>
      <div class="fills">
        ${FILLS.map((one) =>
          choice({
            ...{ group: "fill", value: one, text: words.fills[one], picture: fillPicture(kind, one) },
            ...{ checked: filled.fill === one, required: true },
          }),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${words.contaminationQuestion}</legend>
      <div class="three">
        ${(["none", "some", "much"] as const).map((one) =>
          choice({
            ...{ group: "contamination", value: one, text: words.contamination[one] },
            checked: (filled.contamination ?? "none") === one,
          }),
        )}
      </div>
    </fieldset>
    <div class="photo">
      <label for="photo">${words.photo.label}</label>
      <input type="file" name="photo" id="photo" accept="image/jpeg" aria-describedby="photo-hint" />
      <p class="muted small" id="photo-hint">${words.photo.hint}</p>
    </div>
    <div class="send"><button class="button">${words.send}</button></div>
  </form>`;
}

interface Choice {
  readonly group: string;
  readonly value: string;
  readonly text: string;
  readonly picture?: Html;
  readonly checked: boolean;
  readonly required?: boolean;
}

function choice({ group, value, text, picture, checked, required }: Choice): Html {
  const id = `${group}-${value}`;
  return html`<div class="choice">
    <input
      type="radio"
      name="${group}"
      value="${value}"
      id="${id}"
      ${checked ? "checked" : ""}
      ${required === true ? "required" : ""}
    />
    <label for="${id}">${picture ?? ""}<span>${text}</span></label>
  </div>`;
}

/** @param path of the page, where photos may be seen */
function history({ kind, units, volumeLitres, reports }: StorageView, speech: YardSpeech, path?: string): Html {
  const { words } = speech;
  const room = (units * volumeLitres) / 1000;
  const items = reports.map(
    (report) =>
      html`<li>
        ${fillPicture(kind, pictureOf(report, room))}
        <div>
          <p class="what">${whatText(report, speech)}</p>
          <p class="muted small">${speech.figures.moment(report.observedAt)} · ${sourceText(report, speech)}</p>
          <p class="small">
            ${report.inPlanOf === undefined ? words.notYetInPlan : words.inPlan(speech.figures.weeks(report.inPlanOf))}
          </p>
          ${report.photo === undefined || path === undefined ? "" : photo(report, `${path}/foto/${report.id}`, speech)}
        </div>
      </li>`,
  );
  return html`<section class="history" aria-labelledby="history" id="stand">
    <h2 id="history">${words.history}</h2>
    ${
      items.length === 0
        ? html`<p>${words.noHistory}</p>`
        : html`<ul>
            ${items}
          </ul>`
    }
  </section>`;
}

function photo({ observedAt }: ShownReport, address: string, { words, figures }: YardSpeech): Html {
  return html`<a href="${address}"
    ><img class="seen" src="${address}" alt="${words.photo.shown(figures.moment(observedAt))}" loading="lazy"
  /></a>`;
}

type Seen = Pick<ShownReport, "quarters" | "volumeM3" | "percent" | "heapBeside" | "contamination"> & {
  readonly photo?: string | undefined;
};

/** @param room cubic metres of the whole storage */
export function pictureOf({ quarters, volumeM3 = 0, percent, heapBeside }: Seen, room: number): FillChoice {
  if (heapBeside === true) return "heap";
  const level = quarters ?? Math.round(percent === undefined ? (4 * volumeM3) / room : percent / 25);
  return FILLS[Math.min(5, Math.max(0, level))]!;
}

export function whatText(
  { quarters, volumeM3, percent, contamination, heapBeside, photo: seen }: Seen,
  { words, figures }: YardSpeech,
): string {
  const measure =
    percent !== undefined
      ? figures.percent(percent, 100)
      : quarters === undefined
        ? words.volume(figures.number(volumeM3 ?? 0, Number.isInteger(volumeM3 ?? 0) ? 0 : 1))
        : words.fills[FILLS[quarters]!];
  return [
    measure,
    ...(heapBeside === true ? [words.heapBeside] : []),
    ...(contamination === undefined || contamination === "none" ? [] : [words.contaminationSeen(contamination)]),
    ...(seen === undefined ? [] : [words.photo.attached]),
  ].join(", ");
}

function sourceText({ channel, reportedBy }: ShownReport, { words: { sources } }: YardSpeech): string {
  if (channel === "sticker") return sources.sticker;
  if (channel === "sensor") return sources.sensor;
  return sources.person(reportedBy);
}
