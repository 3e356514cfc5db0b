/** What a storage's state says of the days and weeks to come, as long as nobody empties it. */
import { cellChances, chanceFrom, regimeChances, type Belief } from "./belief.ts";
import { normalBelow } from "./normal.ts";
import { arrive, FACTORS, moveLevels, STORAGE, WIDTH } from "./storageModel.ts";
import type { Spread } from "./storageFilter.ts";

/** For ranges: a little more than `WEEK_VARIATION` (storageModel.ts), which left out one more in a hundred than it should (seeds as RANGE_POWER). */
const RANGE_VARIATION = 0.21;
const FULL_CELL = Math.round(1 / WIDTH);

/**
 * @param expected what the prior expects on each day to come, in parts of the room
 * @returns by day, the chance that it stands over its room at the end of the day
 */
export function overflowChances(belief: Belief, expected: readonly number[]): number[] {
  let next = belief;
  return expected.map((amount) => {
    next = arrive(next, amount);
    return chanceFrom(cellChances(STORAGE, next), FULL_CELL + 1);
  });
}

/**
 * @param expected what the prior expects in each week to come, in any unit
 * @returns the same weeks with their spread, in that unit
 */
export function weeklyArrivals(belief: Belief, expected: readonly number[]): Spread[] {
  let levels = regimeChances(STORAGE, belief);
  return expected.map((amount) => {
    // The level of the middle of the week stands for the week.
    for (let day = 0; day < 3; day++) levels = moveLevels(levels);
    const mean = levels.reduce((sum, chance, i) => sum + chance * FACTORS[i]!, 0);
    const [low, high] = [quantile(levels, 0.05), quantile(levels, 0.95)];
    for (let day = 3; day < 7; day++) levels = moveLevels(levels);
    return { low: low * amount, mean: mean * amount, high: high * amount };
  });
}

/** Of a week's arrivals over what the prior expects: log-normal at each level; by halving. */
function quantile(levels: Float64Array, q: number): number {
  const spread = Math.sqrt(Math.log(1 + RANGE_VARIATION ** 2));
  let [low, high] = [0, 8];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const below = levels.reduce(
      (sum, chance, r) => sum + chance * normalBelow(Math.log(middle / FACTORS[r]!) / spread + spread / 2),
      0,
    );
    if (below < q) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
