/**
 * The rounds of a shredder in one week: depot, points, depot. Every campaign is put where it adds least, in a round with hours left
 * or in a new one with another machine; then stops are turned about while that shortens the round (2-opt; Croes 1958, doi:10.1287/opre.6.6.791).
 */
import type { YearProblem, YearShredder } from "../../../domain/year/problem.ts";
import { eurosPerMetre } from "./moves.ts";
import { euros } from "./units.ts";

/** A point's campaign in the week, hours of shredding without setting up. */
export interface Job {
  readonly point: number;
  readonly hours: number;
}

export interface Round {
  readonly stops: Job[];
}

interface Open {
  stops: Job[];
  metres: number;
  hours: number;
}

export function roundsOf(problem: YearProblem, shredder: YearShredder, jobs: readonly Job[]): Round[] {
  const perMetre = eurosPerMetre(problem, shredder);
  const rounds: Open[] = [];
  for (const job of split(shredder, jobs)) {
    const work = job.hours + shredder.setupHours;
    let best: { round: Open; at: number; metres: number } | undefined;
    for (const round of rounds) {
      for (let at = 0; at <= round.stops.length; at++) {
        const metres = detour(problem, shredder, round.stops, at, job.point);
        const hours = round.hours + work + metres / shredder.metresPerHour;
        if (hours <= shredder.hoursPerWeek && metres < (best?.metres ?? Infinity)) best = { round, at, metres };
      }
    }
    const alone = 2 * shredder.depotMetres[job.point]!;
    if (best === undefined || best.metres * perMetre > alone * perMetre + euros(shredder.mobilisationCents))
      rounds.push({ stops: [job], metres: alone, hours: work + alone / shredder.metresPerHour });
    else {
      best.round.stops.splice(best.at, 0, job);
      best.round.metres += best.metres;
      best.round.hours += work + best.metres / shredder.metresPerHour;
    }
  }
  return rounds.map(({ stops }) => ({ stops: turned(problem, shredder, stops) }));
}

/** Farthest first; what takes longer than a machine's week is split, whole weeks before the rest. */
function split(shredder: YearShredder, jobs: readonly Job[]): Job[] {
  const far = [...jobs].sort(
    (a, b) => shredder.depotMetres[b.point]! - shredder.depotMetres[a.point]! || a.point - b.point,
  );
  return far.flatMap(({ point, hours }) => {
    const most =
      shredder.hoursPerWeek - shredder.setupHours - (2 * shredder.depotMetres[point]!) / shredder.metresPerHour;
    const pieces = Math.max(1, Math.ceil(hours / most - 1e-9));
    return Array.from({ length: pieces }, () => ({ point, hours: hours / pieces }));
  });
}

function way(problem: YearProblem, shredder: YearShredder, from: Job | undefined, to: Job | undefined): number {
  if (from === undefined) return to === undefined ? 0 : shredder.depotMetres[to.point]!;
  return to === undefined ? shredder.depotMetres[from.point]! : problem.pointMetres[from.point]![to.point]!;
}

function detour(
  problem: YearProblem,
  shredder: YearShredder,
  stops: readonly Job[],
  at: number,
  point: number,
): number {
  const stop = { point, hours: 0 };
  const [before, after] = [stops[at - 1], stops[at]];
  return (
    way(problem, shredder, before, stop) + way(problem, shredder, stop, after) - way(problem, shredder, before, after)
  );
}

export function roundMetres(problem: YearProblem, shredder: YearShredder, stops: readonly Job[]): number {
  let metres = way(problem, shredder, undefined, stops[0]);
  stops.forEach((stop, i) => (metres += way(problem, shredder, stop, stops[i + 1])));
  return metres;
}

function turned(problem: YearProblem, shredder: YearShredder, given: readonly Job[]): Job[] {
  let stops = [...given];
  let metres = roundMetres(problem, shredder, stops);
  for (let better = true; better;) {
    better = false;
    for (let from = 0; from < stops.length - 1; from++) {
      for (let to = from + 1; to < stops.length; to++) {
        const next = [...stops.slice(0, from), ...stops.slice(from, to + 1).reverse(), ...stops.slice(to + 1)];
        const length = roundMetres(problem, shredder, next);
        if (length >= metres - 1e-6) continue;
        [stops, metres, better] = [next, length, true];
      }
    }
  }
  return stops;
}

/** Setting up, mobilisation and the way, euros. */
export function roundsEuros(problem: YearProblem, shredder: YearShredder, rounds: readonly Round[]): number {
  const perMetre = eurosPerMetre(problem, shredder);
  return rounds.reduce(
    (sum, { stops }) =>
      sum +
      euros(shredder.mobilisationCents + stops.length * shredder.setupCents) +
      roundMetres(problem, shredder, stops) * perMetre,
    0,
  );
}
