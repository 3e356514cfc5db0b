/**
 * A routing problem laid out flat for the search: one typed array a property, no objects in the hot loops.
 *
 * A *place* is a client (its index) or a facility (clientCount + its index). A *route* slot is one vehicle on one day
 * it works. A client's `mask` has one bit per facility of its material that takes it; the highest bit, `AT_END`, says
 * that the load stays on board to the end of the route. The masks of all clients on one trip must share a bit.
 */
import type { Client, RoutingProblem, TimeWindow } from "../../domain/routing/problem.ts";
import {
  containerPlaces,
  type Containers,
  layOutContainers,
  type Place,
  slotsSuffice,
  spareLimits,
} from "./containers.ts";
import { type Dispatch, layOutDispatch, lockAllows, mostDeviationCents } from "./dispatch.ts";
import { expandVisits, type VisitGroup } from "./visits.ts";
import { mayServe, ranksOf, type Releases, releasesFor } from "./releases.ts";
import { layOutGatePrices, leastGateCents, roundingOf } from "./rates.ts";

export const AT_END = 1 << 30;
export const ANYWHERE = -1;
/** Facilities that one material may choose from: the bits left beside `AT_END`. */
export const FACILITIES_PER_MATERIAL = 30;

export interface Model extends Dispatch {
  /** One client per visit: see visits.ts. */
  readonly problem: RoutingProblem;
  /** The client of the given problem that a visit belongs to. */
  readonly clientOf: Int32Array;
  readonly groups: readonly VisitGroup[];
  readonly groupOf: Int32Array | null;
  readonly clientCount: number;
  readonly facilityCount: number;
  readonly days: number;
  readonly dimensions: number;
  readonly locationCount: number;
  readonly placeLocation: Int32Array;
  /** Service at a client, unloading at a facility. */
  readonly placeSeconds: Float64Array;
  /** 1 where service or unloading rests the driver; null where that is nowhere so. */
  readonly rests: Uint8Array | null;
  /** Windows of a place on a day: `firstWindow[place * days + day]` up to the next entry. */
  readonly firstWindow: Int32Array;
  readonly windowEarliest: Float64Array;
  readonly windowLatest: Float64Array;
  readonly clientLoad: Float64Array;
  readonly clientMask: Int32Array;
  /** Numbered from 0 without gaps. */
  readonly clientMaterial: Int32Array;
  readonly facilitiesOfMaterial: readonly Int32Array[];
  /** Per day, Infinity where unlimited: of every facility, then of every yard and container type. */
  readonly facilityLimit: Float64Array;
  /** Null where there are no container jobs. */
  readonly containers: Containers | null;
  /** `(facility * materials + material) * dimensions + dimension`; null when unloading is free everywhere. */
  readonly gateCentsPerUnit: Float64Array | null;
  readonly leastGateCents: Float64Array;
  /** See `roundingOf`. */
  readonly rounding: number;
  /** Of a group all its visits have the whole prize; it is lost once, when the group is not served. */
  readonly prizeCents: Float64Array;
  readonly routeCount: number;
  readonly routeVehicle: Int32Array;
  readonly routeDay: Int32Array;
  /** `fits[route * clientCount + client]`: capability, open day and load alone allow it. */
  readonly fits: Uint8Array;
  readonly penaltyCents: number;
  /** Null where no client waits for another. */
  readonly releases: Releases | null;
  /** Rank of a client by whom it waits for; null likewise. */
  readonly rank: Int32Array | null;
  /** Routes with those first whose clients others wait for. */
  readonly routeOrder: Int32Array;
}

/**
 * What leaving out one required client costs in the search: one cent more than any plan could cost in all, so that
 * serving one more is always worth it. Derived, in whole cents: every shift worked to its end at its hourly cost and
 * overtime, all fixed costs, the longest leg for every visit and unloading, the dearest gates, all
 * prizes and deviations.
 */
