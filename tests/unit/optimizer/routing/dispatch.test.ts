/** The dispatcher's word on a line, 1 m = 1 s = 1 cent: locks, frozen routes, order, calm plans. */
import { describe, expect, it } from "vitest";
import type { Client, RoutingProblem } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { greedy, solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { ALL_DAY, client, problem, richProblem, vehicle } from "./instances.ts";

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 80 });
  expect(checkRoutes(instance, solution)).toEqual([]);
  return solution;
}

const codes = (instance: RoutingProblem, solution: RoutingSolution): string[] =>
  checkRoutes(instance, solution).map(({ code }) => code);

const twoDays = (count: number): Pick<RoutingProblem, "days" | "vehicles"> => ({
  days: 2,
  vehicles: Array.from({ length: count }, () => vehicle({ shifts: [ALL_DAY, ALL_DAY] })),
});

const at = (location: number, changes: Partial<Client> = {}): Client =>
  client(location, { windows: [[ALL_DAY], [ALL_DAY]], ...changes });

describe("a locked client", () => {
  it("goes with its vehicle on its day, whatever that costs", () => {
    // One way of 20 m would serve both; the lock makes a second one.
    const clients = [at(1, { lock: { vehicle: 0, day: 0 } }), at(1, { lock: { vehicle: 1, day: 1 } })];
    const solution = best(problem([0, 10], { ...twoDays(2), clients }));
    expect(solution.routes.map(({ vehicle, day }) => [vehicle, day])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(solution.objectiveCents).toBe(40);
  });

  it("is found by the checker elsewhere", () => {
    const solution = best(problem([0, 10], { ...twoDays(2), clients: [at(1, { lock: { day: 0, vehicle: 1 } })] }));
    const other = (lock: Client["lock"] & object) => problem([0, 10], { ...twoDays(2), clients: [at(1, { lock })] });
    expect(codes(other({ day: 1 }), solution)).toEqual(["check.route.lock"]);
    expect(codes(other({ vehicle: 0 }), solution)).toEqual(["check.route.lock"]);
  });
});

describe("a locked order", () => {
  it("is kept where the clients share a route, at the price of the detour", () => {
    // The truck ends at 20: 5, 10, 15 on the way make 20 m. Order 2 before 0: 15, 10?, 5, then 20: 15 + 10 + 15 = 40.
    const clients = [client(1), client(2), client(3)];
    const vehicles = [vehicle({ endLocation: 4 })];
    const instance = problem([0, 5, 10, 15, 20], { clients, vehicles, orderLocks: [[2, 0]] });
    const solution = best(instance);
    expect(solution.objectiveCents).toBe(40);
    expect(codes({ ...instance, orderLocks: [[0, 2]] }, solution)).toEqual(["check.route.order"]);
  });

  it("does not matter between routes", () => {
    const clients = [client(1), client(2)];
    const vehicles = [vehicle({ capacity: [1] }), vehicle({ capacity: [1] })];
    expect(best(problem([0, 5, 10], { clients, vehicles, orderLocks: [[1, 0]] })).objectiveCents).toBe(30);
  });
});

describe("a frozen route", () => {
  const clients = [at(1), at(2), at(3)];
  const frozenRoutes = [{ vehicle: 0, day: 1, clients: [2, 0] }];
  const instance = problem([0, 5, 10, 15], { ...twoDays(1), clients, frozenRoutes });

  it("keeps its clients in its order and takes no other", () => {
    // 0-15-5-0 is 30 m, client 1 makes 20 m on the other day though it lies on the way.
    const solution = best(instance);
    expect(solution.routes.map(({ day, stops }) => [day, stops.map(({ index }) => index)])).toEqual([
      [0, [1]],
      [1, [2, 0]],
    ]);
    expect(solution.objectiveCents).toBe(50);
    expect(checkRoutes(instance, greedy(instance))).toEqual([]);
  });

  it("is found changed by the checker", () => {
    const solution = best({ ...instance, frozenRoutes: [] });
    expect(codes(instance, solution)).toEqual(["check.route.frozen"]);
  });

  it("that breaks a rule leaves its clients out rather than half", () => {
    // The truck holds 10; 2 and 0 weigh 6 each.
    const heavy = clients.map((one) => ({ ...one, load: [6] }));
    const { solution } = solve({ ...instance, clients: heavy }, { seed: 1, iterations: 20 });
    expect(solution.unserved).toEqual([0, 2]);
  });
});

describe("a published plan", () => {
  // Client 0 was published with vehicle 1, whose depot is 30 m further: 20 m with vehicle 0, 80 m with vehicle 1.
  const instance = (deviationCents: number): RoutingProblem => {
    const published = { visits: [{ vehicle: 1, day: 0 }], deviationCents };
    const vehicles = [vehicle(), vehicle({ startLocation: 2, endLocation: 2 })];
    return problem([0, 10, 50], { clients: [client(1, { published })], vehicles });
  };

  it("is left only for a saving of more than the deviation", () => {
    const calm = best(instance(61));
    expect(calm).toMatchObject({ deviationCents: 0, objectiveCents: 80 });
    expect(calm.routes[0]!.vehicle).toBe(1);
    const moved = best(instance(59));
    expect(moved).toMatchObject({ deviationCents: 59, routeCostCents: 20, objectiveCents: 79 });
  });

  it("counts a visit that is dropped as moved", () => {
    const only = { ...instance(7), clients: [{ ...instance(7).clients[0]!, prizeCents: 5, lock: { vehicle: 1 } }] };
    expect(best(only)).toMatchObject({ unserved: [0], deviationCents: 7, objectiveCents: 12 });
  });

  it("counts each visit of a day set", () => {
    // Published on days 0 and 1; day 2 alone is 20 m and 2 x 9 cents, both days 40 m.
    const visits = [0, 1].map((day) => ({ vehicle: 0, day }));
    const windows = [[ALL_DAY], [ALL_DAY], [ALL_DAY]];
    const week = (deviationCents: number): RoutingSolution =>
      best(
        problem([0, 10], {
          days: 3,
          vehicles: [vehicle({ shifts: [ALL_DAY, ALL_DAY, ALL_DAY] })],
          clients: [client(1, { windows, daySets: [[0, 1], [2]], published: { visits, deviationCents } })],
        }),
      );
    expect(week(9)).toMatchObject({ deviationCents: 18, objectiveCents: 38 });
    expect(week(11)).toMatchObject({ deviationCents: 0, objectiveCents: 40 });
  });

  it("is re-derived by the checker", () => {
    const solution = best(instance(59));
    expect(codes(instance(58), solution)).toEqual(["check.route.total", "check.route.total"]);
  });
});

describe("on random instances", () => {
  it("the plan found again is worth as much as the one published, at any price of moving", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const instance = richProblem(seed, { clients: 12, days: 2, vehicles: 2, facilities: 2 });
      const first = solve(instance, { seed, iterations: 200 }).solution;
      const visitsOf = (c: number) =>
        first.routes
          .filter(({ stops }) => stops.some(({ kind, index }) => kind === "client" && index === c))
          .map(({ vehicle, day }) => ({ vehicle, day }));
      const clients = instance.clients.map((one, c) => ({
        ...one,
        published: { visits: visitsOf(c), deviationCents: 1_000_000 },
      }));
      const calm = { ...instance, clients };
      const again = solve(calm, { seed: seed + 100, iterations: 200 }).solution;
      expect(checkRoutes(calm, again).filter(({ code }) => code !== "check.route.required")).toEqual([]);
      expect(again.deviationCents).toBe(0);
    }
  });
});

describe("validation", () => {
  it("names every fault", () => {
    const clients = [
      at(0, { lock: { vehicle: 3, day: 2 }, published: { visits: [{ vehicle: 1, day: 9 }], deviationCents: 0.5 } }),
      at(0, { daySets: [[0]], lock: { day: 0 } }),
    ];
    const frozenRoutes = [
      { vehicle: 0, day: 0, clients: [1, 5] },
      { vehicle: 0, day: 0, clients: [1] },
    ];
    const vehicles = [vehicle({ shifts: [null, ALL_DAY] })];
    const broken = problem([0], { days: 2, vehicles, clients, frozenRoutes, orderLocks: [[0, 0]] });
    expect(new Set(validateProblem(broken).map(({ code }) => code))).toEqual(
      new Set([
        "unknownVehicle",
        "unknownDay",
        "badAmount",
        "lockedDaySet",
        "frozenTwice",
        "frozenDayOff",
        "unknownClient",
        "badOrderLock",
      ]),
    );
  });
});
