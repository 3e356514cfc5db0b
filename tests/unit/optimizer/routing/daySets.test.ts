/** Day sets on a line, 1 m = 1 s = 1 cent. */
import { describe, expect, it } from "vitest";
import { evenDaySets, daySetsBefore } from "../../../../domain/routing/daySets.ts";
import type { Client, RoutingProblem } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { greedy, requiredPenaltyCents, solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { bruteForce } from "./bruteForce.ts";
import { ALL_DAY, client, problem, richProblem, vehicle } from "./instances.ts";
import { fullObjective } from "./reprice.ts";

const eachDay = (days: number) => Array.from({ length: days }, () => [ALL_DAY]);

function week(points: number[], days: number, clients: Client[], parts: Partial<RoutingProblem> = {}): RoutingProblem {
  const shifts = Array.from({ length: days }, () => ALL_DAY);
  return problem(points, { days, clients, vehicles: [vehicle({ shifts })], ...parts });
}

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 150 });
  expect(checkRoutes(instance, solution)).toEqual([]);
  return solution;
}

const daysOf = (solution: RoutingSolution, index: number): number[] =>
  solution.routes.flatMap(({ day, stops }) =>
    stops.filter((stop) => stop.kind === "client" && stop.index === index).map(() => day),
  );

describe("a client with day sets", () => {
  it("is visited on every day of exactly one of them", () => {
    const clients = [client(1, { windows: eachDay(4), daySets: evenDaySets(4, 2) })];
    const solution = best(week([0, 10], 4, clients));
    expect(["0,2", "1,3"]).toContain(daysOf(solution, 0).join());
    expect(solution.objectiveCents).toBe(40);
  });

  it("follows the neighbour whose day is fixed, because one way serves both", () => {
    // Client 0 only on day 3; client 1 at the same place twice: 1 and 3 make 2 ways of 20 m, 0 and 2 would make 3.
    const fixed = client(1, { windows: [[], [], [], [ALL_DAY]] });
    const twice = client(1, { windows: eachDay(4), daySets: evenDaySets(4, 2) });
    const solution = best(week([0, 10], 4, [fixed, twice]));
    expect(daysOf(solution, 1)).toEqual([1, 3]);
    expect(solution.objectiveCents).toBe(40);
  });

  it("is visited before a day where the day sets say so", () => {
    // A truck on days 2 and 3 only; before day 3 leaves day 2.
    const clients = [client(1, { windows: eachDay(4), daySets: daySetsBefore(3) })];
    const vehicles = [vehicle({ shifts: [null, null, ALL_DAY, ALL_DAY] })];
    expect(daysOf(best(week([0, 10], 4, clients, { vehicles })), 0)).toEqual([2]);
  });

  it("is served whole or not at all, for one prize", () => {
    // Two visits cost 40: a prize of 39 leaves it, 40 takes it.
    const at = (prizeCents: number): RoutingSolution =>
      best(week([0, 10], 4, [client(1, { windows: eachDay(4), daySets: evenDaySets(4, 2), prizeCents })]));
    expect(at(39)).toMatchObject({ routes: [], unserved: [0], objectiveCents: 39 });
    expect(at(40)).toMatchObject({ unserved: [], objectiveCents: 40 });
  });

  it("may choose between fewer and more visits", () => {
    const clients = [client(1, { windows: eachDay(3), daySets: [[0, 1, 2], [1]] })];
    expect(daysOf(best(week([0, 10], 3, clients)), 0)).toEqual([1]);
  });

  it("is left out, with a reason, when one of its visits has no truck", () => {
    const clients = [client(1, { windows: eachDay(2), daySets: [[0, 1]] })];
    const vehicles = [vehicle({ shifts: [ALL_DAY, null] })];
    const { solution, reasons } = solve(week([0, 10], 2, clients, { vehicles }), { seed: 1, iterations: 20 });
    expect(solution).toMatchObject({ routes: [], unserved: [0] });
    expect(reasons).toHaveLength(1);
  });
});

describe("the checker", () => {
  const clients = [client(1, { windows: eachDay(4), daySets: [[0, 2]] })];
  const solution = best(week([0, 10], 4, clients));
  const codes = (daySets: number[][]): string[] =>
    checkRoutes(week([0, 10], 4, [{ ...clients[0]!, daySets }]), solution).map(({ code }) => code);

  it("refuses days that are no day set: others, fewer or more", () => {
    expect(codes([[0, 2]])).toEqual([]);
    for (const daySets of [[[1, 3]], [[0]], [[0, 1, 2]]]) expect(codes(daySets)).toEqual(["check.route.daySet"]);
  });

  it("refuses two visits on one day", () => {
    const routes = solution.routes.map((route) => ({ ...route, day: 0 }));
    expect(checkRoutes(week([0, 10], 4, clients), { ...solution, routes }).map(({ code }) => code)).toContain(
      "check.route.daySet",
    );
  });
});

describe("validation", () => {
  it("refuses day sets without days, with a day twice or outside the horizon", () => {
    const bad = [[], [[]], [[1, 1]], [[4]], [[0.5]]];
    const clients = bad.map((daySets) => client(0, { windows: eachDay(4), daySets }));
    const found = validateProblem(week([0], 4, clients)).map(({ code }) => code);
    expect(found).toEqual(["noDaySet", "badDaySet", "badDaySet", "badDaySet", "badDaySet"]);
  });
});

/** The optimum over all choices of daySets: each choice is a problem of single visits tied to their days. */
function bruteForceDaySets(instance: RoutingProblem, penalty: number): number {
  const go = (index: number, visits: Client[], missed: number): number => {
    if (index === instance.clients.length) return missed + bruteForce({ ...instance, clients: visits }, 1e9);
    const { daySets, ...plain } = instance.clients[index]!;
    const prize = plain.prizeCents ?? penalty;
    let least = go(index + 1, visits, missed + prize);
    const onDay = (day: number): Client => ({
      ...plain,
      prizeCents: null,
      windows: plain.windows.map((windows, d) => (d === day ? windows : [])),
    });
    for (const daySet of daySets ?? [])
      least = Math.min(least, go(index + 1, [...visits, ...daySet.map(onDay)], missed));
    if (daySets === undefined)
      least = Math.min(least, go(index + 1, [...visits, { ...plain, prizeCents: null }], missed));
    return least;
  };
  return go(0, [], 0);
}

describe("against brute force", () => {
  it("never claims less than the optimum, and reaches it on nearly all of 16 instances", () => {
    let reached = 0;
    for (let seed = 1; seed <= 16; seed++) {
      const rich = richProblem(seed, { clients: 3, days: 3, vehicles: 1, facilities: 1, windows: 0.2 });
      const daySets = [
        [[0, 1], [1, 2], [2]],
        [[0, 2], [1]],
      ];
      const clients = rich.clients.map((one, c) => (c < 2 ? { ...one, daySets: daySets[c]! } : one));
      const instance = { ...rich, clients };
      const penalty = requiredPenaltyCents(instance);
      const optimum = bruteForceDaySets(instance, penalty);
      const { solution } = solve(instance, { seed, iterations: 200 });
      for (const one of [solution, greedy(instance)])
        expect(checkRoutes(instance, one).filter(({ code }) => code !== "check.route.required")).toEqual([]);
      const found = fullObjective(instance, solution, penalty);
      expect(found).toBeGreaterThanOrEqual(optimum);
      if (found === optimum) reached++;
    }
    // In two of them two optional clients are together worth a tour that neither is worth alone; the search adds one by one.
    expect(reached).toBeGreaterThanOrEqual(14);
  });
});
