/** Boards with container jobs, lunch and clients that wait: against the checker, full re-evaluation and trying everything. */
import { describe, expect, it } from "vitest";
import type { HandTour, Move, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Client, ContainerJob, RoutingProblem, Vehicle } from "../../../domain/routing/problem.ts";
import type { ViolationCode } from "../../../domain/routing/violation.ts";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { boardOf, judgePlan, makeMove, openBoard, priceMove, solve } from "../../../optimizer/routing/index.ts";
import { everything } from "../../unit/optimizer/routing/everything.ts";
import { client, facility, HOUR, numbers, problem, vehicle } from "../../unit/optimizer/routing/instances.ts";
import { shortestWay } from "../../unit/optimizer/routing/shortestWay.ts";

const KINDS: readonly ContainerJob["kind"][] = ["emptyAndReturn", "swap", "pickUp", "deliver"];
const NOTHING = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };
const CHECKER: Partial<Record<ViolationCode, string>> = {
  closed: "check.route.window",
  window: "check.route.window",
  facilityClosed: "check.route.window",
  yardClosed: "check.route.window",
  breakLeg: "check.route.breakMissing",
  facilityRefused: "check.route.facility",
  notAccepted: "check.route.accepts",
  clientLost: "check.route.required",
  duration: "check.route.maxDuration",
  distance: "check.route.maxDistance",
  driving: "check.route.maxDriving",
};

function tour(clients: readonly number[], v = 0, day = 0): HandTour {
  return { vehicle: v, day, stops: clients.map((index) => ({ kind: "client", index })) };
}

/** Jobs on a line, the depot at 0 a yard, the facility at 100; one metre is one cent. */
function site(seed: number, count: number, changes: Partial<RoutingProblem> = {}): RoutingProblem {
  const next = numbers(seed);
  const points = Array.from({ length: count }, () => Math.round(400 * next() - 200));
  const clients = points.map((_, k): Client => {
    const kind = KINDS[Math.floor(4 * next())]!;
    const full = kind === "deliver" ? { load: [0] } : { facilities: [0] };
    return client(2 + k, { job: { kind, containerType: 0, returnSeconds: 5 }, ...full });
  });
  return problem([0, 100, ...points], {
    clients,
    facilities: [facility(1)],
    vehicles: [vehicle({ slots: 1 + (seed % 2) })],
    containerTypes: [{ slots: 1 }],
    yards: [{ location: 0, serviceSeconds: 0, sparesPerDay: [null] }],
    ...changes,
  });
}

/** A tour of all clients with facilities, returns, yards and breaks strewn in at random. */
function strewn(instance: RoutingProblem, seed: number): HandTour {
  const next = numbers(seed + 100);
  const below = (count: number): number => Math.floor(next() * count);
  const stops: PlannedStop[] = instance.clients.map((_, index) => ({ kind: "client", index }));
  const add = (stop: PlannedStop): void => void stops.splice(below(stops.length + 1), 0, stop);
  for (let i = 0; i < 2; i++) add({ kind: "facility", index: 0 });
  for (const [index, { job }] of instance.clients.entries())
    if (job?.kind === "emptyAndReturn" && next() < 0.8) stops.push({ kind: "return", index });
  stops.push({ kind: "facility", index: 0 });
  for (let i = 0; i < below(3); i++) add({ kind: "yard", index: 0, empties: [below(3)] });
  if (next() < 0.3) add({ kind: "break", index: -1, seconds: 1800 });
  return { vehicle: 0, day: 0, ...(next() < 0.6 ? { startEmpties: [below(3)] } : {}), stops };
}

