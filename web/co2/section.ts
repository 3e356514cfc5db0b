/** Greenhouse gases of a plan, everyone alone beside jointly: the same section, with the same figures, on every page that has it. */
import { html } from "hono/html";
import { savingBetween, type Co2Balance } from "../../domain/co2/balance.ts";
import type { EmissionFactors } from "../../domain/region/settings.ts";
import type { Html } from "../page.ts";
import type { Co2Speech } from "./words/index.ts";

/** How the page around it draws a table: the first cell of a row is its name. */
export interface Co2Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | Html)[])[];
  readonly total?: readonly string[];
  /** Default: figures. */
  readonly text?: boolean;
}

export interface Balances {
  readonly alone: Co2Balance;
  readonly joint: Co2Balance;
  /** That both were reckoned with. */
  readonly factors: EmissionFactors | null;
}

const GAP = "\u00A0";

export function co2Section(
  { alone, joint, factors }: Balances,
  speech: Co2Speech,
  table: (of: Co2Table) => Html,
): Html {
  const { words } = speech;
  const saving = savingBetween(alone, joint);
  const changed = changes(speech);
  const diesel = alone.transportKgCo2e - joint.transportKgCo2e;
  return html`<section aria-labelledby="co2">
    <h2 id="co2">${words.head}</h2>
    <p>${words.set(joint.factorSet)} ${words.range(changed(diesel), changed(saving.kgCo2e))}</p>
    <p>
      ${joint.methods.length > 1 ? words.between(changed(saving.lowKgCo2e), changed(saving.highKgCo2e)) : words.oneMethod}
      ${words.method}
    </p>
    ${linesTable(alone, joint, speech, table)} ${figuresTable(alone, joint, speech, table)}
    ${joint.methods.length > 1 ? methodsTable(alone, joint, speech, table) : ""}
    ${factors === null ? "" : factorList(factors, speech, table)}
  </section>`;
}

/** `12 kg weniger` */
const changes =
  ({ words, figures }: Co2Speech) =>
  (kg: number): string =>
    `${figures.number(Math.abs(kg))}${GAP}kg ${kg < 0 ? words.more : words.less}`;

type Draw = (of: Co2Table) => Html;

function linesTable(alone: Co2Balance, joint: Co2Balance, { words, figures }: Co2Speech, table: Draw): Html {
  const kilograms = (kg: number): string => `${figures.number(kg)}${GAP}kg`;
  const row = (name: string, of: (balance: Co2Balance) => number): string[] => [
    ...[name, kilograms(of(alone)), kilograms(of(joint)), kilograms(of(alone) - of(joint))],
  ];
  const kinds = [...new Set([...alone.treatments, ...joint.treatments].map(({ kind }) => kind))];
  return table({
    caption: words.caption,
    heads: [words.line, words.alone, words.joint, words.saving],
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

function figuresTable(alone: Co2Balance, joint: Co2Balance, { words, figures }: Co2Speech, table: Draw): Html {
  const row = (name: string, of: (balance: Co2Balance) => number | null, decimals = 0): string[] => [
    name,
    ...[alone, joint].map((balance) => {
      const value = of(balance);
      return value === null ? words.none : figures.number(value, decimals);
    }),
  ];
  return table({
    caption: words.figures,
    heads: [words.line, words.alone, words.joint],
    rows: [
      row(words.litres, ({ driving, shredding }) => driving.litres + shredding.litres),
      row(words.kilometres, ({ driving }) => driving.drivenMetres / 1000),
      row(words.tonneKilometres, ({ driving }) => driving.tonneKilometres),
      row(words.perTonneKilometre, ({ driving }) => driving.gramsPerTonneKilometre),
      row(words.perTonne, ({ shredding }) => shredding.kgCo2ePerTonne, 1),
    ],
  });
}

function methodsTable(alone: Co2Balance, joint: Co2Balance, { words, figures }: Co2Speech, table: Draw): Html {
  return table({
    caption: words.methods,
    heads: [words.methodName, words.alone, words.joint, words.saving],
    rows: alone.methods.map(({ name, kgCo2e }, m) => {
      const other = joint.methods[m]!.kgCo2e;
      return [html`<span lang="de">${name}</span>`, ...[kgCo2e, other, kgCo2e - other].map((kg) => figures.number(kg))];
    }),
  });
}

/** Every factor with its value and source, folded away. */
function factorList(factors: EmissionFactors, { words, figures }: Co2Speech, table: Draw): Html {
  const { factorNames: names, units } = words;
  const { dieselKgCo2ePerLitre, truckLitresPer100Km, shreddingLitresPerTonne, facilityKgCo2ePerTonne } = factors;
  const rows = [
    [names.diesel, units.diesel, dieselKgCo2ePerLitre],
    [names.truck, units.truck, truckLitresPer100Km],
    [names.shredder, units.shredder, shreddingLitresPerTonne],
    ...(Object.keys(words.kinds) as (keyof typeof words.kinds)[]).map(
      (kind) => [names.facility(words.kinds[kind]), units.facility, facilityKgCo2ePerTonne[kind]] as const,
    ),
  ] as const;
  return html`<details>
    <summary>${words.factors}</summary>
    ${table({
      ...{ caption: words.factors, heads: [words.factor, words.value, words.source], text: true },
      rows: rows.map(([name, unit, { value, source, verified }]) => [
        name,
        `${figures.number(value, Number.isInteger(value) ? 0 : 2)} ${unit}`,
        html`<span lang="de">${source ?? ""}</span
          >${verified === true ? "" : html` <small>${words.unverified}</small>`}`,
      ]),
    })}
  </details>`;
}
