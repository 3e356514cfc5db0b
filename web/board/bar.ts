/** Above the board: what the draft costs against the published plan, what it breaks, and what one may do to it as a whole. */
import { html, raw } from "hono/html";
import type { BoardChange, BoardView, BoardWork } from "../../functions/usecases/board/view.ts";
import type { Html } from "../page.ts";
import { boardAddress, tourKey } from "./address.ts";
import { ORDER_FORM } from "./card.ts";
import { sign } from "./pictures.ts";
import { changeLine, changeText, newsText, violationText } from "./sentences.ts";
import { atOf, colon, differenceOf, signed, type BoardContext } from "./view.ts";

export function draftBar(context: BoardContext): Html {
  const { view, speech } = context;
  const { words, figures } = speech;
  const difference = differenceOf(view);
  const broken = view.violations.length;
  return html`<section class="draft" aria-label="${words.bar.label}">
    <dl class="sums">
      <div class="is-joint">
        <dt>${words.bar.draft}</dt>
        <dd class="value">${figures.money(view.objectiveCents)}</dd>
      </div>
      <div>
        <dt>${words.bar.published}</dt>
        <dd class="value">${figures.money(view.publishedObjectiveCents)}</dd>
      </div>
      <div class="${difference < 0 ? "is-better" : difference > 0 ? "is-worse" : ""}">
        <dt>${words.bar.difference}</dt>
        <dd class="value">${difference === 0 ? words.bar.same : signed(difference, speech)}</dd>
      </div>
      <div class="${broken === 0 ? "" : "is-broken"}">
        <dt>${words.bar.violations}</dt>
        <dd class="value">
          ${broken === 0 ? words.bar.noViolations : html`<a href="#verstoesse">${sign("warn")} ${broken}</a>`}
        </dd>
      </div>
      <div>
        <dt>${words.bar.left}</dt>
        <dd class="value">${view.left.length}</dd>
      </div>
    </dl>
    ${buttons(context)} ${last(context)}
  </section>`;
}

function buttons({ view, speech }: BoardContext): Html {
  const { bar } = speech.words;
  const said = (change: BoardChange | null) => (change === null ? null : changeLine(change, speech));
  const at = atOf(view);
  const running = isRunning(view);
  const same = view.changes.length === 0;
  return html`<div class="tools">
    ${step("undo", bar.undo, said(view.undo), bar.nothingToUndo)}
    ${step("redo", bar.redo, said(view.redo), bar.nothingToRedo)}
    <button
      class="button quiet small"
      form="${ORDER_FORM}"
      name="befehl"
      value="optimize"
      data-key="optimize"
      ${off(running)}
    >
      ${bar.optimize}
    </button>
    <a class="button quiet small" href="${boardAddress(at, "compare")}">${bar.compare}</a>
    ${same ? "" : html`<a class="button quiet small" href="${boardAddress(at, "discard")}">${bar.discard}</a>`}
    <a class="button small" href="${boardAddress(at, "publish")}">${bar.publish}</a>
  </div>`;
}

/** What it would do stands beside it as its title, and is read out; without anything to do it says so. */
function step(kind: "undo" | "redo", text: string, what: string | null, nothing: string): Html {
  return html`<button
    class="button quiet small"
    form="${ORDER_FORM}"
    name="befehl"
    value="${kind}"
    data-key="${kind}"
    title="${what ?? nothing}"
    ${off(what === null)}
  >
    <span aria-hidden="true">${kind === "undo" ? "↶" : "↷"}</span> ${text}<span class="visually-hidden"
      >: ${what ?? nothing}</span
    >
  </button>`;
}

const off = (yes: boolean): Html | "" => (yes ? html`${raw("disabled")}` : "");

export const isRunning = ({ optimizing, publishing }: BoardView): boolean =>
  optimizing?.state === "running" || publishing?.state === "running";

function last({ view, speech }: BoardContext): Html {
  const { words, figures } = speech;
  const { changed } = view;
  if (changed === null) return html`<p class="last">${words.bar.untouched}</p>`;
  const { who, what } = changeText(changed, speech);
  return html`<p class="last">
    ${words.bar.last}${colon(speech)} <span><b>${who}</b> ${what}</span>
    <small>${figures.moment(changed.at)}</small>
  </p>`;
}

/** What goes on by itself, live; and how it ended. */
export function works(context: BoardContext): Html {
  const { view } = context;
  return html`${work(view.optimizing, "optimizing", context)} ${work(view.publishing, "publishing", context)}`;
}

function work(work: BoardWork | null, kind: "optimizing" | "publishing", { speech }: BoardContext): Html | "" {
  if (work === null) return "";
  const { work: words } = speech.words;
  const { money, moment, number } = speech.figures;
  const running = work.state === "running";
  const part = Math.round(100 * work.part);
  const best = work.objectiveCents === undefined ? "" : html` · <b>${words.best(money(work.objectiveCents))}</b>`;
  return html`<section class="work is-${work.state}" aria-label="${words[kind]}">
    <p>
      <strong
        >${work.state === "running" ? words[kind] : `${words[kind]}${colon(speech)} ${words.states[work.state]}`}</strong
      >
      <span class="muted">${words.by(work.by, moment(work.startedAt))}</span>
    </p>
    ${
      running
        ? html`<progress max="100" value="${part}" aria-label="${words.progress}">${part} %</progress>
            <p class="small">${number(part)}${"\u00A0"}%${best} <span>${newsText(work.news, speech)}</span></p>`
        : html`<p>${newsText(work.news, speech)}</p>`
    }
    ${
      running && kind === "optimizing"
        ? html`<button class="button quiet small" form="${ORDER_FORM}" name="befehl" value="stop" data-key="stop">
            ${words.stop}
          </button>`
        : ""
    }
  </section>`;
}

export function violationList({ view, names, speech }: BoardContext): Html {
  const { violations: words } = speech.words;
  if (view.violations.length === 0) return html``;
  return html`<section class="violations" aria-labelledby="verstoesse">
    <h2 id="verstoesse" tabindex="-1">${sign("warn")} ${words.head} (${view.violations.length})</h2>
    <ul>
      ${view.violations.map(
        (one) =>
          html`<li>
            ${one.tour === null ? words.whole : html`<a href="#tour-${tourKey(one.tour)}">${names.full(one.tour, speech)}</a>`}${colon(speech)}
            <span>${violationText(one, speech)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
