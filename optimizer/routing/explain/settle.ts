/**
 * Where a tour made by hand unloads, when its author left that open: the solver's own placement on this one tour.
 *
 * What cannot be driven by the rules is placed with as few kinds of limits lifted as possible, being late before being
 * too heavy, so that `judge` then finds what is really wrong and not what an awkward unloading adds.
 */
import type { RoutingProblem, TravelProfile } from "../../../domain/routing/problem.ts";
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import { buildModel } from "../model.ts";
import { Plan } from "../plan.ts";
import { routeAt } from "../solution.ts";
import { plannedStops } from "./tourOf.ts";
import { relax, type Limit } from "./relax.ts";

/** Mildest first. */
const LENIENT = [
  "facilityCapacity",
  "shift",
  "duration",
  "distance",
  "driving",
  "breakLeg",
  "release",
  "window",
  "facilityClosed",
  "capacity",
] as const;

/** @param room first-dimension amount that each facility can still take that day from this tour; `null`: no limit */
export function settle(problem: RoutingProblem, tour: HandTour, room: readonly (number | null)[]): HandTour {
  if (tour.stops.length === 0 || tour.stops.some((stop) => stop.kind !== "client")) return tour;
  const alone = cutOut(problem, tour, room);
  for (const limits of lenientSets()) {
    const stops = place(alone, limits);
    if (stops === null) continue;
    // In the small problem the clients are numbered along the tour.
    return { ...tour, stops: stops.map((stop) => (stop.kind === "client" ? tour.stops[stop.index]! : stop)) };
  }
  if (tour.stops.every((stop) => problem.clients[stop.index]!.facilities.length === 0)) return tour;
  return { ...tour, stops: tipAtEnd(problem, tour.stops) };
}

/** None, each alone, each two, all. */
function* lenientSets(): Generator<readonly Limit[]> {
  yield [];
  for (const limit of LENIENT) yield [limit];
  for (const [i, one] of LENIENT.entries()) for (const other of LENIENT.slice(i + 1)) yield [one, other];
  yield LENIENT;
}

function place(alone: RoutingProblem, limits: readonly Limit[]): PlannedStop[] | null {
  const everyone = alone.clients.map((_, index) => index);
  const capacity = limits.includes("capacity") ? roomForOneLoad(alone) : alone.vehicles[0]!.capacity;
  const lifted = limits.filter((limit) => limit !== "capacity");
  const relaxed = relax({ ...alone, vehicles: [{ ...alone.vehicles[0]!, capacity }] }, lifted, everyone);
  const plan = new Plan(buildModel(relaxed));
  everyone.forEach((client, position) => plan.insert(client, 0, position));
  for (const client of everyone) plan.welcome(plan.absent.indexOf(client));
  if (!plan.reprice(0)) return null;
  const { stops } = routeAt(plan, 0);
  // Breaks of a lifted rule are not those that are due.
  return plannedStops(limits.includes("breakLeg") ? stops.filter(({ kind }) => kind !== "break") : stops);
}

/** Just enough to carry each load by itself, and all of what stays on board to the end. */
function roomForOneLoad({ clients, vehicles }: RoutingProblem): number[] {
  return vehicles[0]!.capacity.map((capacity, d) => {
    const kept = clients.reduce((sum, { facilities, load }) => sum + (facilities.length === 0 ? load[d]! : 0), 0);
    return Math.max(capacity, kept, ...clients.map(({ load }) => load[d]!));
  });
}

/** A problem of this tour alone: one vehicle, one day, its clients in order, its locations and no others. */
function cutOut(problem: RoutingProblem, tour: HandTour, room: readonly (number | null)[]): RoutingProblem {
  const vehicle = problem.vehicles[tour.vehicle]!;
  const clients = tour.stops.map((stop) => problem.clients[stop.index]!);
  const numbers = new Map<number, number>();
  const number = (location: number): number => {
    const known = numbers.get(location);
    if (known === undefined) numbers.set(location, numbers.size);
    return known ?? numbers.size - 1;
  };
  const today = <T>(days: readonly T[]): T[] => [days[tour.day]!];
  const small = {
    clients: clients.map((client) => {
      const { location, load, serviceSeconds, capabilities, material, facilities, restsDriver, releaseSeconds } =
        client;
      const windows = client.windows[tour.day]!;
      // A closed day is the dispatcher's doing and `judge` says so; it must not decide where to unload.
      const open = windows.length === 0 ? [{ earliest: 0, latest: 86_400 }] : windows;
      const kept = { load, serviceSeconds, capabilities, material, facilities, prizeCents: null };
      const rests = restsDriver === undefined ? {} : { restsDriver };
      const released = releaseSeconds === undefined ? {} : { releaseSeconds };
      return { ...kept, ...rests, ...released, location: number(location), windows: [open] };
    }),
    facilities: problem.facilities.map((facility, f) => ({
      ...facility,
      location: number(facility.location),
      windows: today(facility.windows),
      capacityPerDay: room[f] ?? null,
    })),
    vehicles: [
      {
        ...vehicle,
        startLocation: number(vehicle.startLocation),
        endLocation: number(vehicle.endLocation),
        shifts: [vehicle.shifts[tour.day] ?? { earliest: 0, latest: 86_400 }],
        profile: 0,
      },
    ],
  };
  const profiles = [cutProfile(problem, problem.profiles[vehicle.profile]!, [...numbers.keys()])];
  return { ...small, locationCount: numbers.size, days: 1, dimensions: problem.dimensions, profiles };
}

function cutProfile(problem: RoutingProblem, profile: TravelProfile, locations: readonly number[]): TravelProfile {
  const cut = (matrix: Float64Array): Float64Array =>
    Float64Array.from(locations.flatMap((from) => locations.map((to) => matrix[from * problem.locationCount + to]!)));
  return {
    distanceMetres: cut(profile.distanceMetres),
    durationSeconds: cut(profile.durationSeconds),
    ...(profile.tollMetres === undefined ? {} : { tollMetres: cut(profile.tollMetres) }),
  };
}

/** Materials that cannot be parted by any unloading: everything is tipped once, where most of it is taken. */
function tipAtEnd(problem: RoutingProblem, stops: readonly PlannedStop[]): PlannedStop[] {
  const votes = problem.facilities.map(
    (_, f) => stops.filter((stop) => problem.clients[stop.index]!.facilities.includes(f)).length,
  );
  const index = votes.indexOf(Math.max(...votes));
  return [...stops, { kind: "facility", index }];
}
