/** German words for what can be assumed: rows, fields and settings, with the units in which people read them. */
import { formatEuros, formatNumber } from "../money.ts";
import type { TableName } from "./tables.ts";

export interface Words {
  readonly label: string;
  readonly unit?: string;
  /** The stored value is divided by this to be read in `unit`. */
  readonly per?: number;
  readonly money?: true;
  /** German for the words of a field. */
  readonly words?: Readonly<Record<string, string>>;
}

export const ROW_WORDS: Readonly<Record<TableName, string>> = {
  municipalities: "Gemeinde",
  authorities: "Verband oder Unternehmen",
  collectionPoints: "Sammelstelle",
  serviceShares: "Anteil der Gemeinde an der Sammelstelle",
  seasons: "Jahresgang der Anlieferungen",
  streams: "Stoffstrom",
  storages: "Lager oder Container",
  reports: "Füllstandsmeldungen",
  weighings: "Wiegescheine",
  facilities: "Anlage",
  tariffs: "Tarif",
  vehicles: "Fahrzeug",
  shredders: "Häcksler",
  contributions: "Beitrag einer Gemeinde",
  contacts: "Ansprechperson",
  sensors: "Sensor",
  weather: "Wettertage",
  densities: "Dichte aus Wiegescheinen",
  fieldSources: "Quellenangabe",
};

/** What a reader wants to know of an assumed row at once. */
export const KEY_FIGURES: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  serviceShares: ["share"],
  storages: ["units", "volumeLitres", "expectedTonnesPerYear"],
  densities: ["kgPerM3", "weighings"],
  tariffs: ["gateFeeCents", "per"],
  facilities: ["capacityTonnesPerYear", "yearlyCostCents"],
  vehicles: ["capacityKg", "capacityLitres", "centsPerKm", "centsPerHour"],
  shredders: ["tonnesPerHour", "centsPerHour"],
  contributions: ["quantityPerWeek", "unit", "centsPerUnit"],
};

export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  "latitude longitude": { label: "Lage (Koordinaten)" },
  latitude: { label: "Lage (Breite)", unit: "°" },
  longitude: { label: "Lage (Länge)", unit: "°" },
  depotLatitude: { label: "Standort (Breite)", unit: "°" },
  depotLongitude: { label: "Standort (Länge)", unit: "°" },
  population: { label: "Einwohner" },
  areaKm2: { label: "Fläche", unit: "km²" },
  accessHours: { label: "Ladezeiten" },
  openingHours: { label: "Annahmezeiten" },
  equipment: {
    label: "Ausstattung",
    words: { loader: "Lader", weighbridge: "Waage", staff: "Personal", power: "Strom" },
  },
  looseKgPerM3: { label: "Dichte lose", unit: "kg/m³" },
  shreddedKgPerM3: { label: "Dichte gehäckselt", unit: "kg/m³" },
  kgPerM3: { label: "Dichte", unit: "kg/m³" },
  weighings: { label: "gewogene Ladungen" },
  shreddable: { label: "häckselbar" },
  share: { label: "Anteil" },
  units: { label: "Anzahl" },
  volumeLitres: { label: "Volumen je Einheit", unit: "m³", per: 1000 },
  expectedTonnesPerYear: { label: "erwartete Menge", unit: "t im Jahr" },
  capacityTonnesPerDay: { label: "Kapazität", unit: "t am Tag" },
  capacityTonnesPerWeek: { label: "Kapazität", unit: "t in der Woche" },
  capacityTonnesPerYear: { label: "Kapazität", unit: "t im Jahr" },
  minimumTonnesPerYear: { label: "Mindestmenge", unit: "t im Jahr" },
  minimumPenaltyCentsPerTonne: { label: "Ausgleich für Mindermengen", money: true, unit: "je t" },
  contractHolders: { label: "Vertragspartner" },
  yearlyCostCents: { label: "Jahreskosten", money: true },
  per: { label: "je", words: { tonne: "Tonne", m3: "m³" } },
  tonnesPerHour: { label: "Leistung", unit: "t/h" },
  quantityPerWeek: { label: "je Woche" },
  unit: { label: "Einheit" },
  centsPerUnit: { label: "Satz", money: true },
  gateFeeCents: { label: "Annahmepreis", money: true },
  capacityKg: { label: "Nutzlast", unit: "kg" },
  capacityLitres: { label: "Ladevolumen", unit: "m³", per: 1000 },
  shiftHours: { label: "Schichtzeiten" },
  centsPerKm: { label: "Kosten je km", money: true },
  centsPerHour: { label: "Kosten je Stunde", money: true },
  fixedCentsPerShift: { label: "Kosten je Schicht", money: true },
  tollCentsPerKm: { label: "Maut je km", money: true },
  tollShare: { label: "Anteil mautpflichtiger Kilometer" },
};

export const SETTING_WORDS: Readonly<Record<string, Words>> = {
  "travel.detourFactor": { label: "Umwegfaktor Straße zu Luftlinie" },
  "travel.speedKmh": { label: "mittlere Geschwindigkeit der Lkw", unit: "km/h" },
  "handling.loadSeconds": { label: "Dauer einer Ladung", unit: "min", per: 60 },
  "handling.unloadSeconds": { label: "Dauer einer Entladung mit Wiegen", unit: "min", per: 60 },
  "forecast.overflowChance": { label: "hingenommene Wahrscheinlichkeit je Lager und Woche, dass es überläuft" },
  "prices.overflowCentsPerTonneWeek": { label: "Preis für überfüllte Lager", money: true, unit: "je t und Woche" },
  "prices.postponementCentsPerTonne": { label: "Preis einer aufgeschobenen Abholung", money: true, unit: "je t" },
  "prices.deviationCents": { label: "Schwelle, ab der die Tafel einen veröffentlichten Halt verlegt", money: true },
  "prices.co2CentsPerTonne": { label: "CO2-Preis im Plan", money: true, unit: "je t CO2e" },
  dieselKgCo2ePerLitre: { label: "Emissionen von Diesel", unit: "kg CO2e/l" },
  truckLitresPer100Km: { label: "Verbrauch der Lkw", unit: "l/100 km" },
  shreddingLitresPerTonne: { label: "Verbrauch des Häckslers", unit: "l/t" },
  "facilityKgCo2ePerTonne.composting": { label: "Emissionen der Kompostierung", unit: "kg CO2e/t" },
  "facilityKgCo2ePerTonne.digestion": { label: "Emissionen der Vergärung", unit: "kg CO2e/t" },
  "facilityKgCo2ePerTonne.biomassHeat": { label: "Emissionen der Feuerung", unit: "kg CO2e/t" },
  "facilityKgCo2ePerTonne.transfer": { label: "Emissionen nach dem Umschlag", unit: "kg CO2e/t" },
};

/** `150` to `150 kg/m³`; money to euros; lists to words. */
export function valueText(value: unknown, words: Words | undefined): string {
  if (typeof value === "boolean") return value ? "ja" : "nein";
  const inGerman = (word: unknown): string => words?.words?.[String(word)] ?? String(word);
  if (typeof value !== "number") return Array.isArray(value) ? value.map(inGerman).join(", ") : inGerman(value);
  const amount = value / (words?.per ?? 1);
  const text = words?.money === true ? formatEuros(amount) : formatNumber(amount, decimals(amount));
  return words?.unit === undefined ? text : `${text} ${words.unit}`;
}

/** As many decimals as the value has, three at the most. */
function decimals(value: number): number {
  return [0, 1, 2].find((digits) => Number(value.toFixed(digits)) === Number(value.toFixed(3))) ?? 3;
}
