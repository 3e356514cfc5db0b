/** Clients that wait for others across tours: when they may begin, and what is broken. */
import type { HandTour, JudgedTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { ranksOf } from "../releases.ts";
import { clientsOf } from "./dispatch.ts";
import { judge } from "./judge.ts";

interface Service {
  readonly vehicle: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** Clock times are sums of real numbers. */
const SLACK_SECONDS = 1e-6;

/** All tours judged together: a client waits for those of the same day that come first. */
export function judgeTogether(problem: RoutingProblem, tours: readonly HandTour[]): JudgedTour[] {
  const judged = new Map(tours.map((tour) => [tour, judge(problem, tour)]));
  for (const group of groupsOf(problem, tours)) {
    // Each round settles at least one more link of the longest chain; a ring never settles and stays broken.
    for (let round = 0; round < group.length; round++) {
      const services = servicesOf(group.map((tour) => judged.get(tour)!));
      for (const tour of group)
        judged.set(
          tour,
          judge(problem, tour, (client) => readyAt(problem, services, client, tour.day)),
        );
    }
  }
  return tours.map((tour) => judged.get(tour)!);
}

/** Tours that wait for each other, by way of others too; those that stand alone are left out. */
function groupsOf(problem: RoutingProblem, tours: readonly HandTour[]): HandTour[][] {
  if (!usesPrecedence(problem)) return [];
  const groups: HandTour[][] = [];
  const seen = new Set<HandTour>();
  for (const tour of tours) {
    if (seen.has(tour)) continue;
    const tied = tiedTo(problem, [tour], tours);
    for (const each of tied) seen.add(each);
    if (tied.length > 0) groups.push(tied);
  }
  return groups;
}

export function usesPrecedence({ clients }: RoutingProblem): boolean {
  return clients.some(({ after = [] }) => after.length > 0);
}

/** When each client may begin on a day at the earliest, given tours that have been judged. */
export function readyAfter(
  problem: RoutingProblem,
  judged: readonly JudgedTour[],
  day: number,
): (client: number) => number {
  const services = servicesOf(judged);
  return (client) => readyAt(problem, services, client, day);
}

/**
 * Of `others`, in their order, those that wait for a tour of `tours`, or that one of them waits for, by way of others
 * too. A tour that waits for another is tied to itself.
 */
export function tiedTo(problem: RoutingProblem, tours: readonly HandTour[], others: readonly HandTour[]): HandTour[] {
  if (!usesPrecedence(problem)) return [];
  const tied = new Set<HandTour>();
  const tourOf = new Map<number, HandTour[]>();
  for (const tour of others)
    for (const client of clientsOf(tour)) tourOf.set(client, [...(tourOf.get(client) ?? []), tour]);
  const followers = problem.clients.map((): number[] => []);
  problem.clients.forEach(({ after = [] }, client) => after.forEach((other) => followers[other]!.push(client)));
  const open = [...tours];
  for (let tour = open.pop(); tour !== undefined; tour = open.pop())
    for (const client of clientsOf(tour))
      for (const other of [...(problem.clients[client]!.after ?? []), ...followers[client]!])
        for (const next of tourOf.get(other) ?? []) {
          if (tied.has(next)) continue;
          tied.add(next);
          open.push(next);
        }
  return others.filter((tour) => tied.has(tour));
}

/** First those that wait for nobody, then those that wait for them. */
export function inOrderOfWaiting(problem: RoutingProblem, tours: readonly HandTour[]): readonly HandTour[] {
  if (!usesPrecedence(problem)) return tours;
  const ranks = ranksOf(problem.clients.map(({ after = [] }) => after));
  const rank = (tour: HandTour): number => Math.max(0, ...clientsOf(tour).map((client) => ranks[client]!));
  return tours.toSorted((a, b) => rank(a) - rank(b));
}

function readyAt(problem: RoutingProblem, services: ReadonlyMap<number, Service>, client: number, day: number): number {
  let ready = Number.NEGATIVE_INFINITY;
  for (const other of problem.clients[client]!.after ?? []) {
    const before = services.get(other);
    if (before !== undefined && before.day === day) ready = Math.max(ready, before.end);
  }
  return ready;
}

/**
 * `limit` when the client begins, `needed` when the one that comes first is done, both in seconds from the begin of
 * day 0; the end of the last day for one that is on no tour (or the moment after, where the client begins later still).
 */
export function brokenPrecedence(problem: RoutingProblem, judged: readonly JudgedTour[]): Violation[] {
  const services = servicesOf(judged);
  const moment = (day: number, time: number): number => 86_400 * day + time;
  return problem.clients.flatMap(({ after = [] }, client) => {
    const own = services.get(client);
    if (own === undefined) return [];
    return after.flatMap((other): Violation[] => {
      const before = services.get(other);
      const begun = moment(own.day, own.start);
      const never = Math.max(moment(problem.days, 0), begun + 1);
      const done = before === undefined ? never : moment(before.day, before.end);
      const kept =
        before !== undefined &&
        (before.day < own.day || (before.day === own.day && before.end <= own.start + SLACK_SECONDS));
      if (kept) return [];
      const { vehicle, day } = own;
      return [
        { code: "precedence", vehicle, day, stop: -1, client, facility: -1, limit: begun, needed: done, unit: "s" },
      ];
    });
  });
}

function servicesOf(judged: readonly JudgedTour[]): Map<number, Service> {
  const services = new Map<number, Service>();
  for (const { vehicle, day, stops } of judged.map(({ route }) => route))
    for (const { kind, index, start, departure } of stops)
      if (kind === "client") services.set(index, { vehicle, day, start, end: departure });
  return services;
}
