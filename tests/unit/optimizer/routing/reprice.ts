/**
 * A second, plain reading of the rules in domain/routing: walks a finished solution stop by stop and says what does not
 * hold. Shares no code with the solver.
 */
import type { Client, RoutingProblem, TimeWindow, Vehicle } from "../../../../domain/routing/problem.ts";
import type { Route, RoutingSolution } from "../../../../domain/routing/solution.ts";

const TOLERANCE = 1e-6;

/** Sentences; empty when the solution keeps every rule and every figure is right. */
export function faults(problem: RoutingProblem, solution: RoutingSolution): string[] {
  const found: string[] = [];
  const visits = problem.clients.map(() => 0);
  const tipped = new Map<string, number>();
  const slots = new Set<string>();
  for (const route of solution.routes) {
    const name = `vehicle ${route.vehicle} day ${route.day}`;
    if (slots.has(name)) found.push(`${name} drives twice`);
    slots.add(name);
    found.push(...routeFaults(problem, route, visits, tipped).map((fault) => `${name}: ${fault}`));
  }
  for (const [key, amount] of tipped) {
    const limit = problem.facilities[Number(key.split("/")[0])]!.capacityPerDay;
    if (limit !== null && amount > limit + TOLERANCE) found.push(`facility ${key} takes ${amount} of ${limit}`);
  }
  visits.forEach((count, client) => {
    if (count + (solution.unserved.includes(client) ? 1 : 0) !== 1)
      found.push(`client ${client} is visited ${count} times`);
  });
  const routeCost = solution.routes.reduce((sum, route) => sum + route.costCents, 0);
  const missed = solution.unserved.reduce((sum, client) => sum + (problem.clients[client]!.prizeCents ?? 0), 0);
  if (routeCost !== solution.routeCostCents) found.push(`the routes cost ${routeCost}, not ${solution.routeCostCents}`);
  if (routeCost + missed !== solution.objectiveCents) found.push(`the objective is ${routeCost + missed}`);
  return found;
}

function routeFaults(problem: RoutingProblem, route: Route, visits: number[], tipped: Map<string, number>): string[] {
  const found: string[] = [];
  const vehicle = problem.vehicles[route.vehicle]!;
  const shift = vehicle.shifts[route.day];
  if (shift === null || shift === undefined) return ["has no shift"];
  const profile = problem.profiles[vehicle.profile]!;
  let at = vehicle.startLocation;
  let time = route.departure;
  let metres = 0;
  let driving = 0;
  let sinceBreak = 0;
  let aboard: number[] = [];
  const drive = (to: number): void => {
    const arc = at * problem.locationCount + to;
    metres += profile.distanceMetres[arc]!;
    driving += profile.durationSeconds[arc]!;
    sinceBreak += profile.durationSeconds[arc]!;
    time += profile.durationSeconds[arc]!;
    at = to;
    if (vehicle.breakRule !== null && sinceBreak > vehicle.breakRule.drivingSeconds + TOLERANCE) {
      found.push(`drives ${sinceBreak} s without a break`);
    }
  };
  const begin = (stop: { arrival: number; start: number }, windows: readonly TimeWindow[]): void => {
    if (Math.abs(stop.arrival - time) > TOLERANCE) found.push(`arrives at ${time}, not ${stop.arrival}`);
    if (stop.start < stop.arrival) found.push(`starts before it arrives`);
    const open = windows.some((w) => w.earliest <= stop.start + TOLERANCE && stop.start <= w.latest + TOLERANCE);
    if (!open) found.push(`starts at ${stop.start} outside all windows`);
  };
  for (const stop of route.stops) {
    if (stop.kind === "break") {
      if (vehicle.breakRule === null) found.push("breaks without a rule");
      else if (stop.departure - stop.start < vehicle.breakRule.breakSeconds) found.push("cuts its break short");
      if (Math.abs(stop.arrival - time) > TOLERANCE || stop.start < stop.arrival)
        found.push("breaks at the wrong time");
      sinceBreak = 0;
      time = stop.departure;
      continue;
    }
    if (stop.kind === "client") {
      const client = problem.clients[stop.index]!;
      visits[stop.index]!++;
      drive(client.location);
      begin(stop, client.windows[route.day]!);
      time = stop.start + client.serviceSeconds;
      if ((client.capabilities & ~vehicle.capabilities) !== 0) found.push(`cannot serve client ${stop.index}`);
      aboard = [...aboard, stop.index];
      found.push(...loadFaults(problem, vehicle, aboard));
    } else {
      const facility = problem.facilities[stop.index]!;
      drive(facility.location);
      begin(stop, facility.windows[route.day]!);
      time = stop.start + facility.unloadSeconds;
      if (aboard.length === 0) found.push(`unloads nothing`);
      for (const c of aboard) {
        if (!problem.clients[c]!.facilities.includes(stop.index))
          found.push(`facility ${stop.index} refuses client ${c}`);
      }
      const key = `${stop.index}/${route.day}`;
      const amount = aboard.reduce((sum, c) => sum + problem.clients[c]!.load[0]!, 0);
      tipped.set(key, (tipped.get(key) ?? 0) + amount);
      aboard = [];
    }
    if (Math.abs(stop.departure - time) > TOLERANCE) found.push(`departs at ${time}, not ${stop.departure}`);
  }
  drive(vehicle.endLocation);
  if (aboard.some((c) => problem.clients[c]!.facilities.length > 0)) found.push("comes home with a load to unload");
  if (!route.stops.some((stop) => stop.kind === "client")) found.push("serves nobody");
  if (route.departure < shift.earliest || time > shift.latest + TOLERANCE) found.push("leaves its shift");
  if (vehicle.maxDrivingSeconds !== null && driving > vehicle.maxDrivingSeconds + TOLERANCE)
    found.push("drives too long");
  const duration = time - route.departure;
  const cost =
    vehicle.fixedCents +
    Math.round((metres * vehicle.centsPerKm) / 1000) +
    Math.round((duration * vehicle.centsPerHour) / 3600);
  const told: [string, number, number][] = [
    ["arrival", route.arrival, time],
    ["distance", route.distanceMetres, metres],
    ["driving", route.drivingSeconds, driving],
    ["duration", route.durationSeconds, duration],
    ["cost", route.costCents, cost],
  ];
  for (const [what, said, is] of told) if (Math.abs(said - is) > TOLERANCE) found.push(`${what} is ${is}, not ${said}`);
  return found;
}

function loadFaults(problem: RoutingProblem, vehicle: Vehicle, aboard: readonly number[]): string[] {
  const clients: Client[] = aboard.map((c) => problem.clients[c]!);
  const found: string[] = [];
  vehicle.capacity.forEach((limit, d) => {
    const total = clients.reduce((sum, client) => sum + client.load[d]!, 0);
    if (total > limit + TOLERANCE) found.push(`carries ${total} of ${limit} in dimension ${d}`);
  });
  if (new Set(clients.map((client) => client.material)).size > 1) found.push("mixes materials");
  return found;
}

/** `objectiveCents` with a required client left out counted as `penalty`: what solutions are compared by. */
export function fullObjective(problem: RoutingProblem, solution: RoutingSolution, penalty: number): number {
  const required = solution.unserved.filter((client) => problem.clients[client]!.prizeCents === null);
  return solution.objectiveCents + penalty * required.length;
}
