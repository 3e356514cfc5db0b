/** Finds everything that is wrong with a routing problem before any of it is solved. */
import type { Problem } from "../../domain/problem.ts";
import { InputError } from "../../domain/problem.ts";
import type { Client, Plane, RoutingProblem, TimeWindow, Vehicle } from "../../domain/routing/problem.ts";
import { fitsTimed } from "./timed/instance.ts";
import { asLandfill, hasDayRules } from "./landfill/fromProblem.ts";
import { FACILITIES_PER_MATERIAL } from "./model.ts";
import { checkContainers } from "./validateContainers.ts";
import { checkDispatch, type Report } from "./validateDispatch.ts";
import { checkPrecedence } from "./validatePrecedence.ts";
import { MOST_DAYS } from "./visits.ts";

const OPTIONAL_AMOUNTS = [
  "tollCentsPerKm",
  "tollShare",
  "normalSeconds",
  "overtimeCentsPerHour",
  "maxDurationSeconds",
  "maxDistanceMetres",
] as const;

/** All structural faults at once; an empty list means that `solve` takes the problem. */
export function validateProblem(problem: RoutingProblem): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (code, id, field, cause, action) => {
    problems.push({ code, severity: "error", place: { id, field }, cause, action });
  };
  checkFrame(problem, report);
  problem.clients.forEach((_, index) => checkClient(problem, index, report));
  problem.facilities.forEach((_, index) => checkFacility(problem, index, report));
  problem.vehicles.forEach((_, index) => checkVehicle(problem, index, report));
  checkFacilityCounts(problem, report);
  if (problems.length === 0) checkReleases(problem, report);
  if (problems.length === 0) checkDayRulesAlone(problem, report);
  checkDispatch(problem, report);
  checkPrecedence(problem, report);
  checkContainers(problem, report);
  return problems;
}

/** Throws `InputError` with the whole list when the problem is malformed. */
export function assertValid(problem: RoutingProblem): void {
  const problems = validateProblem(problem);
  if (problems.length > 0) throw new InputError(problems);
}

function checkFrame(problem: RoutingProblem, report: Report): void {
  const { locationCount, days, dimensions, profiles } = problem;
  if (!isCount(locationCount)) {
    report(
      "badCount",
      "problem",
      "locationCount",
      `There are ${locationCount} locations.`,
      "Give a whole number of at least 1.",
    );
  }
  if (!isCount(days))
    report("badCount", "problem", "days", `There are ${days} days.`, "Give a whole number of at least 1.");
  if (dimensions.length === 0) {
    report("noDimension", "problem", "dimensions", "There is no load dimension.", "Name at least one, for example kg.");
  }
  profiles.forEach((profile, index) => {
    const id = `profile ${index}`;
    if (profile.plane !== undefined) checkPlane(profile.plane, id, locationCount, report);
    for (const field of ["distanceMetres", "durationSeconds", "tollMetres"] as const) {
      const matrix = profile[field];
      if (matrix === undefined || (profile.plane !== undefined && matrix.length === 0)) continue;
      if (matrix.length !== locationCount * locationCount) {
        const cause = `The matrix has ${matrix.length} entries, but ${locationCount} locations need ${locationCount * locationCount}.`;
        report("matrixSize", id, field, cause, "Give one entry for every ordered pair of locations.");
        continue;
      }
      const wrong = matrix.findIndex((value) => !isAmount(value));
      if (wrong < 0) continue;
      const pair = `${Math.floor(wrong / locationCount)} to ${wrong % locationCount}`;
      report("badTravel", id, field, `Going from ${pair} is ${matrix[wrong]}.`, "Give a finite number of at least 0.");
    }
  });
}

function checkPlane({ x, y }: Plane, id: string, locationCount: number, report: Report): void {
  if (x.length === locationCount && y.length === locationCount && [x, y].every((axis) => axis.every(Number.isFinite)))
    return;
  const cause = `There are ${x.length} and ${y.length} coordinates, or some are not finite; ${locationCount} locations need one pair each.`;
  report("badPlane", id, "plane", cause, "Give one finite x and y per location.");
}

