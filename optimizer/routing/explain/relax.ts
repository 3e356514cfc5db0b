/** The same problem without one kind of limit, for finding out which limit keeps a client out. */
import type { Client, Facility, RoutingProblem, TimeWindow, Vehicle, Yard } from "../../../domain/routing/problem.ts";
import { MOST_SLOTS } from "../containers.ts";

/** In the order in which a plan that breaks several is blamed. */
export const LIMITS = [
  "frozen",
  "lock",
  "order",
  "precedence",
  "release",
  "capability",
  "closed",
  "slots",
  "spares",
  "capacity",
  "window",
  "facilityClosed",
  "facilityCapacity",
  "breakLeg",
  "driving",
  "duration",
  "distance",
  "shift",
] as const;
export type Limit = (typeof LIMITS)[number];

/** Those that a problem knows. */
export function limitsOf({ clients }: RoutingProblem): readonly Limit[] {
  if (clients.some(({ job }) => job !== undefined)) return LIMITS;
  return LIMITS.filter((limit) => limit !== "slots" && limit !== "spares");
}

/** Long enough for any tour, short enough to stay exact in sums. */
const LONG = 30 * 86_400;
const EVERYTHING = -1;

/** Lifts `limits`; locks, windows and opening days only of `clients`, because what is promised to the others stands. */
export function relax(problem: RoutingProblem, limits: readonly Limit[], clients: readonly number[]): RoutingProblem {
  const lifted = new Set<Limit>(limits);
  const freed = new Set(clients);
  const client = (c: Client, index: number): Client => (freed.has(index) ? relaxClient(c, lifted) : c);
  const facility = (f: Facility): Facility => ({
    ...f,
    windows: lifted.has("facilityClosed") ? f.windows.map((list) => late(list) ?? [ALWAYS]) : f.windows,
    capacityPerDay: lifted.has("facilityCapacity") ? null : f.capacityPerDay,
  });
  return {
    ...problem,
    ...(lifted.has("frozen") ? { frozenRoutes: [] } : {}),
    ...(lifted.has("order") ? { orderLocks: [] } : {}),
    ...(lifted.has("spares") && problem.yards !== undefined ? { yards: problem.yards.map(withoutLimit) } : {}),
    clients: problem.clients.map(client),
    facilities: problem.facilities.map(facility),
    vehicles: problem.vehicles.map((vehicle) => relaxVehicle(problem, vehicle, lifted)),
  };
}

function withoutLimit(yard: Yard): Yard {
  return { ...yard, sparesPerDay: yard.sparesPerDay.map(() => null) };
}

function relaxClient(client: Client, lifted: ReadonlySet<Limit>): Client {
  const { lock, after, releaseSeconds, ...rest } = client;
  const windows = client.windows.map((list) => clientWindows(list, lifted));
  return {
    ...rest,
    windows,
    ...(lock === undefined || lifted.has("lock") ? {} : { lock }),
    ...(after === undefined || lifted.has("precedence") ? {} : { after }),
    ...(releaseSeconds === undefined || lifted.has("release") ? {} : { releaseSeconds }),
  };
}

const ALWAYS: TimeWindow = { earliest: 0, latest: 2 * LONG };

/** What is served too early waits, as ever; only being late is forgiven. `null`: a closed day. */
function late(windows: readonly TimeWindow[]): TimeWindow[] | null {
  if (windows.length === 0) return null;
  const end = windows.reduce((latest, window) => Math.max(latest, window.latest), 0);
  return [...windows, { earliest: end, latest: 2 * LONG }];
}

function clientWindows(windows: readonly TimeWindow[], lifted: ReadonlySet<Limit>): readonly TimeWindow[] {
  if (windows.length === 0) return lifted.has("closed") ? [ALWAYS] : windows;
  return lifted.has("window") ? late(windows)! : windows;
}

function relaxVehicle(problem: RoutingProblem, vehicle: Vehicle, lifted: ReadonlySet<Limit>): Vehicle {
  const later = (shift: TimeWindow | null): TimeWindow | null =>
    shift === null ? null : { earliest: shift.earliest, latest: shift.latest + LONG };
  const { maxDurationSeconds, maxDistanceMetres, ...rest } = vehicle;
  return {
    ...rest,
    ...(maxDurationSeconds === undefined || lifted.has("duration") ? {} : { maxDurationSeconds }),
    ...(maxDistanceMetres === undefined || lifted.has("distance") ? {} : { maxDistanceMetres }),
    ...(lifted.has("slots") ? { slots: MOST_SLOTS } : {}),
    capabilities: lifted.has("capability") ? EVERYTHING : vehicle.capabilities,
    capacity: lifted.has("capacity") ? vehicle.capacity.map(() => Number.POSITIVE_INFINITY) : vehicle.capacity,
    shifts: lifted.has("shift") ? vehicle.shifts.map(later) : vehicle.shifts,
    maxDrivingSeconds: lifted.has("driving") ? null : vehicle.maxDrivingSeconds,
    breakRule: lifted.has("breakLeg") ? ruleForLongestLeg(problem, vehicle) : vehicle.breakRule,
  };
}

/** Breaks are still due, but never within a leg. */
function ruleForLongestLeg(problem: RoutingProblem, { breakRule, profile }: Vehicle): Vehicle["breakRule"] {
  if (breakRule === null) return null;
  let drivingSeconds = breakRule.drivingSeconds;
  for (const leg of problem.profiles[profile]!.durationSeconds) if (leg > drivingSeconds) drivingSeconds = leg;
  return { ...breakRule, drivingSeconds };
}
