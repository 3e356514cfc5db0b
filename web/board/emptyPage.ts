/** Nothing to show, and why; and what comes next. */
import { html } from "hono/html";
import { HELP } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { BOARD_PATH } from "./address.ts";
import type { BoardSpeech } from "./words/index.ts";

export function emptyPage(
  kind: "noWeek" | "forbidden" | "unknown" | "gone",
  { words }: BoardSpeech,
  aside: Html,
): PageParts {
  const { empty, title, trail, stop } = words;
  const head = kind === "gone" ? stop.gone : empty[kind];
  const lead = {
    noWeek: empty.noWeekLead,
    forbidden: empty.forbiddenLead,
    unknown: empty.unknownLead,
    gone: "",
  }[kind];
  const how = html`<ol class="how">
      ${empty.how.map((step) => html`<li>${step}</li>`)}
    </ol>
    <p><a class="button quiet" href="/api/docs">${empty.docs}</a></p>`;
  const back = html`<p><a class="button" href="${BOARD_PATH}">${kind === "gone" ? stop.back : empty.back}</a></p>`;
  const main = html`<h1>${head}</h1>
    ${lead === "" ? "" : html`<p class="lead">${lead}</p>`} ${kind === "noWeek" ? how : ""}
    ${kind === "unknown" || kind === "gone" ? back : ""}`;
  return { title, trail: html`${trail}`, aside, main, help: HELP.boardEmpty };
}
