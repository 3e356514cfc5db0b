/** Products, buyers and the quarters in which they buy. */
import { DEFAULT_YEAR } from "../../../domain/year/input.ts";
import type { YearBuyer, YearProduct } from "../../../domain/year/problem.ts";
import { mondayOf } from "../../../domain/week.ts";
import type { YearBuild } from "./yearBuild.ts";

const WEEKS_A_QUARTER = 13;

export interface Periods {
  readonly names: string[];
  readonly ofWeek: number[];
}

/** Quarters by the Monday of the week: `2026-Q4`. */
export function periodsOf(weeks: readonly string[]): Periods {
  const quarters = weeks.map((week) => {
    const monday = mondayOf(week);
    return `${monday.slice(0, 4)}-Q${Math.ceil(Number(monday.slice(5, 7)) / 3)}`;
  });
  const names = [...new Set(quarters)];
  return { names, ofWeek: quarters.map((q) => names.indexOf(q)) };
}

export function marketOf(
  input: YearBuild,
  { names, ofWeek }: Periods,
): { products: YearProduct[]; buyers: YearBuyer[] } {
  const { region, year } = input;
  const products = year.products.map(({ id, name, surplusCentsPerTonne }) => ({ id, name, surplusCentsPerTonne }));
  const perKm = (year.productHaulageCentsPerTonneKm ?? DEFAULT_YEAR.productHaulageCentsPerTonneKm).value;
  const detour = region.settings.travel.detourFactor.value;
  const buyers = year.buyers.map((b) => ({
    id: b.id,
    name: b.name,
    product: products.findIndex((p) => p.id === b.productId),
    priceCentsPerTonne: b.priceCentsPerTonne,
    demandKg: names.map((name, t) => {
      const weeks = ofWeek.filter((period) => period === t).length;
      return Math.round((b.demandTonnesPerQuarter[Number(name.slice(-1)) - 1]! * 1000 * weeks) / WEEKS_A_QUARTER);
    }),
    haulageCentsPerTonne: region.facilities.map((f) => Math.round(greatCircleKm(f, b) * detour * perKm * 100) / 100),
  }));
  return { products, buyers };
}

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

interface At {
  readonly latitude: number;
  readonly longitude: number;
}

/** Haversine formula. */
function greatCircleKm(a: At, b: At): number {
  const [dLat, dLon] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2];
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}
