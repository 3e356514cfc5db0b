/** The week's pick-ups as a routing problem, and its solution as the tours of plan.json. */
import type { Pickup, PlanRoute, RouteStop } from "../../domain/plan/plan.ts";
import { haulingCapability } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import { toTimestamp } from "../../domain/localTime.ts";
import { openingHours } from "../../domain/openingHours.ts";
import type { Client, Facility, RoutingProblem, TimeWindow, Vehicle } from "../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop } from "../../domain/routing/solution.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { indexBy } from "../lookup.ts";
import type { Places, Travel } from "../places.ts";

const DAYS = 7;
/** EU 561/2006, articles 6 and 7. */
export const DRIVING_RULES = { maxDrivingSeconds: 9 * 3600, drivingSeconds: 4.5 * 3600, breakSeconds: 45 * 60 };

export interface WeekInput {
  readonly region: Region;
  readonly week: string;
  readonly pickups: readonly Pickup[];
  readonly places: Places;
  readonly travel: Travel;
}

export function buildRoutingProblem(input: WeekInput): RoutingProblem {
  const { region, pickups, places, travel } = input;
  const materials = [...new Set(pickups.map(materialOf))].sort();
  const needs = [...new Set(pickups.map(needOf))].sort();
  return {
    locationCount: places.all.length,
    days: DAYS,
    dimensions: ["kg", "litres"],
    profiles: [{ distanceMetres: travel.metres, durationSeconds: travel.seconds }],
    clients: pickups.map((p) => client(input, p, materials.indexOf(materialOf(p)), 2 ** needs.indexOf(needOf(p)))),
    facilities: region.facilities.map((f) => ({
      location: places.facility.get(f.id)!,
      unloadSeconds: region.settings.handling.unloadSeconds.value,
      windows: openingHours(f.openingHours) as Facility["windows"],
      capacityPerDay: f.capacityTonnesPerDay === undefined ? null : f.capacityTonnesPerDay * 1000,
    })),
    vehicles: region.vehicles.map((v) => vehicle(input, v.id, needs)),
  };
}

/** Material of different owners or fractions never shares a trip: a lot keeps its origin until it is checked. */
function materialOf(pickup: Pickup): string {
  return `${pickup.streamId} ${pickup.form}`;
}

function needOf(pickup: Pickup): string {
  return pickup.capabilities.join(" ");
}

function client(input: WeekInput, pickup: Pickup, material: number, capabilities: number): Client {
  const { region, places, week } = input;
  const point = region.collectionPoints.find((p) => p.id === pickup.pointId)!;
  const monday = mondayOf(week);
  const tonnes = pickup.massKg / 1000;
  return {
    location: places.point.get(pickup.pointId)!,
    load: [pickup.massKg, pickup.volumeLitres],
    serviceSeconds: region.settings.handling.loadSeconds.value,
    windows: openingHours(point.accessHours).map((windows, day) =>
      addDays(monday, day) < pickup.earliestDate ? [] : windows,
    ),
    capabilities,
    material,
    facilities: [region.facilities.findIndex((f) => f.id === pickup.facilityId)],
    prizeCents: Math.round(tonnes * region.settings.prices.postponementCentsPerTonne.value),
  };
}

function vehicle({ region, places }: WeekInput, id: string, needs: readonly string[]): Vehicle {
  const v = region.vehicles.find((row) => row.id === id)!;
  const depot = places.depot.get(id)!;
  const meets = needs.map((need, bit) => (need.split(" ").includes(haulingCapability(v)) ? 2 ** bit : 0));
  return {
    startLocation: depot,
    endLocation: depot,
    shifts: openingHours(v.shiftHours).map(shiftOf),
    capacity: [v.capacityKg, v.capacityLitres],
    capabilities: meets.reduce((a, b) => a + b, 0),
    profile: 0,
    fixedCents: v.fixedCentsPerShift,
    centsPerKm: v.centsPerKm + v.tollCentsPerKm * v.tollShare,
    centsPerHour: v.centsPerHour,
    maxDrivingSeconds: DRIVING_RULES.maxDrivingSeconds,
    breakRule: { drivingSeconds: DRIVING_RULES.drivingSeconds, breakSeconds: DRIVING_RULES.breakSeconds },
  };
}

function shiftOf(windows: readonly TimeWindow[]): TimeWindow | null {
  const [first, last] = [windows[0], windows.at(-1)];
  return first === undefined || last === undefined ? null : { earliest: first.earliest, latest: last.latest };
}

/** Tours in the order of date and vehicle, with the pick-ups that they serve marked. */
export function nameRoutes(
  input: WeekInput,
  problem: RoutingProblem,
  solution: RoutingSolution,
): { routes: PlanRoute[]; pickups: Pickup[] } {
  const routeOf = new Map<number, string>();
  const routes = solution.routes.map((route) => {
    const named = nameRoute(input, problem, route);
    for (const stop of route.stops) if (stop.kind === "client") routeOf.set(stop.index, named.id);
    return named;
  });
  routes.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { routes, pickups: input.pickups.map((p, i) => ({ ...p, routeId: routeOf.get(i) ?? null })) };
}

function nameRoute(input: WeekInput, problem: RoutingProblem, route: Route): PlanRoute {
  const v = input.region.vehicles[route.vehicle]!;
  const date = addDays(mondayOf(input.week), route.day);
  const depot = {
    kind: "depot" as const,
    id: v.id,
    name: `Depot ${v.name}`,
    latitude: v.depotLatitude,
    longitude: v.depotLongitude,
    massKg: 0,
  };
  const at = (seconds: number) => toTimestamp(date, seconds);
  const times = (arrival: number, start: number, departure: number) => ({
    arrivalAt: at(arrival),
    startAt: at(start),
    departureAt: at(departure),
  });
  const start: RouteStop = { ...depot, ...times(route.departure, route.departure, route.departure) };
  const end: RouteStop = { ...depot, ...times(route.arrival, route.arrival, route.arrival) };
  let onBoardKg = 0;
  let place: Omit<RouteStop, "arrivalAt" | "startAt" | "departureAt"> = depot;
  const stops = route.stops.map((stop): RouteStop => {
    if (stop.kind === "break") place = { ...place, kind: "break", id: v.id, name: "Lenkpause", massKg: 0 };
    else place = placeOf(input, problem, stop, onBoardKg);
    if (stop.kind === "client") onBoardKg += place.massKg;
    if (stop.kind === "facility") onBoardKg = 0;
    return { ...place, ...times(stop.arrival, stop.start, stop.departure) };
  });
  return {
    id: `${date}-${v.id}`,
    vehicleId: v.id,
    vehicleName: v.name,
    date,
    stops: [start, ...stops, end],
    distanceMetres: route.distanceMetres,
    durationSeconds: route.durationSeconds,
    drivingSeconds: route.drivingSeconds,
    costCents: route.costCents,
  };
}

function placeOf(input: WeekInput, problem: RoutingProblem, stop: Stop, onBoardKg: number) {
  const { region, pickups } = input;
  if (stop.kind === "facility") {
    const f = region.facilities[stop.index]!;
    return {
      kind: "facility" as const,
      id: f.id,
      name: f.name,
      latitude: f.latitude,
      longitude: f.longitude,
      massKg: onBoardKg,
    };
  }
  const pickup = pickups[stop.index]!;
  const point = indexBy(region.collectionPoints, (p) => p.id).get(pickup.pointId)!;
  const massKg = problem.clients[stop.index]!.load[0]!;
  return {
    kind: "pickup" as const,
    id: pickup.id,
    name: point.name,
    latitude: point.latitude,
    longitude: point.longitude,
    massKg,
  };
}
