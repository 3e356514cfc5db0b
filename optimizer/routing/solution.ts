/** Turns a searched plan into the words of the domain: stops with their times, costs in whole cents. */
import type { Route, RoutingSolution, Stop } from "../../domain/routing/solution.ts";
import { breakLength } from "./breaks.ts";
import { unpack } from "./containers.ts";
import type { Model } from "./model.ts";
import { ABSENT, type Plan } from "./plan.ts";
import { itineraryCosts } from "./itineraryCosts.ts";
import { sumOfCosts } from "./rates.ts";
import { dropParts } from "./daySetPlacer.ts";
import { earliestStart, type Itinerary } from "./schedule.ts";

/** A plan put aside: rows of clients one after the other, and what each route tips at limited facilities. */
export interface Draft {
  readonly clients: Int32Array;
  readonly length: Int32Array;
  readonly tipped: Float64Array;
  objective: number;
}

export function newDraft(plan: Plan): Draft {
  const draft = {
    clients: new Int32Array(plan.model.clientCount),
    length: new Int32Array(plan.model.routeCount),
    tipped: new Float64Array(plan.tipped.length),
    objective: 0,
  };
  saveDraft(plan, draft);
  return draft;
}

export function saveDraft(plan: Plan, draft: Draft): void {
  let at = 0;
  for (let route = 0; route < plan.model.routeCount; route++) {
    const row = route * plan.stride;
    for (let i = 0; i < plan.length[route]!; i++) draft.clients[at++] = plan.sequence[row + i]!;
  }
  draft.length.set(plan.length);
  draft.tipped.set(plan.tipped);
  draft.objective = plan.objective;
}

/** Replaces whatever the plan holds. The booked unloading comes first, so that every row finds the room it had. */
export function loadDraft(plan: Plan, draft: Draft): void {
  for (let route = 0; route < plan.model.routeCount; route++) clearRoute(plan, route);
  plan.bookAll(draft.tipped);
  const first = new Int32Array(plan.model.routeCount + 1);
  draft.length.forEach((length, route) => (first[route + 1] = first[route]! + length));
  for (const route of plan.model.routeOrder) {
    for (let i = 0; i < draft.length[route]!; i++) {
      const client = draft.clients[first[route]! + i]!;
      plan.insert(client, route, i);
      plan.welcome(plan.absent.indexOf(client));
    }
    if (draft.length[route]! > 0 && !plan.reprice(route)) clearRoute(plan, route);
  }
}

/** Sends all clients of a route to the absent. */
export function clearRoute(plan: Plan, route: number): void {
  if (plan.length[route]! === 0) return;
  plan.remove(route, 0, plan.length[route]!);
  plan.reprice(route);
}

/** Puts the clients of every frozen route where they belong; a row that breaks a rule stays absent. */
export function loadFrozen(plan: Plan): void {
  const { frozen, routeOrder } = plan.model;
  if (frozen === null) return;
  for (const route of routeOrder) {
    const row = frozen[route]!;
    if (row === null || row.length === 0) continue;
    row.forEach((client, position) => plan.insert(client, route, position));
    for (const client of row) plan.welcome(plan.absent.indexOf(client));
    if (!plan.reprice(route)) clearRoute(plan, route);
  }
}

function tippedBy(plan: Plan, solution: RoutingSolution): Float64Array {
  const { routeVehicle, routeDay, facilityLimit, clientLoad, dimensions } = plan.model;
  const F = facilityLimit.length;
  const tipped = new Float64Array(plan.tipped.length);
  if (tipped.length === 0) return tipped;
  for (const { vehicle, day, stops } of solution.routes) {
    const route = routeVehicle.findIndex((v, r) => v === vehicle && routeDay[r] === day);
    let aboard = 0;
    for (const stop of stops) {
      if (stop.kind === "client") aboard += clientLoad[stop.index * dimensions]!;
      if (stop.kind !== "facility") continue;
      if (facilityLimit[stop.index]! < Number.POSITIVE_INFINITY) tipped[route * F + stop.index]! += aboard;
      aboard = 0;
    }
  }
  return tipped;
}

/** Takes over the clients of a finished solution; its unloading is booked first, then placed anew, route by route. */
export function loadRoutes(plan: Plan, solution: RoutingSolution): void {
  const { routeVehicle, routeDay, routeOrder } = plan.model;
  plan.bookAll(tippedBy(plan, solution));
  for (const route of routeOrder) {
    const found = solution.routes.find((r) => r.vehicle === routeVehicle[route] && r.day === routeDay[route]);
    if (found === undefined) continue;
    const clients = found.stops
      .filter((stop) => stop.kind === "client")
      .map((stop) => absentVisit(plan, stop.index))
      .filter((visit) => visit !== ABSENT);
    clients.forEach((client, position) => plan.insert(client, route, position));
    for (const client of clients) plan.welcome(plan.absent.indexOf(client));
    if (!plan.reprice(route)) clearRoute(plan, route);
  }
}