describe("a hand-made tour with containers and lunch", () => {
  it("breaks exactly the rules that the independent checker finds broken", () => {
    const seen = new Set<ViolationCode>();
    for (let seed = 1; seed <= 300; seed++) {
      const yard = { location: seed % 3 === 0 ? 2 : 0, serviceSeconds: 60, sparesPerDay: [seed % 4 === 0 ? 1 : null] };
      const closed = seed % 7 === 0 ? { windows: [[{ earliest: 0, latest: 100 }]] } : {};
      const instance = site(seed, 4, {
        yards: [{ ...yard, ...closed }],
        vehicles: [vehicle({ slots: 1 + (seed % 2), lunch: { earliest: 300, latest: 500, seconds: 1800 } })],
      });
      const plan = judgePlan(instance, [strewn(instance, seed)], NOTHING);
      const routes = plan.tours.map(({ route }) => route);
      const findings = checkRoutes(instance, { ...plan, routes });
      const told = plan.violations.map(({ code }) => CHECKER[code] ?? `check.route.${code}`);
      expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual([...new Set(told)].sort());
      for (const { code, limit, needed } of plan.violations) {
        seen.add(code);
        expect(needed).toBeGreaterThan(limit);
      }
    }
    for (const code of ["slots", "noEmpty", "notReturned", "noYard", "yardClosed", "spares", "lunch"] as const)
      expect(seen).toContain(code);
  });

  it("is placed as trying everything would, facilities, returns and yards", () => {
    let reached = 0;
    let driven = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const instance = site(seed, 3);
      const shortest = shortestWay(instance, { facility: 1, yard: 0 }, true);
      const { tours, violations } = judgePlan(instance, [tour([0, 1, 2])], NOTHING);
      expect(violations.length === 0).toBe(shortest < Number.POSITIVE_INFINITY);
      if (violations.length > 0) continue;
      driven++;
      expect(tours[0]!.route.costCents).toBeGreaterThanOrEqual(shortest);
      if (tours[0]!.route.costCents === shortest) reached++;
    }
    expect(driven).toBeGreaterThan(30);
    // What the placement leaves out (docs/decisions/0013) costs a detour now and then.
    expect(reached / driven).toBeGreaterThan(0.9);
  });

  it("that no way serves is told why", () => {
    const swap = client(2, { job: { kind: "swap", containerType: 0 }, facilities: [0] });
    const base = site(1, 1, { clients: [swap], vehicles: [vehicle({ slots: 1 })] });
    const codesOf = (instance: RoutingProblem): string[] =>
      judgePlan(instance, [tour([0])], NOTHING).violations.map(({ code }) => code);
    expect(codesOf(base)).toEqual([]);
    expect(codesOf({ ...base, vehicles: [vehicle()] })).toContain("slots");
    expect(codesOf({ ...base, yards: [{ ...base.yards![0]!, sparesPerDay: [0] }] })).toEqual(["spares"]);
    expect(codesOf({ ...base, yards: [] })).toContain("noEmpty");
  });
});

/** One vehicle, two facilities, lunch from 11 to 12, distance priced: what its own engine plans. */
function lunchDay(seed: number, more: Partial<Vehicle> = {}): RoutingProblem {
  const next = numbers(seed);
  const points = Array.from({ length: 7 }, () => Math.round(3 * HOUR * next()));
  const opens = (): { earliest: number; latest: number } => {
    const earliest = (7 + Math.floor(4 * next())) * HOUR;
    return { earliest, latest: earliest + (1 + Math.floor(5 * next())) * HOUR };
  };
  const lunch = { earliest: 11 * HOUR, latest: 12 * HOUR, seconds: 1800 };
  return problem(points, {
    clients: Array.from({ length: 4 }, (_, k) =>
      client(1 + k, {
        load: [1 + Math.floor(5 * next())],
        serviceSeconds: 600,
        windows: [[opens()]],
        facilities: [0, 1],
      }),
    ),
    facilities: [5, 6].map((location) => facility(location, { unloadSeconds: 900, windows: [[opens()]] })),
    vehicles: [vehicle({ shifts: [{ earliest: 7 * HOUR, latest: 17 * HOUR }], lunch, ...more })],
  });
}

