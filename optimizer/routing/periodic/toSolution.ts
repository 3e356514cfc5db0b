/** Turns the rows of a periodic plan into the words of the domain; a route that lasts too long loses clients first. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop, UnservedReason } from "../../../domain/routing/solution.ts";
import type { PeriodicCase } from "./fromProblem.ts";
import { Placement } from "./placement.ts";
import type { PeriodicPlan } from "./search.ts";

export interface Told {
  readonly solution: RoutingSolution;
  readonly reasons: UnservedReason[];
}

export function toSolution(problem: RoutingProblem, found: PeriodicCase, plan: PeriodicPlan): Told {
  const placement = new Placement(found.instance);
  const { rows, dropped } = shorten(found, placement, plan.rows);
  const routes = rows.flatMap((row, slot) => (row.length === 0 ? [] : [tell(problem, found, placement, row, slot)]));
  // A client is visited on several days: no single place of it is the reason.
  const whole = { insertions: [], violation: null };
  const capacity = problem.vehicles[0]!.capacity[0]!;
  const reasons = problem.clients.flatMap(({ load }, client): UnservedReason[] =>
    found.clients.includes(client)
      ? []
      : [{ ...whole, client, code: "capacity", limit: capacity, needed: load[0]!, unit: problem.dimensions[0]! }],
  );
  for (const [node, needed] of dropped) {
    const client = found.clients[node - 1]!;
    reasons.push({ ...whole, client, code: "shift", limit: found.instance.maxDuration, needed, unit: "s" });
  }
  reasons.sort((a, b) => a.client - b.client);
  const routeCostCents = routes.reduce((sum, route) => sum + route.costCents, 0);
  const unserved = reasons.map((reason) => reason.client);
  return { solution: { routes, unserved, routeCostCents, objectiveCents: routeCostCents }, reasons };
}

/** Takes the client whose leaving saves most out of every day, until no route lasts too long. */
function shorten({ instance }: PeriodicCase, placement: Placement, given: readonly Int32Array[]) {
  const { maxDuration, service } = instance;
  const rows = given.map((row) => [...row]);
  const dropped = new Map<number, number>();
  const lasts = (row: readonly number[]): number =>
    row.reduce((sum, node) => sum + service[node]!, placement.cost(Int32Array.from(row), 0, row.length));
  for (;;) {
    const late = rows.findIndex((row) => lasts(row) > maxDuration);
    if (late < 0) return { rows, dropped };
    const row = rows[late]!;
    const without = row.map((_, i) => lasts(row.toSpliced(i, 1)));
    const node = row[without.indexOf(Math.min(...without))]!;
    dropped.set(node, lasts(row));
    for (const other of rows) {
      const at = other.indexOf(node);
      if (at >= 0) other.splice(at, 1);
    }
  }
}

function tell(
  problem: RoutingProblem,
  found: PeriodicCase,
  placement: Placement,
  row: readonly number[],
  slot: number,
): Route {
  const { instance, clients, facilities } = found;
  const day = Math.floor(slot / instance.vehiclesPerDay);
  const index = slot % instance.vehiclesPerDay;
  const vehicle = problem.vehicles[index]!;
  const { durationSeconds, distanceMetres } = problem.profiles[vehicle.profile]!;
  placement.cost(Int32Array.from(row), 0, row.length);
  const arcs = new Int32Array(row.length);
  const unloads = new Set(arcs.subarray(0, placement.unloadings(arcs)));
  const departure = vehicle.shifts[day]!.earliest;
  const stops: Stop[] = [];
  let at = vehicle.startLocation;
  let time = departure;
  let metres = 0;
  const drive = (to: number): void => {
    time += durationSeconds[at * problem.locationCount + to]!;
    metres += distanceMetres[at * problem.locationCount + to]!;
    at = to;
  };
  const visit = (kind: Stop["kind"], stop: number, location: number, seconds: number): void => {
    drive(location);
    stops.push({ kind, index: stop, arrival: time, start: time, departure: time + seconds });
    time += seconds;
  };
  row.forEach((node, i) => {
    const client = problem.clients[clients[node - 1]!]!;
    visit("client", clients[node - 1]!, client.location, client.serviceSeconds);
    if (!unloads.has(i + 1)) return;
    const facility = facilities[instance.facility[node * instance.nodes + (row[i + 1] ?? 0)]!]!;
    visit("facility", facility, problem.facilities[facility]!.location, 0);
  });
  drive(vehicle.endLocation);
  const durationOfRoute = time - departure;
  const serviceSeconds = row.reduce((sum, node) => sum + instance.service[node]!, 0);
  return {
    vehicle: index,
    day,
    departure,
    stops,
    arrival: time,
    distanceMetres: metres,
    drivingSeconds: durationOfRoute - serviceSeconds,
    durationSeconds: durationOfRoute,
    costCents:
      Math.round((metres * vehicle.centsPerKm) / 1000) + Math.round((durationOfRoute * vehicle.centsPerHour) / 3600),
  };
}
