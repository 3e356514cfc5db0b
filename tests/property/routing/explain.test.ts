/** Reasons, removal gains and hand-made tours against trying everything, and against the independent checker. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem, TimeWindow } from "../../../domain/routing/problem.ts";
import type { RoutingSolution, UnservedReason } from "../../../domain/routing/solution.ts";
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { ViolationCode } from "../../../domain/routing/violation.ts";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { LIMITS, relax } from "../../../optimizer/routing/explain/relax.ts";
import {
  boardOf,
  explain,
  judgePlan,
  makeMove,
  priceMove,
  removalGains,
  solve,
} from "../../../optimizer/routing/index.ts";
import { cheapestInOrder } from "../../unit/optimizer/routing/bruteForce.ts";
import { numbers, richProblem, type Shape } from "../../unit/optimizer/routing/instances.ts";

const SHAPES: readonly Shape[] = [
  { clients: 6, vehicles: 1, optional: 0.6, windows: 0.6, limitedFacilities: true },
  { clients: 7, vehicles: 2, facilities: 2, optional: 0.8, classical: 0.2, limitedFacilities: false },
  { clients: 6, vehicles: 1, days: 2, optional: 0.5, windows: 0.7, limitedFacilities: false },
];

function cases(count: number): { seed: number; problem: RoutingProblem; solution: RoutingSolution }[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = i + 1;
    const problem = richProblem(seed, SHAPES[i % SHAPES.length]!);
    return { seed, problem, solution: solve(problem, { seed, iterations: 30 }).solution };
  });
}

const CASES = cases(60);

/** What each facility still takes on a day, the routes of `except` not counted. */
function roomOn(problem: RoutingProblem, solution: RoutingSolution, day: number, except: number): number[] {
  const room = problem.facilities.map((facility) => facility.capacityPerDay ?? Number.POSITIVE_INFINITY);
  for (const route of solution.routes) {
    if (route.day !== day || route.vehicle === except) continue;
    let aboard = 0;
    for (const { kind, index } of route.stops) {
      if (kind === "client") aboard += problem.clients[index]!.load[0]!;
      if (kind !== "facility") continue;
      room[index]! -= aboard;
      aboard = 0;
    }
  }
  return room;
}

function orderOf(solution: RoutingSolution, vehicle: number, day: number): number[] {
  const route = solution.routes.find((each) => each.vehicle === vehicle && each.day === day);
  return route?.stops.flatMap(({ kind, index }) => (kind === "client" ? [index] : [])) ?? [];
}

/** Every place of `client` in every vehicle-day: cents more, or null where `problem` does not allow it. */
function insertions(problem: RoutingProblem, solution: RoutingSolution, client: number): Map<string, number> {
  const found = new Map<string, number>();
  problem.vehicles.forEach((vehicle, v) => {
    for (let day = 0; day < problem.days; day++) {
      const order = orderOf(solution, v, day);
      const base = solution.routes.find((route) => route.vehicle === v && route.day === day)?.costCents ?? 0;
      for (let position = 0; position <= order.length; position++) {
        const room = roomOn(problem, solution, day, v);
        const cents = cheapestInOrder(problem, vehicle, day, order.toSpliced(position, 0, client), room);
        if (cents !== null) found.set(`${v}/${day}/${position}`, cents - base);
      }
    }
  });
  return found;
}

/** The problem with the one limit that a reason names raised to what it says is needed. */
function raised(problem: RoutingProblem, { client, code, needed, unit, insertion }: UnservedReason): RoutingProblem {
  const { vehicle: v, day } = insertion!;
  const open = (windows: readonly (readonly TimeWindow[])[]): TimeWindow[][] =>
    windows.map((list, d) => (d !== day ? [...list] : [...list, { earliest: needed, latest: needed }]));
  const change = <T>(list: readonly T[], at: number, to: (item: T) => T): T[] =>
    list.map((item, i) => (i === at ? to(item) : item));
  const ofVehicle = (to: (vehicle: RoutingProblem["vehicles"][number]) => RoutingProblem["vehicles"][number]) => ({
    ...problem,
    vehicles: change(problem.vehicles, v, to),
  });
  switch (code) {
    case "capability":
      return ofVehicle((each) => ({ ...each, capabilities: each.capabilities | needed }));
    case "capacity":
      return ofVehicle((each) => ({
        ...each,
        capacity: change(each.capacity, problem.dimensions.indexOf(unit), () => needed),
      }));
    case "shift":
      return ofVehicle((each) => ({
        ...each,
        shifts: change(each.shifts, day, (shift) => ({ earliest: shift!.earliest, latest: needed })),
      }));
    case "driving":
      return ofVehicle((each) => ({ ...each, maxDrivingSeconds: needed }));
    case "breakLeg":
      return ofVehicle((each) => ({ ...each, breakRule: { ...each.breakRule!, drivingSeconds: needed } }));
    case "window":
      return { ...problem, clients: change(problem.clients, client, (c) => ({ ...c, windows: open(c.windows) })) };
    case "closed":
      return {
        ...problem,
        clients: change(problem.clients, client, (c) => ({
          ...c,
          windows: change(c.windows, day, () => [{ earliest: 0, latest: 86_400 }]),
        })),
      };
    case "facilityClosed":
      return { ...problem, facilities: problem.facilities.map((f) => ({ ...f, windows: open(f.windows) })) };
    case "facilityCapacity":
      return {
        ...problem,
        facilities: problem.facilities.map((f) => ({
          ...f,
          capacityPerDay: f.capacityPerDay === null ? null : Math.max(f.capacityPerDay, needed),
        })),
      };
    default:
      throw new Error(`No limit to raise for ${code}.`);
  }
}

