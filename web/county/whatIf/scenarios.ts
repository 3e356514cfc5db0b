/** Scenarios beside the plan that holds: without a member, at other prices, with another site. Pure: from figures to markup. */
import { html } from "hono/html";
import { rangeOf, type Co2Balance } from "../../../domain/co2/balance.ts";
import type { FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Scenarios } from "../../../functions/usecases/county/scenarios.ts";
import type { Without } from "../../../functions/usecases/county/without.ts";
import { co2Cents, type PriceChange } from "../../../functions/usecases/finance/prices.ts";
import type { Trial } from "../../../functions/usecases/trials/trials.ts";
import { TERMS } from "../../../functions/usecases/agreements/terms/index.ts";
import type { Html } from "../../page.ts";
import { faultSummary, field, hidden, notice, select, type Fault } from "../frame.ts";
import { pathOf, type Shown } from "../seat.ts";
import { table } from "../table.ts";
import type { CountySpeech } from "../words/index.ts";
import { YEAR_WORDS } from "../year/words/index.ts";
import { WHAT_IF_WORDS, type WhatIfWords } from "./words/index.ts";

export const wordsOf = ({ language }: CountySpeech): WhatIfWords => WHAT_IF_WORDS[language];

export interface ScenarioView {
  readonly region: string;
  readonly csrf: string;
  /** Undefined before the first published week. */
  readonly seen: Scenarios | undefined;
  readonly change: PriceChange;
  readonly typedPrices: { readonly annahme: string; readonly transport: string; readonly co2: string };
  /** With another site, newest first. */
  readonly sites: readonly Trial[];
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  readonly said?: string | undefined;
  readonly problems?: Html | undefined;
}

export function scenarioPage(view: ScenarioView, speech: CountySpeech): Shown {
  const { seen, faults, said, problems, sites } = view;
  const { scenarios } = wordsOf(speech);
  const head = speech.words.sections.szenarien;
  const main = html`<h1>${head}</h1>
    <p class="lead">${scenarios.lead}</p>
    ${notice(said)}
    ${faultSummary(
      faults.filter(({ field: at }) => at !== "annahme" && at !== "transport" && at !== "co2"),
      speech,
    )}
    ${problems ?? ""} ${yearSection(view.region, speech)}
    ${
      seen === undefined
        ? html`<p>${scenarios.noWeek}</p>`
        : html`<p>
              ${scenarios.basis(speech.figures.weeks(seen.week), seen.plan.period.weeks.length, TERMS[speech.language].rules[seen.plan.allocation.rule].name)}
            </p>
            ${withoutSection(seen, speech)} ${pricesSection(view, seen, speech)} ${siteSection(view, seen, speech)}`
    }`;
  const running = sites.some(({ state }) => state === "planning");
  return { head, main, ...(running ? { refreshSeconds: 15 } : {}) };
}

function yearSection(region: string, { language }: CountySpeech): Html {
  const { head, teaser, open } = YEAR_WORDS[language];
  return html`<section class="first" aria-labelledby="jahr">
    <h2 id="jahr">${head}</h2>
    <p>${teaser}</p>
    <p class="actions screen-only"><a class="button quiet" href="${pathOf(region, "szenarien/jahr")}">${open}</a></p>
  </section>`;
}

function withoutSection({ without, plan }: Scenarios, speech: CountySpeech): Html {
  const { without: words } = wordsOf(speech);
  const { money } = speech.figures;
  const rows = without.map(({ name, shareCents, aloneCents, othersCents }) => {
    const now = plan.jointCostCents - shareCents;
    return [
      ...[name, money(shareCents), money(aloneCents), money(now)],
      ...(othersCents === null ? [words.unknown, "–"] : [money(othersCents), money(othersCents - now)]),
    ];
  });
  const heads = [words.member, words.shareNow, words.alone, words.othersNow, words.others, words.more];
  return html`<section aria-labelledby="ohne">
    <h2 id="ohne">${words.head}</h2>
    <p>${words.lead}</p>
    ${table({ caption: words.caption, heads, rows, numbers: [1, 2, 3, 4, 5] })}
    <p class="muted small">${words.small}</p>
    ${without.filter(({ othersCents }) => othersCents !== null).map((one) => sharesWithout(one, plan, speech))}
  </section>`;
}