export function requiredPenaltyCents(given: RoutingProblem): number {
  const { problem } = expandVisits(given);
  const longest = longestLeg(problem);
  let sum = 1;
  let dearestKm = 0;
  let slots = 0;
  for (const vehicle of problem.vehicles) {
    dearestKm = Math.max(dearestKm, vehicle.centsPerKm + (vehicle.tollCentsPerKm ?? 0));
    for (const shift of vehicle.shifts) {
      if (shift === null) continue;
      slots++;
      const hours = (shift.latest - shift.earliest) / 3600;
      sum += vehicle.fixedCents + (vehicle.centsPerHour + (vehicle.overtimeCentsPerHour ?? 0)) * hours;
    }
  }
  // A container job may also drive to a yard and bring its container back.
  const legsAClient = problem.clients.some((client) => client.job !== undefined) ? 5 : 2;
  const legs = legsAClient * problem.clients.length + Math.min(slots, problem.clients.length);
  sum += (legs * longest * dearestKm) / 1000;
  for (const client of problem.clients) sum += (client.prizeCents ?? 0) + dearestGate(problem, client);
  return Math.ceil(sum + mostDeviationCents(given));
}

/** Metres, toll metres included. */
function longestLeg(problem: RoutingProblem): number {
  let longest = 0;
  for (const { distanceMetres, tollMetres } of problem.profiles) {
    for (const metres of distanceMetres) if (metres > longest) longest = metres;
    for (const metres of tollMetres ?? []) if (metres > longest) longest = metres;
  }
  return longest;
}

function dearestGate(problem: RoutingProblem, { facilities, material, load }: Client): number {
  let dearest = 0;
  for (const f of facilities) {
    let cents = 0;
    for (const price of problem.facilities[f]!.gatePrices ?? [])
      if (price.material === material) cents += load[price.dimension]! * price.centsPerUnit;
    if (cents > dearest) dearest = cents;
  }
  return dearest;
}

export function buildModel(given: RoutingProblem): Model {
  const { problem, clientOf, groups, groupOf } = expandVisits(given);
  const { clients, facilities, days } = problem;
  const containers = layOutContainers(problem);
  const places: Place[] = [
    ...clients.map(({ location, serviceSeconds, windows, restsDriver = false }) => ({
      ...{ location, windows, restsDriver },
      seconds: serviceSeconds,
    })),
    ...facilities.map(({ location, unloadSeconds, windows, restsDriver = false }) => ({
      ...{ location, windows, restsDriver },
      seconds: unloadSeconds,
    })),
    ...(containers === null ? [] : containerPlaces(problem)),
  ];
  const windows = layOutWindows(
    places.map((place) => place.windows),
    days,
  );
  const names = [...new Set(problem.clients.map((client) => client.material))];
  const materials = numberMaterials(problem, names);
  const routes = listRoutes(problem);
  const penaltyCents = requiredPenaltyCents(problem);
  return {
    problem,
    clientOf,
    groups,
    groupOf,
    clientCount: clients.length,
    facilityCount: facilities.length,
    days,
    dimensions: problem.dimensions.length,
    locationCount: problem.locationCount,
    placeLocation: Int32Array.from(places, (place) => place.location),
    placeSeconds: Float64Array.from(places, (place) => place.seconds),
    rests: places.some((place) => place.restsDriver) ? Uint8Array.from(places, (p) => (p.restsDriver ? 1 : 0)) : null,
    ...windows,
    clientLoad: Float64Array.from(clients.flatMap((client) => client.load)),
    ...materials,
    ...layOutDispatch(problem, routes),
    mostDeviation: mostDeviationCents(given),
    facilityLimit: Float64Array.from([
      ...facilities.map((f) => f.capacityPerDay ?? Number.POSITIVE_INFINITY),
      ...(containers === null ? [] : spareLimits(problem)),
    ]),
    containers,
    gateCentsPerUnit: layOutGatePrices(problem, names),
    leastGateCents: leastGateCents(problem),
    rounding: roundingOf(problem),
    prizeCents: Float64Array.from(clients, (client) => client.prizeCents ?? penaltyCents),
    routeCount: routes.length,
    routeVehicle: Int32Array.from(routes, ([vehicle]) => vehicle),
    routeDay: Int32Array.from(routes, ([, day]) => day),
    fits: fitTable(problem, routes),
    penaltyCents,
    ...layOutPrecedence(problem, routes),
  };
}