/** Least metres of the order over all unloadings and all moments of lunch, or null. */
function cheapestWithLunch(instance: RoutingProblem, order: readonly number[]): number | null {
  const [truck] = instance.vehicles;
  const { lunch } = truck!;
  const shift = truck!.shifts[0]!;
  const metres = instance.profiles[0]!.distanceMetres;
  let best: number | null = null;
  const go = (k: number, at: number, time: number, way: number, load: number, isFed: boolean): void => {
    if (best !== null && way >= best) return;
    if (k === order.length && load === 0) {
      const home = metres[at * instance.locationCount]!;
      const arrival = time + home;
      if (arrival <= shift.latest && (isFed || arrival <= lunch!.latest))
        best = Math.min(best ?? Number.POSITIVE_INFINITY, way + home);
    }
    const visit = (
      to: number,
      windows: readonly { earliest: number; latest: number }[],
      seconds: number,
      after: (end: number, way: number, isFed: boolean) => void,
    ): void => {
      const leg = metres[at * instance.locationCount + to]!;
      const [{ earliest, latest }] = windows as [{ earliest: number; latest: number }];
      const start = Math.max(time + leg, earliest);
      if (start > latest) return;
      const end = start + seconds;
      after(end, way + leg, isFed);
      const noon = Math.max(end, lunch!.earliest);
      if (!isFed && noon <= lunch!.latest) after(noon + lunch!.seconds, way + leg, true);
    };
    if (k < order.length) {
      const {
        location,
        windows,
        serviceSeconds,
        load: [amount],
      } = instance.clients[order[k]!]!;
      if (load + amount! <= truck!.capacity[0]!)
        visit(location, windows[0]!, serviceSeconds, (end, w, fed) => go(k + 1, location, end, w, load + amount!, fed));
    }
    if (load > 0)
      for (const { location, windows, unloadSeconds } of instance.facilities)
        visit(location, windows[0]!, unloadSeconds, (end, w, fed) => go(k, location, end, w, 0, fed));
  };
  go(0, 0, shift.earliest, 0, 0, false);
  go(0, 0, Math.max(shift.earliest, lunch!.latest), 0, 0, true);
  return best;
}

describe("lunch on a board", () => {
  it("and unloading are placed as trying everything would", () => {
    let driven = 0;
    let eaten = 0;
    let missed = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const instance = lunchDay(seed);
      const order = [0, 1, 2, 3].slice(0, 2 + (seed % 3));
      const cheapest = cheapestWithLunch(instance, order);
      const { tours } = judgePlan(instance, [tour(order)], NOTHING);
      const { route, violations } = tours[0]!;
      if (cheapest === null) expect(violations).not.toEqual([]);
      else if (violations.length > 0) missed++;
      if (violations.length > 0) continue;
      driven++;
      if (route.stops.some(({ kind }) => kind === "break")) eaten++;
      expect(route.costCents).toBe(cheapest);
    }
    expect(driven).toBeGreaterThan(20);
    expect(eaten).toBeGreaterThan(5);
    // Tipping for no other reason than to have lunch there, where it costs nothing, is not looked for.
    expect(missed).toBeLessThanOrEqual(1);
  });

  it("of a plan by its own engine is found again, at the same price", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const instance = lunchDay(seed, { maxStops: 3, maxLoadPerDay: 14 });
      const fleet = { ...instance, vehicles: [0, 1, 2, 3].map(() => instance.vehicles[0]!) };
      const { solution } = solve(fleet, { seed, iterations: 60 });
      const plan = judgePlan(fleet, boardOf(fleet, solution).tours, solution);
      expect(plan.violations.filter(({ code }) => code !== "clientLost")).toEqual([]);
      expect(plan.overOptimumCents).toBe(0);
    }
  });
});

