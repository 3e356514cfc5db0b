/** Random weeks in which every rule of the model occurs at once: each plan keeps them all, each price is what it says. */
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { greedy, requiredPenaltyCents, solve, validateProblem } from "../../../optimizer/routing/index.ts";
import { Inserter } from "../../../optimizer/routing/insertion.ts";
import { buildModel } from "../../../optimizer/routing/model.ts";
import { Plan } from "../../../optimizer/routing/plan.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { Recreate } from "../../../optimizer/routing/recreate.ts";
import { everything } from "../../unit/optimizer/routing/everything.ts";
import { numbers } from "../../unit/optimizer/routing/instances.ts";
import { fullObjective } from "../../unit/optimizer/routing/reprice.ts";

describe("with every rule at once", () => {
  for (const withContainers of [false, true]) {
    it(`every plan keeps them all, ${withContainers ? "containers included" : "without containers"}`, () => {
      let served = 0;
      for (let seed = 1; seed <= 3; seed++) {
        const problem = everything(seed, withContainers);
        expect(validateProblem(problem)).toEqual([]);
        const penalty = requiredPenaltyCents(problem);
        const base = greedy(problem);
        const { solution } = solve(problem, { seed, iterations: withContainers ? 20 : 40 });
        for (const one of [base, solution])
          expect(checkRoutes(problem, one).filter(({ code }) => code !== "check.route.required")).toEqual([]);
        expect(fullObjective(problem, solution, penalty)).toBeLessThanOrEqual(fullObjective(problem, base, penalty));
        served += problem.clients.length - solution.unserved.length;
      }
      expect(served).toBeGreaterThan(25);
    });
  }

  it("an insertion costs exactly what the route repriced costs more", () => {
    let priced = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const plan = new Plan(buildModel(everything(seed, seed % 2 === 0)));
      const inserter = new Inserter(plan);
      new Recreate(plan, inserter, new Random(seed), 0.4).run();
      const next = numbers(seed);
      for (let trial = 0; trial < 60 && plan.absentCount > 0; trial++) {
        const client = plan.absent[Math.floor(next() * plan.absentCount)]!;
        const route = Math.floor(next() * plan.model.routeCount);
        const position = Math.floor(next() * (plan.length[route]! + 1));
        const delta = inserter.deltaAt(client, route, position);
        if (delta === Number.POSITIVE_INFINITY) continue;
        const before = [plan.cost[route], plan.objective, [...plan.absent.subarray(0, plan.absentCount)]];
        plan.mark();
        plan.touch(route);
        plan.insert(client, route, position);
        expect(plan.reprice(route)).toBe(true);
        expect(plan.cost[route]! - (before[0] as number)).toBe(delta);
        plan.revert();
        expect([plan.cost[route], plan.objective, [...plan.absent.subarray(0, plan.absentCount)]]).toEqual(before);
        priced++;
      }
    }
    expect(priced).toBeGreaterThan(50);
  });
});
