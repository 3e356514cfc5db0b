/** Weeks planned as if. Pure: from figures to markup. */
import { html } from "hono/html";
import type { Trial } from "../../../functions/usecases/trials/trials.ts";
import type { Html } from "../../page.ts";
import { faultSummary, hidden, notice, select, type Fault } from "../frame.ts";
import { pathOf, type Shown } from "../seat.ts";
import { table } from "../table.ts";
import type { CountySpeech } from "../words/index.ts";
import { wordsOf } from "./scenarios.ts";

export interface TrialView {
  readonly region: string;
  readonly csrf: string;
  /** Oldest first. */
  readonly weeks: readonly Trial[];
  readonly choices: readonly string[];
  readonly chosen: string;
  readonly faults: readonly Fault[];
  readonly said?: string | undefined;
  readonly problems?: Html | undefined;
}

export function trialPage(view: TrialView, speech: CountySpeech): Shown {
  const { region, csrf, weeks, choices, chosen, faults, said, problems } = view;
  const { trials } = wordsOf(speech);
  const { figures } = speech;
  const head = speech.words.sections.probebetrieb;
  const options = choices.map((week) => ({ value: week, text: `${figures.weeks(week)}, ${figures.days(week)}` }));
  const main = html`<h1>${headline(weeks, speech) ?? head}</h1>
    <p class="lead">${trials.lead}</p>
    ${notice(said)} ${faultSummary(faults, speech)} ${problems ?? ""}
    <section class="first" aria-label="${trials.caption}">
      ${
        weeks.length === 0
          ? html`<p>${trials.none}</p>`
          : html`${weekTable(weeks, speech)}
              <p class="muted small">${trials.note}</p>`
      }
    </section>
    <section class="screen-only" aria-labelledby="planen">
      <h2 id="planen">${trials.head}</h2>
      <form method="post" action="${pathOf(region, "probebetrieb")}">
        ${hidden("csrf", csrf)}
        <div class="fields">
          ${select({ id: "woche", label: trials.week, help: trials.weekHelp, faults }, options, chosen)}
        </div>
        <p class="actions"><button class="button">${trials.button}</button></p>
      </form>
    </section>`;
  return { head, main, ...(weeks.some(({ state }) => state === "planning") ? { refreshSeconds: 15 } : {}) };
}

interface Sums {
  readonly joint: number;
  readonly alone: number;
  readonly weeks: number;
}

function sumsOf(weeks: readonly Trial[]): Sums {
  const known = weeks.flatMap(({ figures }) => (figures === null ? [] : [figures]));
  const joint = known.reduce((sum, one) => sum + one.weekJointCents, 0);
  return { joint, alone: known.reduce((sum, one) => sum + one.weekAloneCents, 0), weeks: known.length };
}

function headline(weeks: readonly Trial[], speech: CountySpeech): string | undefined {
  const { joint, alone, weeks: count } = sumsOf(weeks);
  return alone > joint ? wordsOf(speech).trials.saves(speech.figures.money(alone - joint), count) : undefined;
}

function weekTable(weeks: readonly Trial[], speech: CountySpeech): Html {
  const { trials } = wordsOf(speech);
  const { money, percent } = speech.figures;
  const line = (joint: number, alone: number): string[] => [
    ...[money(joint), money(alone), money(alone - joint)],
    alone <= 0 ? "–" : percent(alone - joint, alone),
  ];
  const rows = weeks.map(({ week, state, figures }) => [
    speech.figures.weeks(week),
    html`<span class="state ${state === "failed" ? "is-warn" : state === "planned" ? "is-good" : ""}"
      >${trials.states[state]}</span
    >`,
    ...(figures === null
      ? ["–", "–", "–", "–", "–"]
      : [...line(figures.weekJointCents, figures.weekAloneCents), money(figures.aloneCents - figures.jointCents)]),
  ]);
  const sums = sumsOf(weeks);
  const heads = [trials.week, trials.state, trials.joint, trials.alone, trials.saving, trials.part, trials.period];
  const total = [trials.sum(sums.weeks), "", ...line(sums.joint, sums.alone), ""];
  return table({
    caption: trials.caption,
    heads,
    rows,
    numbers: [2, 3, 4, 5, 6],
    ...(sums.weeks === 0 ? {} : { total }),
  });
}