function checkClient(problem: RoutingProblem, index: number, report: Report): void {
  const client = problem.clients[index]!;
  const id = `client ${index}`;
  checkLocation(problem, id, "location", client.location, report);
  checkAmounts(problem, id, "load", client.load, report);
  checkAmount(id, "serviceSeconds", client.serviceSeconds, report);
  checkWindows(problem, id, client.windows, report);
  if (client.prizeCents !== null) checkAmount(id, "prizeCents", client.prizeCents, report);
  checkDaySets(problem, id, client.daySets, report);
  if (client.releaseSeconds !== undefined) checkAmount(id, "releaseSeconds", client.releaseSeconds, report);
  const count = problem.facilities.length;
  for (const facility of client.facilities) {
    if (Number.isInteger(facility) && facility >= 0 && facility < count) continue;
    report(
      "unknownFacility",
      id,
      "facilities",
      `Facility ${facility} does not exist.`,
      `Use an index from 0 to ${count - 1}.`,
    );
  }
}

function checkDaySets(problem: RoutingProblem, id: string, sets: Client["daySets"], report: Report): void {
  if (sets === undefined) return;
  if (sets.length === 0) {
    report("noDaySet", id, "daySets", "No set of days is allowed.", "Give at least one, or leave the field out.");
  }
  if (problem.days > MOST_DAYS) {
    const cause = `There are ${problem.days} days; with day sets ${MOST_DAYS} are the most.`;
    report("tooManyDays", "problem", "days", cause, "Plan a shorter horizon.");
  }
  sets.forEach((days, k) => {
    const isDay = (day: number): boolean => Number.isInteger(day) && day >= 0 && day < problem.days;
    const ascends = days.every((day, i) => i === 0 || days[i - 1]! < day);
    if (days.length > 0 && ascends && days.every(isDay)) return;
    const cause = `It holds ${days.length === 0 ? "no day" : days.join(", ")}.`;
    report("badDaySet", id, `daySets[${k}]`, cause, `Give days from 0 to ${problem.days - 1}, ascending, each once.`);
  });
}

function checkFacility(problem: RoutingProblem, index: number, report: Report): void {
  const facility = problem.facilities[index]!;
  const id = `facility ${index}`;
  checkLocation(problem, id, "location", facility.location, report);
  checkAmount(id, "unloadSeconds", facility.unloadSeconds, report);
  checkWindows(problem, id, facility.windows, report);
  if (facility.capacityPerDay !== null) checkAmount(id, "capacityPerDay", facility.capacityPerDay, report);
  (facility.gatePrices ?? []).forEach((price, k) => {
    checkAmount(id, `gatePrices[${k}].centsPerUnit`, price.centsPerUnit, report);
    if (problem.dimensions[price.dimension] !== undefined) return;
    const cause = `Dimension ${price.dimension} does not exist.`;
    report("unknownDimension", id, `gatePrices[${k}].dimension`, cause, "Use an index of the dimensions.");
  });
}

function checkVehicle(problem: RoutingProblem, index: number, report: Report): void {
  const vehicle = problem.vehicles[index]!;
  const id = `vehicle ${index}`;
  checkLocation(problem, id, "startLocation", vehicle.startLocation, report);
  checkLocation(problem, id, "endLocation", vehicle.endLocation, report);
  checkAmounts(problem, id, "capacity", vehicle.capacity, report);
  for (const field of ["fixedCents", "centsPerKm", "centsPerHour"] as const)
    checkAmount(id, field, vehicle[field], report);
  for (const field of OPTIONAL_AMOUNTS) {
    const value = vehicle[field];
    if (value !== undefined) checkAmount(id, field, value, report);
  }
  const { tollShare = 0, overtimeCentsPerHour = 0, normalSeconds } = vehicle;
  if (tollShare > 1)
    report("badShare", id, "tollShare", `The share is ${tollShare}.`, "Give a part of the way, from 0 to 1.");
  if (overtimeCentsPerHour > 0 && normalSeconds === undefined) {
    const cause = "Overtime has a price, but nothing says when it begins.";
    report("noNormalTime", id, "normalSeconds", cause, "Give normalSeconds, the length of a normal shift.");
  }
  if (vehicle.maxDrivingSeconds !== null) checkAmount(id, "maxDrivingSeconds", vehicle.maxDrivingSeconds, report);
  if (vehicle.breakRule !== null) {
    checkAmount(id, "breakRule.drivingSeconds", vehicle.breakRule.drivingSeconds, report);
    checkAmount(id, "breakRule.breakSeconds", vehicle.breakRule.breakSeconds, report);
    for (const part of vehicle.breakRule.split ?? []) checkAmount(id, "breakRule.split", part, report);
  }
  checkDayRules(id, vehicle, report);
  if (problem.profiles[vehicle.profile] === undefined) {
    report(
      "unknownProfile",
      id,
      "profile",
      `Profile ${vehicle.profile} does not exist.`,
      `Use an index below ${problem.profiles.length}.`,
    );
  }
  if (vehicle.shifts.length !== problem.days) {
    const cause = `There are ${vehicle.shifts.length} shifts for ${problem.days} days.`;
    report("dayCount", id, "shifts", cause, "Give one shift, or null for a day off, per day.");
  }
  vehicle.shifts.forEach((shift, day) => {
    if (shift !== null) checkWindow(id, `shifts[${day}]`, shift, report);
  });
}

