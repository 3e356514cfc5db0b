/** By municipality, cost line, week, month and fraction: a picture and its table each. */
import { html } from "hono/html";
import { sum } from "../../functions/usecases/finance/apportion.ts";
import type { FinanceFigures, LinePair, MonthPair } from "../../functions/usecases/finance/figures.ts";
import type { Html } from "../page.ts";
import { ownOf } from "./own.ts";
import { pageTable, pairCells, pairHeads, pairPicture, pairTable, type NamedPair } from "./tables.ts";
import type { FinanceSpeech } from "./words/index.ts";

export function membersSection(figures: FinanceFigures, speech: FinanceSpeech): Html {
  const { members, totals, agreement } = figures;
  const { words } = speech;
  const { money, tonnes } = speech.figures;
  const own = ownOf(figures)?.ags;
  const named = members.map((m): NamedPair => ({
    ...{ name: m.name, aloneCents: m.aloneCents, jointCents: m.shareCents, own: m.ags === own },
  }));
  const agreed = (cents: number | null): string[] => (agreement === null ? [] : [cents === null ? "–" : money(cents)]);
  return html`<section aria-labelledby="kommunen">
    <h2 id="kommunen">${words.members.head}</h2>
    ${pairPicture("members", words.members.chart, named, speech)}
    ${pageTable({
      caption: words.members.caption,
      heads: [
        ...[words.columns.member, ...pairHeads(speech), words.columns.mass],
        ...(agreement === null ? [] : [words.columns.agreed]),
      ],
      rows: members.map((m, i) => ({
        cells: [m.name, ...pairCells(named[i]!, speech), tonnes(m.forecastKg), ...agreed(m.agreedCents)],
        own: m.ags === own,
      })),
      total: [
        ...[words.total, ...pairCells(totals, speech), tonnes(totals.forecastKg)],
        ...agreed(agreement?.jointCostCents ?? null),
      ],
    })}
    ${members.some(({ full }) => full === null) ? html`<p class="muted small">${words.members.others}</p>` : ""}
  </section>`;
}

/** Lines that cost nobody anything are left out; a picture of them all would hide the rest. */
function namedLines(lines: readonly LinePair[], { words }: FinanceSpeech): NamedPair[] {
  const used = lines.filter(({ jointCents, aloneCents }) => jointCents !== 0 || aloneCents !== 0);
  return used.map((one) => ({ ...one, name: words.lineNames[one.line] }));
}

export function linesSection({ lines, totals }: FinanceFigures, speech: FinanceSpeech): Html {
  const { words } = speech;
  const rows = namedLines(lines, speech);
  return html`<section aria-labelledby="kostenarten">
    <h2 id="kostenarten">${words.lines.head}</h2>
    ${pairPicture("lines", words.lines.chart, rows, speech)}
    ${pairTable(words.lines.caption, words.columns.line, rows, totals, speech)}
  </section>`;
}

export function timeSection({ weeks, months, totals }: FinanceFigures, speech: FinanceSpeech): Html {
  const { words, figures } = speech;
  const byWeek = weeks.map((one) => ({ ...one, name: figures.weeks(one.week) }));
  return html`<section aria-labelledby="zeit">
    <h2 id="zeit">${words.time.head}</h2>
    ${pairPicture("weeks", words.time.chart, byWeek, speech)}
    ${pairTable(words.time.weeks, words.columns.week, byWeek, totals, speech)}
    ${pairTable(words.time.months, words.columns.month, namedMonths(months, speech), totals, speech)}
    <p class="muted small">${words.time.note}</p>
  </section>`;
}

function namedMonths(months: readonly MonthPair[], { words }: FinanceSpeech): NamedPair[] {
  return months.map((one) => {
    const month = `${words.months[Number(one.month.slice(5)) - 1] ?? ""} ${one.month.slice(0, 4)}`;
    return { ...one, name: words.time.monthWeeks(month, one.weeks) };
  });
}

export function fractionsSection({ fractions }: FinanceFigures, speech: FinanceSpeech): Html {
  const { words } = speech;
  const { columns } = words;
  const { money, tonnes } = speech.figures;
  const cells = (f: Omit<FinanceFigures["fractions"][number], "fraction">): string[] => [
    ...[tonnes(f.arrivalsKg), tonnes(f.aloneHauledKg), tonnes(f.jointHauledKg)],
    ...[money(f.aloneGateCents), money(f.jointGateCents)],
  ];
  const total = (pick: (f: FinanceFigures["fractions"][number]) => number): number => sum(fractions.map(pick));
  const named = fractions.map((f): NamedPair => ({
    ...{ name: words.fractionNames[f.fraction], aloneCents: f.aloneGateCents, jointCents: f.jointGateCents },
  }));
  return html`<section aria-labelledby="fraktionen">
    <h2 id="fraktionen">${words.fractions.head}</h2>
    ${pairPicture("fractions", words.fractions.chart, named, speech)}
    ${pageTable({
      caption: words.fractions.caption,
      heads: [
        ...[columns.fraction, columns.arrivals, columns.hauledAlone, columns.hauledJoint],
        ...[columns.gateAlone, columns.gateJoint],
      ],
      rows: fractions.map((f) => ({ cells: [words.fractionNames[f.fraction], ...cells(f)] })),
      total: [
        words.total,
        ...cells({
          arrivalsKg: total((f) => f.arrivalsKg),
          aloneHauledKg: total((f) => f.aloneHauledKg),
          jointHauledKg: total((f) => f.jointHauledKg),
          aloneGateCents: total((f) => f.aloneGateCents),
          jointGateCents: total((f) => f.jointGateCents),
        }),
      ],
    })}
    <p class="muted small">${words.fractions.note}</p>
  </section>`;
}

/** Every member that the reader sees in full, by cost line and week; one alone stands open. */
export function detailsSection({ members }: FinanceFigures, speech: FinanceSpeech): Html {
  const { words, figures } = speech;
  const seen = members.flatMap((m) => (m.full === null ? [] : [{ ...m, full: m.full }]));
  if (seen.length === 0) return html``;
  const tables = seen.map((m) => {
    const whole = { aloneCents: m.aloneCents, jointCents: m.shareCents };
    const byWeek = m.full.weeks.map((one) => ({ ...one, name: figures.weeks(one.week) }));
    const content = html`${pairTable(words.each.lines(m.name), words.columns.line, namedLines(m.full.lines, speech), whole, speech)}
    ${pairTable(words.each.months(m.name), words.columns.week, byWeek, whole, speech)}`;
    return seen.length === 1
      ? content
      : html`<details>
          <summary>${m.name}</summary>
          ${content}
        </details>`;
  });
  return html`<section aria-labelledby="einzeln">
    <h2 id="einzeln">${words.each.head}</h2>
    <p>${words.each.note}</p>
    ${tables}
  </section>`;
}
