/** What one vehicle may do in a day: lunch, number of stops, load of all its trips together. */
import type { Problem } from "../../domain/problem.ts";
import type { LunchRule, RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route } from "../../domain/routing/solution.ts";
import { finding } from "./finding.ts";

/** Clock times and loads are sums of real numbers. */
const SLACK = 1e-6;

/** @param id how the route is named in findings */
export function checkDayRules(problem: RoutingProblem, route: Route, id: string): Problem[] {
  const { lunch, maxStops, maxLoadPerDay } = problem.vehicles[route.vehicle]!;
  const clients = route.stops.flatMap(({ kind, index }) => (kind === "client" ? [problem.clients[index]!] : []));
  const findings = lunch === undefined ? [] : checkLunch(lunch, route, id);
  if (maxStops !== undefined && clients.length > maxStops) {
    const cause = `${clients.length} clients on one route; ${maxStops} are allowed.`;
    findings.push(finding("check.route.maxStops", { id }, cause, "Serve fewer."));
  }
  const load = clients.reduce((sum, client) => sum + (client.load[0] ?? 0), 0);
  if (maxLoadPerDay !== undefined && load > maxLoadPerDay + SLACK) {
    const cause = `${load} ${problem.dimensions[0] ?? ""} on one day; ${maxLoadPerDay} are allowed.`;
    findings.push(finding("check.route.maxLoadPerDay", { id }, cause, "Collect less."));
  }
  return findings;
}

/** Due unless the vehicle is back before lunch time is over, or leaves after. */
function checkLunch(lunch: LunchRule, route: Route, id: string): Problem[] {
  if (route.arrival <= lunch.latest + SLACK || route.departure >= lunch.latest - SLACK) return [];
  const isLunch = ({ kind, start, departure }: Route["stops"][number]): boolean =>
    kind === "break" &&
    start >= lunch.earliest - SLACK &&
    start <= lunch.latest + SLACK &&
    departure - start >= lunch.seconds - SLACK;
  if (route.stops.some(isLunch)) return [];
  const cause = `No break of ${lunch.seconds} s begins from ${lunch.earliest} s to ${lunch.latest} s.`;
  return [finding("check.route.lunch", { id }, cause, "Take one.")];
}