/** Releases are planned by the fast path for time windows alone. */
function checkReleases(problem: RoutingProblem, report: Report): void {
  const client = problem.clients.findIndex((one) => (one.releaseSeconds ?? 0) > 0);
  if (client < 0 || fitsTimed(problem)) return;
  const cause = "Releases are planned for equal vehicles of one depot only, one window a client, and distance priced.";
  report("releaseUnsupported", `client ${client}`, "releaseSeconds", cause, "Plan it from the hour of its release on.");
}

/** Lunch and daily caps are planned by an engine of their own. */
function checkDayRulesAlone(problem: RoutingProblem, report: Report): void {
  const refusal = hasDayRules(problem) ? asLandfill(problem) : null;
  if (typeof refusal !== "string") return;
  const cause = `Lunch and daily caps are planned by an engine that does not know everything asked for: ${refusal}`;
  report("dayRulesAlone", "problem", "vehicles", cause, "Leave out lunch and daily caps, or what is named here.");
}

function checkDayRules(id: string, { lunch, maxStops, maxLoadPerDay }: Vehicle, report: Report): void {
  if (lunch !== undefined) {
    checkWindow(id, "lunch", lunch, report);
    checkAmount(id, "lunch.seconds", lunch.seconds, report);
  }
  if (maxLoadPerDay !== undefined) checkAmount(id, "maxLoadPerDay", maxLoadPerDay, report);
  if (maxStops !== undefined && !isCount(maxStops)) {
    report("badCount", id, "maxStops", `The limit is ${maxStops} stops.`, "Give a whole number of at least 1.");
  }
}

function checkFacilityCounts(problem: RoutingProblem, report: Report): void {
  const byMaterial = new Map<number, Set<number>>();
  for (const client of problem.clients) {
    const known = byMaterial.get(client.material) ?? new Set<number>();
    for (const facility of client.facilities) known.add(facility);
    byMaterial.set(client.material, known);
  }
  for (const [material, facilities] of byMaterial) {
    if (facilities.size <= FACILITIES_PER_MATERIAL) continue;
    const cause = `${facilities.size} facilities take material ${material}; the solver chooses among ${FACILITIES_PER_MATERIAL} at most.`;
    report("tooManyFacilities", `material ${material}`, "facilities", cause, "Leave out the facilities farthest away.");
  }
}

function checkLocation(problem: RoutingProblem, id: string, field: string, location: number, report: Report): void {
  if (Number.isInteger(location) && location >= 0 && location < problem.locationCount) return;
  report(
    "unknownLocation",
    id,
    field,
    `Location ${location} does not exist.`,
    `Use an index below ${problem.locationCount}.`,
  );
}

function checkAmounts(
  problem: RoutingProblem,
  id: string,
  field: string,
  amounts: readonly number[],
  report: Report,
): void {
  if (amounts.length !== problem.dimensions.length) {
    const cause = `There are ${amounts.length} amounts for ${problem.dimensions.length} dimensions.`;
    report("dimensionCount", id, field, cause, "Give one amount per dimension.");
  }
  for (const amount of amounts) checkAmount(id, field, amount, report);
}

function checkAmount(id: string, field: string, amount: number, report: Report): void {
  if (isAmount(amount)) return;
  report("badAmount", id, field, `The value is ${amount}.`, "Give a finite number of at least 0.");
}

function checkWindows(
  problem: RoutingProblem,
  id: string,
  windows: readonly (readonly TimeWindow[])[],
  report: Report,
): void {
  if (windows.length !== problem.days) {
    const cause = `There are windows for ${windows.length} of ${problem.days} days.`;
    report("dayCount", id, "windows", cause, "Give one list of windows per day; an empty list closes the day.");
  }
  windows.forEach((list, day) => list.forEach((window) => checkWindow(id, `windows[${day}]`, window, report)));
}

function checkWindow(id: string, field: string, window: TimeWindow, report: Report): void {
  const { earliest, latest } = window;
  if (Number.isFinite(earliest) && Number.isFinite(latest) && earliest <= latest) return;
  report(
    "badWindow",
    id,
    field,
    `It opens at ${earliest} and closes at ${latest}.`,
    "Give finite seconds, the earlier one first.",
  );
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
