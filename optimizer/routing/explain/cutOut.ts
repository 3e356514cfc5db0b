/** One tour as a small problem of its own: its clients in order, its vehicle, its day, its locations and no others. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem, TimeWindow, TravelProfile } from "../../../domain/routing/problem.ts";
import { usesContainers } from "./containers.ts";

/** What the other tours of the day leave; `null`: no limit. */
export interface Room {
  /** First-dimension amount that each facility can still take. */
  readonly facilities: readonly (number | null)[];
  /** Containers that can still be taken from each yard, by type. */
  readonly spares: readonly (readonly (number | null)[])[];
}

/** A problem of this tour alone: one vehicle, one day, its clients in order, its locations and no others. */
export function cutOut(
  problem: RoutingProblem,
  tour: HandTour,
  room: Room,
  notBefore: (client: number) => number,
): RoutingProblem {
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
    clients: clients.map((client, k) => {
      const { location, load, serviceSeconds, capabilities, material, facilities, restsDriver, releaseSeconds, job } =
        client;
      const windows = laterThan(client.windows[tour.day]!, notBefore(tour.stops[k]!.index));
      // A closed day is the dispatcher's doing and `judge` says so; it must not decide where to unload.
      const open = windows.length === 0 ? [{ earliest: 0, latest: 86_400 }] : windows;
      const work = job === undefined ? {} : { job };
      const kept = { load, serviceSeconds, capabilities, material, facilities, prizeCents: null, ...work };
      const rests = restsDriver === undefined ? {} : { restsDriver };
      const released = releaseSeconds === undefined ? {} : { releaseSeconds };
      return { ...kept, ...rests, ...released, location: number(location), windows: [open] };
    }),
    facilities: problem.facilities.map((facility, f) => ({
      ...facility,
      location: number(facility.location),
      windows: today(facility.windows),
      capacityPerDay: room.facilities[f] ?? null,
    })),
    ...(usesContainers(problem) ? cutContainers(problem, tour.day, room, number) : {}),
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

/** What begins before `notBefore` waits; a client released too late for its windows keeps them and is late. */
function laterThan(windows: readonly TimeWindow[], notBefore: number): readonly TimeWindow[] {
  const later = windows
    .filter(({ latest }) => latest >= notBefore)
    .map(({ earliest, latest }) => ({ earliest: Math.max(earliest, notBefore), latest }));
  return later.length === 0 ? windows : later;
}

function cutContainers(
  { containerTypes = [], yards = [] }: RoutingProblem,
  day: number,
  room: Room,
  number: (location: number) => number,
): Pick<RoutingProblem, "containerTypes" | "yards"> {
  return {
    containerTypes,
    yards: yards.map(({ location, serviceSeconds, windows }, yard) => ({
      ...{ location: number(location), serviceSeconds, sparesPerDay: room.spares[yard]! },
      ...(windows === undefined ? {} : { windows: [windows[day]!] }),
    })),
  };
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
