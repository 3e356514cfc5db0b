/** What is on board along one route: capability, capacity, material, and where it may be tipped. */
import type { Problem } from "../../domain/problem.ts";
import type { Client, RoutingProblem, Vehicle } from "../../domain/routing/problem.ts";
import type { Route } from "../../domain/routing/solution.ts";
import { finding } from "./finding.ts";

/** Loads are sums of real numbers. */
const SLACK = 1e-6;

/** @param id how the route is named in findings */
export function checkRouteLoads(problem: RoutingProblem, route: Route, id: string): Problem[] {
  const vehicle = problem.vehicles[route.vehicle]!;
  const findings: Problem[] = [];
  let aboard: number[] = [];
  route.stops.forEach((stop, k) => {
    const place = `${id}, stop ${k}`;
    // An empty container that is delivered is no load.
    if (stop.kind === "client" && problem.clients[stop.index]!.job?.kind === "deliver") {
      findings.push(...checkCapability(problem.clients[stop.index]!, vehicle, place));
    } else if (stop.kind === "client") {
      aboard.push(stop.index);
      findings.push(...checkTaking(problem, vehicle, aboard, place));
    } else if (stop.kind === "facility") {
      findings.push(...checkTipping(problem, stop.index, aboard, place));
      aboard = [];
    }
  });
  return [...findings, ...checkEnd(problem, aboard, id)];
}

/** The last of `aboard` has just been taken on. */
function checkTaking(problem: RoutingProblem, vehicle: Vehicle, aboard: readonly number[], id: string): Problem[] {
  const loads = aboard.map((c) => problem.clients[c]!);
  const taken = loads.at(-1)!;
  return [
    ...checkCapability(taken, vehicle, id),
    ...checkMaterial(loads, id),
    ...checkCapacity(problem, vehicle, loads, id),
  ];
}

function checkCapability(client: Client, vehicle: Vehicle, id: string): Problem[] {
  const missing = client.capabilities & ~vehicle.capabilities;
  if (missing === 0) return [];
  return [
    finding(
      "check.route.capability",
      { id },
      `The client needs capabilities ${client.capabilities}, the vehicle has ${vehicle.capabilities}.`,
      "Send another vehicle.",
    ),
  ];
}

function checkMaterial(aboard: readonly Client[], id: string): Problem[] {
  const materials = [...new Set(aboard.map((client) => client.material))];
  if (materials.length <= 1) return [];
  return [
    finding("check.route.material", { id }, `Materials ${materials.join(" and ")} share a trip.`, "Tip in between."),
  ];
}

function checkCapacity(problem: RoutingProblem, vehicle: Vehicle, aboard: readonly Client[], id: string): Problem[] {
  return problem.dimensions.flatMap((dimension, d) => {
    const load = aboard.reduce((sum, client) => sum + (client.load[d] ?? 0), 0);
    const limit = vehicle.capacity[d] ?? 0;
    if (load <= limit + SLACK) return [];
    return [
      finding(
        "check.route.capacity",
        { id, field: dimension },
        `${load} ${dimension} on board; the vehicle carries ${limit}.`,
        "Tip before, or serve less.",
      ),
    ];
  });
}

function checkTipping(problem: RoutingProblem, facility: number, aboard: readonly number[], id: string): Problem[] {
  const { accepts } = problem.facilities[facility]!;
  const refused = aboard.filter((c) => !(accepts?.includes(problem.clients[c]!.material) ?? true));
  const elsewhere = aboard.filter((c) => !problem.clients[c]!.facilities.includes(facility));
  return [
    ...refused.map((c) => {
      const cause = `Tips client ${c} at facility ${facility}, which does not accept material ${problem.clients[c]!.material}.`;
      return finding("check.route.accepts", { id }, cause, "Tip where it is accepted.");
    }),
    ...elsewhere.map((c) => {
      const allowed = problem.clients[c]!.facilities.join(", ") || "none, it stays on board";
      const cause = `Tips client ${c} at facility ${facility}; allowed: ${allowed}.`;
      return finding("check.route.facility", { id }, cause, "Tip where it is taken.");
    }),
  ];
}

function checkEnd(problem: RoutingProblem, aboard: readonly number[], id: string): Problem[] {
  const untipped = aboard.filter((c) => problem.clients[c]!.facilities.length > 0);
  if (untipped.length === 0) return [];
  return [
    finding(
      "check.route.notEmpty",
      { id },
      `Ends with clients ${untipped.join(", ")} on board.`,
      "Tip before the end.",
    ),
  ];
}