describe("a plan with every rule", () => {
  it("comes back from the board as it is", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const instance = everything(seed, seed % 2 === 0);
      const { solution } = solve(instance, { seed, iterations: 10 });
      const plan = judgePlan(instance, boardOf(instance, solution).tours, solution);
      expect(plan.tours.map(({ route }) => route)).toEqual(solution.routes);
      expect(plan.violations.filter(({ code }) => code !== "clientLost")).toEqual([]);
      expect(plan.overOptimumCents).toBe(0);
    }
  });

  it("prices a move as both plans judged as a whole, precedence included", () => {
    let retimed = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const instance = seed < 7 ? everything(seed, seed % 2 === 0) : lunchFleet(seed);
      const { solution } = solve(instance, { seed, iterations: 10 });
      const next = numbers(seed);
      const below = (count: number): number => Math.floor(next() * count);
      let board = boardOf(instance, solution);
      for (let i = 0; i < 8; i++) {
        const moved = below(instance.clients.length);
        const to = { vehicle: below(instance.vehicles.length), day: below(instance.days) };
        const there = board.tours.find((each) => each.vehicle === to.vehicle && each.day === to.day);
        const rest = there?.stops.filter(({ kind, index }) => kind === "client" && index !== moved) ?? [];
        const move: Move = { client: moved, to: next() < 0.2 ? null : { ...to, position: below(rest.length + 1) } };
        const { deltaCents, tours, violations, violationsBefore } = priceMove(board, move);
        const changed = makeMove(board, move);
        const before = judgePlan(instance, board.tours, solution);
        const after = judgePlan(instance, changed.tours, solution);
        expect(deltaCents).toBe(after.objectiveCents - before.objectiveCents);
        const touched = new Set(tours.map(({ route }) => `${route.vehicle}/${route.day}`));
        const onTouched = (plan: typeof after) =>
          plan.violations.filter((each) => touched.has(`${each.vehicle}/${each.day}`));
        expect(violations).toEqual(expect.arrayContaining(onTouched(after)));
        expect(violationsBefore).toEqual(
          expect.arrayContaining(onTouched(before).filter(({ code }) => code === "precedence")),
        );
        for (const one of tours) expect(after.tours).toContainEqual(one);
        retimed += tours.length > 2 ? 1 : 0;
        // Every other move is made, so that the next ones start from a plan that breaks rules.
        if (i % 2 === 0) board = changed;
      }
    }
    // Moves that re-time tours beyond their own two must occur for the test to say anything.
    expect(retimed).toBeGreaterThanOrEqual(4);
  });

  it("tells a haul that is moved before its shredding, and what waiting for it costs", () => {
    // Shredding at 100 m takes 1000 s; hauling there may begin at 1100 s.
    const [SHRED, HAUL] = [1, 2];
    const instance = problem([0, 100, 50], {
      clients: [
        client(1, { capabilities: SHRED, load: [0], serviceSeconds: 1000 }),
        client(1, { capabilities: HAUL, after: [0] }),
        client(2, { capabilities: HAUL }),
      ],
      vehicles: [
        vehicle({ capabilities: SHRED, centsPerHour: 3600 }),
        vehicle({ capabilities: HAUL, centsPerHour: 3600, shifts: [{ earliest: 0, latest: 1150 }] }),
      ],
    });
    const board = openBoard(instance, [tour([0]), tour([2], 1)]);
    const haul = priceMove(board, { client: 1, to: { vehicle: 1, day: 0, position: 1 } });
    // Leaves at 1000 - 50, so without waiting: 100 m and 100 s more. Back at 1200 instead of 1150.
    expect(haul.deltaCents).toBe(200);
    expect(haul.violations.map(({ code, limit, needed }) => [code, limit, needed])).toEqual([["shift", 1150, 1200]]);
    const served = makeMove(board, { client: 1, to: { vehicle: 1, day: 0, position: 1 } });
    const unshredded = priceMove(served, { client: 0, to: null });
    expect(unshredded.violations.map(({ code, client: who }) => [code, who])).toEqual([["precedence", 1]]);
    expect(unshredded.violationsBefore.map(({ code }) => code)).toEqual(["shift"]);
    // The shredder stays at home (1200 s, 200 m), and the truck need not be late.
    expect(unshredded.deltaCents).toBe(-1400);
  });
});

function lunchFleet(seed: number): RoutingProblem {
  const instance = lunchDay(seed);
  return { ...instance, vehicles: [0, 1, 2].map(() => instance.vehicles[0]!) };
}