describe("the reason of an unserved client", () => {
  it("is the price of the cheapest insertion that trying everything finds, wherever there is one", () => {
    let priced = 0;
    for (const { problem, solution } of CASES) {
      for (const reason of explain(problem, solution)) {
        const possible = insertions(problem, solution, reason.client);
        expect(reason.code === "price").toBe(possible.size > 0);
        if (reason.code !== "price") continue;
        const { vehicle, day, position, priceCents } = reason.insertion!;
        expect(reason.needed).toBe(Math.min(...possible.values()));
        expect(possible.get(`${vehicle}/${day}/${position}`)).toBe(priceCents);
        priced++;
      }
    }
    expect(priced).toBeGreaterThan(10);
  });

  it("names a limit which, raised to what is needed and no more, lets the client in where it says", () => {
    const seen = new Map<string, number>();
    for (const { problem, solution } of CASES) {
      for (const reason of explain(problem, solution)) {
        if (reason.code === "price" || reason.code === "noVehicle") continue;
        const { vehicle, day, position } = reason.insertion!;
        expect(reason.needed).toBeGreaterThan(reason.limit);
        const single = LIMITS.some(
          (limit) => insertions(relax(problem, [limit], solution.unserved), solution, reason.client).size > 0,
        );
        if (!single) continue;
        expect(reason.violation).toMatchObject({ code: reason.code, vehicle, day });
        const possible = insertions(raised(problem, reason), solution, reason.client);
        expect([...possible.keys()]).toContain(`${vehicle}/${day}/${position}`);
        seen.set(reason.code, (seen.get(reason.code) ?? 0) + 1);
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(5);
  });
});

describe("the removal gain of a stop", () => {
  it("is the cost of the route less that of the cheapest one without it", () => {
    let gains = 0;
    let exact = 0;
    for (const { problem, solution } of CASES) {
      removalGains(problem, solution).forEach((list, k) => {
        const { vehicle, day, costCents } = solution.routes[k]!;
        const order = orderOf(solution, vehicle, day);
        expect(list.map(({ client }) => client)).toEqual(order);
        for (const { client, cents } of list) {
          const rest = order.filter((each) => each !== client);
          const room = roomOn(problem, solution, day, vehicle);
          const without = cheapestInOrder(problem, problem.vehicles[vehicle]!, day, rest, room);
          const best = without === null ? null : costCents - without;
          // The placement is a heuristic where waiting or a facility's limit decides: it may miss a cheaper unloading.
          expect(cents ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(best ?? Number.NEGATIVE_INFINITY);
          if (cents === best) exact++;
          gains++;
        }
      });
    }
    expect(gains).toBeGreaterThan(100);
    expect(exact / gains).toBeGreaterThan(0.98);
  });
});

/** Which finding of the checker says the same. */
const CHECKER: Readonly<Record<ViolationCode, string>> = {
  vehicleTwice: "check.route.vehicleTwice",
  clientTwice: "check.route.clientTwice",
  clientLost: "check.route.required",
  dayOff: "check.route.dayOff",
  capability: "check.route.capability",
  capacity: "check.route.capacity",
  material: "check.route.material",
  facilityRefused: "check.route.facility",
  notEmpty: "check.route.notEmpty",
  closed: "check.route.window",
  window: "check.route.window",
  facilityClosed: "check.route.window",
  facilityCapacity: "check.route.facilityCapacity",
  breakLeg: "check.route.breakMissing",
  driving: "check.route.maxDriving",
  shift: "check.route.shift",
};

/** Clients dealt out to vehicle-days at random, some twice, some not; every other tour with facilities of its own. */
function randomTours(problem: RoutingProblem, seed: number): HandTour[] {
  const next = numbers(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const tours = Array.from({ length: 1 + below(3) }, () => ({
    vehicle: below(problem.vehicles.length),
    day: below(problem.days),
    stops: [] as PlannedStop[],
  }));
  problem.clients.forEach((_, index) => {
    const copies = next() < 0.1 ? 0 : next() < 0.05 ? 2 : 1;
    for (let i = 0; i < copies; i++) {
      const { stops } = tours[below(tours.length)]!;
      stops.splice(below(stops.length + 1), 0, { kind: "client", index });
    }
  });
  tours.forEach(({ stops }, k) => {
    if (k % 2 === 0) return;
    for (let i = 0; i < 2; i++)
      stops.splice(1 + below(stops.length), 0, { kind: "facility", index: below(problem.facilities.length) });
  });
  return tours.filter(({ stops }) => stops.some(({ kind }) => kind === "client"));
}

describe("a plan made by hand", () => {
  it("breaks exactly the rules that the independent checker finds broken, and is timed and priced rightly", () => {
    const seen = new Set<ViolationCode>();
    for (let seed = 1; seed <= 250; seed++) {
      const problem = richProblem(seed, SHAPES[seed % SHAPES.length]!);
      const nothing = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };
      const plan = judgePlan(problem, randomTours(problem, seed), nothing);
      const routes = plan.tours.map(({ route }) => route);
      const findings = checkRoutes(problem, { ...plan, routes });
      const told = new Set(plan.violations.map(({ code }) => CHECKER[code]));
      expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual([...told].sort());
      for (const { code, limit, needed } of plan.violations) {
        seen.add(code);
        if (code !== "capability") expect(needed).toBeGreaterThan(limit);
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(CHECKER).sort());
  });

  it("is timed, priced and unloaded as trying everything would, wherever its order can be driven at all", () => {
    let driven = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const problem = richProblem(seed, { ...SHAPES[seed % SHAPES.length]!, limitedFacilities: false });
      const next = numbers(seed);
      const clients = problem.clients.map((_, index) => index).filter(() => next() < 0.5);
      const vehicle = problem.vehicles[0]!;
      const room = problem.facilities.map(() => Number.POSITIVE_INFINITY);
      const cents = clients.length === 0 ? null : cheapestInOrder(problem, vehicle, 0, clients, room);
      const tour = { vehicle: 0, day: 0, stops: clients.map((index) => ({ kind: "client" as const, index })) };
      const nothing = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };
      const { tours } = judgePlan(problem, [tour], nothing);
      if (clients.length > 0) expect(tours[0]!.violations.length === 0).toBe(cents !== null);
      if (cents === null) continue;
      expect(tours[0]!.route.costCents).toBe(cents);
      driven++;
    }
    expect(driven).toBeGreaterThan(50);
  });

  it("is the solver's own plan, without a violation and at the same price, when that is handed back", () => {
    for (const { problem, solution } of CASES) {
      const tours = solution.routes.map(({ vehicle, day, stops }) => ({
        vehicle,
        day,
        stops: stops.flatMap(({ kind, index }) => (kind === "break" ? [] : [{ kind, index }])),
      }));
      const plan = judgePlan(problem, tours, solution);
      expect(plan.tours.map(({ route }) => route)).toEqual(solution.routes);
      expect(plan.overOptimumCents).toBe(0);
      expect(plan.violations.filter(({ code }) => code !== "clientLost")).toEqual([]);
    }
  });
});

describe("the price of a move", () => {
  it("equals the difference of both plans judged as a whole, violations included", () => {
    let moves = 0;
    for (const { seed, problem, solution } of CASES) {
      const next = numbers(seed);
      const board = boardOf(problem, solution);
      for (let i = 0; i < 4; i++) {
        const client = Math.floor(next() * problem.clients.length);
        const vehicle = Math.floor(next() * problem.vehicles.length);
        const day = Math.floor(next() * problem.days);
        const rest = orderOf(solution, vehicle, day).filter((each) => each !== client);
        const to = next() < 0.2 ? null : { vehicle, day, position: Math.floor(next() * (rest.length + 1)) };
        const move = { client, to };
        const { deltaCents, tours, violations } = priceMove(board, move);
        const touched = new Set(tours.map(({ route }) => `${route.vehicle}/${route.day}`));
        const before = judgePlan(problem, board.tours, solution);
        const after = judgePlan(problem, makeMove(board, move).tours, solution);
        expect(deltaCents).toBe(after.objectiveCents - before.objectiveCents);
        const onTouched = after.violations.filter((each) => touched.has(`${each.vehicle}/${each.day}`));
        expect(violations).toEqual(expect.arrayContaining(onTouched));
        moves++;
      }
    }
    expect(moves).toBe(4 * CASES.length);
  });
});
