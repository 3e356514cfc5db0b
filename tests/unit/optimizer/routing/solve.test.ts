/** Options, validation and reporting of the solver. */
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../domain/problem.ts";
import { solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { client, problem, richProblem, vehicle } from "./instances.ts";

describe("validation", () => {
  it("finds all faults at once, each with place, cause and action", () => {
    const broken = problem([0, 1], {
      clients: [client(7, { load: [1, 2], serviceSeconds: -1, facilities: [3] })],
      vehicles: [vehicle({ profile: 2, shifts: [] })],
    });
    const found = validateProblem(broken);
    expect(found.map((fault) => fault.code).sort()).toEqual(
      ["badAmount", "dayCount", "dimensionCount", "unknownFacility", "unknownLocation", "unknownProfile"].sort(),
    );
    for (const fault of found) {
      expect(fault.place.id).not.toBe("");
      expect(fault.cause).toMatch(/\.$/);
      expect(fault.action).toMatch(/\.$/);
    }
    expect(() => solve(broken, { seed: 1, iterations: 1 })).toThrow(InputError);
  });

  it("has nothing to say about a sound problem", () => {
    expect(validateProblem(richProblem(1, { clients: 10 }))).toEqual([]);
  });
});

describe("the budget", () => {
  const instance = richProblem(2, { clients: 10 });

  it("must name an end, and a clock for seconds", () => {
    expect(() => solve(instance, { seed: 1 })).toThrow("needs an end");
    expect(() => solve(instance, { seed: 1, seconds: 1 })).toThrow("needs a clock");
  });

  it("ends with whichever of seconds and iterations comes first", () => {
    let clock = 0;
    const now = (): number => (clock += 100);
    expect(solve(instance, { seed: 1, iterations: 20, seconds: 1e6, now }).iterations).toBe(20);
    expect(solve(instance, { seed: 1, iterations: 1e9, seconds: 2, now }).iterations).toBeLessThan(1000);
  });

  it("ends when the caller aborts, with the best plan so far", () => {
    const result = solve(instance, { seed: 1, iterations: 1e9, signal: AbortSignal.abort() });
    expect(result.iterations).toBe(0);
    expect(result.solution.routes.length).toBeGreaterThan(0);
  });

  it("reports progress that never gets worse, and a trace that gets better", () => {
    const seen: number[] = [];
    const { trace } = solve(instance, { seed: 1, iterations: 200, onProgress: (p) => seen.push(p.bestCents) });
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    for (let i = 1; i < trace.length; i++) expect(trace[i]!.bestCents).toBeLessThan(trace[i - 1]!.bestCents);
  });
});

describe("empty problems", () => {
  it("have empty plans", () => {
    const { solution } = solve(problem([0], { clients: [], vehicles: [] }), { seed: 1, iterations: 10 });
    expect(solution).toEqual({ routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 });
  });

  it("leave everyone out when there is no vehicle", () => {
    const { reasons } = solve(problem([0, 1], { clients: [client(1)], vehicles: [] }), { seed: 1, iterations: 10 });
    expect(reasons).toEqual([
      { client: 0, code: "noVehicle", limit: 0, needed: 1, unit: "count", insertions: [], violation: null },
    ]);
  });
});
