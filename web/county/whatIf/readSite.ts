/** What was typed of another site, and of other prices. German and English figures both are read. */
import type { NewSite } from "../../../domain/year/scenario.ts";

export const SITE_FIELDS = ["name", "latitude", "longitude", "capacity", "cost", "fee"] as const;
export type SiteField = (typeof SITE_FIELDS)[number];

const KINDS = ["composting", "digestion", "biomassHeat", "transfer"] as const;
const MOST_EUROS = 100_000_000;

export function readSite(typed: Readonly<Record<string, string>>): { site: NewSite } | { wrong: readonly SiteField[] } {
  const name = (typed["name"] ?? "").trim();
  const [latitude, longitude, capacity, cost, fee] = ["latitude", "longitude", "capacity", "cost", "fee"].map((one) =>
    numberOf(typed[one] ?? ""),
  ) as [number, number, number, number, number];
  const right: Readonly<Record<SiteField, boolean>> = {
    name: name.length > 0 && name.length <= 100 && !/\p{Cc}/u.test(name),
    latitude: Math.abs(latitude) <= 90,
    longitude: Math.abs(longitude) <= 180,
    capacity: capacity > 0 && capacity <= 1_000_000,
    cost: cost >= 0 && cost <= MOST_EUROS,
    fee: Math.abs(fee) <= 100_000,
  };
  const wrong = SITE_FIELDS.filter((one) => !right[one]);
  if (wrong.length > 0) return { wrong };
  const kind = KINDS.find((one) => one === typed["kind"]) ?? "composting";
  const cents = (euros: number): number => Math.round(euros * 100);
  const money = { yearlyCostCents: cents(cost), gateFeeCents: cents(fee) };
  return { site: { name, kind, latitude, longitude, capacityTonnesPerWeek: capacity, ...money } };
}

/** `1.234,5`, `1234.5`, `−30`; not a number for anything else. */
export function numberOf(typed: string): number {
  const text = typed
    .trim()
    .replace("−", "-")
    .replaceAll(/[\s\u00A0\u202F€]/g, "");
  const plain = text.includes(",") ? text.replaceAll(".", "").replace(",", ".") : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const MOST_CO2_EUROS = 10_000;

/** Euros a tonne CO2e, 0 to 10.000, in cents; nothing typed, or what cannot be read, leaves the price as it is planned. */
export function readCo2Price(given: string | undefined): { cents: number | undefined; typed: string; wrong: boolean } {
  const typed = (given ?? "").trim().slice(0, 12);
  if (typed === "") return { cents: undefined, typed, wrong: false };
  const euros = numberOf(/^\d{1,3}(\.\d{3})+$/.test(typed) ? typed.replaceAll(".", "") : typed);
  const wrong = !(euros >= 0 && euros <= MOST_CO2_EUROS);
  return { cents: wrong ? undefined : Math.round(euros * 100), typed, wrong };
}

const LEAST = -90;
const MOST = 300;
const DEFAULT = "20";

/** A whole number of percent; what cannot be read is shown again and counts as no change. */
export function readPercent(given: string | undefined): { percent: number; typed: string; wrong: boolean } {
  const typed = (given ?? DEFAULT).trim().slice(0, 5);
  const percent = /^[+\-−]?\d{1,3}$/.test(typed) ? Number(typed.replace("−", "-")) : Number.NaN;
  const wrong = !(percent >= LEAST && percent <= MOST);
  return { percent: wrong ? 0 : percent, typed, wrong };
}
