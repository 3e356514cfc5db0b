/** Drives the rows of a plan with real clock times; lunch is taken at the earliest place that lets the rest be in time. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop, UnservedReason } from "../../../domain/routing/solution.ts";
import { isFacility, type Landfill } from "./instance.ts";
import type { LandfillPlan } from "./search.ts";

const SLACK = 1e-6;

export interface Told {
  readonly solution: RoutingSolution;
  readonly reasons: UnservedReason[];
}

export function toSolution(problem: RoutingProblem, instance: Landfill, plan: LandfillPlan): Told {
  const routes = plan.rows.map((row, vehicle) => tell(problem, instance, [...row], vehicle));
  const unserved = [...plan.absent].map((node) => node - 1).toSorted((a, b) => a - b);
  const routeCostCents = routes.reduce((sum, route) => sum + route.costCents, 0);
  const reasons = unserved.map((client) => reasonFor(instance, client, problem.dimensions[0]!));
  return { solution: { routes, unserved, routeCostCents, objectiveCents: routeCostCents }, reasons };
}

/** What a vehicle of its own would break; otherwise there are too few vehicles. */
function reasonFor(instance: Landfill, client: number, unit: string): UnservedReason {
  // The engine looks at whole routes; it knows no single place behind a reason.
  const whole = { client, insertions: [], violation: null };
  const load = instance.load[client + 1]!;
  const most = Math.min(instance.capacity, instance.mostLoad);
  if (load > most) return { ...whole, code: "capacity", limit: most, needed: load, unit };
  const alone = [client + 1, instance.clientCount + 1];
  if (lunchChoices(alone).every((at) => drive(instance, alone, at) === null)) {
    const closes = instance.closes[client + 1]!;
    return { ...whole, code: "window", limit: closes, needed: closes + 1, unit: "s" };
  }
  return { ...whole, code: "noVehicle", limit: instance.fleet, needed: instance.fleet + 1, unit: "count" };
}

/** No lunch, then behind each stop. */
function lunchChoices(row: readonly number[]): number[] {
  return [-1, ...row.keys()];
}

function tell(problem: RoutingProblem, instance: Landfill, row: readonly number[], index: number): Route {
  for (const lunchAt of lunchChoices(row)) {
    const driven = drive(instance, row, lunchAt);
    if (driven !== null) return price(problem, instance, row, index, driven);
  }
  throw new Error(`The row ${row.join(", ")} cannot be driven in time.`);
}

interface Driven {
  readonly departure: number;
  readonly stops: readonly Stop[];
  readonly arrival: number;
}

/** Leaves as early as the shift allows, or after lunch time where that makes lunch needless; null when out of time. */
function drive(instance: Landfill, row: readonly number[], lunchAt: number): Driven | null {
  const { lunch, seconds, nodes, service, opens, closes, clientCount } = instance;
  const departures = lunch === null || lunchAt >= 0 ? [opens[0]!] : [opens[0]!, Math.max(opens[0]!, lunch.latest)];
  for (const departure of departures) {
    const stops: Stop[] = [];
    let time = departure;
    let from = 0;
    let isInTime = true;
    const eat = (): void => {
      const start = Math.max(time, lunch!.earliest);
      if (start > lunch!.latest + SLACK) isInTime = false;
      stops.push({ kind: "break", index: -1, arrival: time, start, departure: start + lunch!.seconds });
      time = start + lunch!.seconds;
    };
    row.forEach((node, i) => {
      const arrival = time + seconds[from * nodes + node]!;
      const start = Math.max(arrival, opens[node]!);
      if (start > closes[node]! + SLACK) isInTime = false;
      const kind = isFacility(instance, node) ? "facility" : "client";
      const stop = kind === "client" ? node - 1 : node - clientCount - 1;
      stops.push({ kind, index: stop, arrival, start, departure: start + service[node]! });
      time = start + service[node]!;
      if (lunchAt === i) eat();
      from = node;
    });
    const arrival = time + seconds[from * nodes]!;
    const isHome = arrival <= closes[0]! + SLACK;
    const isFed = lunch === null || lunchAt >= 0 || departure >= lunch.latest || arrival <= lunch.latest + SLACK;
    if (isInTime && isHome && isFed) return { departure, stops, arrival };
  }
  return null;
}

function price(
  problem: RoutingProblem,
  instance: Landfill,
  row: readonly number[],
  index: number,
  driven: Driven,
): Route {
  const vehicle = problem.vehicles[index]!;
  const { distanceMetres } = problem.profiles[vehicle.profile]!;
  const locations = row.map((node) =>
    isFacility(instance, node)
      ? problem.facilities[node - instance.clientCount - 1]!.location
      : problem.clients[node - 1]!.location,
  );
  let at = vehicle.startLocation;
  let metres = 0;
  for (const to of [...locations, vehicle.endLocation]) {
    metres += distanceMetres[at * problem.locationCount + to]!;
    at = to;
  }
  let drivingSeconds = 0;
  [...row, 0].forEach((node, i) => (drivingSeconds += instance.seconds[(row[i - 1] ?? 0) * instance.nodes + node]!));
  return {
    vehicle: index,
    day: 0,
    ...driven,
    distanceMetres: metres,
    drivingSeconds,
    durationSeconds: driven.arrival - driven.departure,
    costCents: vehicle.fixedCents + Math.round((metres * vehicle.centsPerKm) / 1000),
  };
}
