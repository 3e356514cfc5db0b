/**
 * The times of a fixed sequence that may be late: what is late is begun on arrival, everything else keeps its windows,
 * and the tour leaves as late as that allows. On a sequence without fault this is `Itinerary.tighten`.
 */
import type { TimeWindow } from "../../../domain/routing/problem.ts";

/** Departures fall on 1/1024 s, as in the search. */
const TICKS = 1024;
/** Rounding of sums must not count as waiting. */
const SAME_TIME = 1e-6;

export interface Sequence {
  /** Travel to each stop and to the end, breaks included; one more than stops. */
  readonly legs: readonly number[];
  readonly services: readonly number[];
  readonly windows: readonly (readonly TimeWindow[])[];
  readonly shift: TimeWindow;
  /** Per stop, the moment before which it must not begin whatever its windows say. */
  readonly floors: readonly number[];
}

export interface Timing {
  readonly departure: number;
  readonly starts: readonly number[];
  readonly arrival: number;
  /** Stops that begin outside all their windows even when the tour leaves at once; they begin on arrival. */
  readonly late: readonly number[];
}

export function timeSequence(sequence: Sequence): Timing {
  const { services, legs, shift } = sequence;
  const late: number[] = [];
  let time = shift.earliest;
  const windows = sequence.windows.map((list, i) => {
    const floor = sequence.floors[i]!;
    time = Math.max(time + legs[i]!, floor);
    const sorted = list
      .filter(({ latest }) => latest >= floor)
      .map((window) => ({ earliest: Math.max(window.earliest, floor), latest: window.latest }))
      .sort((a, b) => a.earliest - b.earliest);
    const start = earliest(sorted, time);
    if (start === null) late.push(i);
    const allowed = start === null ? [...sorted, { earliest: time, latest: time }] : sorted;
    time = (start ?? time) + services[i]!;
    return allowed;
  });
  const end = Math.max(shift.latest, time + legs.at(-1)!);
  return { ...shortest({ ...sequence, windows, shift: { earliest: shift.earliest, latest: end } }), late };
}

function earliest(windows: readonly TimeWindow[], time: number): number | null {
  for (const window of windows) if (time <= window.latest) return Math.max(time, window.earliest);
  return null;
}

/** Least end minus departure, over the windows that each stop may use; some timing is known to exist. */
function shortest(sequence: Sequence): Omit<Timing, "late"> {
  const floors = sequence.windows.map(() => Number.NEGATIVE_INFINITY);
  let best: Omit<Timing, "late"> | null = null;
  for (;;) {
    const end = endAfter(sequence, floors, sequence.shift.earliest)?.arrival ?? Number.POSITIVE_INFINITY;
    if (end > sequence.shift.latest) break;
    const { exact, holding, heldAt } = latestDeparture(sequence, end);
    const departure = Math.max(sequence.shift.earliest, Math.floor(exact * TICKS) / TICKS);
    if (best === null || end - departure < best.arrival - best.departure) {
      const driven = endAfter(
        sequence,
        sequence.windows.map(() => Number.NEGATIVE_INFINITY),
        departure,
      );
      best = { departure, starts: driven!.starts, arrival: driven!.arrival };
    }
    if (holding < 0) break;
    const next = sequence.windows[holding]!.find((window) => window.earliest > heldAt);
    // A window of no length may be missed by rounding; going round again would miss it again.
    if (next === undefined || next.earliest <= floors[holding]!) break;
    floors[holding] = next.earliest;
  }
  if (best === null) throw new Error("A sequence without timing: its late stops were not given room.");
  return best;
}

function endAfter(
  { legs, services, windows }: Sequence,
  floors: readonly number[],
  departure: number,
): { starts: number[]; arrival: number } | null {
  const starts: number[] = [];
  let time = departure;
  for (let i = 0; i < services.length; i++) {
    const start = earliest(windows[i]!, Math.max(time + legs[i]!, floors[i]!));
    if (start === null) return null;
    starts.push(start);
    time = start + services[i]!;
  }
  return { starts, arrival: time + legs.at(-1)! };
}

/** `holding`: the first stop whose window, and not a later one's, makes the tour leave so early; -1 if none. */
function latestDeparture(
  { legs, services, windows }: Sequence,
  end: number,
): { exact: number; holding: number; heldAt: number } {
  let time = end - legs.at(-1)!;
  let holding = -1;
  let heldAt = 0;
  for (let i = services.length - 1; i >= 0; i--) {
    const wish = time - services[i]!;
    let start = Number.NEGATIVE_INFINITY;
    for (const window of windows[i]!) {
      if (window.earliest <= wish + SAME_TIME) start = Math.max(start, Math.min(wish, window.latest));
    }
    if (start < wish - SAME_TIME) {
      holding = i;
      heldAt = start;
    }
    time = start - legs[i]!;
  }
  return { exact: time, holding, heldAt };
}
