/** Clients that wait for others across tours: when they may begin, and what is broken. */
import type { HandTour, JudgedTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
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
  let judged = tours.map((tour) => judge(problem, tour));
  if (problem.clients.every(({ after = [] }) => after.length === 0)) return judged;
  // Each round settles at least one more link of the longest chain; a ring never settles and stays broken.
  for (let round = 0; round < tours.length; round++) {
    const services = servicesOf(judged);
    judged = tours.map((tour) => judge(problem, tour, (client) => readyAt(problem, services, client, tour.day)));
  }
  return judged;
}

function readyAt(problem: RoutingProblem, services: ReadonlyMap<number, Service>, client: number, day: number): number {
  let ready = Number.NEGATIVE_INFINITY;
  for (const other of problem.clients[client]!.after ?? []) {
    const before = services.get(other);
    if (before !== undefined && before.day === day) ready = Math.max(ready, before.end);
  }
  return ready;
}

/** `limit` when the client begins, `needed` when the one that comes first is done, both in seconds from the begin of day 0. */
export function brokenPrecedence(problem: RoutingProblem, judged: readonly JudgedTour[]): Violation[] {
  const services = servicesOf(judged);
  const moment = (day: number, time: number): number => 86_400 * day + time;
  return problem.clients.flatMap(({ after = [] }, client) => {
    const own = services.get(client);
    if (own === undefined) return [];
    return after.flatMap((other): Violation[] => {
      const before = services.get(other);
      const done = before === undefined ? Number.POSITIVE_INFINITY : moment(before.day, before.end);
      const begun = moment(own.day, own.start);
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