function sharesWithout(
  { ags, name, aloneCents, shares }: Without,
  plan: Scenarios["plan"],
  speech: CountySpeech,
): Html {
  const { without: words } = wordsOf(speech);
  const { money } = speech.figures;
  const rows = plan.municipalities.map((one) => {
    const then = one.ags === ags ? aloneCents : (shares?.[one.ags] ?? 0);
    return [
      one.name,
      money(one.shareCents),
      one.ags === ags ? html`${money(then)}<small>${words.leaves}</small>` : money(then),
      money(then - one.shareCents),
    ];
  });
  return html`<details>
    <summary>${words.details(name)}</summary>
    ${
      shares === null
        ? html`<p>${words.noAnswer}</p>`
        : table({
            caption: words.caption2(name),
            heads: [speech.words.agreements.columns.member, words.now, words.then, words.difference],
            rows,
            numbers: [1, 2, 3],
          })
    }
  </details>`;
}

function pricesSection(
  { region, change, typedPrices, faults }: ScenarioView,
  seen: Scenarios,
  speech: CountySpeech,
): Html {
  const { prices } = wordsOf(speech);
  const { money, number } = speech.figures;
  const signed = (percent: number): string => `${percent > 0 ? "+" : ""}${number(percent)} %`;
  const { plan, aloneCents, priced } = seen;
  const co2Price = change.co2CentsPerTonne ?? seen.co2CentsPerTonne;
  const line = (name: string, joint: number, alone: number) => [name, money(joint), money(alone), money(alone - joint)];
  const rows = [
    line(prices.planned, plan.jointCostCents, aloneCents),
    line(
      prices.changed(signed(change.gatePercent), signed(change.haulagePercent), money(co2Price)),
      priced.jointCents,
      priced.aloneCents,
    ),
  ];
  const [jointMore, aloneMore] = [priced.jointCents - plan.jointCostCents, priced.aloneCents - aloneCents];
  const text = (id: "annahme" | "transport", label: string) =>
    field({
      id,
      label,
      faults,
      input: { value: typedPrices[id], inputmode: "numeric", maxlength: 5, autocomplete: "off" },
    });
  const co2Field = field({
    ...{ id: "co2", label: prices.co2, help: prices.co2Help(money(seen.co2CentsPerTonne)), faults },
    input: { value: typedPrices.co2, inputmode: "decimal", maxlength: 12, autocomplete: "off" },
  });
  return html`<section aria-labelledby="preise">
    <h2 id="preise">${prices.head}</h2>
    <p>${prices.lead}</p>
    <form class="picker" method="get" action="${pathOf(region, "szenarien")}#preise">
      ${text("annahme", prices.gate)} ${text("transport", prices.haulage)} ${co2Field}
      <button class="button quiet">${prices.button}</button>
    </form>
    ${table({
      ...{
        caption: prices.caption,
        heads: ["", prices.joint, prices.alone, prices.saving].map((one, i) =>
          i === 0 ? html`<span class="visually-hidden">${prices.head}</span>` : one,
        ),
      },
      ...{
        rows,
        numbers: [1, 2, 3],
        total: [prices.difference, money(jointMore), money(aloneMore), money(aloneMore - jointMore)],
      },
    })}
    <p class="muted small">${prices.fixed}</p>
    ${co2Table(seen, change, speech)}
  </section>`;
}

