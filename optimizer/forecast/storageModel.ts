/**
 * How a storage fills that is reported now and then: a yearly prior over a seasonal profile gives each day's arrivals, a level
 * that moves slowly says by which factor the prior is off, and chance does the rest. Emptyings happen on working days, the
 * sooner the fuller. Fill levels are parts of the room.
 */
import { normalise, type Belief, type Lattice } from "./belief.ts";
import { normalQuantile } from "./normal.ts";

/** Width of a cell. */
export const WIDTH = 0.02;
/** Up to 1.6 times the room; what lies beyond counts as that. */
const CELLS = 81;
/** Logarithms of the level, before they are centred so that the level's mean is 1. */
const LEVEL_STEP = 0.2;
const LEVELS = 9;
/** Spread of the level's logarithm between storages, and what lasts of a deviation from one day to the next (0.9 a week). */
const LEVEL_SPREAD = 0.3;
const LEVEL_LASTS = 0.985;
/** Coefficient of variation of a week's arrivals at a given level. */
export const WEEK_VARIATION = 0.2;
/** Points that stand for the distribution of a day's arrivals. */
const POINTS = 8;
/** Chance a day that somebody brings any amount at once; without it two reports that agree could not prevail against a season. */
const SURGE = 0.001;
/** Chance of an emptying on a working day: `least`, and more from the fill on at which this storage is used to be emptied. */
const EMPTYING = { least: 0.005, most: 0.35, slope: 0.06 };
/** Fill at which storages are emptied, before anything is known of one. */
export const USUAL_HABIT = 0.7;
/** What an emptying leaves: mostly a rest of a few hundredths, now and then (one container of several) any part. */
const REST = { mean: 0.05, part: 0.2 };

export const STORAGE: Lattice = { cells: CELLS, regimes: LEVELS };
/** Fill of each cell. */
export const FILLS = Float64Array.from({ length: CELLS }, (_, cell) => cell * WIDTH);

const UPS = new Float64Array(LEVELS);
const DOWNS = new Float64Array(LEVELS);
/** Chances below are dropped. */
const NEGLIGIBLE = 1e-10;

const STATIONARY = new Float64Array(LEVELS).fill(1 / LEVELS);
/** What arrives over what the prior expects, by regime. */
export const FACTORS = new Float64Array(LEVELS);

// A birth-and-death chain with the drift and variance of the first-order autoregression that the level is thought to follow.
for (let i = 0; i < LEVELS; i++) {
  const level = (i - (LEVELS - 1) / 2) * LEVEL_STEP;
  const moves = (LEVEL_SPREAD ** 2 * (1 - LEVEL_LASTS ** 2)) / LEVEL_STEP ** 2;
  const drift = (-(1 - LEVEL_LASTS) * level) / LEVEL_STEP;
  UPS[i] = i === LEVELS - 1 ? 0 : Math.max(0, (moves + drift) / 2);
  DOWNS[i] = i === 0 ? 0 : Math.max(0, (moves - drift) / 2);
  FACTORS[i] = Math.exp(level);
}
for (let i = 1; i < LEVELS; i++) STATIONARY[i] = (STATIONARY[i - 1]! * UPS[i - 1]!) / DOWNS[i]!;
normalise(STATIONARY);
const CENTRE = STATIONARY.reduce((mean, chance, i) => mean + chance * FACTORS[i]!, 0);
for (let i = 0; i < LEVELS; i++) FACTORS[i]! /= CENTRE;

const RESTS = FILLS.map((fill) => Math.exp(-fill / REST.mean));
normalise(RESTS);

/** Before anything was seen: any fill up to four fifths, levels as they are among storages. */
export function unknownStorage(): Belief {
  const belief = new Float64Array(CELLS * LEVELS);
  for (let cell = 0; FILLS[cell]! <= 0.8; cell++) belief.set(STATIONARY, cell * LEVELS);
  normalise(belief);
  return belief;
}

/** The levels a day later. Also of chances by level alone (`STORAGE.regimes` entries). */
export function moveLevels(belief: Float64Array): Float64Array {
  const next = new Float64Array(belief.length);
  for (let i = 0; i < belief.length; i++) {
    const [chance, level] = [belief[i]!, i % LEVELS];
    if (chance < NEGLIGIBLE) continue;
    next[i]! += chance * (1 - UPS[level]! - DOWNS[level]!);
    if (level < LEVELS - 1) next[i + 1]! += chance * UPS[level]!;
    if (level > 0) next[i - 1]! += chance * DOWNS[level]!;
  }
  return next;
}

/** A distribution over rises in cells, `first` cells and more. */
interface Rise {
  readonly first: number;
  readonly chances: Float64Array;
}
const rises = new Map<number, readonly Rise[]>();

