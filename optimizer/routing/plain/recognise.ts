/** Recognises the plain problem among the rich ones and lays it out for the fast path. */
import type { Client, RoutingProblem, Vehicle } from "../../../domain/routing/problem.ts";
import { hasMoreLines } from "../rates.ts";
import type { Plain, VehicleTypes } from "./instance.ts";
import { clientOrder } from "./order.ts";
import { layOutTravel, longestLeg } from "./travel.ts";

/** What the fast path reads. A field that is not here, and is used, is a rule that it does not know. */
const PROBLEM_FIELDS = ["locationCount", "days", "dimensions", "profiles", "clients", "facilities", "vehicles"];
const CLIENT_FIELDS = [
  "location",
  "load",
  "serviceSeconds",
  "windows",
  "capabilities",
  "material",
  "facilities",
  "prizeCents",
];
const VEHICLE_FIELDS = [
  ...["startLocation", "endLocation", "shifts", "capacity", "capabilities", "profile"],
  ...["fixedCents", "centsPerKm", "centsPerHour", "maxDrivingSeconds", "breakRule"],
];

function usesOnly(part: object, fields: readonly string[]): boolean {
  return Object.entries(part).every(([field, value]) => fields.includes(field) || isUnused(value));
}

function isUnused(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** `null` when the problem asks for more than the fast path knows. */
export function asPlain(problem: RoutingProblem): Plain | null {
  const { vehicles, clients } = problem;
  const [first] = vehicles;
  if (problem.days !== 1 || problem.dimensions.length !== 1 || first === undefined || clients.length === 0) return null;
  if (!usesOnly(problem, PROBLEM_FIELDS)) return null;
  if (first.centsPerKm === 0 && first.centsPerHour === 0) return null;
  if (!vehicles.every((vehicle) => isPlainVehicle(vehicle, first) && !hasMoreLines(problem, vehicle))) return null;
  const service = clients.some((client) => client.serviceSeconds > 0);
  if (service && vehicles.some((vehicle) => vehicle.centsPerHour !== first.centsPerHour)) return null;
  if (service && vehicles.some((vehicle) => vehicle.maxDrivingSeconds !== null)) return null;
  const capacity = Math.max(...vehicles.map((vehicle) => vehicle.capacity[0]!));
  if (!clients.every((client) => isPlainClient(client, vehicles, capacity))) return null;
  const longest = longestTour(problem, first);
  if (!windowsAreOpen(problem, longest)) return null;
  return layOut(problem, first, longest);
}

function isPlainVehicle(vehicle: Vehicle, first: Vehicle): boolean {
  return (
    usesOnly(vehicle, VEHICLE_FIELDS) &&
    vehicle.startLocation === vehicle.endLocation &&
    vehicle.shifts[0] !== null &&
    vehicle.profile === first.profile &&
    vehicle.breakRule === null &&
    vehicle.centsPerKm * first.centsPerHour === vehicle.centsPerHour * first.centsPerKm
  );
}

function isPlainClient(client: Client, vehicles: readonly Vehicle[], capacity: number): boolean {
  return (
    usesOnly(client, CLIENT_FIELDS) &&
    client.facilities.length === 0 &&
    client.prizeCents === null &&
    client.material === 0 &&
    client.load[0]! <= capacity &&
    vehicles.every((vehicle) => (client.capabilities & ~vehicle.capabilities) === 0)
  );
}

/** An upper bound on the time of one vehicle that visits everyone. */
function longestTour(problem: RoutingProblem, first: Vehicle): number {
  const longest = longestLeg(problem.profiles[first.profile]!);
  return problem.clients.reduce((sum, client) => sum + longest + client.serviceSeconds, longest);
}

/** True when every client may be served at any moment at which any vehicle can be there. */
function windowsAreOpen(problem: RoutingProblem, longest: number): boolean {
  const shifts = problem.vehicles.map((vehicle) => vehicle.shifts[0]!);
  const opening = Math.min(...shifts.map((shift) => shift.earliest));
  const closing = Math.max(...shifts.map((shift) => Math.min(shift.latest, shift.earliest + longest)));
  return problem.clients.every((client) =>
    client.windows[0]!.some((window) => window.earliest <= opening && window.latest >= closing),
  );
}

function layOut(problem: RoutingProblem, first: Vehicle, longest: number): Plain {
  const places = [...new Set(problem.vehicles.map((vehicle) => vehicle.startLocation))];
  const depots = places.length;
  const { plane } = problem.profiles[first.profile]!;
  const order = clientOrder(
    plane,
    problem.clients.map((client) => client.location),
  );
  const clients = Array.from(order, (index) => problem.clients[index]!);
  const locations = Int32Array.from([...places, ...clients.map((client) => client.location)]);
  const { arcs, span, scale } = layOutTravel(problem, first, locations);
  const types = vehicleTypes(problem, places, first, scale, longest);
  const serviceSeconds = problem.clients.reduce((sum, client) => sum + client.serviceSeconds, 0);
  const perClient = (value: (client: Client) => number): Float64Array =>
    Float64Array.from(locations, (_, node) => (node < depots ? 0 : value(clients[node - depots]!)));
  return {
    depots,
    clients: order,
    nodes: locations.length,
    types,
    mixed: isMixed(types),
    demand: perClient((client) => client.load[0]!),
    arcs,
    span: types.limit.every((limit) => limit === Number.POSITIVE_INFINITY) ? null : span,
    service: perClient((client) => client.serviceSeconds),
    scale,
    constant: ((serviceSeconds * first.centsPerHour) / 3600) * scale,
  };
}

function vehicleTypes(
  problem: RoutingProblem,
  places: readonly number[],
  first: Vehicle,
  scale: number,
  longest: number,
): VehicleTypes {
  const groups = new Map<string, number[]>();
  problem.vehicles.forEach((vehicle, index) => {
    const { startLocation, capacity, fixedCents, centsPerKm, centsPerHour } = vehicle;
    const key = [startLocation, capacity[0], fixedCents, centsPerKm, centsPerHour, limitOf(vehicle, longest)].join("|");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  const vehicles = [...groups.values()];
  const each = vehicles.map(([index]) => problem.vehicles[index!]!);
  const rate = (vehicle: Vehicle): number =>
    first.centsPerKm > 0 ? vehicle.centsPerKm / first.centsPerKm : vehicle.centsPerHour / first.centsPerHour;
  return {
    depot: Int32Array.from(each, (vehicle) => places.indexOf(vehicle.startLocation)),
    count: Int32Array.from(vehicles, (group) => group.length),
    capacity: Float64Array.from(each, (vehicle) => vehicle.capacity[0]!),
    fixed: Float64Array.from(each, (vehicle) => vehicle.fixedCents * scale),
    rate: Float64Array.from(each, rate),
    limit: Float64Array.from(each, (vehicle) => limitOf(vehicle, longest)),
    vehicles,
  };
}

/** Windows are open and nobody waits, so the shift limits the time under way and nothing else. */
function limitOf(vehicle: Vehicle, longest: number): number {
  const shift = vehicle.shifts[0]!;
  const limit = Math.min(shift.latest - shift.earliest, vehicle.maxDrivingSeconds ?? Number.POSITIVE_INFINITY);
  return limit >= longest ? Number.POSITIVE_INFINITY : limit;
}

function isMixed(types: VehicleTypes): boolean {
  const depots = new Set(types.depot);
  return depots.size < types.depot.length || types.rate.some((rate) => rate !== 1);
}
