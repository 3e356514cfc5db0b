/** Random rich instances: every result keeps every rule, greedy is never better, prices are what they say. */
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../optimizer/checker/routes.ts";
import { greedy, requiredPenaltyCents, solve } from "../../../optimizer/routing/index.ts";
import { Inserter } from "../../../optimizer/routing/insertion.ts";
import { buildModel } from "../../../optimizer/routing/model.ts";
import { Plan } from "../../../optimizer/routing/plan.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { Recreate } from "../../../optimizer/routing/recreate.ts";
import { numbers, richProblem, type Shape } from "../../unit/optimizer/routing/instances.ts";
import { faults, fullObjective } from "../../unit/optimizer/routing/reprice.ts";

const SHAPES: readonly Shape[] = [
  { clients: 12 },
  { clients: 20, days: 3, vehicles: 3, facilities: 3 },
  { clients: 15, classical: 1, facilities: 1, windows: 0.8 },
  { clients: 18, days: 2, vehicles: 4, facilities: 2, classical: 0.3, optional: 0.6 },
];

describe("on random rich instances", () => {
  for (const [index, shape] of SHAPES.entries()) {
    it(`keeps every rule and is never worse than nearest neighbour (shape ${index + 1})`, () => {
      for (let seed = 1; seed <= 12; seed++) {
        const problem = richProblem(100 * index + seed, shape);
        const penalty = requiredPenaltyCents(problem);
        const base = greedy(problem);
        const { solution, reasons } = solve(problem, { seed, iterations: 150 });
        expect(faults(problem, base)).toEqual([]);
        expect(faults(problem, solution)).toEqual([]);
        // Some of these instances cannot serve everyone; that is all the checker may find.
        const found = checkRoutes(problem, solution).filter((finding) => finding.code !== "check.route.required");
        expect(found).toEqual([]);
        expect(fullObjective(problem, solution, penalty)).toBeLessThanOrEqual(fullObjective(problem, base, penalty));
        expect(reasons.map((reason) => reason.client)).toEqual(solution.unserved);
        for (const reason of reasons) expect(reason.needed).toBeGreaterThan(reason.limit);
      }
    });
  }

  it("gives the same result for the same seed and iterations", () => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = richProblem(seed, SHAPES[1]!);
      expect(solve(problem, { seed, iterations: 200 })).toEqual(solve(problem, { seed, iterations: 200 }));
    }
  });

  it("prices an insertion exactly as the whole route repriced", () => {
    let priced = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const plan = new Plan(buildModel(richProblem(seed, SHAPES[seed % SHAPES.length]!)));
      const inserter = new Inserter(plan);
      new Recreate(plan, inserter, new Random(seed), 0.3).run();
      const next = numbers(seed);
      for (let trial = 0; trial < 40 && plan.absentCount > 0; trial++) {
        const client = plan.absent[Math.floor(next() * plan.absentCount)]!;
        const route = Math.floor(next() * plan.model.routeCount);
        const position = Math.floor(next() * (plan.length[route]! + 1));
        const delta = inserter.deltaAt(client, route, position);
        if (delta === Number.POSITIVE_INFINITY) continue;
        const before = plan.cost[route]!;
        plan.mark();
        plan.touch(route);
        plan.insert(client, route, position);
        expect(plan.reprice(route)).toBe(true);
        expect(plan.cost[route]! - before).toBe(delta);
        plan.revert();
        expect(plan.cost[route]).toBe(before);
        priced++;
      }
    }
    expect(priced).toBeGreaterThan(100);
  });

  it("remembers for each route the cheapest of its positions", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = new Plan(buildModel(richProblem(seed, { ...SHAPES[seed % SHAPES.length]!, jitter: 0 })));
      const inserter = new Inserter(plan);
      new Recreate(plan, inserter, new Random(seed), 0.3).run();
      for (const client of plan.absent.slice(0, plan.absentCount)) {
        for (let route = 0; route < plan.model.routeCount; route++) {
          let best = Number.POSITIVE_INFINITY;
          for (let p = 0; p <= plan.length[route]!; p++) best = Math.min(best, inserter.deltaAt(client, route, p));
          expect(inserter.cheapest(client, route, Number.POSITIVE_INFINITY)).toBe(best);
          expect(inserter.cheapest(client, route, Number.POSITIVE_INFINITY)).toBe(best);
        }
      }
    }
  });
});
