/** From the project's own problem file to the model, ids to indices; references that lead nowhere are reported all at once. */
import type { Problem } from "../../../domain/problem.ts";
import type {
  Client,
  Facility,
  RoutingProblem,
  TimeWindow,
  TravelProfile,
  Vehicle,
} from "../../../domain/routing/problem.ts";
import type { RoutingProblemFile } from "../../../domain/routing/problemFile.ts";
import { greatCircleProfile } from "./greatCircleProfile.ts";

type Path = readonly (string | number)[];
type FileWindow = { readonly earliestSeconds: number; readonly latestSeconds: number };
type Hours = { readonly windows?: FileWindow[][] | undefined; readonly dailyWindows?: FileWindow[] | undefined };

const ALWAYS: TimeWindow = { earliest: 0, latest: 10 * 86_400 };
/** Bits of an Int32 that are not its sign. */
const MOST_CAPABILITIES = 31;

/** A problem and where in the file its cause stands, so that the caller can add the line. */
export interface FoundFault {
  readonly problem: Problem;
  readonly path: Path;
}

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
        gatePrices: facility.gatePrices.map(({ material, dimension, centsPerUnit }, k) => ({
          material: look.material(material),
          dimension: look.dimension(dimension, [...at, "gatePrices", k, "dimension"]),
          centsPerUnit,
        })),
      };
    }),
    vehicles: file.vehicles.map((vehicle, index) => vehicleOf(file, vehicle, ["vehicles", index], look)),
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
  const { daySets, releaseSeconds, after, restsDriver, lock, published } = client;
  const vehicle = lock?.vehicle;
  return {
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

function vehicleOf(
  file: RoutingProblemFile,
  vehicle: RoutingProblemFile["vehicles"][number],
  at: Path,
  look: Lookup,
): Vehicle {
  const { id: _, start, end, shifts, dailyShift, capacity, capabilities, profile, ...rest } = vehicle;
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

function toWindow({ earliestSeconds, latestSeconds }: FileWindow): TimeWindow {
  return { earliest: earliestSeconds, latest: latestSeconds };
}

type Named = "locations" | "profiles" | "facilities" | "clients" | "vehicles";

/** Ids and names of the file; what it does not find it reports and answers with 0. */
class Lookup {
  private readonly file: RoutingProblemFile;
  private readonly faults: FoundFault[];
  private readonly ids: Readonly<Record<Named, ReadonlyMap<string, number>>>;
  private readonly materials: string[] = [];
  private readonly abilities: string[] = [];

  constructor(file: RoutingProblemFile, faults: FoundFault[]) {
    this.file = file;
    this.faults = faults;
    this.ids = {
      locations: this.numbered("locations", file.locations),
      profiles: this.numbered("profiles", file.profiles),
      facilities: this.numbered("facilities", file.facilities),
      clients: this.numbered("clients", file.clients),
      vehicles: this.numbered("vehicles", file.vehicles),
    };
  }

  report(code: string, path: Path, cause: string, action: string): void {
    const place = { field: path.join(".") };
    this.faults.push({ problem: { code, severity: "error", place, cause, action }, path });
  }

  private numbered(list: string, items: readonly { readonly id: string }[]): Map<string, number> {
    const ids = new Map<string, number>();
    items.forEach(({ id }, index) => {
      if (ids.has(id))
        this.report(
          "route.duplicate",
          [list, index, "id"],
          `Another of the ${list} is "${id}" too.`,
          "Give each an id of its own.",
        );
      ids.set(id, index);
    });
    return ids;
  }

  index(list: Named, id: string, path: Path): number {
    const index = this.ids[list].get(id);
    if (index === undefined)
      this.report(
        "route.reference",
        path,
        `There is none "${id}" among the ${list}.`,
        "Correct the id, or add what it stands for.",
      );
    return index ?? 0;
  }

  indices(list: Named, ids: readonly string[], path: Path): number[] {
    return ids.map((id, k) => this.index(list, id, [...path, k]));
  }

  material(name: string): number {
    return numberOf(this.materials, name);
  }

  dimension(name: string, path: Path): number {
    const index = this.file.dimensions.indexOf(name);
    if (index < 0) {
      const known = this.file.dimensions.join(", ");
      this.report("route.dimension", path, `"${name}" is no load dimension; they are ${known}.`, "Correct or add it.");
    }
    return Math.max(0, index);
  }

  amounts(named: Readonly<Record<string, number>>, path: Path): number[] {
    const amounts = this.file.dimensions.map(() => 0);
    for (const [name, amount] of Object.entries(named)) amounts[this.dimension(name, [...path, name])] = amount;
    return amounts;
  }

  bits(names: readonly string[], path: Path): number {
    const bits = names.reduce((sum, name) => sum | (1 << numberOf(this.abilities, name)), 0);
    if (this.abilities.length > MOST_CAPABILITIES)
      this.report("route.capabilities", path, `There are more than ${MOST_CAPABILITIES} capabilities.`, "Join some.");
    return bits;
  }

  perDay(length: number, path: Path): void {
    const { days } = this.file;
    if (length !== days)
      this.report("route.days", path, `There are ${length} entries for ${days} days.`, "Give one per day.");
  }

  hours({ windows, dailyWindows }: Hours, path: Path): TimeWindow[][] {
    if (windows !== undefined && dailyWindows !== undefined)
      this.report(
        "route.days",
        [...path, "dailyWindows"],
        "Both windows and dailyWindows are given.",
        "Give one of them.",
      );
    if (windows !== undefined) this.perDay(windows.length, [...path, "windows"]);
    const every = dailyWindows?.map(toWindow) ?? [ALWAYS];
    return windows?.map((list) => list.map(toWindow)) ?? Array.from({ length: this.file.days }, () => every);
  }

  matrix(rows: readonly (readonly number[])[], path: Path): Float64Array {
    const n = this.file.locations.length;
    const wrong = rows.findIndex((row) => row.length !== n);
    if (rows.length !== n || wrong >= 0) {
      const cause =
        rows.length !== n ? `There are ${rows.length} rows` : `Row ${wrong + 1} has ${rows[wrong]!.length} entries`;
      this.report("route.matrix", path, `${cause} for ${n} locations.`, "Give one row and column per location.");
    }
    return Float64Array.from(rows.flat());
  }
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}