/** A visit of `client` that is not served yet. */
function absentVisit({ model, routeOf }: Plan, client: number): number {
  const group = model.groupOf?.[client] ?? -1;
  if (group < 0) return client;
  return model.groups[group]!.visits.find((visit) => routeOf[visit] === ABSENT) ?? ABSENT;
}

export function toSolution(plan: Plan): RoutingSolution {
  const { model } = plan;
  dropParts(plan);
  const timed: (Route | null)[] = Array.from({ length: model.routeCount }, () => null);
  for (const route of model.routeOrder) {
    if (plan.length[route] === 0) continue;
    // Whoever waits for a route that is timed otherwise now than in the search may have become impossible.
    if (plan.reprice(route)) timed[route] = routeAt(plan, route);
    else clearRoute(plan, route);
  }
  const routes = timed.filter((route) => route !== null);
  const unserved: number[] = [];
  for (let client = 0; client < model.clientCount; client++) {
    if (model.clientOf[client] === client && isUnserved(plan, client)) unserved.push(client);
  }
  const routeCostCents = routes.reduce((sum, route) => sum + route.costCents, 0);
  const missed = unserved.reduce((sum, client) => sum + (model.problem.clients[client]!.prizeCents ?? 0), 0);
  const objectiveCents = routeCostCents + missed + plan.moved;
  const deviation = model.bonus === null ? {} : { deviationCents: plan.moved };
  return { routes, unserved, routeCostCents, ...deviation, objectiveCents };
}

function isUnserved(plan: Plan, client: number): boolean {
  const group = plan.model.groupOf?.[client] ?? -1;
  return group < 0 ? plan.routeOf[client] === ABSENT : plan.missedOf(group) > 0;
}

/** Repriced (so its unloading is booked), then timed. */
export function routeAt(plan: Plan, route: number): Route {
  const { placement, model } = plan;
  // Repricing books the unloading it chooses, so that later routes are traced against what stands.
  plan.reprice(route);
  placement.trace();
  placement.itinerary.tighten(placement.vehicle, placement.durations, placement.day);
  return timeStops(model, placement.itinerary, model.routeVehicle[route]!, placement.day);
}

/** What entry `i` of an itinerary is to people. */
function nameStop(model: Model, itinerary: Itinerary, i: number): Pick<Stop, "kind" | "index" | "empties"> {
  const { clientCount, facilityCount, clientOf, containers } = model;
  const place = itinerary.places[i]!;
  if (place < clientCount) return { kind: "client", index: clientOf[place]! };
  if (place < clientCount + facilityCount) return { kind: "facility", index: place - clientCount };
  const { firstYard, firstReturn } = containers!;
  if (place >= firstReturn) return { kind: "return", index: place - firstReturn };
  return { kind: "yard", index: place - firstYard, empties: unpack(containers!, itinerary.empties[i]!) };
}

/** Drives the itinerary from its departure. */
function timeStops(model: Model, itinerary: Itinerary, vehicleIndex: number, day: number): Route {
  const vehicle = model.problem.vehicles[vehicleIndex]!;
  const profile = model.problem.profiles[vehicle.profile]!;
  const stops: Stop[] = [];
  let at = vehicle.startLocation;
  let time = itinerary.departure;
  let distanceMetres = 0;
  let drivingSeconds = 0;
  for (let i = 0; i <= itinerary.count; i++) {
    if (itinerary.breakBefore[i] !== 0) {
      const departure = time + breakLength(vehicle.breakRule, itinerary.breakBefore[i]!);
      stops.push({ kind: "break", index: -1, arrival: time, start: time, departure });
      time = departure;
    }
    const place = i < itinerary.count ? itinerary.places[i]! : -1;
    const to = place < 0 ? vehicle.endLocation : model.placeLocation[place]!;
    const arc = at * model.locationCount + to;
    distanceMetres += profile.distanceMetres[arc]!;
    drivingSeconds += profile.durationSeconds[arc]!;
    time += profile.durationSeconds[arc]!;
    at = to;
    if (place < 0) break;
    const start = earliestStart(model, place, day, time);
    const departure = start + model.placeSeconds[place]!;
    stops.push({ ...nameStop(model, itinerary, i), arrival: time, start, departure });
    time = departure;
  }
  const durationSeconds = time - itinerary.departure;
  const costs = itineraryCosts(itinerary, vehicle, distanceMetres, durationSeconds);
  return {
    vehicle: vehicleIndex,
    day,
    departure: itinerary.departure,
    ...(itinerary.startEmpties === 0 ? {} : { startEmpties: unpack(model.containers!, itinerary.startEmpties) }),
    stops,
    arrival: time,
    distanceMetres,
    drivingSeconds,
    durationSeconds,
    costCents: sumOfCosts(costs),
    costs,
  };
}
