/** What both examples share: seasons, emission factors, sources of fields, and storages sized to what arrives. */
import { assumed, fact, leastOf, mostOf, SEASONS, sourcedValue, type Sourced } from "./data.ts";
import type { CsvRow } from "./files.ts";

/** Last week with reports; planning starts in the week after. */
export const LAST_WEEK = "2026-W47";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Season ids of the tables and of the data they come from. */
const SEASON_IDS = { private: "season.private.mixed", municipal: "season.municipal.woody" } as const;
export type SeasonId = keyof typeof SEASON_IDS;

export function seasonValues(id: SeasonId): readonly number[] {
  return SEASONS.find((season) => season.id === SEASON_IDS[id])!.values;
}

export function seasonRows(): CsvRow[] {
  return (Object.keys(SEASON_IDS) as SeasonId[]).map((id) => {
    const { source, verified } = SEASONS.find((season) => season.id === SEASON_IDS[id])!;
    const months = Object.fromEntries(seasonValues(id).map((value, month) => [MONTHS[month]!, value]));
    return { id, ...months, source: `${SEASON_IDS[id]}: ${source}`, verified };
  });
}

/** One row of sources.csv for each field. */
export function fieldSources(
  file: string,
  id: string,
  fields: readonly string[],
  { source, verified }: Sourced,
): CsvRow[] {
  return fields.map((field) => ({ file, id, field, source, verified }));
}

export function sourceOf(id: string): Sourced {
  const { source, verified } = fact(id);
  return { source: `${id}: ${source}`, verified };
}

/** The set is named by the method that counts most, composting: 47 or 176 kg a tonne. */
export function emissionFactors(): object {
  return {
    $schema: "../../docs/schema/emission-factors.schema.json",
    schema: "gruenverbund/emission-factors/1",
    id: "wtw-compost-austria",
    version: "2026-1",
    name: "Diesel von der Quelle zum Rad, Kompostierung nach Umweltbundesamt Österreich (47 kg/t; nach IPCC-Standardwerten wären es 176 kg/t)",
    dieselKgCo2ePerLitre: sourcedValue("co2.diesel.wtw"),
    truckLitresPer100Km: sourcedValue("fuel.consumption"),
    shreddingLitresPerTonne: assumed(2, "mobiler Häcksler, 60 l/h bei 30 t/h"),
    facilityKgCo2ePerTonne: {
      composting: sourcedValue("co2.compost.austria"),
      digestion: assumed(50, "in der Größenordnung der Kompostierung, ohne Gutschrift für Biomethan"),
      biomassHeat: assumed(20, "CH4 und N2O der Feuerung, ohne Gutschrift für ersetztes Heizöl"),
      transfer: assumed(30, "Verwertung nach dem Umschlag anteilig, überwiegend Kompostierung und Brennstoff"),
    },
    otherMethods: [
      {
        name: "Kompostierung nach IPCC-Standardwerten",
        facilityKgCo2ePerTonne: { composting: sourcedValue("co2.compost.ipccTotal") },
      },
      { name: "Diesel mit dem niedrigsten Wert", dieselKgCo2ePerLitre: leastOf("co2.diesel.wtw") },
      { name: "Diesel mit dem höchsten Wert", dieselKgCo2ePerLitre: mostOf("co2.diesel.wtw") },
    ],
  };
}

export const TRAVEL = { detourFactor: sourcedValue("ops.detour"), speedKmh: sourcedValue("ops.speed") };
export const HANDLING = {
  loadSeconds: sourcedValue("ops.rolloff.exchange", 60),
  unloadSeconds: sourcedValue("ops.rolloff.unload", 60),
};
export const PRICES = {
  overflowCentsPerTonneWeek: assumed(4000, "zusätzliches Umsetzen und Beschwerden, 40 €/t und Woche"),
  postponementCentsPerTonne: assumed(9000, "Abholung außer der Reihe, 90 €/t"),
  co2CentsPerTonne: assumed(0, "CO2 wird ausgewiesen, aber nicht bepreist"),
};

/** Roll-off containers at small sites, heaps at sites with a loader. */
export type SiteKind = "heap" | "rollOff";
const HEAP_WEEKS = 4.5;
const CONTAINER_WEEKS = 1.8;
const CONTAINER_LITRES = 36_000;

/** Room for a mean 4.5 weeks (heap) or 1.8 weeks (36 m³ containers, a size in use according to ops.rolloff.sizes). */
export function roomFor(
  kind: SiteKind,
  tonnesPerYear: number,
  kgPerM3: number,
): { units: number; volumeLitres: number } {
  const litresPerWeek = (tonnesPerYear * 1_000_000) / 52 / kgPerM3;
  if (kind === "heap") return { units: 1, volumeLitres: Math.ceil((HEAP_WEEKS * litresPerWeek) / 10_000) * 10_000 };
  return {
    units: Math.max(1, Math.ceil((CONTAINER_WEEKS * litresPerWeek) / CONTAINER_LITRES)),
    volumeLitres: CONTAINER_LITRES,
  };
}
