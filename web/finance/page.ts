/** The finance page. Pure: from figures to markup. */
import { html } from "hono/html";
import type { SettledFigures } from "../../functions/usecases/finance/settled.ts";
import type { FinanceFigures } from "../../functions/usecases/finance/figures.ts";
import type { PriceChange, Priced } from "../../functions/usecases/finance/prices.ts";
import { co2Section } from "../co2/section.ts";
import { co2Speech } from "../co2/words/index.ts";
import type { Html, PageParts } from "../page.ts";
import { ownOf } from "./own.ts";
import { pricesSection, rulesSection, type TypedPrices } from "./whatIf.ts";
import { detailsSection, fractionsSection, linesSection, membersSection, timeSection } from "./sections.ts";
import { settledSections } from "./settled.ts";
import { co2Table } from "./tables.ts";
import type { FinanceSpeech } from "./words/index.ts";

export interface FinanceView {
  readonly figures: FinanceFigures;
  readonly priced: Priced;
  /** Null while nothing is closed. */
  readonly settled: SettledFigures | null;
  readonly change: PriceChange;
  readonly typed: TypedPrices;
  /** Of all regions that the reader may see. */
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly weeks: readonly string[];
}

export function financePage(view: FinanceView, speech: FinanceSpeech, aside: Html): PageParts {
  const { figures } = view;
  const { words } = speech;
  const main = html`${figures.notices[0] === undefined ? "" : html`<p class="note" lang="de" role="note">${figures.notices[0]}</p>`}
    ${headOf(figures, speech)} ${picker(view, speech)} ${topFigures(figures, speech)}
    <div class="beside">${agreement(figures, speech)} ${downloads(figures, speech)}</div>
    ${membersSection(figures, speech)} ${linesSection(figures, speech)} ${timeSection(figures, speech)}
    ${fractionsSection(figures, speech)}
    ${co2Section({ ...figures.co2, factors: figures.factors }, co2Speech(speech.language), co2Table)}
    ${detailsSection(figures, speech)} ${settledSections(figures.region, view.settled, speech)}
    ${rulesSection(figures, speech)} ${pricesSection(view, speech)} ${origin(figures, speech)}`;
  return { title: `${words.title}, ${figures.regionName}`, trail: html`${words.trail}`, aside, main };
}

function headOf(figures: FinanceFigures, { words, figures: format }: FinanceSpeech): Html {
  const { period, regionName, totals } = figures;
  const own = ownOf(figures);
  const saving = own?.savingCents ?? totals.savingCents;
  const who = own?.name ?? words.head.all;
  const span = format.weeks(period.firstWeek, period.lastWeek);
  return html`<p class="eyebrow">${regionName} · ${span} · ${format.days(period.firstWeek, period.lastWeek)}</p>
    <h1>${saving > 0 ? words.head.saves(who, format.money(saving), span) : words.head.level(who, span)}</h1>
    <p class="lead">${words.lead}</p>`;
}

function picker({ figures, regions, weeks }: FinanceView, { words, figures: format }: FinanceSpeech): Html {
  const choice = (value: string, name: string, chosen: boolean): Html =>
    chosen ? html`<option value="${value}" selected>${name}</option>` : html`<option value="${value}">${name}</option>`;
  return html`<form class="picker" method="get" action="/finanzen" aria-label="${words.picker.label}">
    ${
      regions.length < 2
        ? html`<input type="hidden" name="region" value="${figures.region}" />`
        : html`<p>
            <label for="region">${words.picker.region}</label>
            <select id="region" name="region">
              ${regions.map(({ id, name }) => choice(id, name, id === figures.region))}
            </select>
          </p>`
    }
    <p>
      <label for="woche">${words.picker.week}</label>
      <select id="woche" name="woche">
        ${weeks.map((week) => choice(week, `${format.weeks(week)}, ${format.days(week)}`, week === figures.week))}
      </select>
    </p>
    <button class="button quiet">${words.picker.show}</button>
  </form>`;
}

