/** One year that was asked for: while it is reckoned, when it failed, and what came of it. Pure: from figures to markup. */
import { html } from "hono/html";
import { isBase } from "../../../domain/year/scenario.ts";
import type { ReadYear } from "../../../functions/usecases/year/readYears.ts";
import type { YearChoices } from "../../../functions/usecases/year/yearChoices.ts";
import type { Html } from "../../page.ts";
import { hidden } from "../frame.ts";
import { problemTable } from "../master/parts.ts";
import type { Shown } from "../seat.ts";
import type { CountySpeech } from "../words/index.ts";
import { changeText } from "./changeText.ts";
import { stateMark, yearPath, yearWords } from "./parts.ts";
import { figureSections } from "./figureSections.ts";

export interface ResultView {
  readonly region: string;
  readonly csrf: string;
  readonly read: ReadYear;
  readonly names: Pick<YearChoices, "members" | "plants">;
  /** RFC 3339: a workflow that is not done by then has failed. */
  readonly latest: string;
}

const REFRESH_SECONDS = 5;
const TIMEOUTS = ["States.Timeout", "Lambda.ClientExecutionTimeoutException"];

export function resultPage(view: ResultView, speech: CountySpeech): Shown {
  const { asked } = view.read;
  const words = yearWords(speech);
  const name = changeText(asked.change, view.names, speech);
  const head = `${words.head}: ${name}`;
  const main = html`<p class="screen-only"><a href="${yearPath(view.region)}">${words.back}</a></p>
    <h1>${name}</h1>
    <p>${stateMark(asked, speech)} <span class="muted">${speech.figures.weeks(asked.week)}</span></p>
    ${asked.state === "running" ? running(view, speech) : asked.figures === null ? failed(view, speech) : planned(view, speech)}`;
  return { head, main, ...(asked.state === "running" ? { refreshSeconds: REFRESH_SECONDS } : {}) };
}

function running({ read: { asked }, latest }: ResultView, speech: CountySpeech): Html {
  const { running: say } = yearWords(speech);
  const { moment } = speech.figures;
  return html`<section class="first" aria-labelledby="laeuft">
    <h2 id="laeuft">${say.head}</h2>
    <div class="told" role="status">${say.steps[asked.step ?? "waiting"]}</div>
    <p>${say.since(moment(asked.startedAt), moment(latest))}</p>
    <p class="muted">${say.leave}</p>
  </section>`;
}

/** A form that asks the same again: of the figures of now. */
function again({ region, csrf, read }: ResultView, text: string): Html {
  return html`<form class="screen-only" method="post" action="${yearPath(region, read.asked.id)}">
    ${hidden("csrf", csrf)}
    <p class="actions"><button class="button quiet">${text}</button></p>
  </form>`;
}

function failed(view: ResultView, speech: CountySpeech): Html {
  const { failed: say, result } = yearWords(speech);
  const { state, problems, error, id } = view.read.asked;
  if (state === "failed")
    return html`<section class="first">
      <div class="faults" role="alert"><p>${TIMEOUTS.includes(error ?? "") ? say.late : say.failed}</p></div>
      ${again(view, say.again)}
    </section>`;
  const refused = state === "refused";
  return html`<section class="first">
    <div class="faults" role="alert"><p>${refused ? say.refused : say.impossible}</p></div>
    ${problemTable(problems, refused ? say.findings : say.problems, speech)}
    <p class="actions screen-only">
      ${refused ? html`<a class="button quiet" href="${yearPath(view.region, id, "plan.json")}">${result.fileNames.json}</a>` : ""}
      <a class="button quiet" href="${yearPath(view.region)}#szenario">${say.change}</a>
    </p>
  </section>`;
}

function planned(view: ResultView, speech: CountySpeech): Html {
  const { result } = yearWords(speech);
  const { asked, base } = view.read;
  const files = [
    ["xlsx", "jahr.xlsx"],
    ["csv", "jahr.csv"],
    ["json", "plan.json"],
  ] as const;
  return html`${asked.current ? "" : html`<div class="told">${result.older}${again(view, result.renew)}</div>`}
    ${figureSections({ change: asked.change, figures: asked.figures!, base: isBase(asked.change) ? null : base }, speech)}
    <section class="screen-only" aria-labelledby="dateien">
      <h2 id="dateien">${result.files}</h2>
      <p class="actions">
        ${files.map(([kind, file]) => html`<a class="button quiet" href="${yearPath(view.region, asked.id, file)}">${result.fileNames[kind]}</a>`)}
      </p>
    </section>`;
}
