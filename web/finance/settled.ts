/** What is weighed and settled: forecast against weighed, the year's account, estimates, greenhouse gases, and the documents. */
import { html } from "hono/html";
import { rangeOf } from "../../domain/co2/balance.ts";
import { sum } from "../../functions/usecases/finance/apportion.ts";
import type { SettledFigures, SettledMemberFigures, SettledPeriod } from "../../functions/usecases/finance/settled.ts";
import type { Html } from "../page.ts";
import { settledCo2Section } from "../co2/settledSection.ts";
import { co2Speech } from "../co2/words/index.ts";
import { co2Table, pageTable } from "./tables.ts";
import type { FinanceSpeech } from "./words/index.ts";

export function settledSections(region: string, settled: SettledFigures | null, speech: FinanceSpeech): Html {
  const { settled: words } = speech.words;
  if (settled === null)
    return html`<section aria-labelledby="gewogen">
      <h2 id="gewogen">${words.head}</h2>
      <p>${words.none}</p>
    </section>`;
  return html`${forecastSection(settled, speech)} ${ledgerSection(settled, speech)}
  ${estimationSection(settled, speech)} ${co2Settled(settled, speech)} ${documentsSection(region, settled, speech)}`;
}

const monthName = (month: string, { words }: FinanceSpeech): string =>
  `${words.months[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;

interface Weighed {
  readonly forecastKg: number;
  readonly weighedKg: number;
}

/** Expected, weighed, the difference, and that as a part of what was expected. */
function weighedCells({ forecastKg, weighedKg }: Weighed, { figures: { tonnes, percent } }: FinanceSpeech): string[] {
  const apart = weighedKg - forecastKg;
  return [tonnes(forecastKg), tonnes(weighedKg), tonnes(apart), forecastKg <= 0 ? "–" : percent(apart, forecastKg)];
}

const weighedOf = (of: readonly Weighed[]): Weighed => ({
  forecastKg: sum(of.map(({ forecastKg }) => forecastKg)),
  weighedKg: sum(of.map(({ weighedKg }) => weighedKg)),
});

function forecastSection({ members, year }: SettledFigures, speech: FinanceSpeech): Html {
  const { words } = speech;
  const { settled } = words;
  const heads = [settled.expected, settled.weighed, settled.apart, words.columns.part];
  const months = (one: SettledMemberFigures): Html =>
    pageTable({
      caption: settled.monthsOf(one.name),
      heads: [`${words.columns.month}, ${words.columns.fraction}`, ...heads],
      rows: one.cells.map((cell) => ({
        cells: [
          `${monthName(cell.month, speech)}, ${words.fractionNames[cell.fraction]}`,
          ...weighedCells(cell, speech),
        ],
      })),
      total: [words.total, ...weighedCells(one, speech)],
    });
  return html`<section aria-labelledby="gewogen">
    <h2 id="gewogen">${settled.head}</h2>
    ${pageTable({
      caption: settled.forecastCaption(year),
      heads: [words.columns.member, ...heads],
      rows: members.map((one) => ({ cells: [one.name, ...weighedCells(one, speech)] })),
      total: [words.total, ...weighedCells(weighedOf(members), speech)],
    })}
    ${members.map((one) =>
      members.length === 1
        ? months(one)
        : html`<details>
            <summary>${one.name}</summary>
            ${months(one)}
          </details>`,
    )}
    <p class="muted small">${settled.forecastNote}</p>
  </section>`;
}

function ledgerSection({ ledger }: SettledFigures, speech: FinanceSpeech): Html {
  const { words } = speech;
  const { settled } = words;
  const { money } = speech.figures;
  const row = (one: (typeof ledger.members)[number]): string[] => [
    ...[one.soloCents, one.shareCents, one.yearShareCents, one.equalisationCents, one.balanceCents].map(money),
  ];
  const total = (pick: (one: (typeof ledger.members)[number]) => number): string =>
    money(sum(ledger.members.map(pick)));
  return html`<section aria-labelledby="jahr">
    <h2 id="jahr">${settled.ledgerHead(ledger.year)}</h2>
    <p>${settled.ledgerLead}</p>
    ${pageTable({
      caption: settled.ledgerCaption(ledger.year),
      heads: [
        ...[words.columns.member, words.columns.alone, settled.periodShares, settled.yearShare],
        ...[settled.equalisation, settled.balance],
      ],
      rows: ledger.members.map((one) => ({ cells: [one.name, ...row(one)] })),
      total: [
        ...[words.total, total((one) => one.soloCents), total((one) => one.shareCents)],
        ...[total((one) => one.yearShareCents), total((one) => one.equalisationCents)],
        total((one) => one.balanceCents),
      ],
    })}
    ${ledger.poolCents === 0 ? "" : html`<p>${settled.pool(money(ledger.poolCents))}</p>`}
    ${ledger.members.map((one) => entriesOf(one, ledger.members.length === 1, speech))}
  </section>`;
}

function entriesOf(
  { name, entries }: SettledFigures["ledger"]["members"][number],
  open: boolean,
  speech: FinanceSpeech,
): Html {
  const { words } = speech;
  const { settled } = words;
  const { money, tonnes } = speech.figures;
  const table = pageTable({
    caption: settled.entriesOf(name),
    heads: [settled.entry, settled.weighed, words.columns.share, settled.estimation, settled.balance],
    rows: entries.map(({ kind, id, weighedKg, shareCents, estimationCents, balanceCents }) => ({
      cells: [
        `${settled.kinds[kind]} ${id}`,
        ...[tonnes(weighedKg), money(shareCents), money(estimationCents), money(balanceCents)],
      ],
    })),
  });
  return open
    ? table
    : html`<details>
        <summary>${settled.entriesOf(name)}</summary>
        ${table}
      </details>`;
}

function estimationSection({ members, year }: SettledFigures, speech: FinanceSpeech): Html {
  const { words } = speech;
  const { settled } = words;
  const { money, tonnes } = speech.figures;
  return html`<section aria-labelledby="schaetzguete">
    <h2 id="schaetzguete">${settled.estimation}</h2>
    <p>${settled.estimationLead}</p>
    ${pageTable({
      caption: settled.estimationCaption(year),
      heads: [words.columns.member, settled.score, settled.fair, settled.estimationCents],
      rows: members.map((one) => ({
        cells: [one.name, tonnes(one.scoreKg), tonnes(one.fairKg), money(one.estimationCents)],
      })),
    })}
  </section>`;
}

function co2Settled({ co2, newestCo2 }: SettledFigures, { words, figures, language }: FinanceSpeech): Html {
  if (co2 === null) return html``;
  const kilograms = (kg: number): string => `${figures.number(kg)}\u00A0kg`;
  const { lowKgCo2e, highKgCo2e } = rangeOf(co2);
  const { gramsPerTonneKilometre: grams } = co2.driving;
  return html`<section aria-labelledby="co2-gewogen">
      <h2 id="co2-gewogen">${words.settled.co2Head}</h2>
      <p>
        ${words.settled.co2(kilograms(co2.kgCo2e), kilograms(co2.transportKgCo2e), kilograms(co2.treatmentKgCo2e))}
        ${words.settled.co2Range(kilograms(lowKgCo2e), kilograms(highKgCo2e), co2.factorSet)}
        ${grams === null ? "" : words.settled.co2Intensity(figures.number(grams))}
      </p>
    </section>
    ${newestCo2 === null ? "" : settledCo2Section(newestCo2, co2Speech(language), co2Table)}`;
}

function documentsSection(region: string, { periods }: SettledFigures, speech: FinanceSpeech): Html {
  const { settled } = speech.words;
  return html`<section aria-labelledby="abrechnungen" class="screen-only">
    <h2 id="abrechnungen">${settled.documents}</h2>
    ${periods.map((period, index) =>
      index === 0
        ? periodDocuments(region, period, speech)
        : html`<details>
            <summary>${speech.figures.weeks(period.firstWeek, period.lastWeek)}</summary>
            ${periodDocuments(region, period, speech)}
          </details>`,
    )}
    ${speech.language === "de" ? "" : html`<p class="muted small">${speech.words.files.german}</p>`}
  </section>`;
}

/** Names of files, and as what their links are read. */
const FILES = [
  ["statement.html", "HTML"],
  ["statement.pdf", "PDF"],
  ["statement.xlsx", "XLSX"],
  ["bookings.csv", "CSV"],
  ["EXTF_bookings.csv", "DATEV"],
  ["register.csv", "20 02 01"],
] as const;

function periodDocuments(region: string, period: SettledPeriod, speech: FinanceSpeech): Html {
  const { words, figures } = speech;
  const { settled } = words;
  const base = `/api/regions/${region}/settlements/${period.id}`;
  const span = figures.weeks(period.firstWeek, period.lastWeek);
  const links = (ags: string, name: string): Html =>
    html`<span class="files"
      >${FILES.map(
        ([file, kind]) =>
          html`<a href="${base}/members/${ags}/${file}" aria-label="${kind}: ${settled.files[file]}, ${name}, ${span}"
            >${kind}</a
          > `,
      )}</span
    >`;
  return html`<p>${settled.closed(span, figures.moment(period.closedAt))}</p>
    ${pageTable({
      ...{ caption: settled.statements(span), text: true },
      heads: [words.columns.member, settled.balance, settled.documents],
      rows: period.members.map(({ ags, name, balanceCents }) => ({
        cells: [name, figures.money(balanceCents), links(ags, name)],
      })),
    })}
    ${
      period.invoices.length === 0
        ? ""
        : pageTable({
            ...{ caption: settled.invoices(span), text: true },
            heads: [settled.invoice, settled.from, settled.to, settled.net],
            rows: period.invoices.map(({ number, corrects, sellerAgs, seller, buyerAgs, buyer, cents }) => ({
              cells: [
                number === null
                  ? html`<span class="muted">${settled.notIssued}</span>`
                  : html`<a href="${base}/invoices/${sellerAgs}/${buyerAgs}?number=${number}">${number}</a
                      >${corrects === null ? "" : html`<br /><small>${settled.corrects(corrects)}</small>`}`,
                ...[seller, buyer, figures.money(cents)],
              ],
            })),
          })
    }
    <p><a href="/abrechnung/${region}/${period.id}#rechnungen">${settled.issueThere}</a></p>`;
}
