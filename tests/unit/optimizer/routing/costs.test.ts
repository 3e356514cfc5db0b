/** Cost lines and limits of a route, by hand; points on a line, 1 m = 1 s, 1 m costs 1 cent unless said otherwise. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { client, facility, HOUR, line, problem, vehicle } from "./instances.ts";

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 60 });
  expect(checkRoutes(instance, solution)).toEqual([]);
  return solution;
}

const codesOf = (instance: RoutingProblem, solution: RoutingSolution): string[] =>
  checkRoutes(instance, solution).map(({ code }) => code);

describe("toll", () => {
  it("is a line of its own, by the share of the way", () => {
    // 2 x 1234 m at 90 + 0.5 x 19 cents: 222.12 -> 222 and 23.446 -> 23.
    const truck = vehicle({ centsPerKm: 90, tollCentsPerKm: 19, tollShare: 0.5 });
    const { costs, costCents } = best(problem([0, 1234], { clients: [client(1)], vehicles: [truck] })).routes[0]!;
    expect(costs).toMatchObject({ distance: 222, toll: 23 });
    expect(costCents).toBe(245);
  });

  it("sends the truck round where the toll road costs more than the detour", () => {
    // 0 -> 1 costs 100 cents and 100 m of toll at 1 cent; over the facility at 2 it is 60 + 60 m without toll.
    const metres = [0, 100, 60, 100, 0, 60, 60, 60, 0];
    const toll = [0, 100, 0, 100, 0, 0, 0, 0, 0];
    const profiles = [
      {
        distanceMetres: Float64Array.from(metres),
        durationSeconds: Float64Array.from(metres),
        tollMetres: Float64Array.from(toll),
      },
    ];
    const parts = { profiles, clients: [client(1, { facilities: [0] })], facilities: [facility(2)] };
    const truck = vehicle({ tollCentsPerKm: 1000, tollShare: 0.9 });
    const solution = best(problem([0, 100, 60], { ...parts, vehicles: [truck] }));
    // 100 + 60 + 60 m, toll only on the way out: the share does not count where the arcs are known.
    expect(solution.routes[0]!.costs).toMatchObject({ distance: 220, toll: 100 });
  });
});

describe("overtime", () => {
  const two = [client(1, { serviceSeconds: 3 * HOUR }), client(1, { serviceSeconds: 3 * HOUR })];

  it("costs its surcharge for every hour beyond the normal shift", () => {
    // 1 h out, 6 h of work, 1 h back: 8 h, of which 2 h are overtime at 36 + 18 euros.
    const truck = vehicle({ centsPerKm: 0, centsPerHour: 3600, normalSeconds: 6 * HOUR, overtimeCentsPerHour: 1800 });
    const solution = best(problem([0, HOUR], { clients: two, vehicles: [truck] }));
    expect(solution.routes[0]!.costs).toMatchObject({ time: 8 * 3600, overtime: 2 * 1800 });
  });

  it("makes a second truck worth its fixed cost, or not", () => {
    // Alone 8 h with 2 h overtime; two trucks 5 h each. 10 h x 36 + fixed f against 8 h x 36 + 2 h x o: f = 10, o = 42 or 40.
    const truck = (o: number) =>
      vehicle({
        centsPerKm: 0,
        centsPerHour: 3600,
        fixedCents: 1000,
        normalSeconds: 6 * HOUR,
        overtimeCentsPerHour: o,
      });
    const routes = (o: number): number =>
      best(problem([0, HOUR], { clients: two, vehicles: [truck(o), truck(o)] })).routes.length;
    expect([routes(4000), routes(4200)]).toEqual([1, 2]);
  });
});

describe("limits of a route", () => {
  it("in metres and in seconds split the work between trucks", () => {
    // Clients at 10 and -10: one route is 40 m and 40 s long, apart each has 20.
    const clients = [client(1), client(2)];
    const routes = (changes: Parameters<typeof vehicle>[0]): number =>
      best(problem([0, 10, -10], { clients, vehicles: [vehicle(changes), vehicle(changes)] })).routes.length;
    expect(routes({ maxDistanceMetres: 39 })).toBe(2);
    expect(routes({ maxDurationSeconds: 39 })).toBe(2);
    expect(routes({ maxDistanceMetres: 40, maxDurationSeconds: 40, fixedCents: 1 })).toBe(1);
  });

  it("count waiting, even where time costs nothing", () => {
    // 10 s out and back, but client 1 opens at 500 and client 0 closes at 100: 400 s of waiting between them.
    const clients = [
      client(1, { windows: [[{ earliest: 0, latest: 100 }]] }),
      client(1, { windows: [[{ earliest: 500, latest: 600 }]] }),
    ];
    const truck = (s: number) => vehicle({ maxDurationSeconds: s, fixedCents: 1 });
    const routes = (s: number): number =>
      best(problem([0, 10], { clients, vehicles: [truck(s), truck(s)] })).routes.length;
    expect([routes(419), routes(420)]).toEqual([2, 1]);
  });

  it("are read by the checker", () => {
    const parts = { clients: [client(1)] };
    const solution = best(problem([0, 10], parts));
    const short = problem([0, 10], {
      ...parts,
      vehicles: [vehicle({ maxDistanceMetres: 19, maxDurationSeconds: 19 })],
    });
    expect(codesOf(short, solution)).toEqual(["check.route.maxDistance", "check.route.maxDuration"]);
  });
});

describe("the gate", () => {
  it("is chosen by way and price together", () => {
    // 8 kg: facility 0 on the way home at 3 cents a kilogram, facility 1 10 m behind at p. 20 m + 24 against 40 m + 8 p.
    const at = (p: number): string => {
      const price = (centsPerUnit: number) => [{ material: 0, dimension: 0, centsPerUnit }];
      const facilities = [facility(2, { gatePrices: price(3) }), facility(3, { gatePrices: price(p) })];
      const clients = [client(1, { load: [8], facilities: [0, 1] })];
      const solution = best(problem([0, 10, 5, 20], { clients, facilities }));
      return `facility ${solution.routes[0]!.stops[1]!.index}: ${solution.routes[0]!.costCents}`;
    };
    expect([at(0.4), at(0.6)]).toEqual(["facility 1: 43", "facility 0: 44"]);
  });

  it("prices each material and dimension, and is rounded once a route", () => {
    // Material 1: 1 kg at 0.3 and 2 litres at 0.1 twice: 2 x 0.5 = 1 cent; material 2 is free.
    const prices = [
      { material: 1, dimension: 0, centsPerUnit: 0.3 },
      { material: 1, dimension: 1, centsPerUnit: 0.1 },
    ];
    const load = [1, 2];
    const clients = [1, 1, 2].map((material) => client(1, { load, material, facilities: [0] }));
    const parts = { dimensions: ["kg", "litres"], facilities: [facility(2, { gatePrices: prices })], clients };
    const solution = best(problem([0, 10, 20], { ...parts, vehicles: [vehicle({ capacity: [1, 2] })] }));
    expect(solution.routes[0]!.costs!.gate).toBe(1);
  });

  it("is open only to the materials it accepts", () => {
    // Facility 0 lies on the way and takes no material 1: the load goes 20 m further.
    const facilities = [facility(2, { accepts: [0, 2] }), facility(3, { accepts: [1] })];
    const instance = problem([0, 10, 12, 22], {
      clients: [client(1, { material: 1, facilities: [0, 1] })],
      facilities,
    });
    const solution = best(instance);
    expect(solution.routes[0]!.stops[1]).toMatchObject({ kind: "facility", index: 1 });
    const strict = { ...instance, facilities: [facilities[0]!, facility(3, { accepts: [] })] };
    expect(codesOf(strict, solution)).toEqual(["check.route.accepts"]);
    expect(solve(strict, { seed: 1, iterations: 5 }).solution.unserved).toEqual([0]);
  });
});

describe("a profile of its own", () => {
  it("gives each vehicle its own, asymmetric way", () => {
    // Profile 1 goes 0 -> 1 in 5 and back in 50; profile 0 takes 30 both ways: 55 against 60.
    const oneWay = Float64Array.from([0, 5, 50, 0]);
    const profiles = [...line([0, 30]), { distanceMetres: oneWay, durationSeconds: oneWay }];
    const vehicles = [vehicle(), vehicle({ profile: 1 })];
    const solution = best(problem([0, 30], { profiles, clients: [client(1)], vehicles }));
    expect(solution.routes[0]).toMatchObject({ vehicle: 1, distanceMetres: 55 });
  });
});

describe("validation of costs and limits", () => {
  it("names every fault", () => {
    const truck = vehicle({ tollShare: 1.5, overtimeCentsPerHour: 5, maxDistanceMetres: -1 });
    const gate = facility(0, { gatePrices: [{ material: 0, dimension: 3, centsPerUnit: Number.NaN }] });
    const profiles = [{ ...line([0])[0]!, tollMetres: new Float64Array(3) }];
    const found = validateProblem(problem([0], { vehicles: [truck], facilities: [gate], profiles }));
    expect(found.map(({ code }) => code).sort()).toEqual([
      "badAmount",
      "badAmount",
      "badShare",
      "matrixSize",
      "noNormalTime",
      "unknownDimension",
    ]);
  });
});
