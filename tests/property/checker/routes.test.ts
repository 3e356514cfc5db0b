/** What the routing solver returns keeps every rule, by a reader that shares no code with it. */
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { greedy, solve } from "../../../optimizer/routing/index.ts";
import { richProblem, type Shape } from "../../unit/optimizer/routing/instances.ts";

const SHAPES: readonly Shape[] = [
  { clients: 12 },
  { clients: 20, days: 3, vehicles: 3, facilities: 3 },
  { clients: 15, classical: 1, facilities: 1, windows: 0.8 },
  { clients: 18, days: 2, vehicles: 4, facilities: 2, classical: 0.3, optional: 0.6, limitedFacilities: true },
];

describe("random rich instances", () => {
  for (const [index, shape] of SHAPES.entries()) {
    it(`are solved within every rule (shape ${index + 1})`, () => {
      let routes = 0;
      for (let seed = 1; seed <= 15; seed++) {
        const problem = richProblem(1000 * index + seed, shape);
        for (const solution of [greedy(problem), solve(problem, { seed, iterations: 150 }).solution]) {
          // Some instances cannot serve everybody; the solver then says so.
          expect(checkRoutes(problem, solution).filter((f) => f.code !== "check.route.required")).toEqual([]);
          routes += solution.routes.length;
        }
      }
      expect(routes).toBeGreaterThan(20);
    });
  }
});
