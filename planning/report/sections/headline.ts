/** The head of the report: three figures first, then what they rest on. */
import type { Plan } from "../../../domain/plan/plan.ts";
import { balanceBar } from "../bars.ts";
import { markup, type Html } from "../html.ts";
import { savingKind } from "../saving.ts";
import { kilometres, loadOf, money, percent, periodName, plural, tonnes, weekDates, weekName } from "../words.ts";

const WEEKS = [
  "",
  "einer Woche",
  "zwei Wochen",
  "drei Wochen",
  "vier Wochen",
  "fünf Wochen",
  "sechs Wochen",
  "sieben Wochen",
  "acht Wochen",
];

function weeksWords(plan: Plan): string {
  return WEEKS[plan.period.weeks.length] ?? `${plan.period.weeks.length} Wochen`;
}

function wholeEuros(cents: number): string {
  return money(Math.round(cents / 100) * 100).replace(",00", "");
}

export function headlineSentence(plan: Plan): string {
  const saving = plan.standAloneTotalCents - plan.jointCostCents;
  const members = plural(plan.municipalities.length, "Kommune", "Kommunen").replace(" ", "\u00A0");
  const kind = savingKind(saving, plan.standAloneTotalCents);
  if (kind === "none") return `In ${weeksWords(plan)} ist für ${members} keine Einsparung nachweisbar`;
  if (kind === "loss")
    return `Gemeinsam zahlen ${members} in ${weeksWords(plan)} ${wholeEuros(-saving)} mehr als allein`;
  return `Gemeinsam sparen ${plan.municipalities.length > 1 ? "die " : ""}${members} in ${weeksWords(plan)} ${wholeEuros(saving)}`;
}

/** What is certain: even the best imaginable stand-alone plans in the same model cost at least their proven lower bounds. */
function provenCents(plan: Plan): number {
  const bounds = Object.values(plan.flow.standAlone).map((alone) => alone.lowerBoundCents);
  return bounds.reduce((sum, bound) => sum + bound, 0) - plan.jointCostCents;
}

function proof(plan: Plan): Html | null {
  const proven = provenCents(plan);
  if (proven <= 0 || Object.keys(plan.flow.standAlone).length !== plan.municipalities.length) return null;
  return markup` Davon sind ${wholeEuros(proven)} rechnerisch nachgewiesen: So viel bliebe im selben Modell auch dann, wenn jede Kommune für sich den bestmöglichen Plan fände.`;
}

function lead(plan: Plan): Html {
  const { firstWeek, lastWeek } = plan.period;
  const period = markup`${periodName(firstWeek, lastWeek)} (${weekDates(firstWeek, lastWeek)})`;
  const tours = markup`Die Touren gelten für ${weekName(plan.week)} (${weekDates(plan.week)}).`;
  return markup`<p class="lead">Würde jede Kommune ihr Grüngut allein entsorgen, kostete das im Zeitraum ${period} zusammen
${money(plan.standAloneTotalCents)}. Gemeinsam geplant kostet es ${money(plan.jointCostCents)}.${proof(plan)} ${tours}</p>`;
}

function figures(plan: Plan): Html {
  const saving = plan.standAloneTotalCents - plan.jointCostCents;
  const kind = savingKind(saving, plan.standAloneTotalCents);
  const period = periodName(plan.period.firstWeek, plan.period.lastWeek);
  const part = percent(Math.abs(saving), plan.standAloneTotalCents);
  return markup`<dl class="figures">
<div class="is-joint"><dt>Gemeinsam</dt><dd class="value">${money(plan.jointCostCents)}</dd><dd>alle zusammen, ${period}</dd></div>
<div><dt>Allein</dt><dd class="value">${money(plan.standAloneTotalCents)}</dd><dd>Summe der Alleinkosten, gleiche Wochen</dd></div>
<div class="is-saving"><dt>${kind === "loss" ? "Mehrkosten" : "Einsparung"}</dt>
<dd class="value">${kind === "none" ? "nicht nachweisbar" : money(Math.abs(saving))}</dd><dd>${kind === "none" ? `Unterschied ${money(saving)}, unter 0,1 %` : `${part} der Alleinkosten`}</dd></div>
</dl>
${kind === "gain" ? balance(plan) : null}`;
}

function balance(plan: Plan): Html {
  const { jointCostCents, standAloneTotalCents } = plan;
  return markup`${balanceBar(jointCostCents, standAloneTotalCents)}
<p class="balance-words"><span>${percent(jointCostCents, standAloneTotalCents)} bleiben zu zahlen</span> <span>${percent(standAloneTotalCents - jointCostCents, standAloneTotalCents)} gespart</span></p>`;
}

function facts(plan: Plan): Html {
  const mass = plan.routes.reduce((sum, route) => sum + loadOf(route), 0);
  const metres = plan.routes.reduce((sum, route) => sum + route.distanceMetres, 0);
  const co2 = plan.emissions.standAloneKgCo2e - plan.emissions.jointKgCo2e;
  const entries: readonly (readonly [string, string])[] = [
    [`Touren in ${weekName(plan.week)}`, plural(plan.routes.length, "Tour", "Touren")],
    ["Abgeholt", tonnes(mass)],
    ["Strecke", kilometres(metres)],
    ["Nicht bedient", plural(plan.unserved.length, "Abholung", "Abholungen")],
    [co2 >= 0 ? "CO₂e vermieden (Zeitraum)" : "CO₂e zusätzlich (Zeitraum)", tonnes(Math.abs(co2))],
  ];
  return markup`<dl class="facts">${entries.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** What must be known before the first figure is read; attributions stand at the end of the page. */
function warning(synthetic: string | undefined): Html | null {
  if (synthetic === undefined) return null;
  return markup`<div class="note" role="note"><p><strong>Beispieldaten.</strong> ${synthetic}</p></div>`;
}

export function renderHeadline(plan: Plan, synthetic: string | undefined): Html {
  return markup`<header class="masthead">
<p class="brand"><strong><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20 3C9 3 4 8 4 14c0 1.6.4 3 1 4l-2 3 1.6 1.2L7 19c1 .6 2.3 1 3.8 1C17 20 21 14 20 3zM8 16c1-4 4-7 8-9-3 3-5 6-6.5 9.7z"/></svg>Grünverbund</strong>
<span>Wochenplan und Kostenaufteilung</span> <span>${plan.regionName}</span> <span>${weekName(plan.week)}</span></p>
${warning(synthetic)}
<h1>${headlineSentence(plan)}</h1>
${figures(plan)}
${lead(plan)}
${facts(plan)}
</header>`;
}
