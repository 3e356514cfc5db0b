/** What a year does beyond money: greenhouse gases, and the chance that a storage overflows. Pure. */
import { html } from "hono/html";
import type { YearFigures } from "../../../domain/year/figures.ts";
import type { Html } from "../../page.ts";
import { table, type Cell } from "../table.ts";
import type { CountySpeech } from "../words/index.ts";
import { type Compared, co2Tonnes, GAP, yearWords } from "./parts.ts";

export function co2Section({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const t = (kg: number): string => co2Tonnes(kg, speech);
  const row = (name: Cell, kg: number, now: number | undefined): Cell[] =>
    now === undefined ? [name, t(kg)] : [name, t(now), t(kg), `${kg > now ? "+" : ""}${t(kg - now)}`];
  const totals = then.co2.methods.map(({ kgCo2e }) => kgCo2e);
  const [low, high] = [Math.min(...totals), Math.max(...totals)].map((kg) => `${t(kg)}${GAP}t`) as [string, string];
  return html`<section aria-labelledby="klima">
    <h2 id="klima">${say.emissions}</h2>
    <p>
      ${say.set(then.co2.factorSet)} ${totals.length > 1 ? say.between(low, high) : say.oneMethod}
      ${say.co2Price(speech.figures.money(then.co2.centsPerTonne))}
    </p>
    ${table({
      ...{ caption: `${say.emissions} (t CO₂e)`, numbers: [1, 2, 3] },
      heads: [
        html`<span class="visually-hidden">${say.emissions}</span>`,
        ...(base === null ? ["t CO₂e"] : [say.now, say.scenario, say.difference]),
      ],
      rows: [
        row(say.transport, then.co2.transportKgCo2e, base?.co2.transportKgCo2e),
        row(say.treatment, then.co2.treatmentKgCo2e, base?.co2.treatmentKgCo2e),
        ...then.co2.methods.map(({ name, kgCo2e }, m) =>
          row(html`${say.method} <span lang="de">${name}</span>`, kgCo2e, base?.co2.methods[m]?.kgCo2e),
        ),
      ],
    })}
  </section>`;
}

export function overflowSection({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const { percent, number } = speech.figures;
  const row = (kind: keyof typeof say.chances, of: (one: YearFigures["overflow"]) => string): string[] => [
    ...[say.chances[kind], ...(base === null ? [] : [of(base.overflow)]), of(then.overflow)],
  ];
  return html`<section aria-labelledby="ueberlauf-folge">
    <h2 id="ueberlauf-folge">${say.overflow}</h2>
    <p>${say.overflowLead}</p>
    ${table({
      ...{ caption: say.overflow, quiet: true, numbers: [1, 2] },
      heads: [
        html`<span class="visually-hidden">${say.overflow}</span>`,
        ...(base === null ? [say.sum] : [say.now, say.scenario]),
      ],
      rows: [
        row("accepted", ({ accepted }) => percent(accepted, 1)),
        row("highest", ({ highest }) => percent(highest, 1)),
        row("expected", ({ expected }) => number(expected, 1)),
        row("storages", ({ storages }) => number(storages)),
      ],
    })}
  </section>`;
}
