/** Tours made by hand, and moves, against the independent checker and against trying everything. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { ViolationCode } from "../../../domain/routing/violation.ts";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { boardOf, judgePlan, makeMove, priceMove, solve } from "../../../optimizer/routing/index.ts";
import { cheapestInOrder } from "../../unit/optimizer/routing/bruteForce.ts";
import { numbers, richProblem, type Shape } from "../../unit/optimizer/routing/instances.ts";

import { spiced } from "../../unit/optimizer/routing/spice.ts";
const SHAPES: readonly Shape[] = [
  { clients: 6, vehicles: 1, optional: 0.6, windows: 0.6, limitedFacilities: true },
  { clients: 7, vehicles: 2, facilities: 2, optional: 0.8, classical: 0.2, limitedFacilities: false },
  { clients: 6, vehicles: 1, days: 2, optional: 0.5, windows: 0.7, limitedFacilities: false },
];

function cases(count: number): { seed: number; problem: RoutingProblem; solution: RoutingSolution }[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = i + 1;
    const plain = richProblem(seed, SHAPES[i % SHAPES.length]!);
    // Every second one asks for everything.
    const problem = i % 2 === 0 ? spiced(plain, seed) : plain;
    return { seed, problem, solution: solve(problem, { seed, iterations: 30 }).solution };
  });
}

const CASES = cases(45);

function orderOf(solution: RoutingSolution, vehicle: number, day: number): number[] {
  const route = solution.routes.find((each) => each.vehicle === vehicle && each.day === day);
  return route?.stops.flatMap(({ kind, index }) => (kind === "client" ? [index] : [])) ?? [];
}

/** Which finding of the checker says the same. */
type OfContainers = "slots" | "noEmpty" | "notReturned" | "noYard" | "yardClosed" | "spares";
const CHECKER: Readonly<Record<Exclude<ViolationCode, OfContainers | "release" | "lunch">, string>> = {
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
  daySet: "check.route.daySet",
  frozen: "check.route.frozen",
  lock: "check.route.lock",
  precedence: "check.route.precedence",
  order: "check.route.order",
  notAccepted: "check.route.accepts",
  breakLeg: "check.route.breakMissing",
  breakMissing: "check.route.breakMissing",
  breakShort: "check.route.breakShort",
  maxStops: "check.route.maxStops",
  maxLoadPerDay: "check.route.maxLoadPerDay",
  duration: "check.route.maxDuration",
  distance: "check.route.maxDistance",
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
    for (const seconds of next() < 0.5 ? [900, 1800, 2700] : [])
      stops.splice(below(stops.length + 1), 0, { kind: "break", index: -1, seconds });
    for (let i = 0; i < 2; i++)
      stops.splice(1 + below(stops.length), 0, { kind: "facility", index: below(problem.facilities.length) });
  });
  return tours.filter(({ stops }) => stops.some(({ kind }) => kind === "client"));
}

/** Every third client waits for the one before it, where neither has day sets; every fourth is released late; daily caps. */
function waiting(problem: RoutingProblem): RoutingProblem {
  const single = (c: number): boolean => problem.clients[c]!.daySets === undefined;
  const clients = problem.clients.map((client, c) => ({
    ...client,
    ...(c % 3 === 2 && single(c) && single(c - 1) ? { after: [c - 1] } : {}),
    ...(c % 4 === 3 ? { releaseSeconds: 8 * 3600 } : {}),
  }));
  const vehicles = problem.vehicles.map((vehicle) => ({ ...vehicle, maxStops: 3, maxLoadPerDay: 9000 }));
  return { ...problem, clients, vehicles };
}

function prizesOf(problem: RoutingProblem, clients: readonly number[]): number {
  return clients.reduce((sum, client) => sum + (problem.clients[client]!.prizeCents ?? 0), 0);
}

describe("a plan made by hand", () => {
  it("breaks exactly the rules that the independent checker finds broken, and is timed and priced rightly", () => {
    const seen = new Set<ViolationCode>();
    for (let seed = 1; seed <= 150; seed++) {
      const problem = waiting(spiced(richProblem(seed, SHAPES[seed % SHAPES.length]!), seed));
      const nothing = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };
      const plan = judgePlan(problem, randomTours(problem, seed), nothing);
      const routes = plan.tours.map(({ route }) => route);
      const moved = plan.objectiveCents - plan.routeCostCents - prizesOf(problem, plan.unserved);
      const findings = checkRoutes(problem, { ...plan, routes, deviationCents: moved });
      const told = new Set(plan.violations.map(({ code }) => CHECKER[code as keyof typeof CHECKER]));
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
      const plan = judgePlan(problem, boardOf(problem, solution).tours, solution);
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