function topFigures(figures: FinanceFigures, { words, figures: { money, percent }, terms }: FinanceSpeech): Html {
  const { totals, rule } = figures;
  const own = ownOf(figures);
  const full = own?.full ?? null;
  const { jointCents, aloneCents } = own === undefined ? totals : { ...own, jointCents: own.shareCents };
  const saving = aloneCents - jointCents;
  return html`<dl class="figures">
      <div class="is-joint">
        <dt>${own === undefined ? words.figures.joint : words.figures.share}</dt>
        <dd class="value">${money(jointCents)}</dd>
        <dd>${own === undefined ? words.figures.jointNote : words.figures.shareNote}</dd>
      </div>
      <div>
        <dt>${words.figures.alone}</dt>
        <dd class="value">${money(aloneCents)}</dd>
        <dd>${words.figures.aloneNote}</dd>
      </div>
      <div class="is-saving">
        <dt>${words.figures.saving}</dt>
        <dd class="value">${money(saving)}</dd>
        <dd>${words.figures.savingNote(percent(saving, aloneCents))}</dd>
      </div>
    </dl>
    <dl class="facts">
      ${own === undefined ? "" : fact(words.facts.all, words.chart.instead(money(totals.jointCents), money(totals.aloneCents)))}
      ${full === null ? "" : fact(words.facts.brought, money(full.contributionCents))}
      ${fact(words.facts.payment, money(full?.paymentCents ?? totals.paymentCents))}
      ${fact(words.facts.rule, terms.rules[rule].name)}
    </dl>`;
}

const fact = (label: string, value: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function agreement({ agreement: agreed }: FinanceFigures, { words: { agreement: words } }: FinanceSpeech): Html {
  return html`<section aria-labelledby="vereinbarung">
    <h2 id="vereinbarung">${words.head}</h2>
    ${
      agreed === null
        ? html`<p>${words.none}</p>`
        : html`<p>
              <strong class="state is-${agreed.state}">${words.states[agreed.state]}</strong>
              ${words.stands(agreed.version, agreed.id)}
            </p>
            <p>${agreed.sameRun ? words.sameRun : words.otherRun}</p>`
    }
  </section>`;
}

function downloads({ region, week }: FinanceFigures, { words: { files: words }, language }: FinanceSpeech): Html {
  const base = `/api/regions/${region}/weeks/${week}/finance`;
  return html`<section aria-labelledby="dateien" class="screen-only">
    <h2 id="dateien">${words.head}</h2>
    <p class="actions">
      <a class="button" href="${base}/finance.xlsx">${words.xlsx}</a>
      <a class="button quiet" href="${base}/finance.pdf">${words.pdf}</a>
      <a class="button quiet" href="${base}/finance.csv">${words.csv}</a>
      <a class="button quiet" href="${base}/finance.machine.csv">${words.machine}</a>
    </p>
    ${language === "de" ? "" : html`<p class="muted small">${words.german}</p>`}
  </section>`;
}

function origin({ provenance, region, week, run, notices }: FinanceFigures, speech: FinanceSpeech): Html {
  const { words, figures } = speech;
  const files = `/api/regions/${region}/weeks/${week}/files`;
  const rows: readonly (readonly [string, string | Html])[] = [
    [words.origin.plan, `${figures.weeks(week)}, ${run}`],
    [words.origin.frozen, figures.moment(provenance.frozenAt)],
    [words.origin.alone, words.origin.aloneText],
    [words.origin.travel, html`<span lang="de">${provenance.travelMatrix}</span>`],
    [words.origin.assumptions, figures.number(provenance.assumptions)],
    [words.origin.planHash, html`<code>${provenance.planSha256}</code>`],
    [
      words.origin.files,
      html`<a href="${files}/trust.json">trust.json</a> · <a href="${files}/plan.json">plan.json</a> ·
        <a href="${files}/report.html">${words.origin.report}</a>`,
    ],
  ];
  return html`<section aria-labelledby="herkunft">
    <h2 id="herkunft">${words.origin.head}</h2>
    <dl class="record">
      ${rows.map(
        ([label, text]) =>
          html`<dt>${label}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
    ${notices.slice(1).map((notice) => html`<p class="muted small" lang="de">${notice}</p>`)}
  </section>`;
}

/** Nothing to show, and why. */
export function emptyPage(
  kind: "noWeek" | "forbidden" | "unknown",
  { words: { empty, title, trail } }: FinanceSpeech,
  aside: Html,
): PageParts {
  const lead = { noWeek: empty.noWeekLead, forbidden: empty.forbiddenLead, unknown: empty.unknownLead }[kind];
  const back = kind === "unknown" ? html`<p><a class="button" href="/finanzen">${empty.back}</a></p>` : "";
  const main = html`<h1>${empty[kind]}</h1>
    <p class="lead">${lead}</p>
    ${back}`;
  return { title, trail: html`${trail}`, aside, main };
}
