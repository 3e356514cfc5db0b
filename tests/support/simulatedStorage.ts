/**
 * A storage whose truth is known: arrivals by a prior that is off by some factor, weeks that hang together, clearings by its own
 * rule, and a yard that looks about once a week. Made otherwise than the filter thinks, so that it is a test of it.
 */
import { quartersReading, type StorageEvent } from "../../optimizer/forecast/index.ts";
import type { Random } from "../../optimizer/random.ts";

export interface Truth {
  /** Fill at the start of each day, parts of the room. */
  readonly fills: readonly number[];
  /** Arrivals of each day, parts of the room. */
  readonly arrivals: readonly number[];
  readonly events: readonly StorageEvent[];
  /** What the prior expects of any day. */
  readonly expected: number;
}

export interface Habits {
  /** Part of the weekly reports that are not made. */
  readonly missing: number;
  /** Part of the tickets that are never handed in. */
  readonly ticketsLost: number;
  /** Chance of a clearing on each of three days a week, once the storage is as full as its yard lets it get. 0.5 when left out. */
  readonly clearing?: number;
}

const BIAS = 0.3;
const WEEK = { spread: 0.22, lasts: 0.5 };

/** Days from `first`, which is a Monday when `first % 7 === 4`. */
export function simulateStorage(random: Random, first: number, days: number, habits: Habits): Truth {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const expected = 0.01 + 0.03 * random.fraction();
  const factor = Math.exp(BIAS * normal() - BIAS ** 2 / 2);
  const trigger = 0.45 + 0.35 * random.fraction();
  const [fills, arrivals, events]: [number[], number[], StorageEvent[]] = [[], [], []];
  let fill = 0.6 * random.fraction();
  let deviation = WEEK.spread * normal();
  for (let day = first; day < first + days; day++) {
    fills.push(fill);
    const weekday = (day + 3) % 7;
    if (weekday === 0) deviation = WEEK.lasts * deviation + Math.sqrt(1 - WEEK.lasts ** 2) * WEEK.spread * normal();
    if (weekday >= 1 && weekday <= 3 && fill > trigger && random.fraction() < (habits.clearing ?? 0.5)) {
      const rest = 0.12 * random.fraction();
      const part = fill - rest;
      fill = rest;
      if (random.fraction() >= habits.ticketsLost)
        events.push({ kind: "weighing", at: day + 0.4, part: part * (1 + 0.05 * normal()) });
    }
    if (weekday === 4 && random.fraction() >= habits.missing) {
      const seen = Math.max(0, fill * (1 + 0.08 * normal()));
      const quarters = seen > 1.05 ? 5 : Math.min(4, Math.round(seen * 4));
      events.push({ kind: "reading", at: day + 0.5, reading: quartersReading(quarters) });
    }
    const came = expected * factor * Math.exp(deviation - WEEK.spread ** 2 / 2) * (0.4 + 1.2 * random.fraction());
    arrivals.push(came);
    fill += came;
  }
  return { fills, arrivals, events, expected };
}
