/** Random weeks in which every rule of the model occurs at once: each plan keeps them all, each price is what it says. */
import { describe, expect, it } from "vitest";
import type { Client } from "../../../domain/routing/problem.ts";
import type { Route } from "../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { greedy, requiredPenaltyCents, solve, validateProblem } from "../../../optimizer/routing/index.ts";
import { Inserter } from "../../../optimizer/routing/insertion.ts";
import { buildModel } from "../../../optimizer/routing/model.ts";
import { Plan } from "../../../optimizer/routing/plan.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { Recreate } from "../../../optimizer/routing/recreate.ts";
import { routeAt } from "../../../optimizer/routing/solution.ts";
import { everything } from "../../unit/optimizer/routing/everything.ts";
import { numbers } from "../../unit/optimizer/routing/instances.ts";
import { fullObjective } from "../../unit/optimizer/routing/reprice.ts";

/** What one route alone cannot keep: everybody served once or on the days of a set, the published plan. */
const OF_THE_PLAN = ["required", "clientLost", "clientTwice", "daySet", "total"].map((rule) => `check.route.${rule}`);
const FEATURES = [
  "job",
  "after",
  "daySets",
  "published",
  "restsDriver",
  "break",
  "facility",
  "return",
  "yard",
] as const;

/** Those who are waited for may be on other routes. */
function withoutOthers({ after: _, daySets: __, ...client }: Client): Client {
  return client;
}

/** Which rules had a say in the price. */
function featuresOf(client: Client, { stops }: Route): string[] {
  const { job, after, daySets, published, restsDriver = false } = client;
  const asked = { job, after, daySets, published, restsDriver: restsDriver ? true : undefined };
  const kinds = stops.map(({ kind }) => kind).filter((kind) => kind !== "client");
  return [...Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [name])), ...kinds];
}

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
    const seen = new Map<string, number>();
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
        // The whole route by the checker's own reading: what it costs, and every rule of a route alone.
        const timed = routeAt(plan, route);
        expect(timed.costCents).toBe(plan.cost[route]);
        const { problem } = plan.model;
        const alone = { routes: [timed], unserved: [], routeCostCents: timed.costCents, objectiveCents: 0 };
        const ofRoute = checkRoutes({ ...problem, clients: problem.clients.map(withoutOthers) }, alone);
        expect(ofRoute.filter(({ code, place }) => !OF_THE_PLAN.includes(code) && place.id !== undefined)).toEqual([]);
        for (const feature of featuresOf(problem.clients[client]!, timed))
          seen.set(feature, (seen.get(feature) ?? 0) + 1);
        plan.revert();
        expect([plan.cost[route], plan.objective, [...plan.absent.subarray(0, plan.absentCount)]]).toEqual(before);
        priced++;
      }
    }
    expect(priced).toBeGreaterThan(50);
    expect([...seen.keys()].sort()).toEqual([...FEATURES].sort());
  });
});
