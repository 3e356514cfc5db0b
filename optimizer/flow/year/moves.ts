/** What it costs at least to bring a shredder to a point, whatever else it does that week: a bound on the length of its round. */
import type { YearProblem, YearShredder } from "../../../domain/year/problem.ts";
import { euros, KG_PER_TONNE } from "./units.ts";

/** Euros per metre of a shredder on the road, emissions included. */
export function eurosPerMetre(problem: YearProblem, shredder: YearShredder): number {
  const co2 = (problem.kgCo2ePerShredderKm * problem.co2CentsPerTonne) / KG_PER_TONNE;
  return euros(shredder.centsPerKm + co2) / 1000;
}

/**
 * In a round through depot and points every stop has two legs, and half of each belongs to it. They are at least as long as
 * the way to its nearest neighbour and the smaller of the ways to the second nearest and to the depot: both legs lead to the
 * depot only when the round has no other stop.
 *
 * @returns metres by point
 */
export function leastMoveMetres(problem: YearProblem, shredder: YearShredder): number[] {
  return problem.points.map((_, p) => {
    const depot = shredder.depotMetres[p]!;
    const others = problem.points.flatMap((_q, q) => (q === p ? [] : [problem.pointMetres[p]![q]!]));
    const [first = depot, second = depot] = [...others, depot].sort((a, b) => a - b);
    return (first + Math.min(second, depot)) / 2;
  });
}

/** A machine's week costs its mobilisation and the depot's half of the two legs there. */
export function leastMobilisationEuros(problem: YearProblem, shredder: YearShredder): number {
  const nearest = Math.min(...shredder.depotMetres, Infinity);
  const half = Number.isFinite(nearest) ? nearest * eurosPerMetre(problem, shredder) : 0;
  return euros(shredder.mobilisationCents) + half;
}
