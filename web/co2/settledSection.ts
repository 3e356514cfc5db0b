/** Greenhouse gases of what is settled, beside what was planned: the same section on every page that has it. */
import { html } from "hono/html";
import { rangeOf, type Co2Balance } from "../../domain/co2/balance.ts";
import type { PeriodCo2 } from "../../functions/usecases/finance/periodCo2.ts";
import type { Html } from "../page.ts";
import type { Co2Table } from "./section.ts";
import type { Co2Speech } from "./words/index.ts";

const GAP = "\u00A0";

export function settledCo2Section(of: PeriodCo2, speech: Co2Speech, table: (of: Co2Table) => Html): Html {
  const { words, figures } = speech;
  const { settled: say } = words;
  const { planned, settled } = of;
  const kilograms = (kg: number): string => `${figures.number(kg)}${GAP}kg`;
  const { lowKgCo2e, highKgCo2e } = rangeOf(settled);
  return html`<section aria-labelledby="co2-abgerechnet">
    <h2 id="co2-abgerechnet">${say.head(figures.weeks(of.firstWeek, of.lastWeek))}</h2>
    <p>
      ${words.set(settled.factorSet)} ${say.basis(of.drivenTours, of.tours)}
      ${of.corrections === 0 ? "" : say.corrected(of.corrections)}
      ${settled.methods.length > 1 ? say.between(kilograms(lowKgCo2e), kilograms(highKgCo2e)) : words.oneMethod}
    </p>
    ${linesTable(planned, settled, speech, table)} ${figuresTable(planned, settled, speech, table)}
  </section>`;
}

type Draw = (of: Co2Table) => Html;

function linesTable(planned: Co2Balance, settled: Co2Balance, { words, figures }: Co2Speech, table: Draw): Html {
  const { settled: say } = words;
  const row = (name: string, of: (balance: Co2Balance) => number): string[] => [
    name,
    ...[of(planned), of(settled), of(settled) - of(planned)].map((kg) => `${figures.number(kg)}${GAP}kg`),
  ];
  const kinds = [...new Set([...planned.treatments, ...settled.treatments].map(({ kind }) => kind))];
  return table({
    caption: words.caption,
    heads: [words.line, say.planned, say.settled, say.difference],
    rows: [
      row(words.driving, ({ driving }) => driving.kgCo2e),
      row(words.shredding, ({ shredding }) => shredding.kgCo2e),
      row(words.transport, ({ transportKgCo2e }) => transportKgCo2e),
      ...kinds.map((kind) =>
        row(
          words.treatment(words.kinds[kind]),
          ({ treatments }) => treatments.find((one) => one.kind === kind)?.kgCo2e ?? 0,
        ),
      ),
    ],
    total: row(words.total, ({ kgCo2e }) => kgCo2e),
  });
}

function figuresTable(planned: Co2Balance, settled: Co2Balance, { words, figures }: Co2Speech, table: Draw): Html {
  const { settled: say } = words;
  const row = (name: string, of: (balance: Co2Balance) => number | null, decimals = 0): string[] => [
    name,
    ...[planned, settled].map((balance) => {
      const value = of(balance);
      return value === null ? words.none : figures.number(value, decimals);
    }),
  ];
  const tonnes = ({ treatments }: Co2Balance): number => treatments.reduce((sum, { massKg }) => sum + massKg, 0) / 1000;
  return table({
    caption: words.figures,
    heads: [words.line, say.planned, say.settled],
    rows: [
      row(say.tonnes, tonnes, 1),
      row(words.litres, ({ driving, shredding }) => driving.litres + shredding.litres),
      row(words.kilometres, ({ driving }) => driving.drivenMetres / 1000, 1),
      row(words.tonneKilometres, ({ driving }) => driving.tonneKilometres),
      row(words.perTonneKilometre, ({ driving }) => driving.gramsPerTonneKilometre),
    ],
  });
}
