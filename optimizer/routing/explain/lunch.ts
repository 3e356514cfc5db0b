/** Where a hand-made tour has lunch: at a break that it names, or behind the stop where that costs least. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { LunchRule } from "../../../domain/routing/problem.ts";
import type { Route } from "../../../domain/routing/solution.ts";
import type { TimedStop } from "./driving.ts";

/** Clock times are sums of real numbers. */
const SLACK_SECONDS = 1e-6;

export interface LunchChoice {
  readonly stops: readonly TimedStop[];
  /** Leave not before, to need no lunch. */
  readonly notBefore: number;
  /** Where `stops` has a stop more than the tour; its length where it has none. */
  readonly added: number;
}

/** None, none by leaving when its time is over, then at each break that is long enough or, if none is named, behind each stop. */
export function* lunchChoices({ stops }: HandTour, lunch: LunchRule | undefined): Generator<LunchChoice> {
  const anyTime = Number.NEGATIVE_INFINITY;
  yield { stops, notBefore: anyTime, added: stops.length };
  if (lunch === undefined) return;
  yield { stops, notBefore: lunch.latest, added: stops.length };
  const named = stops.some(({ kind }) => kind === "break");
  const eat: TimedStop = { kind: "break", index: -1, seconds: lunch.seconds, isLunch: true };
  for (const [k, stop] of stops.entries()) {
    if (!named) yield { stops: stops.toSpliced(k + 1, 0, eat), notBefore: anyTime, added: k + 1 };
    else if (stop.kind === "break" && (stop.seconds ?? 0) >= lunch.seconds)
      yield { stops: marked(stops, k), notBefore: anyTime, added: stops.length };
  }
}

function marked(stops: readonly TimedStop[], k: number): TimedStop[] {
  return stops.map((stop, i) => (i === k ? { ...stop, isLunch: true } : stop));
}

/** Due unless the vehicle is back before lunch time is over, or leaves after. */
export function missesLunch(lunch: LunchRule | undefined, { departure, arrival, stops }: Route): boolean {
  if (lunch === undefined || arrival <= lunch.latest + SLACK_SECONDS || departure >= lunch.latest - SLACK_SECONDS)
    return false;
  return !stops.some(
    ({ kind, start, departure: end }) =>
      kind === "break" &&
      start >= lunch.earliest - SLACK_SECONDS &&
      start <= lunch.latest + SLACK_SECONDS &&
      end - start >= lunch.seconds - SLACK_SECONDS,
  );
}
