/** The plain problem: which problems the fast path takes, how well it does on a known one, that it counts right. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  customerRows,
  parseVrplib,
  parseVrplibSolution,
  vrplibProblem,
} from "../../../../optimizer/routing/formats/vrplib.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { greedy, solve } from "../../../../optimizer/routing/index.ts";
import { asPlain } from "../../../../optimizer/routing/plain/recognise.ts";
import { evaluateCvrp, nearest } from "../../../bench/routing/evaluate.ts";
import { client, problem, vehicle } from "./instances.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/cvrp-x/${name}`, import.meta.url), "utf8");

describe("X-n101-k25", () => {
  const file = parseVrplib(read("X-n101-k25.vrp"));
  const instance = vrplibProblem(file, "nearest");
  const costOf = (rows: number[][]): number => evaluateCvrp({ ...file, round: nearest }, file.capacity, rows);

  it("has a shipped solution that costs exactly what it states", () => {
    const known = parseVrplibSolution(read("X-n101-k25.sol"));
    expect(costOf(known.routes)).toBe(27591);
    expect(known.cost).toBe(27591);
  });

  it("is recognised as plain, its whole-number arcs kept as they are", () => {
    expect(asPlain(instance)?.scale).toBe(1);
  });

  it("comes within 2 % of the best known in 20,000 iterations, nearest neighbour staying above 15 %", () => {
    const { solution, iterations } = solve(instance, { seed: 1, iterations: 20_000 });
    expect(iterations).toBe(20_000);
    expect(checkRoutes(instance, solution)).toEqual([]);
    expect(costOf(customerRows(solution))).toBe(solution.objectiveCents);
    expect(solution.objectiveCents).toBeLessThan(1.02 * 27591);
    expect(greedy(instance).objectiveCents).toBeGreaterThan(1.15 * 27591);
  });

  it("takes the same tours for the same seed", () => {
    const once = solve(instance, { seed: 7, iterations: 500 });
    expect(solve(instance, { seed: 7, iterations: 500 })).toEqual(once);
  });
});

describe("the fast path", () => {
  // Depot at 0, clients at 10, 20 and -10 m; two fit on a truck. Best: 0-10-20-0 and 0-(-10)-0, 40 + 20 = 60 m at 1 cent.
  const parts = {
    clients: [client(1), client(2), client(3)],
    vehicles: [vehicle({ capacity: [2] }), vehicle({ capacity: [2] })],
  };
  const plain = problem([0, 10, 20, -10], parts);

  it("finds the optimum of three clients and two trucks", () => {
    expect(asPlain(plain)).not.toBeNull();
    const { solution } = solve(plain, { seed: 1, iterations: 50 });
    expect(checkRoutes(plain, solution)).toEqual([]);
    expect(solution.objectiveCents).toBe(60);
  });

  it("leaves it to the full model when a window or a prize appears, or vehicles do not go back to where they start", () => {
    const [first, ...others] = plain.clients;
    const early = { ...first!, windows: [[{ earliest: 0, latest: 5 }]] };
    expect(asPlain({ ...plain, clients: [early, ...others] })).toBeNull();
    expect(asPlain({ ...plain, clients: [{ ...first!, prizeCents: 5 }, ...others] })).toBeNull();
    expect(asPlain({ ...plain, vehicles: [vehicle(), vehicle({ endLocation: 1 })] })).toBeNull();
  });

  it("leaves it to the full model when a part has a field that it does not know", () => {
    const [first, ...others] = plain.clients;
    const unknown = (value: unknown) => ({ ...plain, clients: [{ ...first!, ruleOfTomorrow: value }, ...others] });
    expect(asPlain(unknown(7))).toBeNull();
    expect(asPlain(unknown(null))).not.toBeNull();
    expect(asPlain({ ...plain, vehicles: plain.vehicles.map((v) => ({ ...v, ruleOfTomorrow: 7 })) })).toBeNull();
  });

  it("serves a single client", () => {
    // 10 m there and back.
    const single = problem([0, 10], { clients: [client(1)] });
    const { solution } = solve(single, { seed: 1, iterations: 600 });
    expect(checkRoutes(single, solution)).toEqual([]);
    expect(solution.objectiveCents).toBe(20);
  });

  it("starts each client from the nearer of two depots", () => {
    // Depots at 0 and 100, clients at 10 and 90: there and back 20 m each.
    const clients = [client(2), client(3)];
    const vehicles = [vehicle(), vehicle({ startLocation: 1, endLocation: 1 })];
    const two = problem([0, 100, 10, 90], { clients, vehicles });
    const { solution } = solve(two, { seed: 1, iterations: 50 });
    expect(checkRoutes(two, solution)).toEqual([]);
    expect(solution.objectiveCents).toBe(40);
  });

  it("drives twice where the shift is too short for one tour", () => {
    // 10 and -10 m in one tour take 40 s, alone 20 s each; nothing limits but the shift of 39 s.
    const shift = { earliest: 0, latest: 39 };
    const vehicles = [vehicle({ shifts: [shift] }), vehicle({ shifts: [shift] })];
    const short = problem([0, 10, -10], { clients: [client(1), client(2)], vehicles });
    expect(asPlain(short)?.span).not.toBeNull();
    const { solution } = solve(short, { seed: 1, iterations: 50 });
    expect(checkRoutes(short, solution)).toEqual([]);
    expect(solution.routes).toHaveLength(2);
  });

  it("tells who stays when the fleet is too small for all", () => {
    const short = { ...plain, vehicles: [vehicle({ capacity: [2] })] };
    const { solution, reasons } = solve(short, { seed: 1, iterations: 50 });
    const missing = checkRoutes(short, solution).map(({ code }) => code);
    expect(missing).toEqual(["check.route.required"]);
    expect(solution.unserved).toHaveLength(1);
    // Two of three are on board, a third would be needed: 3 of 2.
    expect(reasons[0]).toMatchObject({ code: "capacity", limit: 2, needed: 3 });
  });
});
