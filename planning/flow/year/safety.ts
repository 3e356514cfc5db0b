/** Room that is kept free so that a surge overflows with the agreed chance at most: a quantile of cumulated arrivals. */
import type { ForecastSpread } from "../../../domain/year/input.ts";

/**
 * Spread of what arrives in the weeks before somebody can react, kg. Weeks vary in proportion to their mean and are
 * correlated like an autoregressive process of first order: `sd² = Σᵢ Σⱼ σᵢ σⱼ ρ^|i−j|`.
 */
export function cumulatedSdKg(arrivalsKg: readonly number[], week: number, spread: ForecastSpread): number {
  const first = Math.max(0, week - spread.reactionWeeks.value + 1);
  const sd = arrivalsKg.slice(first, week + 1).map((kg) => kg * spread.weeklyVariation.value);
  let variance = 0;
  for (let i = 0; i < sd.length; i++)
    for (let j = 0; j < sd.length; j++) variance += sd[i]! * sd[j]! * spread.correlation.value ** Math.abs(i - j);
  return Math.sqrt(variance);
}

/** The standard normal's quantile (Abramowitz & Stegun 1964, 26.2.23: error below 0.00045). */
export function normalQuantile(chanceAbove: number): number {
  const p = Math.min(chanceAbove, 1 - chanceAbove);
  const t = Math.sqrt(-2 * Math.log(p));
  const x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return chanceAbove <= 0.5 ? x : -x;
}

/** m³ by week */
export function safetyM3(arrivalsKg: readonly number[], looseKgPerM3: number, spread: ForecastSpread): number[] {
  const z = normalQuantile(spread.overflowChance.value);
  return arrivalsKg.map((_, w) => Math.max(0, z * cumulatedSdKg(arrivalsKg, w, spread)) / looseKgPerM3);
}
