/** The board's page. Pure: from a view to markup. Everything in `#tafel` is renewed by the script after each change. */
import { html, raw } from "hono/html";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { BOARD_PATH, boardAddress } from "./address.ts";
import { draftBar, isRunning, violationList, works } from "./bar.ts";
import { ORDER_FORM } from "./card.ts";
import { BOARD_SCRIPT_PATH } from "./clientFiles.ts";
import { orderText } from "./command.ts";
import { boardMap, mapParts } from "./map.ts";
import { historySection, sheetsSection } from "./sections.ts";
import { changeText, hindranceText } from "./sentences.ts";
import { boardTable } from "./table.ts";
import { atOf, differenceOf, signed, type BoardChoice, type BoardContext, type Notice } from "./view.ts";

export interface BoardPage extends BoardContext, BoardChoice {
  /** The day that a phone shows. */
  readonly day?: string | undefined;
  readonly notice?: Notice | undefined;
}

/** A page without a script asks again so often while something goes on. */
const REFRESH_SECONDS = 5;

export function boardPage(page: BoardPage): PageParts {
  const { view, speech, aside } = page;
  const { words } = speech;
  const main = html`<div
      id="tafel"
      data-version="${view.version}"
      data-running="${isRunning(view) ? "1" : "0"}"
      data-said="${saidOf(page)}"
      data-by="${view.changed?.by ?? ""}"
    >
      ${head(page)} ${notice(page)} ${works(page)} ${draftBar(page)} ${violationList(page)}
      ${view.tours.length === 0 ? html`<p class="note">${words.empty.noTours}</p>` : ""}
      <div class="sides">
        <section class="week">
          <h2 class="visually-hidden">${words.table.caption}</h2>
          ${boardTable(page, page.day)} ${keys(page)}
        </section>
        ${boardMap(page)}
      </div>
      <div class="below">${sheetsSection(page)} ${historySection(page)}</div>
      ${orderForm(page)}
    </div>
    ${isRunning(view) ? raw(`<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}" /></noscript>`) : ""}
    ${script(page)}`;
  return {
    title: `${words.title}, ${view.regionName}`,
    trail: html`${words.trail}`,
    aside,
    main,
    help: HELP.board,
    ...mapParts(),
  };
}

function head({ view, speech, regions, weeks }: BoardPage): Html {
  const { words, figures } = speech;
  const option = (value: string, name: string, chosen: boolean): Html =>
    html`<option value="${value}" ${chosen ? raw("selected") : ""}>${name}</option>`;
  return html`<div class="top">
    <div>
      <p class="eyebrow">${view.regionName} · ${figures.days(view.week)}</p>
      <h1>${words.title} ${figures.weeks(view.week)}</h1>
    </div>
    <form class="picker" method="get" action="${BOARD_PATH}" aria-label="${words.picker.label}">
      ${
        regions.length < 2
          ? html`<input type="hidden" name="region" value="${view.region}" />`
          : html`<p>
              <label for="region">${words.picker.region}</label>
              <select id="region" name="region">
                ${regions.map(({ id, name }) => option(id, name, id === view.region))}
              </select>
            </p>`
      }
      <p>
        <label for="woche">${words.picker.week}</label>
        <select id="woche" name="woche">
          ${weeks.map((week) => option(week, `${figures.weeks(week)}, ${figures.days(week)}`, week === view.week))}
        </select>
      </p>
      <button class="button quiet small">${words.picker.show}</button>
    </form>
    <p class="lead">${words.lead}</p>
  </div>`;
}

function notice({ notice, speech }: BoardPage): Html | "" {
  if (notice === undefined) return "";
  const { notice: words } = speech.words;
  const { moment } = speech.figures;
  if (notice.kind === "problem")
    return html`<div class="note is-told" role="alert" tabindex="-1">
      <p><strong>${words.problem}</strong></p>
      <ul>
        ${notice.problems.map((one) => html`<li>${hindranceText(one, speech)}</li>`)}
      </ul>
    </div>`;
  if (notice.kind !== "conflict")
    return html`<div class="note is-told" role="alert" tabindex="-1"><p>${words[notice.kind]}</p></div>`;
  const { changed, again } = notice;
  const { who, what } = changeText(changed, speech);
  return html`<div class="note is-told" role="alert" tabindex="-1">
    <p>
      <strong>${words.conflict(who, moment(changed.at))}</strong>
      <span>${who} ${what}</span>
    </p>
    <p>${words.conflictLead}</p>
    ${
      again === undefined
        ? ""
        : html`<p>
            <button
              class="button small"
              form="${ORDER_FORM}"
              name="befehl"
              value="${orderText(again)}"
              data-key="again"
            >
              ${words.again}
            </button>
          </p>`
    }
  </div>`;
}

/** The one form behind all buttons. It names the version that was looked at: a change on an older one is not made. */
export function orderForm({ view, csrf }: Pick<BoardContext, "view" | "csrf">): Html {
  return html`<form id="${ORDER_FORM}" method="post" action="${boardAddress(atOf(view))}">
    <input type="hidden" name="csrf" value="${csrf}" />
    <input type="hidden" name="fassung" value="${view.version}" />
  </form>`;
}

/** Shown by the script, whose keys they are. */
function keys({ speech: { words } }: BoardPage): Html {
  return html`<dl class="keys" id="tasten" aria-label="${words.keys.label}" hidden>
    ${words.keys.line.map(
      ([key, does]) =>
        html`<div>
          <dt><kbd>${key}</kbd></dt>
          <dd>${does}</dd>
        </div>`,
    )}
    <div class="touch">
      <dt><kbd>${words.keys.finger}</kbd></dt>
      <dd>${words.keys.touch}</dd>
    </div>
  </dl>`;
}

function saidOf({ view, speech }: BoardPage): string {
  const { words, figures } = speech;
  const difference = differenceOf(view);
  const against = difference === 0 ? words.bar.same : signed(difference, speech);
  return words.said(figures.money(view.objectiveCents), against, view.violations.length);
}

/** The script's words come from here, so that they are in the page's language. */
function script({ view, speech }: BoardPage): Html {
  const { words } = speech;
  const { label: _label, line: _line, ...said } = words.keys;
  const at = atOf(view);
  return html`<div
      id="ansage"
      role="status"
      aria-live="polite"
      class="said"
      data-board="${boardAddress(at)}"
      data-price="${boardAddress(at, "price")}"
      data-state="${boardAddress(at, "state")}"
      data-words="${JSON.stringify(said)}"
    ></div>
    <script src="${BOARD_SCRIPT_PATH}" defer></script>`;
}
