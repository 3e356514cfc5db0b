/** A planned year in German words. */
import { formatEuros, formatNumber } from "../../../domain/money.ts";
import { YEAR_COST_LINES, type YearCostLine } from "../../../domain/year/decisions.ts";
import type { YearPlan } from "../../../domain/year/plan.ts";
import { mondayOf } from "../../../domain/week.ts";

export const YEAR_LINE_WORDS: Readonly<Record<YearCostLine, string>> = {
  haulage: "Transport",
  gate: "Annahme der Anlagen",
  separation: "Trennen am Platz",
  shredding: "Häckseln",
  setup: "Rüsten der Häcksler",
  mobilisation: "Anfahrt der Häcksler",
  shredderWay: "Wege der Häcksler",
  minimumQuantity: "Mindestmengen",
  sites: "Standorte",
  closedPoints: "Geschlossene Sammelstellen",
  surplus: "Produkte ohne Abnehmer",
  sales: "Verkauf von Produkten",
  closingStock: "Restbestand",
  co2: "CO2",
};

const MONTH_NAMES = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];

export function yearText(plan: YearPlan): string {
  const { problem } = plan;
  return [
    `${plan.regionName}, ${problem.weeks[0]} bis ${problem.weeks.at(-1)} (${problem.weeks.length} Wochen, ${problem.points.length} Sammelstellen)`,
    "",
    ...costs(plan),
    "",
    ...campaigns(plan),
    "",
    ...plants(plan),
    ...sites(plan),
    ...products(plan),
    "",
    ...proof(plan),
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([a]) => a.length));
  const right = Math.max(...rows.map(([, b]) => b.length));
  return rows.map(([a, b]) => `  ${a.padEnd(left)}  ${b.padStart(right)}`);
}

function costs({ costLines, costCents }: YearPlan): string[] {
  const lines = YEAR_COST_LINES.filter((line) => costLines[line] !== 0);
  return [
    "Kosten",
    ...columns([
      ...lines.map((line) => [YEAR_LINE_WORDS[line], formatEuros(costLines[line])] as const),
      ["zusammen", formatEuros(costCents)],
    ]),
  ];
}

const tonnes = (kg: number) => `${formatNumber(kg / 1000)} t`;

interface Month {
  readonly name: string;
  readonly stops: number;
  readonly machines: number;
  readonly kg: number;
}

/** Campaigns by month of the week's Monday. */
export function campaignMonths({ problem, decisions }: YearPlan): Month[] {
  const months = problem.weeks.map((week) => mondayOf(week).slice(0, 7));
  return [...new Set(months)].map((month) => {
    const here = (week: number) => months[week] === month;
    const rounds = decisions.rounds.filter((r) => here(r.week));
    return {
      name: `${MONTH_NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
      stops: rounds.reduce((sum, r) => sum + r.stops.length, 0),
      machines: rounds.length,
      kg: decisions.shreds.filter((s) => here(s.week)).reduce((sum, s) => sum + s.massKg, 0),
    };
  });
}

function campaigns(plan: YearPlan): string[] {
  const months = campaignMonths(plan);
  const words = ({ stops, machines, kg }: Month) =>
    `${formatNumber(stops)} Einsätze in ${formatNumber(machines)} Maschinenwochen, ${tonnes(kg)}`;
  const all = months.reduce((a, b) => ({
    name: "zusammen",
    stops: a.stops + b.stops,
    machines: a.machines + b.machines,
    kg: a.kg + b.kg,
  }));
  return [
    "Häckselkampagnen",
    ...columns([...months.map((m) => [m.name, words(m)] as const), ["zusammen", words({ ...all, name: "zusammen" })]]),
  ];
}

function plants({ problem, decisions }: YearPlan): string[] {
  const kg = problem.facilities.map(() => ({ loose: 0, shredded: 0 }));
  for (const { option, massKg } of decisions.hauls) {
    const { parts, shredded } = problem.options[option]!;
    for (const { facility, share } of parts) kg[facility]![shredded ? "shredded" : "loose"] += massKg * share;
  }
  const rows = problem.facilities.flatMap((f, i): [string, string][] => {
    const { loose, shredded } = kg[i]!;
    if (loose + shredded < 500) return [];
    const full =
      f.yearlyCapacityKg === null
        ? ""
        : `, ${formatNumber((100 * (loose + shredded)) / f.yearlyCapacityKg)} % ausgelastet`;
    return [[f.name, `${tonnes(loose + shredded)} (davon gehäckselt ${tonnes(shredded)})${full}`]];
  });
  return ["Anlagen", ...columns(rows)];
}

function sites({ problem, decisions }: YearPlan): string[] {
  const words = problem.facilities.flatMap((f, i) => {
    if (f.site === null) return [];
    const open = decisions.openSites.includes(i);
    const what =
      f.site.now === "absent" ? (open ? "wird eröffnet" : "wird nicht eröffnet") : open ? "bleibt" : "wird aufgegeben";
    return [`  ${f.name} ${what} (${formatEuros(f.site.fixedCents)} im Jahr)`];
  });
  const closed = problem.points.flatMap((p, i) => {
    if (p.closing === null) return [];
    const receiver = problem.points[p.closing.receiver]!.name;
    return [
      `  ${p.name} ${decisions.closedPoints.includes(i) ? `wird geschlossen, Anlieferung in ${receiver}` : "bleibt offen"}`,
    ];
  });
  return words.length + closed.length === 0 ? [] : ["", "Standorte", ...words, ...closed];
}

function products({ problem, decisions }: YearPlan): string[] {
  const rows = problem.buyers.map(({ id, name, product, priceCentsPerTonne }, b): [string, string] => {
    const kg = decisions.sales.filter((s) => s.buyer === b).reduce((sum, s) => sum + s.massKg, 0);
    return [
      `${problem.products[product]!.name} an ${name === "" ? id : name}`,
      `${tonnes(kg)} zu ${formatEuros(priceCentsPerTonne)}/t`,
    ];
  });
  return rows.length === 0 ? [] : ["", "Produkte", ...columns(rows)];
}

function proof({ costCents, lowerBoundCents, kgCo2e, factorSet, haulage, effort }: YearPlan): string[] {
  const gap = costCents === 0 ? 0 : (100 * (costCents - lowerBoundCents)) / Math.abs(costCents);
  return [
    `Bewiesen: Kein Plan mit diesen Zahlen kostet weniger als ${formatEuros(lowerBoundCents)};`,
    `dieser liegt höchstens ${formatNumber(gap, 2)} % darüber (${effort.rounds} Runden, ${effort.nodes} ${effort.nodes === 1 ? "Fall" : "Fälle"}).`,
    `CO2: ${formatNumber(kgCo2e / 1000)} t CO2e nach ${factorSet}.`,
    `Fuhrkosten: ${haulage.origin}.`,
  ];
}
