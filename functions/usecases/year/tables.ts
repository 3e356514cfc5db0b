/** The tables of a year's files. German. */
import { formatNumber } from "../../../domain/money.ts";
import { YEAR_COST_LINES } from "../../../domain/year/decisions.ts";
import type { YearFigures } from "../../../domain/year/figures.ts";
import { YEAR_LINE_WORDS } from "../../../planning/flow/year/yearText.ts";
import { periodName } from "../../../planning/report/words.ts";
import type { FinanceTable, TableColumn, Unit, Value } from "../finance/files/tables.ts";

export interface ComparedYear {
  readonly figures: YearFigures;
  /** Null for the year as it is. */
  readonly base: YearFigures | null;
}

export function yearTables(of: ComparedYear): FinanceTable[] {
  const { figures, base } = of;
  const lines = YEAR_COST_LINES.filter((line) => figures.costLines[line] !== 0 || (base?.costLines[line] ?? 0) !== 0);
  const products = figures.products.flatMap(({ id, name, made, soldKg }): Row[] => {
    const before = base?.products.find((one) => one.id === id);
    const plant = (of: string): string => figures.plants.find((one) => one.id === of)?.name ?? of;
    const from = [...new Set([...made, ...(before?.made ?? [])].map(({ plantId }) => plantId))];
    const kg = (list: typeof made | undefined, of: string): number =>
      list?.find(({ plantId }) => plantId === of)?.kg ?? 0;
    return [
      ...from.map((one): Row => [`${name} aus ${plant(one)}`, kg(before?.made, one), kg(made, one)]),
      [`${name}, verkauft`, before?.soldKg ?? 0, soldKg],
    ];
  });
  const kg = (list: YearFigures["plants"] | undefined, id: string): number => {
    const plant = list?.find((one) => one.id === id);
    return plant === undefined ? 0 : plant.looseKg + plant.shreddedKg;
  };
  const plants = [...new Map([...(base?.plants ?? []), ...figures.plants].map(({ id, name }) => [id, name]))];
  return [
    pairs(
      of,
      { title: "Kosten", head: "Kostenart", unit: "money", sum: true },
      lines.map((line) => [YEAR_LINE_WORDS[line], base?.costLines[line] ?? 0, figures.costLines[line]]),
    ),
    pairs(
      of,
      { title: "Tonnen je Anlage", head: "Anlage", unit: "mass", sum: true },
      plants.map(([id, name]) => [name, kg(base?.plants, id), kg(figures.plants, id)]),
    ),
    ...(products.length === 0
      ? []
      : [pairs(of, { title: "Tonnen je Produkt", head: "Produkt", unit: "mass", sum: false }, products)]),
    pairs(of, { title: "t CO2e", head: "Quelle", unit: "mass", sum: false }, [
      ["Fahrten und Häckseln", base?.co2.transportKgCo2e ?? 0, figures.co2.transportKgCo2e],
      ["Behandlung in den Anlagen", base?.co2.treatmentKgCo2e ?? 0, figures.co2.treatmentKgCo2e],
      ...figures.co2.methods.map(({ name, kgCo2e }, m): Row => [
        `Summe nach ${name}`,
        base?.co2.methods[m]?.kgCo2e ?? 0,
        kgCo2e,
      ]),
    ]),
  ];
}

type Row = readonly [name: string, now: number, then: number];

function pairs(
  { base }: ComparedYear,
  { title, head, unit, sum }: { title: string; head: string; unit: Exclude<Unit, "text">; sum: boolean },
  rows: readonly Row[],
): FinanceTable {
  const columns: readonly TableColumn[] =
    base === null
      ? [
          { head, unit: "text" },
          { head: "im Jahr", unit },
        ]
      : [
          { head, unit: "text" },
          { head: "heute", unit },
          { head: "Szenario", unit },
          { head: "Unterschied", unit, formula: { kind: "difference", of: 2, less: 1 } },
        ];
  const cells = ([name, now, then]: Row): Value[] => (base === null ? [name, then] : [name, now, then, then - now]);
  const total = (c: 1 | 2): number => rows.reduce((all, row) => all + row[c], 0);
  return { title, columns, rows: rows.map(cells), total: sum ? cells(["Summe", total(1), total(2)]) : null };
}

/** Labels with their texts: what the figures rest on, and what is proven. */
export function yearFacts(
  { figures, base }: ComparedYear,
  { region, title }: { readonly region: string; readonly title: string },
): [string, string][] {
  const { costCents, lowerBoundCents, co2, overflow, haulage } = figures;
  const gap = (one: YearFigures): string =>
    `${formatNumber(one.costCents === 0 ? 0 : (100 * (one.costCents - one.lowerBoundCents)) / Math.abs(one.costCents), 2)} %`;
  const percent = (part: number): string => `${formatNumber(100 * part, 1)} %`;
  return [
    ["Region", region],
    ["Jahr", title],
    ["Zeitraum", periodName(figures.firstWeek, figures.lastWeek)],
    ["Bewiesene Lücke", gap(figures)],
    ...(base === null ? [] : [["Bewiesene Lücke heute", gap(base)] as [string, string]]),
    [
      "Kein Plan ist billiger als",
      `${formatNumber(lowerBoundCents / 100, 2)} € (dieser: ${formatNumber(costCents / 100, 2)} €)`,
    ],
    ["Faktorensatz", co2.factorSet],
    ["CO2-Preis im Plan", `${formatNumber(co2.centsPerTonne / 100, 2)} € je Tonne`],
    ["Überlauf hingenommen", `${percent(overflow.accepted)} je Lager und Woche`],
    ["Transportkosten", haulage.origin],
    ["Geprüft", "vom unabhängigen Prüfer, ohne Befund"],
    ...figures.notices.map((notice): [string, string] => ["Hinweis", notice]),
    ...figures.assumptions.map((one): [string, string] => ["Annahme", one]),
  ];
}
