/**
 * What one more report is worth before the vehicles of a week are sent: the expected cost of the best decision without it less
 * that with it (expected value of sample information, Raiffa and Schlaifer 1961). The decision is how many loads to fetch; a
 * load that is not there was driven in vain, what stands beyond the room costs by the week.
 */
import type { Belief } from "./belief.ts";
import { likelihoodOf, quartersReading } from "./reading.ts";
import { normalQuantile } from "./normal.ts";
import { FACTORS, FILLS, STORAGE, WEEK_VARIATION } from "./storageModel.ts";

export interface Stakes {
  /** A trip that brings nothing, in cents. */
  readonly tripCents: number;
  /** What a trip takes, in parts of the room. */
  readonly loadPart: number;
  /** The whole room once more beside it, for a week, in cents. */
  readonly overflowCents: number;
}

/** More trips a week to one storage are not looked at. */
const MOST_LOADS = 40;
const QUARTERS = [0, 1, 2, 3, 4, 5];
const POINTS = Array.from({ length: 8 }, (_, i) => normalQuantile((i + 0.5) / 8));

/**
 * @param belief on the morning of the week
 * @param expected what the prior expects of the week, in parts of the room
 * @returns cents, 0 or more
 */
export function reportValue(belief: Belief, expected: number, stakes: Stakes): number {
  const answers = QUARTERS.map((quarters) => likelihoodOf(FILLS, quartersReading(quarters)).byCell);
  let unasked = Infinity;
  const asked = answers.map(() => Infinity);
  for (let loads = 0; loads <= mostLoads(expected, stakes); loads++) {
    const byCell = expectedCosts(belief, expected, stakes, loads);
    unasked = Math.min(unasked, sum(byCell));
    answers.forEach((likelihood, y) => (asked[y] = Math.min(asked[y]!, sum(byCell, likelihood))));
  }
  return Math.max(0, unasked - sum(asked));
}

/** The number of loads that costs least on average. */
export function bestLoads(belief: Belief, expected: number, stakes: Stakes): number {
  let best = { loads: 0, cents: Infinity };
  for (let loads = 0; loads <= mostLoads(expected, stakes); loads++) {
    const cents = sum(expectedCosts(belief, expected, stakes, loads));
    if (cents < best.cents) best = { loads, cents };
  }
  return best.loads;
}

/** What so many loads cost when the fill and the week's arrivals are known. */
export function loadsCents(loads: number, fill: number, comes: number, stakes: Stakes): number {
  // In the middle of the week half of its arrivals are there.
  const inVain = Math.max(0, loads - (fill + comes / 2) / stakes.loadPart);
  const beside = Math.max(0, fill + comes - loads * stakes.loadPart - 1);
  return stakes.tripCents * inVain + stakes.overflowCents * beside;
}

function mostLoads(expected: number, { loadPart }: Stakes): number {
  return Math.min(MOST_LOADS, Math.ceil((FILLS.at(-1)! + expected) / loadPart));
}

/** By fill: its chance times the cost of sending so many vehicles. */
function expectedCosts(belief: Belief, expected: number, stakes: Stakes, loads: number): Float64Array {
  const costs = new Float64Array(STORAGE.cells);
  const spread = Math.sqrt(Math.log(1 + WEEK_VARIATION ** 2));
  for (let level = 0; level < STORAGE.regimes; level++) {
    const mean = expected * FACTORS[level]!;
    for (const z of POINTS) {
      const comes = mean * Math.exp(spread * z - spread ** 2 / 2);
      for (let cell = 0; cell < STORAGE.cells; cell++) {
        const chance = belief[cell * STORAGE.regimes + level]! / POINTS.length;
        if (chance < 1e-12) continue;
        costs[cell]! += chance * loadsCents(loads, FILLS[cell]!, comes, stakes);
      }
    }
  }
  return costs;
}

function sum(values: ArrayLike<number>, weights?: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]! * (weights?.[i] ?? 1);
  return total;
}
