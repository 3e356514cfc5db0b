/** Whether everyone who waits for others is served after them. */
import type { Problem } from "../../domain/problem.ts";
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route } from "../../domain/routing/solution.ts";
import { finding } from "./finding.ts";

/** Clock times are sums of real numbers. */
const SLACK_SECONDS = 1e-6;

interface Service {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

export function checkPrecedence(problem: RoutingProblem, routes: readonly Route[]): Problem[] {
  const services = new Map<number, Service>();
  for (const { day, stops } of routes)
    for (const { kind, index, start, departure } of stops)
      if (kind === "client") services.set(index, { day, start, end: departure });
  return problem.clients.flatMap(({ after = [] }, client) => {
    const service = services.get(client);
    if (service === undefined) return [];
    return after.flatMap((other) => {
      const before = services.get(other);
      if (before !== undefined && isBefore(before, service)) return [];
      const when = before === undefined ? "never" : `until ${before.end} s of day ${before.day}`;
      const cause = `Served from ${service.start} s of day ${service.day} on; client ${other}, which comes first, ${when}.`;
      return [finding("check.route.precedence", { id: `client ${client}` }, cause, "Serve it after the other.")];
    });
  });
}

function isBefore(before: Service, after: Service): boolean {
  return before.day < after.day || (before.day === after.day && before.end <= after.start + SLACK_SECONDS);
}
