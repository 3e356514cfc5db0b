/** Room that a plan keeps free, so that what comes beyond expectation overflows with the accepted chance at most. */
import { formatNumber } from "../../domain/money.ts";
import type { FlowForecast } from "../../domain/plan/flowPlan.ts";
import { storedStreams } from "../../domain/region/densities.ts";
import { USUAL_OVERFLOW_CHANCE } from "../../domain/region/settings.ts";
import type { Region } from "../../domain/region/tables.ts";
import { normalQuantile } from "../../optimizer/forecast/index.ts";

/** Ranges of a forecast end where one in twenty lies above. */
export const RANGE_Z = normalQuantile(0.95);

/** Accepted per storage and week; 0.5 keeps nothing free. */
export function acceptedOverflow({ settings }: Pick<Region, "settings">): number {
  return settings.forecast?.overflowChance.value ?? USUAL_OVERFLOW_CHANCE;
}

/**
 * `z(1−p) · sd` at the end of each week, whole kilograms of loose material, at most the room; `sd` is the upper half of the
 * range over its normal quantile. In the first week opening stock and arrivals are off, independently; before each later one
 * the plan is made again from newer reports, so that only its own arrivals count (the same as `reactionWeeks` 1 of a year).
 */
export function keptFreeKg(forecast: Omit<FlowForecast, "keptFreeKg">, roomKg: number, chance: number): number[] {
  const { openingKg, arrivalsKg, spread } = forecast;
  if (spread === undefined) return arrivalsKg.map(() => 0);
  const factor = Math.max(0, normalQuantile(1 - chance)) / RANGE_Z;
  const opening = spread.openingKg.highKg - openingKg;
  return arrivalsKg.map((kg, w) => {
    const above = spread.arrivalsKg[w]!.highKg - kg;
    return Math.min(Math.floor(roomKg), Math.round(factor * Math.hypot(w === 0 ? opening : 0, above)));
  });
}

/** German, for the notes of a plan. */
export function keptFreeNotice(region: Region, forecast: readonly FlowForecast[], week: string): string[] {
  const streams = storedStreams(region, week);
  const kept = forecast.reduce((kg, { keptFreeKg }) => kg + (keptFreeKg?.[0] ?? 0), 0);
  const room = region.storages.reduce(
    (kg, { id, units, volumeLitres }) => kg + (units * volumeLitres * streams.get(id)!.stream.looseKgPerM3) / 1000,
    0,
  );
  if (kept === 0) return [];
  return [
    `Vorsicht gegen Überlauf: je Lager und Woche wird er mit ${formatNumber(100 * acceptedOverflow(region), 1)} % Wahrscheinlichkeit hingenommen. Dafür bleiben in der ersten Woche ${formatNumber((100 * kept) / room)} % des Lagerraums frei; als Überlauf zählt, was den übrigen Raum übersteigt.`,
  ];
}