/** @param expected what the prior expects of this day, in parts of the room */
export function arrive(belief: Belief, expected: number): Belief {
  const moved = moveLevels(belief);
  const next = new Float64Array(moved.length);
  const byLevel = risesOf(expected);
  for (let level = 0; level < LEVELS; level++) {
    const { first, chances } = byLevel[level]!;
    let surging = 0;
    for (let i = level, cell = 0; cell < CELLS; cell++, i += LEVELS) {
      next[i]! += surging;
      if (moved[i]! < NEGLIGIBLE) continue;
      surging += cell === CELLS - 1 ? 0 : (SURGE * moved[i]!) / (CELLS - 1 - cell);
      const chance = cell === CELLS - 1 ? moved[i]! : (1 - SURGE) * moved[i]!;
      for (let k = 0; k < chances.length; k++)
        next[Math.min(CELLS - 1, cell + first + k) * LEVELS + level]! += chance * chances[k]!;
    }
  }
  return next;
}

function risesOf(expected: number): readonly Rise[] {
  const known = rises.get(expected);
  if (known !== undefined) return known;
  const made = Array.from(FACTORS, (factor) => riseOf((expected * factor) / WIDTH));
  // One entry a month and storage; a long-lived process plans many.
  if (rises.size > 2000) rises.clear();
  rises.set(expected, made);
  return made;
}

/** Log-normal of a day, at equally likely points; each is split between the two cells around it, which keeps the mean. */
function riseOf(mean: number): Rise {
  const spread = Math.sqrt(Math.log(1 + 7 * WEEK_VARIATION ** 2));
  const raw = POINT_QUANTILES.map((z) => Math.exp(spread * z));
  const scale = (mean * POINTS) / raw.reduce((sum, x) => sum + x, 0);
  const points = raw.map((x) => Math.min(CELLS, x * scale));
  const first = Math.floor(points[0]!);
  const chances = new Float64Array(Math.floor(points[POINTS - 1]!) - first + 2);
  for (const point of points) {
    const cell = Math.floor(point) - first;
    const part = point - Math.floor(point);
    chances[cell]! += (1 - part) / POINTS;
    chances[cell + 1]! += part / POINTS;
  }
  return { first, chances };
}
const POINT_QUANTILES = Array.from({ length: POINTS }, (_, i) => normalQuantile((i + 0.5) / POINTS));

/** @param habit fill at which the storage is used to be emptied @returns by cell, the chance of a working day */
export function emptyingChances(habit: number): Float64Array {
  return FILLS.map((fill) => EMPTYING.least + EMPTYING.most / (1 + Math.exp(-(fill - habit) / EMPTYING.slope)));
}

/** Takes from `belief` what is emptied on a working day, in place. @returns what is believed where it was */
export function emptied(belief: Belief, chances: Float64Array): Belief {
  const after = new Float64Array(belief.length);
  for (let level = 0; level < LEVELS; level++) {
    let whole = 0;
    let part = 0;
    for (let cell = CELLS - 1; cell >= 0; cell--) {
      const i = cell * LEVELS + level;
      const gone = belief[i]! * chances[cell]!;
      belief[i]! -= gone;
      whole += (1 - REST.part) * gone;
      // A part: any lower fill alike.
      part += (REST.part * gone) / (cell + 1);
      after[i] = part;
    }
    for (let cell = 0; cell < CELLS; cell++) after[cell * LEVELS + level]! += whole * RESTS[cell]!;
  }
  return after;
}

/** How far below empty a ticket may take a storage before it tells that something is wrong. */
const SHORTAGE = 0.1;
/** A ticket weighs what the reports say in volume; densities differ by this much. */
const DENSITY_ERROR = 0.1;

export interface Weighed {
  readonly belief: Belief;
  /** 1: there was as much as was weighed; near 0: there cannot have been. */
  readonly fit: number;
}

/** @param part what the tickets of a day say was taken, in parts of the room */
export function weigh(belief: Belief, part: number): Weighed {
  const next = new Float64Array(belief.length);
  for (const [factor, weight] of [
    [1 - DENSITY_ERROR, 0.25],
    [1, 0.5],
    [1 + DENSITY_ERROR, 0.25],
  ] as const) {
    const shift = (part * factor) / WIDTH;
    for (let cell = 0; cell < CELLS; cell++) {
      const left = cell - shift;
      const likely = left >= 0 ? 1 : Math.max(0.001, Math.exp(-0.5 * ((left * WIDTH) / SHORTAGE) ** 2));
      // Split between the two cells around it.
      const to = Math.max(0, Math.floor(left));
      const above = Math.max(0, left - to);
      for (let level = 0; level < LEVELS; level++) {
        const chance = weight * likely * belief[cell * LEVELS + level]!;
        next[to * LEVELS + level]! += (1 - above) * chance;
        if (above > 0) next[(to + 1) * LEVELS + level]! += above * chance;
      }
    }
  }
  return { fit: normalise(next), belief: next };
}
