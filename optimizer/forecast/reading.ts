/** Every kind of report as one thing: the fill lies in an interval, seen with an error, and now and then not at all. */
import { normalBelow } from "./normal.ts";

/** Fill levels are parts of the room: 0 empty, 1 full. */
export interface Reading {
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the eye or the sensor. */
  readonly error: number;
  /** Chance that the report is a slip and says nothing. */
  readonly stray: number;
}

/** Fill levels that a slip may say, in parts of the room. */
const STRAY_RANGE = 1.5;
/** A yard looks at a heap from the gate: about a sixth of a quarter beside it, and one report in fifty is of something else. */
const EYE = { error: 0.05, stray: 0.02 };
/** Paced out or reckoned from loads. */
const VOLUME = { part: 0.08, least: 0.02, stray: 0.02 };
const SENSOR = { error: 0.04, stray: 0.01 };
/** Room above the brim still called full. */
const BRIM = 1.05;

/** 0 empty … 4 full, 5 overflowing. Throws a RangeError at anything else. */
export function quartersReading(quarters: number, { error, stray } = EYE): Reading {
  if (!Number.isInteger(quarters) || quarters < 0 || quarters > 5)
    throw new RangeError(`quarters are whole numbers from 0 to 5, not ${quarters}`);
  const low = [-Infinity, 1 / 8, 3 / 8, 5 / 8, 7 / 8, BRIM][quarters]!;
  const high = [1 / 8, 3 / 8, 5 / 8, 7 / 8, BRIM, Infinity][quarters]!;
  return { low, high, error, stray };
}

/** @param fill volume over the room, 0 or more */
export function volumeReading(fill: number): Reading {
  return around(fill, VOLUME.least / 2, Math.max(VOLUME.least, VOLUME.part * fill), VOLUME.stray);
}

/**
 * @param fill 0 to 1, more where a heap stands over the brim
 * @param step what the sensor rounds to, in parts of the room
 * @param error its standard deviation, in parts of the room
 */
export function sensorReading(fill: number, step = 0.01, error = SENSOR.error, stray = SENSOR.stray): Reading {
  return around(fill, step / 2, error, stray);
}

function around(fill: number, half: number, error: number, stray: number): Reading {
  if (!Number.isFinite(fill) || fill < 0) throw new RangeError(`a fill level is a number from 0 on, not ${fill}`);
  return { low: fill === 0 ? -Infinity : fill - half, high: fill + half, error, stray };
}

/** How likely the reading is at each fill level, and which part of that is a slip. */
export interface Likelihood {
  readonly byCell: Float64Array;
  /** The same at every level. */
  readonly slip: number;
}

export function likelihoodOf(fills: Float64Array, { low, high, error, stray }: Reading): Likelihood {
  const slip = (stray * Math.min(STRAY_RANGE, Math.min(high, STRAY_RANGE) - Math.max(low, 0))) / STRAY_RANGE;
  const byCell = fills.map((fill) => {
    const inside = normalBelow((high - fill) / error) - normalBelow((low - fill) / error);
    return (1 - stray) * Math.max(0, inside) + slip;
  });
  return { byCell, slip };
}
