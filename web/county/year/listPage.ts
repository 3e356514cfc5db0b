/** The year of a county: what it rests on, what may be asked, what is reckoned already. Pure: from figures to markup. */
import { html } from "hono/html";
import { isBase } from "../../../domain/year/scenario.ts";
import type { AskedYear } from "../../../functions/usecases/year/readYears.ts";
import type { YearChoices } from "../../../functions/usecases/year/yearChoices.ts";
import type { Html } from "../../page.ts";
import { faultSummary, field, hidden, select, type Fault } from "../frame.ts";
import { pathOf, type Shown } from "../seat.ts";
import { table } from "../table.ts";
import { siteFields } from "../whatIf/scenarios.ts";
import { SITE_FIELDS } from "../whatIf/readSite.ts";
import type { CountySpeech } from "../words/index.ts";
import { changeText } from "./changeText.ts";
import { co2Tonnes, moneyMore, stateMark, yearPath, yearWords } from "./parts.ts";

export interface YearView {
  readonly region: string;
  readonly csrf: string;
  /** Undefined before the first published week. */
  readonly choices: YearChoices | undefined;
  /** Newest first. */
  readonly years: readonly AskedYear[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  readonly problems?: Html | undefined;
}

const REFRESH_SECONDS = 5;

export function yearPage(view: YearView, speech: CountySpeech): Shown {
  const words = yearWords(speech);
  const { choices, faults, problems, years } = view;
  const main = html`<h1>${words.head}</h1>
    <p class="lead">${words.lead}</p>
    ${faultSummary(faults, speech)} ${problems ?? ""}
    ${
      choices === undefined
        ? nothingYet(speech)
        : html`${baseSection(view, choices, speech)} ${askSection(view, choices, speech)}`
    }
    ${listSection(view, speech)} ${choices === undefined ? "" : basisSection(view, choices, speech)}`;
  const running = years.some(({ state }) => state === "running");
  // Whoever is typing does not lose it.
  const typing = faults.length > 0 || problems !== undefined;
  return { head: words.head, main, ...(running && !typing ? { refreshSeconds: REFRESH_SECONDS } : {}) };
}

function nothingYet(speech: CountySpeech): Html {
  const { noWeek } = yearWords(speech);
  return html`<section class="first" aria-labelledby="leer">
    <h2 id="leer">${noWeek.head}</h2>
    <p>${noWeek.lead}</p>
    <p>${noWeek.todo}</p>
  </section>`;
}

function baseSection({ region, csrf, years }: YearView, choices: YearChoices, speech: CountySpeech): Html {
  const { base, states } = yearWords(speech);
  const { figures } = speech;
  const now = years.find(({ change, current }) => current && isBase(change));
  return html`<section class="first" aria-labelledby="heute">
    <h2 id="heute">${base.head}</h2>
    <p>${base.lead}</p>
    ${
      now === undefined || now.state === "failed"
        ? html`<form class="screen-only" method="post" action="${yearPath(region)}">
            ${hidden("csrf", csrf)} ${hidden("jahr", "heute")}
            <p class="actions"><button class="button">${base.button}</button></p>
          </form>`
        : now.figures === null
          ? html`<p>${stateMark(now, speech)} <a href="${yearPath(region, now.id)}">${states[now.state]}</a></p>`
          : html`<p class="sum"><a href="${yearPath(region, now.id)}">${figures.money(now.figures.costCents)}</a></p>
              <p>
                <span class="muted"
                  >${figures.days(choices.week, choices.lastWeek)}, ${co2Tonnes(now.figures.co2.kgCo2e, speech)} t
                  CO₂e</span
                >
                · <a href="${yearPath(region, now.id)}">${base.there}</a>
              </p>`
    }
  </section>`;
}

function askSection({ region, csrf, typed, faults }: YearView, choices: YearChoices, speech: CountySpeech): Html {
  const { ask } = yearWords(speech);
  const { figures } = speech;
  const text = (id: string, label: string, help?: string) =>
    field({
      id,
      label,
      help,
      faults,
      input: { value: typed[id], inputmode: "decimal", maxlength: 12, autocomplete: "off" },
    });
  const siteTyped = SITE_FIELDS.some((name) => (typed[name] ?? "").trim() !== "");
  return html`<section aria-labelledby="szenario" class="screen-only">
    <h2 id="szenario">${ask.head}</h2>
    <p>${ask.lead}</p>
    <form method="post" action="${yearPath(region)}#szenario" novalidate>
      ${hidden("csrf", csrf)} ${hidden("jahr", "szenario")}
      <div class="fields">
        ${select(
          { id: "ohne", label: ask.without, faults },
          [{ value: "", text: ask.nobody }, ...choices.members.map(({ ags, name }) => ({ value: ags, text: name }))],
          typed["ohne"] ?? "",
        )}
        ${select(
          { id: "schliessen", label: ask.closed, help: ask.closedHelp, faults },
          [{ value: "", text: ask.none }, ...choices.plants.map(({ id, name }) => ({ value: id, text: name }))],
          typed["schliessen"] ?? "",
        )}
        ${text("annahme", ask.gate)} ${text("transport", ask.haulage)}
        ${text("co2", ask.co2, ask.co2Help(figures.money(choices.co2CentsPerTonne)))}
        ${text("ueberlauf", ask.chance, ask.chanceHelp(figures.percent(choices.overflowChance, 1)))}
      </div>
      <details ${siteTyped ? "open" : ""}>
        <summary>${ask.site}</summary>
        <p>${ask.siteLead}</p>
        <div class="fields">${siteFields({ typed, faults, required: false }, speech)}</div>
      </details>
      <p class="actions"><button class="button">${ask.button}</button></p>
      <p class="muted small">${ask.takes}</p>
    </form>
  </section>`;
}

function listSection({ region, years, choices }: YearView, speech: CountySpeech): Html {
  const { list } = yearWords(speech);
  const { figures } = speech;
  const names = choices ?? { members: [], plants: [] };
  const base = new Map(years.map((one) => [one.id, one.figures]));
  const rows = years.map((one) => {
    const figured = one.figures;
    const before = isBase(one.change) ? null : (base.get(one.base) ?? null);
    return [
      html`<a href="${yearPath(region, one.id)}">${changeText(one.change, names, speech)}</a
        ><small>${figures.weeks(one.week)}${one.current ? "" : `, ${list.older}`}</small>`,
      stateMark(one, speech),
      figured === null ? "–" : figures.money(figured.costCents),
      figured === null || before === null ? "–" : moneyMore(figured.costCents - before.costCents, speech),
      figured === null ? "–" : co2Tonnes(figured.co2.kgCo2e, speech),
      figures.moment(one.startedAt),
    ];
  });
  return html`<section aria-labelledby="liste">
    <h2 id="liste">${list.head}</h2>
    ${
      rows.length === 0
        ? html`<p>${list.none}</p>`
        : table({
            ...{ caption: list.caption, rows, numbers: [2, 3, 4] },
            heads: [list.year, list.state, list.cost, list.difference, list.co2, list.asked],
          })
    }
  </section>`;
}

function basisSection({ region }: YearView, { week, lastWeek, hasYear }: YearChoices, speech: CountySpeech): Html {
  const { basis } = yearWords(speech);
  const { figures } = speech;
  return html`<section aria-labelledby="grundlage">
    <h2 id="grundlage">${basis.head}</h2>
    <p>${basis.week(figures.weeks(week), figures.days(week, lastWeek))}</p>
    ${
      hasYear
        ? html`<p>${basis.file}</p>`
        : html`<p>${basis.noFile}</p>
            <p>${basis.noFileTodo} <a href="${pathOf(region, "stammdaten")}">${basis.upload}</a></p>`
    }
  </section>`;
}
