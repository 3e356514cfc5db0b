/**
 * The optimum of a tiny problem by trying everything: every assignment of clients to vehicle-days, every order, every
 * choice of facility between any two of them, every window of every stop. Breaks fall where the model puts them: before
 * the leg that would otherwise be too much. Shares no code with the solver.
 */
import type { RoutingProblem, TimeWindow, Vehicle } from "../../../../domain/routing/problem.ts";

interface Choice {
  readonly cents: number;
  /** First-dimension amount by facility, only where limited. */
  readonly tipped: readonly number[];
}

/** Least objective, a required client left out counting `penalty`. */
export function bruteForce(problem: RoutingProblem, penalty: number): number {
  const n = problem.clients.length;
  const slots: { vehicle: Vehicle; day: number; choices: Choice[][] }[] = [];
  for (const vehicle of problem.vehicles) {
    for (let day = 0; day < problem.days; day++) {
      const choices = Array.from({ length: 1 << n }, (_, set) => routesOf(problem, vehicle, day, members(set, n)));
      slots.push({ vehicle, day, choices });
    }
  }
  const missed = (set: number): number =>
    members(set, n).reduce((sum, client) => sum + (problem.clients[client]!.prizeCents ?? penalty), 0);
  const everyone = (1 << n) - 1;
  const search = (slot: number, left: number, used: number[][]): number => {
    if (slot === slots.length) return missed(left);
    const { day, choices } = slots[slot]!;
    let best = search(slot + 1, left, used);
    for (let set = left; set > 0; set = (set - 1) & left) {
      for (const { cents, tipped } of choices[set]!) {
        const after = used.map((row, d) => (d === day ? row.map((amount, f) => amount + tipped[f]!) : row));
        const fits = problem.facilities.every(
          (f, i) => f.capacityPerDay === null || after[day]![i]! <= f.capacityPerDay,
        );
        if (fits) best = Math.min(best, cents + search(slot + 1, left & ~set, after));
      }
    }
    return best;
  };
  return search(
    0,
    everyone,
    Array.from({ length: problem.days }, () => problem.facilities.map(() => 0)),
  );
}

/** Least cents of one vehicle-day that serves `order` in this order; `null` when nothing allows it. */
export function cheapestInOrder(
  problem: RoutingProblem,
  vehicle: Vehicle,
  day: number,
  order: number[],
  room: readonly number[],
): number | null {
  const shift = vehicle.shifts[day]!;
  if (order.length === 0) return 0;
  if (shift === null || order.some((c) => (problem.clients[c]!.capabilities & ~vehicle.capabilities) !== 0))
    return null;
  let best: number | null = null;
  for (const stops of withFacilities(problem, vehicle, order)) {
    if (amounts(problem, stops).some((amount, f) => amount > room[f]!)) continue;
    const cents = price(problem, vehicle, day, shift, stops);
    if (cents !== null && (best === null || cents < best)) best = cents;
  }
  return best;
}

function members(set: number, n: number): number[] {
  return Array.from({ length: n }, (_, client) => client).filter((client) => (set & (1 << client)) !== 0);
}

/** For every pattern of amounts tipped the cheapest route that serves exactly `clients`. */
function routesOf(problem: RoutingProblem, vehicle: Vehicle, day: number, clients: number[]): Choice[] {
  const shift = vehicle.shifts[day]!;
  if (clients.length === 0 || shift === null) return [];
  if (clients.some((c) => (problem.clients[c]!.capabilities & ~vehicle.capabilities) !== 0)) return [];
  const best = new Map<string, Choice>();
  for (const order of permutations(clients)) {
    for (const stops of withFacilities(problem, vehicle, order)) {
      const cents = price(problem, vehicle, day, shift, stops);
      if (cents === null) continue;
      const tipped = amounts(problem, stops);
      const key = tipped.join(",");
      if (cents < (best.get(key)?.cents ?? Number.POSITIVE_INFINITY)) best.set(key, { cents, tipped });
    }
  }
  return [...best.values()];
}

function* permutations(items: number[]): Generator<number[]> {
  if (items.length <= 1) yield items;
  for (const [index, first] of items.entries()) {
    if (items.length <= 1) return;
    for (const rest of permutations(items.filter((_, i) => i !== index))) yield [first, ...rest];
  }
}

