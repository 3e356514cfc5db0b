/** Tours with time windows: what is recognised, how near the optimum, and that the checker agrees. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../../../optimizer/checker/index.ts";
import { parseSolomon, solomonProblem } from "../../../../../optimizer/routing/formats/solomon.ts";
import { requiredPenaltyCents, solve } from "../../../../../optimizer/routing/index.ts";
import { asTimed } from "../../../../../optimizer/routing/timed/instance.ts";
import { evaluateTours } from "../../../../bench/routing/vrptw.ts";
import { customerRows } from "../../../../../optimizer/routing/formats/vrplib.ts";
import { bruteForce } from "../bruteForce.ts";
import { client, facility, problem, vehicle } from "../instances.ts";
import { timedProblem } from "./instances.ts";

describe("R101", () => {
  const file = parseSolomon(readFileSync(new URL("../../../../fixtures/vrptw/R101.txt", import.meta.url), "utf8"));
  const instance = solomonProblem(file);

  it("is solved to within 1.5 % of the proven optimum 1637.7 in 6000 iterations, by tours the checker accepts", () => {
    const { solution, iterations } = solve(instance, { seed: 1, iterations: 6_000 });
    expect(iterations).toBe(6_000);
    expect(checkRoutes(instance, solution)).toEqual([]);
    const cost = evaluateTours(file, customerRows(solution));
    expect(10 * cost).toBeCloseTo(solution.objectiveCents, 6);
    expect(cost).toBeGreaterThanOrEqual(1637.7);
    expect(cost).toBeLessThan(1637.7 * 1.015);
  });

  it("gives the same tours for the same seed", () => {
    expect(solve(instance, { seed: 5, iterations: 300 })).toEqual(solve(instance, { seed: 5, iterations: 300 }));
  });
});

describe("the fast path for time windows", () => {
  // Depot at 0; clients at 10 and -10 m, each open 10 to 12 s after midnight: one vehicle reaches one of them in time.
  const window = { earliest: 10, latest: 12 };
  const parts = {
    clients: [client(1, { windows: [[window]] }), client(2, { windows: [[window]] })],
    vehicles: [vehicle(), vehicle()],
  };
  const timed = problem([0, 10, -10], parts);

  it("sends two vehicles where one would be late", () => {
    expect(asTimed(timed)).not.toBeNull();
    const { solution } = solve(timed, { seed: 1, iterations: 20 });
    expect(checkRoutes(timed, solution)).toEqual([]);
    expect(solution.routes).toHaveLength(2);
    expect(solution.objectiveCents).toBe(40);
  });

  it("keeps in time what is reached only by way of another client", () => {
    // 100 s straight to client 2, 10 + 10 s by way of client 1; it closes at 50. One tour of 10 + 10 + 10 m serves both.
    const matrix = Float64Array.from([0, 10, 100, 10, 0, 10, 10, 10, 0]);
    const clients = [client(1), client(2, { windows: [[{ earliest: 0, latest: 50 }]] })];
    const profiles = [{ distanceMetres: matrix, durationSeconds: matrix }];
    const round = problem([0, 0, 0], { clients, profiles, vehicles: [vehicle(), vehicle()] });
    for (let seed = 1; seed <= 5; seed++) {
      const { solution } = solve(round, { seed, iterations: 50 });
      expect(checkRoutes(round, solution)).toEqual([]);
      expect(solution.objectiveCents).toBe(30);
    }
  });

  it("names the client that the only vehicle cannot reach", () => {
    const small = { ...timed, vehicles: [vehicle()] };
    const { solution, reasons, trace } = solve(small, { seed: 1, iterations: 20 });
    expect(trace.at(-1)!.bestCents).toBe(20 + requiredPenaltyCents(small));
    expect(solution.unserved).toHaveLength(1);
    expect(reasons).toMatchObject([{ client: solution.unserved[0], code: "window" }]);
  });

  it("leaves it to the full model when hours are paid, a client has two windows, or unloading is elsewhere", () => {
    const [first, ...others] = timed.clients;
    const twice = { ...first!, windows: [[window, { earliest: 20, latest: 30 }]] };
    expect(asTimed({ ...timed, clients: [twice, ...others] })).toBeNull();
    expect(asTimed({ ...timed, vehicles: [vehicle({ centsPerHour: 100 })] })).toBeNull();
    const tipped = timed.clients.map((one) => ({ ...one, facilities: [0] }));
    expect(asTimed({ ...timed, clients: tipped, facilities: [facility(1)] })).toBeNull();
    expect(asTimed({ ...timed, clients: tipped, facilities: [facility(0)] })?.trips).toBe(true);
  });
});

describe("against brute force", () => {
  it("finds the optimum of 20 small instances, asymmetric and in fractions of seconds", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const small = timedProblem(seed, { clients: 5, vehicles: 2 + (seed % 2), capacity: 9, wholeMetres: true });
      const penalty = requiredPenaltyCents(small);
      const { solution } = solve(small, { seed, iterations: 200 });
      const found = solution.routeCostCents + penalty * solution.unserved.length;
      expect(found).toBe(bruteForce(small, penalty));
      const broken = checkRoutes(small, solution).filter((one) => one.code !== "check.route.required");
      expect(broken).toEqual([]);
    }
  });
});
