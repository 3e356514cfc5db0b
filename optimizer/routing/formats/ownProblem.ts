/** From the project's own problem file to the model, ids to indices; references that lead nowhere are reported all at once. */
import type {
  Client,
  ContainerJob,
  Facility,
  GatePrice,
  RoutingProblem,
  TravelProfile,
  Vehicle,
} from "../../../domain/routing/problem.ts";
import type { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";
import { greatCircleProfile } from "./greatCircleProfile.ts";
import { ALWAYS, type FoundFault, Lookup, type Path, toWindow } from "./ownLookup.ts";

export type OwnProblem =
  | { readonly ok: true; readonly problem: RoutingProblem }
  | { readonly ok: false; readonly faults: readonly FoundFault[] };

export function ownProblem(file: RoutingProblemFile): OwnProblem {
  const faults: FoundFault[] = [];
  const look = new Lookup(file, faults);
  const problem: RoutingProblem = {
    locationCount: file.locations.length,
    days: file.days,
    dimensions: file.dimensions,
    profiles: file.profiles.map((profile, index) => profileOf(file, profile, ["profiles", index], look)),
    clients: file.clients.map((client, index): Client => {
      const at = ["clients", index];
      return {
        location: look.index("locations", client.location, [...at, "location"]),
        load: look.amounts(client.load, [...at, "load"]),
        serviceSeconds: client.serviceSeconds,
        windows: look.hours(client, at),
        capabilities: look.bits(client.capabilities, [...at, "capabilities"]),
        material: look.material(client.material),
        facilities: look.indices("facilities", client.facilities, [...at, "facilities"]),
        prizeCents: client.prizeCents,
        ...dispatchOf(client, at, look),
      };
    }),
    facilities: file.facilities.map((facility, index): Facility => {
      const at = ["facilities", index];
      const { accepts } = facility;
      return {
        location: look.index("locations", facility.location, [...at, "location"]),
        unloadSeconds: facility.unloadSeconds,
        windows: look.hours(facility, at),
        capacityPerDay: facility.capacityPerDay,
        ...(facility.restsDriver === undefined ? {} : { restsDriver: facility.restsDriver }),
        ...(accepts === undefined ? {} : { accepts: accepts.map((name) => look.material(name)) }),
        ...(facility.gatePrices.length === 0 ? {} : { gatePrices: gatePricesOf(facility.gatePrices, at, look) }),
      };
    }),
    vehicles: file.vehicles.map((vehicle, index) => vehicleOf(file, vehicle, ["vehicles", index], look)),
    ...containersOf(file, look),
    ...(file.frozenRoutes === undefined
      ? {}
      : {
          frozenRoutes: file.frozenRoutes.map(({ vehicle, day, clients }, k) => ({
            vehicle: look.index("vehicles", vehicle, ["frozenRoutes", k, "vehicle"]),
            day,
            clients: look.indices("clients", clients, ["frozenRoutes", k, "clients"]),
          })),
        }),
    ...(file.orderLocks === undefined
      ? {}
      : { orderLocks: file.orderLocks.map((list, k) => look.indices("clients", list, ["orderLocks", k])) }),
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, problem };
}

/** What is asked for of a client beyond the classical problem; absent stays absent. */
function dispatchOf(client: RoutingProblemFile["clients"][number], at: Path, look: Lookup): Partial<Client> {
  const { daySets, releaseSeconds, after, restsDriver, lock, published, job } = client;
  const vehicle = lock?.vehicle;
  return {
    ...(job === undefined ? {} : { job: jobOf(job, at, look) }),
    ...(daySets === undefined ? {} : { daySets }),
    ...(releaseSeconds === undefined ? {} : { releaseSeconds }),
    ...(after === undefined ? {} : { after: look.indices("clients", after, [...at, "after"]) }),
    ...(restsDriver === undefined ? {} : { restsDriver }),
    ...(lock === undefined
      ? {}
      : {
          lock: {
            ...(vehicle === undefined ? {} : { vehicle: look.index("vehicles", vehicle, [...at, "lock", "vehicle"]) }),
            ...(lock.day === undefined ? {} : { day: lock.day }),
          },
        }),
    ...(published === undefined
      ? {}
      : {
          published: {
            deviationCents: published.deviationCents,
            visits: published.visits.map((visit, k) => ({
              vehicle: look.index("vehicles", visit.vehicle, [...at, "published", "visits", k, "vehicle"]),
              day: visit.day,
            })),
          },
        }),
  };
}

/** Without a price no list: an empty one would ask for the engine that knows prices. */
function gatePricesOf(
  prices: RoutingProblemFile["facilities"][number]["gatePrices"],
  at: Path,
  look: Lookup,
): GatePrice[] {
  return prices.map(({ material, dimension, centsPerUnit }, k) => ({
    material: look.material(material),
    dimension: look.dimension(dimension, [...at, "gatePrices", k, "dimension"]),
    centsPerUnit,
  }));
}

function jobOf(
  { kind, containerType, returnSeconds }: NonNullable<RoutingProblemFile["clients"][number]["job"]>,
  at: Path,
  look: Lookup,
): ContainerJob {
  return {
    kind,
    containerType: look.index("containerTypes", containerType, [...at, "job", "containerType"]),
    ...(returnSeconds === undefined ? {} : { returnSeconds }),
  };
}

/** Container types and yards; absent stays absent. */
function containersOf(
  { containerTypes, yards }: RoutingProblemFile,
  look: Lookup,
): Pick<RoutingProblem, "containerTypes" | "yards"> {
  return {
    ...(containerTypes === undefined ? {} : { containerTypes: containerTypes.map(({ slots }) => ({ slots })) }),
    ...(yards === undefined
      ? {}
      : {
          yards: yards.map((yard, index) => {
            const at = ["yards", index];
            const { location, serviceSeconds, sparesPerDay, windows, dailyWindows } = yard;
            const open = windows === undefined && dailyWindows === undefined ? {} : { windows: look.hours(yard, at) };
            for (const type of Object.keys(sparesPerDay))
              look.index("containerTypes", type, [...at, "sparesPerDay", type]);
            return {
              location: look.index("locations", location, [...at, "location"]),
              serviceSeconds,
              sparesPerDay: (containerTypes ?? []).map(({ id }) => (id in sparesPerDay ? sparesPerDay[id]! : 0)),
              ...open,
            };
          }),
        }),
  };
}

function vehicleOf(
  file: RoutingProblemFile,
  vehicle: RoutingProblemFile["vehicles"][number],
  at: Path,
  look: Lookup,
): Vehicle {
  const { id: _, start, end, shifts, dailyShift, capacity, capabilities, profile, lunch, ...rest } = vehicle;
  const every = dailyShift === undefined ? ALWAYS : toWindow(dailyShift);
  const startLocation = look.index("locations", start, [...at, "start"]);
  if (shifts !== undefined) look.perDay(shifts.length, [...at, "shifts"]);
  return {
    ...rest,
    startLocation,
    endLocation: end === undefined ? startLocation : look.index("locations", end, [...at, "end"]),
    shifts:
      shifts?.map((shift) => (shift === null ? null : toWindow(shift))) ??
      Array.from({ length: file.days }, () => every),
    capacity: look.amounts(capacity, [...at, "capacity"]),
    capabilities: look.bits(capabilities, [...at, "capabilities"]),
    profile: profile === undefined ? 0 : look.index("profiles", profile, [...at, "profile"]),
    ...(lunch === undefined ? {} : { lunch: { ...toWindow(lunch), seconds: lunch.seconds } }),
  } as Vehicle;
}

function profileOf(
  file: RoutingProblemFile,
  profile: RoutingProblemFile["profiles"][number],
  at: Path,
  look: Lookup,
): TravelProfile {
  if ("detourFactor" in profile) {
    const without = file.locations.findIndex(
      ({ latitude, longitude }) => latitude === undefined || longitude === undefined,
    );
    if (without < 0) return greatCircleProfile(file.locations, profile);
    const cause = `Profile ${profile.id} is reckoned from coordinates, but ${file.locations[without]!.id} has none.`;
    look.report("route.coordinates", ["locations", without], cause, "Add latitude and longitude, or give matrices.");
    return { distanceMetres: new Float64Array(0), durationSeconds: new Float64Array(0) };
  }
  const { distanceMetres, durationSeconds, tollMetres } = profile;
  return {
    distanceMetres: look.matrix(distanceMetres, [...at, "distanceMetres"]),
    durationSeconds: look.matrix(durationSeconds, [...at, "durationSeconds"]),
    ...(tollMetres === undefined ? {} : { tollMetres: look.matrix(tollMetres, [...at, "tollMetres"]) }),
  };
}
