/** From reports and tickets to opening stock and arrivals of every storage, in whole kilograms, with their spread. */
import type { FlowForecast, KgRange } from "../../domain/plan/flowPlan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { mondayOf } from "../../domain/week.ts";
import {
  fillSpread,
  filterStorage,
  overflowChances,
  reportValue,
  weeklyArrivals,
  type Spread,
  type Stakes,
} from "../../optimizer/forecast/index.ts";
import { dateOf, dayOf, knownStorages, type KnownStorage } from "./knownStorage.ts";
import { acceptedOverflow, keptFreeKg, RANGE_Z } from "./keptFree.ts";
import { stakesOf } from "./stakes.ts";

/** One forecast per storage, in the order of `storages.csv`. Reports of the planned week itself or later are not used. */
export function forecastArrivals(region: Region, weeks: readonly string[]): FlowForecast[] {
  const chance = acceptedOverflow(region);
  return knownStorages(region, mondayOf(weeks[0]!)).map((known) => {
    const forecast = forecastStorage(known, stakesOf(region, known.storage, known.stream), weeks);
    return { ...forecast, keptFreeKg: keptFreeKg(forecast, known.roomKg, chance) };
  });
}

type Unhedged = Omit<FlowForecast, "keptFreeKg">;

function forecastStorage(known: KnownStorage, stakes: Stakes | null, weeks: readonly string[]): Unhedged {
  const { roomKg, reports, densitySd } = known;
  const today = dayOf(mondayOf(weeks[0]!));
  const state = filterStorage(known.events, (day) => known.expectedKg(day) / roomKg, today);
  const days = Array.from({ length: 7 * weeks.length }, (_, d) => known.expectedKg(today + d));
  const expected = weeks.map((_, w) => days.slice(7 * w, 7 * (w + 1)).reduce((kg, day) => kg + day, 0));
  const opening = fillSpread(state.belief);
  const arrivals = weeklyArrivals(state.belief, expected);
  const overflow = overflowChances(
    state.belief,
    days.map((kg) => kg / roomKg),
  );
  return {
    storageId: known.storage.id,
    openingKg: Math.round(opening.mean * roomKg),
    arrivalsKg: arrivals.map(({ mean }) => Math.round(mean)),
    observedAt: reports.findLast(({ observedAt }) => dayOf(observedAt.slice(0, 10)) < today)?.observedAt ?? null,
    spread: {
      openingKg: range(opening, roomKg, densitySd),
      arrivalsKg: arrivals.map((week) => range(week, 1, densitySd)),
      overflowChance: overflow.map((chance) => Math.round(chance * 1000) / 1000),
      plausibility: state.plausibility,
      emptiedOn: [...new Set(state.emptyings.map(({ to }) => dateOf(to)))].sort(),
      reportValueCents: stakes === null ? 0 : Math.round(reportValue(state.belief, expected[0]! / roomKg, stakes)),
    },
  };
}

/**
 * Rounded outwards from the mean, so that the point always lies within. Volumes are seen and what a cubic metre weighs was learned,
 * independently: their errors add as squares.
 *
 * @param densitySd as a part of the density
 */
function range({ low, mean, high }: Spread, kg: number, densitySd: number): KgRange {
  const point = Math.round(mean * kg);
  if (densitySd > 0) {
    const ofDensity = RANGE_Z * densitySd * mean;
    const [below, above] = [Math.hypot(mean - low, ofDensity), Math.hypot(high - mean, ofDensity)];
    const lowKg = Math.max(0, Math.round((mean - below) * kg));
    return { lowKg: Math.min(point, lowKg), highKg: Math.max(point, Math.round((mean + above) * kg)) };
  }
  return { lowKg: Math.min(point, Math.round(low * kg)), highKg: Math.max(point, Math.round(high * kg)) };
}
