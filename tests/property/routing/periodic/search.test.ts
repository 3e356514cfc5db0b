/** The state of the search against pricing anew, and the whole search against trying everything. */
import { describe, expect, it } from "vitest";
import { Budget } from "../../../../optimizer/routing/budget.ts";
import type { PeriodicInput } from "../../../../optimizer/routing/periodic/instance.ts";
import { InsertionMemo } from "../../../../optimizer/routing/periodic/memo.ts";
import { ALL_DAYS, Pending } from "../../../../optimizer/routing/periodic/pending.ts";
import { Recreate } from "../../../../optimizer/routing/periodic/recreate.ts";
import { Routes } from "../../../../optimizer/routing/periodic/routes.ts";
import { Ruin } from "../../../../optimizer/routing/periodic/ruin.ts";
import { searchPeriodic, SETTINGS } from "../../../../optimizer/routing/periodic/search.ts";
import { Random } from "../../../../optimizer/routing/random.ts";
import { priceByTrial, sample } from "./support.ts";

/** The least cost of serving `nodes` on one day with the vehicles there are; Infinity if that cannot be in time. */
function dayByTrial(input: PeriodicInput, nodes: readonly number[]): number {
  const serviceOf = (row: readonly number[]): number => row.reduce((sum, node) => sum + input.service[node - 1]!, 0);
  const route = (row: readonly number[]): number => {
    const cost = priceByTrial(input, row);
    return cost + serviceOf(row) <= input.maxDuration ? cost : Number.POSITIVE_INFINITY;
  };
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders(nodes)) {
    const lastCut = input.vehiclesPerDay === 1 ? 0 : order.length;
    for (let cut = 0; cut <= lastCut; cut++)
      least = Math.min(least, route(order.slice(0, cut)) + route(order.slice(cut)));
  }
  return least;
}

function orders(nodes: readonly number[]): number[][] {
  if (nodes.length === 0) return [[]];
  return nodes.flatMap((node) => orders(nodes.filter((other) => other !== node)).map((rest) => [node, ...rest]));
}

function optimumByTrial(input: PeriodicInput): number {
  const known = new Map<string, number>();
  const day = (nodes: readonly number[]): number => {
    const key = nodes.join();
    if (!known.has(key)) known.set(key, dayByTrial(input, nodes));
    return known.get(key)!;
  };
  let least = Number.POSITIVE_INFINITY;
  const choose = (chosen: readonly number[]): void => {
    const next = input.schemes[chosen.length];
    if (next !== undefined) return next.forEach((mask) => choose([...chosen, mask]));
    let sum = 0;
    for (let d = 0; d < input.days; d++) {
      sum += day(chosen.flatMap((mask, i) => (((mask >> d) & 1) === 1 ? [i + 1] : [])));
    }
    least = Math.min(least, sum);
    return undefined;
  };
  choose([]);
  return least;
}

describe("the periodic search", () => {
  it("knows after every ruin, recreate and revert what pricing anew gives", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { input, instance } = sample(seed, 9, 22, 90);
      const random = new Random(seed);
      const routes = new Routes(instance, random);
      const memo = new InsertionMemo(routes);
      const pending = new Pending(instance);
      const recreate = new Recreate(routes, memo, pending, random, 0.2);
      const ruin = new Ruin(routes, memo, pending, random, SETTINGS);
      for (let node = 1; node < instance.nodes; node++) pending.add(node, ALL_DAYS);
      recreate.run();
      for (let k = 0; k < 60; k++) {
        routes.mark();
        const before = [routes.total, routes.excess, routes.hash.join(), routes.slotOf.join(), routes.length.join()];
        ruin.run();
        recreate.run();
        expectTrue(routes, input);
        if (random.fraction() < 0.5) continue;
        routes.revert();
        expect([routes.total, routes.excess, routes.hash.join(), routes.slotOf.join(), routes.length.join()]).toEqual(
          before,
        );
      }
    }
  });

  it("finds the optimum of small instances", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { input, instance } = sample(seed, 5, 15, 110);
      const optimum = optimumByTrial(input);
      const { plan } = searchPeriodic(instance, 1, new Budget({ seed: 1, iterations: 6000 }));
      if (optimum === Number.POSITIVE_INFINITY) expect(plan.excess).toBeGreaterThan(0);
      else expect(plan).toMatchObject({ cost: optimum, excess: 0 });
    }
  });
});

/** Cost, excess and day sets of every route and client, derived from the rows alone. */
function expectTrue(routes: Routes, input: PeriodicInput): void {
  const { instance, stride } = routes;
  let total = 0;
  let excess = 0;
  const masks = new Int32Array(instance.nodes);
  for (let slot = 0; slot < routes.slots; slot++) {
    const row = [...routes.sequence.slice(slot * stride, slot * stride + routes.length[slot]!)];
    const day = Math.floor(slot / instance.vehiclesPerDay);
    for (const node of row) {
      masks[node]! |= 1 << day;
      expect(routes.slotOf[node * instance.days + day]).toBe(slot);
    }
    // Trying all choices is dear for long rows; the placement test covers them.
    const cost = row.length > 9 ? routes.cost[slot]! : priceByTrial(input, row);
    expect(routes.cost[slot]).toBe(cost);
    total += cost;
    excess += Math.max(0, cost + row.reduce((sum, node) => sum + instance.service[node]!, 0) - instance.maxDuration);
  }
  expect([routes.total, routes.excess]).toEqual([total, excess]);
  for (let node = 1; node < instance.nodes; node++) expect(instance.schemes[node]).toContain(masks[node]);
}