/** Clients as c >= 0, facilities as -1 - f; all sequences whose loads and materials are allowed. */
function* withFacilities(problem: RoutingProblem, vehicle: Vehicle, order: number[]): Generator<number[]> {
  const D = problem.dimensions.length;
  function* go(at: number, aboard: number[], stops: number[]): Generator<number[]> {
    if (aboard.length > 0) {
      for (let f = 0; f < problem.facilities.length; f++) {
        if (!aboard.every((c) => problem.clients[c]!.facilities.includes(f))) continue;
        yield* go(at, [], [...stops, -1 - f]);
      }
    }
    if (at === order.length) {
      if (aboard.every((c) => problem.clients[c]!.facilities.length === 0)) yield stops;
      return;
    }
    const now = [...aboard, order[at]!];
    const materials = new Set(now.map((c) => problem.clients[c]!.material));
    for (let d = 0; d < D; d++) {
      if (now.reduce((sum, c) => sum + problem.clients[c]!.load[d]!, 0) > vehicle.capacity[d]!) return;
    }
    if (materials.size === 1) yield* go(at + 1, now, [...stops, order[at]!]);
  }
  yield* go(0, [], []);
}

function amounts(problem: RoutingProblem, stops: number[]): number[] {
  const tipped = problem.facilities.map(() => 0);
  let aboard = 0;
  for (const stop of stops) {
    if (stop >= 0) aboard += problem.clients[stop]!.load[0]!;
    else {
      if (problem.facilities[-1 - stop]!.capacityPerDay !== null) tipped[-1 - stop]! += aboard;
      aboard = 0;
    }
  }
  return tipped;
}

function price(
  problem: RoutingProblem,
  vehicle: Vehicle,
  day: number,
  shift: TimeWindow,
  stops: number[],
): number | null {
  const profile = problem.profiles[vehicle.profile]!;
  const place = (stop: number) => (stop >= 0 ? problem.clients[stop]! : problem.facilities[-1 - stop]!);
  const seconds = (stop: number): number =>
    stop >= 0 ? problem.clients[stop]!.serviceSeconds : problem.facilities[-1 - stop]!.unloadSeconds;
  const legs: number[] = [];
  let metres = 0;
  let driving = 0;
  let since = 0;
  let at = vehicle.startLocation;
  for (const to of [...stops.map((stop) => place(stop).location), vehicle.endLocation]) {
    const leg = profile.durationSeconds[at * problem.locationCount + to]!;
    metres += profile.distanceMetres[at * problem.locationCount + to]!;
    driving += leg;
    let pause = 0;
    if (vehicle.breakRule !== null && since + leg > vehicle.breakRule.drivingSeconds) {
      if (leg > vehicle.breakRule.drivingSeconds) return null;
      pause = vehicle.breakRule.breakSeconds;
      since = 0;
    }
    since += leg;
    legs.push(leg + pause);
    at = to;
  }
  if (vehicle.maxDrivingSeconds !== null && driving > vehicle.maxDrivingSeconds) return null;
  const duration = shortest(
    stops.map((stop) => place(stop).windows[day]!),
    stops.map(seconds),
    legs,
    shift,
  );
  if (duration === null) return null;
  return (
    vehicle.fixedCents +
    Math.round((metres * vehicle.centsPerKm) / 1000) +
    Math.round((duration * vehicle.centsPerHour) / 3600)
  );
}

/** One window chosen a stop, the departure that meets its last moment, over all choices and all candidate departures. */
function shortest(
  windows: (readonly TimeWindow[])[],
  service: number[],
  legs: number[],
  shift: TimeWindow,
): number | null {
  // A best departure is the earliest one, or reaches some window's end (or the shift's) without any waiting before.
  const departures = [shift.earliest];
  let travel = 0;
  windows.forEach((list, i) => {
    travel += legs[i]!;
    for (const window of list) departures.push(window.latest - travel, window.earliest - travel);
    travel += service[i]!;
  });
  let best: number | null = null;
  for (const departure of departures) {
    if (departure < shift.earliest) continue;
    let time = departure;
    windows.forEach((list, i) => {
      time += legs[i]!;
      const starts = list.filter((w) => time <= w.latest).map((w) => Math.max(time, w.earliest));
      time = (starts.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...starts)) + service[i]!;
    });
    time += legs.at(-1)!;
    if (time > shift.latest) continue;
    if (best === null || time - departure < best) best = time - departure;
  }
  return best;
}
