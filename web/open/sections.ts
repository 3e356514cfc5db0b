/** Tonnes by month, map, greenhouse gases and plans: each with its table. */
import { html, raw } from "hono/html";
import type { PublicFigures } from "../../functions/usecases/openData/figures.ts";
import { monthChart } from "../../functions/usecases/openData/monthChart.ts";
import { savingOf } from "../../functions/usecases/openData/saving.ts";
import { mapFigure } from "../map/figure.ts";
import type { BaseTiles, MapLayer } from "../map/types.ts";
import type { Html } from "../page.ts";
import { dataPath } from "./paths.ts";
import { openTable } from "./table.ts";
import type { OpenSpeech } from "./words/index.ts";

export function monthsSection({ months }: PublicFigures, { words: { months: words }, figures }: OpenSpeech): Html {
  if (months.length === 0) return html``;
  const tonnes = (kg: number | null): string | null => (kg === null ? null : figures.tonnes(kg));
  const named = months.map((one) => ({
    ...one,
    name: `${words.names[Number(one.month.slice(5)) - 1] ?? ""} ${one.month.slice(0, 4)}`,
    said: words.said(tonnes(one.weighedKg), tonnes(one.expectedKg)),
  }));
  const description = named.map(({ name, said }) => `${name}: ${said}.`).join(" ");
  return html`<section aria-labelledby="mengen">
    <h2 id="mengen">${words.head}</h2>
    <figure>
      <ul class="key" aria-hidden="true">
        <li>
          <svg viewBox="0 0 28 14"><rect class="weighed" x="1" y="2" width="26" height="10" /></svg>${words.weighed}
        </li>
        <li>
          <svg viewBox="0 0 28 14"><rect class="expected" x="1" y="2" width="26" height="10" /></svg>${words.expected}
        </li>
      </ul>
      ${raw(monthChart(named, { id: "monate", title: words.chart, description }))}
    </figure>
    ${openTable({
      caption: words.caption,
      heads: [words.month, words.weighed, words.expected, words.weeks],
      rows: named.map(({ name, weighedKg, expectedKg, expectedWeeks }) => [
        ...[name, tonnes(weighedKg) ?? words.none, tonnes(expectedKg) ?? words.none],
        expectedWeeks === 0 ? words.none : String(expectedWeeks),
      ]),
    })}
    <p class="muted small">${words.note}</p>
  </section>`;
}

export function mapSection(figures: PublicFigures, tiles: BaseTiles | undefined, speech: OpenSpeech): Html {
  const { map: words } = speech.words;
  const { region, municipalities, points, facilities, outlines } = figures;
  const names = municipalities.map(({ name }) => name);
  const layers: MapLayer[] = [
    ...(outlines === null
      ? []
      : [
          {
            ...{ kind: "areas" as const, name: words.areas, names },
            areas: { url: dataPath(region, "gemeindegrenzen.geojson") },
          },
        ]),
    {
      ...{ kind: "points", name: words.facilities, symbol: "works", columns: [words.kind] },
      points: facilities.map(({ id, name, kind, latitude, longitude }) => ({
        ...{ id, name, position: [longitude, latitude] as const, cells: [words.kinds[kind]] },
      })),
    },
    {
      ...{ kind: "points", name: words.points, symbol: "site", columns: [words.municipality, words.status] },
      points: points.map(({ id, name, municipality, status, latitude, longitude }) => ({
        ...{ id, name, position: [longitude, latitude] as const, cells: [municipality, words.statuses[status]] },
      })),
    },
  ];
  const attribution = outlines === null || outlines.attribution === "" ? [] : [outlines.attribution];
  const view = { id: "karte", title: words.title, layers, attribution, ...(tiles === undefined ? {} : { tiles }) };
  return html`<section aria-labelledby="wo">
    <h2 id="wo">${words.head}</h2>
    ${mapFigure(view, speech.language)}
  </section>`;
}

const GAP = "\u00A0";

export function plansSection({ plans }: PublicFigures, { words, figures }: OpenSpeech): Html {
  if (plans.length === 0) return html``;
  const { plans: own } = words;
  const said = (pair: { alone: number; joint: number } | null, write: (value: number) => string): string => {
    if (pair === null) return words.figures.unknown;
    const { kind, amount } = savingOf(pair);
    if (kind === "none") return words.figures.noSaving;
    return `${write(Math.abs(amount))} ${kind === "loss" ? words.figures.more : words.figures.less}`;
  };
  return html`<section aria-labelledby="plaene">
    <h2 id="plaene">${own.head}</h2>
    ${openTable({
      caption: own.caption,
      heads: [own.period, own.members, own.money, own.distance, own.co2, own.hash],
      rows: plans.map(({ firstWeek, lastWeek, members, costCents, distanceMetres, kgCo2e, planSha256 }) => [
        figures.weeks(firstWeek, lastWeek),
        members.sharing === members.planned ? String(members.planned) : own.of(members.sharing, members.planned),
        said(costCents, figures.money),
        said(distanceMetres, figures.kilometres),
        said(kgCo2e, (kg) => `${figures.number(kg)}${GAP}kg`),
        html`<code>${planSha256}</code>`,
      ]),
    })}
    <p class="muted small">${own.note}</p>
  </section>`;
}