/** Tonnes planned, with the range of the methods, and what they cost at both prices. */
function co2Table({ co2, plan, co2CentsPerTonne }: Scenarios, change: PriceChange, speech: CountySpeech): Html {
  const { prices } = wordsOf(speech);
  const { money, number } = speech.figures;
  const tonnes = (kg: number): string => number(kg / 1000, 2);
  const changedCents = change.co2CentsPerTonne ?? co2CentsPerTonne;
  const line = (name: string, balance: Co2Balance, flows: readonly FlowPlan[]): string[] => {
    const { lowKgCo2e, highKgCo2e } = rangeOf(balance);
    const cost = (price?: number): string => money(flows.reduce((sum, flow) => sum + co2Cents(flow, price), 0));
    const range = prices.co2Between(tonnes(lowKgCo2e), tonnes(highKgCo2e));
    return [name, tonnes(balance.kgCo2e), range, cost(), cost(change.co2CentsPerTonne)];
  };
  return html`${table({
      caption: prices.co2Caption,
      heads: [
        ...["", prices.co2Tonnes, prices.co2Methods],
        ...[co2CentsPerTonne, changedCents].map((cents) => prices.co2At(money(cents))),
      ].map((one, i) => (i === 0 ? html`<span class="visually-hidden">${prices.co2Caption}</span>` : one)),
      rows: [
        line(prices.joint, co2.joint, [plan.flow.joint]),
        line(prices.alone, co2.alone, Object.values(plan.flow.standAlone)),
      ],
      numbers: [1, 2, 3, 4],
    })}
    <p class="muted small">${prices.co2Set(co2.joint.factorSet)}</p>`;
}

function siteSection(
  { region, csrf, sites, typed, faults }: ScenarioView,
  seen: Scenarios,
  speech: CountySpeech,
): Html {
  const { site, trials, prices } = wordsOf(speech);
  const { money } = speech.figures;
  const now = [
    site.without,
    "–",
    money(seen.plan.jointCostCents),
    money(seen.aloneCents),
    money(seen.aloneCents - seen.plan.jointCostCents),
  ];
  const rows = sites.map(({ site: name, state, figures, week }) => [
    html`${name}<small>${speech.figures.weeks(week)}</small>`,
    trials.states[state],
    ...(figures === null
      ? ["–", "–", "–"]
      : [money(figures.jointCents), money(figures.aloneCents), money(figures.aloneCents - figures.jointCents)]),
  ]);
  return html`<section aria-labelledby="standort">
    <h2 id="standort">${site.head}</h2>
    <p>${site.lead}</p>
    ${
      sites.length === 0
        ? ""
        : html`${table({ caption: site.caption, heads: [site.name, trials.state, prices.joint, prices.alone, prices.saving], rows: [now, ...rows], numbers: [2, 3, 4] })}
            <p class="muted small">${site.note}</p>`
    }
    <form class="screen-only" method="post" action="${pathOf(region, "szenarien")}#standort" novalidate>
      ${hidden("csrf", csrf)}
      <div class="fields">${siteFields({ typed, faults, required: true }, speech)}</div>
      <p class="actions"><button class="button">${site.button}</button></p>
    </form>
  </section>`;
}

/** Where the site would lie, what it would take and cost. */
export function siteFields(
  { typed, faults, required }: Pick<ScenarioView, "typed" | "faults"> & { readonly required: boolean },
  speech: CountySpeech,
): Html {
  const { site } = wordsOf(speech);
  const text = (id: string, label: string, help?: string) =>
    field({ id, label, help, faults, input: { value: typed[id], required, maxlength: 100, autocomplete: "off" } });
  const kinds = Object.entries(site.kinds).map(([value, name]) => ({ value, text: name }));
  return html`${text("name", site.name)}
  ${select({ id: "kind", label: site.kind, faults }, kinds, typed["kind"] ?? "composting")}
  ${text("latitude", site.latitude, required ? site.place : undefined)} ${text("longitude", site.longitude)}
  ${text("capacity", site.capacity)} ${text("cost", site.cost)} ${text("fee", site.fee, site.feeHelp)}`;
}