function layOutPrecedence(
  problem: RoutingProblem,
  routes: readonly [number, number][],
): Pick<Model, "releases" | "rank" | "routeOrder"> {
  const releases = releasesFor(problem);
  const routeOrder = Int32Array.from(routes, (_, route) => route);
  if (releases === null) return { releases, rank: null, routeOrder };
  const ranks = ranksOf(problem.clients.map(({ after = [] }) => after));
  const rankOf = (vehicle: number): number =>
    ranks.reduce((most, rank, client) => (mayServe(problem, vehicle, client) ? Math.max(most, rank) : most), 0);
  const routeRank = problem.vehicles.map((_, vehicle) => rankOf(vehicle));
  routeOrder.sort((a, b) => routeRank[routes[a]![0]]! - routeRank[routes[b]![0]]! || a - b);
  return { releases, rank: Int32Array.from(ranks), routeOrder };
}

function listRoutes(problem: RoutingProblem): [number, number][] {
  const routes: [number, number][] = [];
  for (let day = 0; day < problem.days; day++) {
    problem.vehicles.forEach((vehicle, index) => {
      if (vehicle.shifts[day] !== null) routes.push([index, day]);
    });
  }
  return routes;
}

function fitTable(problem: RoutingProblem, routes: readonly [number, number][]): Uint8Array {
  const fits = new Uint8Array(routes.length * problem.clients.length);
  routes.forEach(([v, day], route) => {
    const vehicle = problem.vehicles[v]!;
    problem.clients.forEach((client, c) => {
      const capable = (client.capabilities & vehicle.capabilities) === client.capabilities;
      const open = client.windows[day]!.length > 0;
      const light = client.load.every((amount, d) => amount <= vehicle.capacity[d]!);
      const taken = client.facilities.length === 0 || takersOf(problem, client).length > 0;
      const hooked = slotsSuffice(problem, client, vehicle.slots);
      if (capable && open && light && taken && hooked && lockAllows(problem, c, v, day))
        fits[route * problem.clients.length + c] = 1;
    });
  });
  return fits;
}

function layOutWindows(
  windowsOfPlaces: readonly (readonly (readonly TimeWindow[])[])[],
  days: number,
): Pick<Model, "firstWindow" | "windowEarliest" | "windowLatest"> {
  const firstWindow = new Int32Array(windowsOfPlaces.length * days + 1);
  const flat: TimeWindow[] = [];
  windowsOfPlaces.forEach((windowsOfDays, place) => {
    for (let day = 0; day < days; day++) {
      flat.push(...[...windowsOfDays[day]!].sort((a, b) => a.earliest - b.earliest || a.latest - b.latest));
      firstWindow[place * days + day + 1] = flat.length;
    }
  });
  return {
    firstWindow,
    windowEarliest: Float64Array.from(flat, (window) => window.earliest),
    windowLatest: Float64Array.from(flat, (window) => window.latest),
  };
}

/** The facilities that a client names and that accept its material. */
function takersOf(problem: RoutingProblem, client: Client): readonly number[] {
  return client.facilities.filter((f) => problem.facilities[f]!.accepts?.includes(client.material) ?? true);
}

function numberMaterials(
  problem: RoutingProblem,
  names: readonly number[],
): Pick<Model, "clientMask" | "clientMaterial" | "facilitiesOfMaterial"> {
  const facilities = names.map((name) =>
    [...new Set(problem.clients.flatMap((client) => (client.material === name ? takersOf(problem, client) : [])))].sort(
      (a, b) => a - b,
    ),
  );
  const clientMaterial = Int32Array.from(problem.clients, (client) => names.indexOf(client.material));
  const clientMask = Int32Array.from(problem.clients, (client, index) => {
    if (client.facilities.length === 0) return AT_END;
    const bits = facilities[clientMaterial[index]!]!;
    return takersOf(problem, client).reduce((mask, facility) => mask | (1 << bits.indexOf(facility)), 0);
  });
  return { clientMask, clientMaterial, facilitiesOfMaterial: facilities.map((list) => Int32Array.from(list)) };
}
