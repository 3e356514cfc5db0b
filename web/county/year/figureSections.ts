/** The figures of a year, beside those of the year as it is where something is different. Pure. */
import { html } from "hono/html";
import { YEAR_COST_LINES } from "../../../domain/year/decisions.ts";
import type { YearFigures } from "../../../domain/year/figures.ts";
import type { Html } from "../../page.ts";
import { table, type Cell } from "../table.ts";
import type { CountySpeech } from "../words/index.ts";
import { co2Section, overflowSection } from "./effects.ts";
import { type Compared, co2Tonnes, moneyMore, pairFigure, tonnes, yearWords } from "./parts.ts";

export function figureSections(of: Compared, speech: CountySpeech): Html {
  return html`${summary(of, speech)} ${costs(of, speech)} ${plants(of, speech)} ${products(of, speech)}
  ${sites(of, speech)} ${campaigns(of, speech)} ${co2Section(of, speech)} ${overflowSection(of, speech)}
  ${rests(of, speech)}`;
}

const fact = (label: string, value: Cell): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

function summary({ change, figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const { figures } = speech;
  const { money, percent } = figures;
  const gap = percent(then.costCents - then.lowerBoundCents, Math.abs(then.costCents));
  const t = (kg: number): string => `${co2Tonnes(kg, speech)} t CO₂e`;
  if (base === null)
    return html`<section class="first">
      <dl class="facts">
        ${fact(say.total, money(then.costCents))} ${fact(say.co2, t(then.co2.kgCo2e))}
        ${fact(say.campaigns, figures.number(then.campaigns.stops))}
      </dl>
      <p>${say.proof(money(then.lowerBoundCents), gap)}</p>
      <p class="muted">${say.checked}</p>
    </section>`;
  const more = then.costCents - base.costCents;
  const part = percent(Math.abs(more), Math.abs(base.costCents));
  const [least, most] = [then.lowerBoundCents - base.costCents, then.costCents - base.lowerBoundCents];
  const sure = least > 0 || most < 0 ? say.surely : say.unsure;
  return html`<section class="first">
    <p class="lead">
      <strong>${more === 0 ? say.same : (more > 0 ? say.more : say.less)(money(Math.abs(more)), part)}</strong>
    </p>
    <dl class="facts">
      ${fact(`${say.total}, ${say.now}`, money(base.costCents))}
      ${fact(`${say.total}, ${say.scenario}`, money(then.costCents))} ${fact(say.difference, moneyMore(more, speech))}
      ${fact(`${say.co2}, ${say.now}`, t(base.co2.kgCo2e))} ${fact(`${say.co2}, ${say.scenario}`, t(then.co2.kgCo2e))}
    </dl>
    <p>${sure(moneyMore(least, speech), moneyMore(most, speech))} ${say.proof(money(then.lowerBoundCents), gap)}</p>
    ${change.without === null ? "" : html`<p>${say.withoutNote}</p>`}
    ${change.closed === null ? "" : html`<p>${say.closedNote}</p>`}
    <p class="muted">${say.checked}</p>
  </section>`;
}

function costs({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say, lines } = yearWords(speech);
  const { money } = speech.figures;
  const used = YEAR_COST_LINES.filter((line) => then.costLines[line] !== 0 || (base?.costLines[line] ?? 0) !== 0);
  const cells = (now: number | undefined, cents: number): string[] =>
    now === undefined ? [money(cents)] : [money(now), money(cents), moneyMore(cents - now, speech)];
  return html`<section aria-labelledby="kosten">
    <h2 id="kosten">${say.costs}</h2>
    ${
      base === null
        ? ""
        : pairFigure(
            used.map((line) => ({
              name: lines[line],
              nowCents: base.costLines[line],
              thenCents: then.costLines[line],
            })),
            speech,
          )
    }
    ${table({
      ...{ caption: say.costs, quiet: true },
      heads: [say.line, ...(base === null ? [say.sum] : [say.now, say.scenario, say.difference])],
      rows: used.map((line) => [lines[line], ...cells(base?.costLines[line], then.costLines[line])]),
      numbers: [1, 2, 3],
      total: [say.sum, ...cells(base?.costCents, then.costCents)],
    })}
  </section>`;
}

function plants({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const t = (kg: number): string => tonnes(kg, speech);
  const all = (one: { readonly looseKg: number; readonly shreddedKg: number } | undefined): number =>
    one === undefined ? 0 : one.looseKg + one.shreddedKg;
  const before = (id: string) => base?.plants.find((one) => one.id === id);
  const used = then.plants.filter((one) => all(one) >= 50 || all(before(one.id)) >= 50);
  const gone = (base?.plants ?? []).filter((one) => all(one) >= 50 && !then.plants.some(({ id }) => id === one.id));
  const more = (kg: number): string => `${kg >= 50 ? "+" : ""}${t(kg)}`;
  const row = (
    { name, shreddedKg, capacityKg }: YearFigures["plants"][number],
    now: number | undefined,
    kg: number,
  ): string[] => [
    ...[name, ...(now === undefined ? [t(kg)] : [t(now), t(kg), more(kg - now)])],
    ...[t(shreddedKg), capacityKg === null ? say.noLimit : speech.figures.percent(kg, capacityKg)],
  ];
  const rows = [
    ...used.map((one) => row(one, base === null ? undefined : all(before(one.id)), all(one))),
    ...gone.map((one) => row({ ...one, shreddedKg: 0 }, all(one), 0)),
  ];
  const sum = (list: readonly YearFigures["plants"][number][]): number => list.reduce((kg, one) => kg + all(one), 0);
  return html`<section aria-labelledby="anlagen">
    <h2 id="anlagen">${say.plants}</h2>
    ${table({
      ...{ caption: say.plants, quiet: true, rows },
      heads: [
        ...[
          say.plant,
          ...(base === null ? [say.tonnes.replace(/^.*\(/, "(")] : [say.tonnesNow, say.tonnes, say.tonnesMore]),
        ],
        ...[say.shredded, say.use],
      ],
      numbers: [1, 2, 3, 4, 5],
      total:
        base === null
          ? [say.sum, t(sum(then.plants)), t(then.plants.reduce((kg, one) => kg + one.shreddedKg, 0)), ""]
          : [
              ...[say.sum, t(sum(base.plants)), t(sum(then.plants)), more(sum(then.plants) - sum(base.plants))],
              ...[t(then.plants.reduce((kg, one) => kg + one.shreddedKg, 0)), ""],
            ],
    })}
  </section>`;
}

function products({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const { money } = speech.figures;
  const t = (kg: number): string => tonnes(kg, speech);
  if (then.products.length === 0) return html``;
  const plantName = (id: string): string => then.plants.find((one) => one.id === id)?.name ?? id;
  const rows = then.products.flatMap((product) => {
    const before = base?.products.find(({ id }) => id === product.id);
    const now = (kg: number | undefined): string[] => (base === null ? [] : [t(kg ?? 0)]);
    const from = [...new Set([...product.made, ...(before?.made ?? [])].map(({ plantId }) => plantId))];
    const made = (list: YearFigures["products"][number] | undefined, plant: string): number =>
      list?.made.find(({ plantId }) => plantId === plant)?.kg ?? 0;
    return [
      ...from.map((plant): Cell[] => [
        html`${product.name}<small>${say.at(plantName(plant))}</small>`,
        ...now(made(before, plant)),
        ...[t(made(product, plant)), "", ""],
      ]),
      [
        html`${product.name}<small>${say.sold}</small>`,
        ...now(before?.soldKg),
        ...[t(product.soldKg), "", money(product.revenueCents)],
      ],
    ].map((cells) => cells.filter((_, c) => c !== cells.length - 2));
  });
  return html`<section aria-labelledby="produkte">
    <h2 id="produkte">${say.products}</h2>
    ${table({
      ...{ caption: say.products, quiet: true, rows },
      heads: [say.product, ...(base === null ? [] : [say.tonnesNow]), say.tonnes, say.revenue],
      numbers: [1, 2, 3],
    })}
  </section>`;
}

function sites({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const { money } = speech.figures;
  const fate = (one: YearFigures["sites"][number] | undefined): string =>
    one === undefined
      ? "–"
      : say.fate[one.now === "absent" ? (one.open ? "opened" : "notOpened") : one.open ? "kept" : "closed"];
  const end = (one: YearFigures["closings"][number] | undefined): string =>
    one === undefined ? "–" : one.closed ? `${say.fate.closed}, ${say.receiver(one.receiver)}` : say.fate.kept;
  const rows = [
    ...then.sites.map((one) => [
      ...[one.name, ...(base === null ? [] : [fate(base.sites.find(({ id }) => id === one.id))])],
      ...[fate(one), money(one.fixedCents)],
    ]),
    ...then.closings.map((one) => [
      ...[one.name, ...(base === null ? [] : [end(base.closings.find(({ id }) => id === one.id))])],
      ...[end(one), money(one.savedCents)],
    ]),
  ];
  return html`<section aria-labelledby="standorte">
    <h2 id="standorte">${say.sites}</h2>
    ${
      rows.length === 0
        ? html`<p>${say.noSites}</p>`
        : table({
            ...{ caption: say.sites, quiet: true, rows, numbers: [base === null ? 2 : 3] },
            heads: [
              say.site,
              ...(base === null ? [] : [say.now]),
              base === null ? say.fateHead : say.scenario,
              say.yearly,
            ],
          })
    }
  </section>`;
}

function campaigns({ figures: then, base }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  const { number } = speech.figures;
  const row = (kind: keyof typeof say.campaignRows, of: (one: YearFigures["campaigns"]) => string): string[] => [
    ...[say.campaignRows[kind], ...(base === null ? [] : [of(base.campaigns)]), of(then.campaigns)],
  ];
  return html`<section aria-labelledby="kampagnen">
    <h2 id="kampagnen">${say.campaigns}</h2>
    ${table({
      ...{ caption: say.campaigns, quiet: true, numbers: [1, 2] },
      heads: [
        html`<span class="visually-hidden">${say.campaigns}</span>`,
        ...(base === null ? [say.sum] : [say.now, say.scenario]),
      ],
      rows: [
        row("stops", ({ stops }) => number(stops)),
        row("machines", ({ machines }) => number(machines)),
        row("tonnes", ({ kg }) => tonnes(kg, speech)),
      ],
    })}
  </section>`;
}

function rests({ figures: then }: Compared, speech: CountySpeech): Html {
  const { result: say } = yearWords(speech);
  return html`<section aria-labelledby="beruht">
    <h2 id="beruht">${say.rests}</h2>
    <p>${say.haulage}: <span lang="de">${then.haulage.origin}</span>.</p>
    <ul lang="de">
      ${then.notices.map((notice) => html`<li>${notice}</li>`)}
    </ul>
    <details>
      <summary>${say.assumptions(then.assumptions.length)}</summary>
      <ul lang="de">
        ${then.assumptions.map((one) => html`<li>${one}</li>`)}
      </ul>
    </details>
  </section>`;
}
