/** Reasons, removal gains and hand-made tours against trying everything, and against the independent checker. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem, TimeWindow } from "../../../domain/routing/problem.ts";
import type { RoutingSolution, UnservedReason } from "../../../domain/routing/solution.ts";
import { LIMITS, relax } from "../../../optimizer/routing/explain/relax.ts";
import { explain, removalGains, solve } from "../../../optimizer/routing/index.ts";
import { cheapestInOrder } from "../../unit/optimizer/routing/bruteForce.ts";
import { richProblem, type Shape } from "../../unit/optimizer/routing/instances.ts";

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
function raised(problem: RoutingProblem, { client, code, needed, unit, insertions }: UnservedReason): RoutingProblem {
  const { vehicle: v, day } = insertions[0]!;
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
        const { vehicle, day, position, priceCents } = reason.insertions[0]!;
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
        const { vehicle, day, position } = reason.insertions[0]!;
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
