/** Random plain problems: prices are what they say, an iteration is taken back exactly, results keep every rule. */
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../optimizer/checker/routes.ts";
import { greedy, requiredPenaltyCents, solve } from "../../../optimizer/routing/index.ts";
import type { Plain } from "../../../optimizer/routing/plain/instance.ts";
import { Exchange } from "../../../optimizer/routing/plain/exchange.ts";
import { MixedRecreate } from "../../../optimizer/routing/plain/mixedRecreate.ts";
import { nearestNodes } from "../../../optimizer/routing/plain/neighbours.ts";
import { asPlain } from "../../../optimizer/routing/plain/recognise.ts";
import { Recreate } from "../../../optimizer/routing/plain/recreate.ts";
import { Retyper } from "../../../optimizer/routing/plain/retype.ts";
import { Ruin } from "../../../optimizer/routing/plain/ruin.ts";
import { startWithSavings } from "../../../optimizer/routing/plain/start.ts";
import { NEXT, Tours } from "../../../optimizer/routing/plain/tours.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { bruteForce } from "../../unit/optimizer/routing/bruteForce.ts";
import { plainProblem, type PlainShape } from "../../unit/optimizer/routing/plainInstances.ts";

const SHAPES: readonly PlainShape[] = [
  { clients: 30 },
  { clients: 30, oneWay: 0.3 },
  { clients: 25, depots: 3 },
  { clients: 25, shift: 2600 },
  { clients: 25, types: 3 },
  { clients: 25, depots: 2, types: 2, shift: 2600, oneWay: 0.2, whole: false },
];
const SETTINGS = { meanRemoved: 6, longestString: 6, splitChance: 0.5, splitGrowth: 0.5 };

/** Cost of everything on the road, added up from nothing. */
function fullCost({ problem, first, size, type, at }: Tours): number {
  const { arcs, types } = problem;
  let sum = 0;
  for (let tour = 0; tour < size.length; tour++) {
    if (size[tour] === 0) continue;
    const depot = types.depot[type[tour]!]!;
    let length = 0;
    let place = depot;
    for (let k = 0, node = first[tour]!; k < size[tour]!; k++, node = at[(node << 2) + NEXT]!) {
      length += arcs.of(place, node);
      place = node;
    }
    sum += types.fixed[type[tour]!]! + types.rate[type[tour]!]! * (length + arcs.of(place, depot));
  }
  return sum;
}

/** Tours that are overloaded or too long, walked from end to end. */
function roomsAndLimits({ problem, first, size, type, at }: Tours): number[] {
  const { types, demand, span, service } = problem;
  return [...size.keys()].filter((tour) => {
    if (size[tour] === 0) return false;
    const depot = types.depot[type[tour]!]!;
    let [load, time, place] = [0, 0, depot];
    for (let k = 0, node = first[tour]!; k < size[tour]!; k++, node = at[(node << 2) + NEXT]!) {
      load += demand[node]!;
      time += (span?.of(place, node) ?? 0) + service[node]!;
      place = node;
    }
    time += span?.of(place, depot) ?? 0;
    return load > types.capacity[type[tour]!]! || time > types.limit[type[tour]!]! + 1e-6;
  });
}

function snapshot(tours: Tours) {
  const { first, size, load, left, cost, freeCount, absentCount } = tours;
  const road = Array.from(size, (count, tour) =>
    count === 0 ? null : [tours.type[tour], tours.room[tour], first[tour]],
  );
  return { road, load: [...load], left: [...left], at: [...tours.at], cost, freeCount, absentCount };
}

/** Says after each insertion what it was priced at. */
function watched(tours: Tours, random: Random, onPlaced: (price: number, before: number) => void): Recreate {
  const { arcs, depots, mixed } = tours.problem;
  const neighbours = nearestNodes(arcs, depots, 15);
  const Base = mixed ? MixedRecreate : Recreate;
  class Watched extends Base {
    protected override place(node: number): boolean {
      const before = tours.cost;
      const placed = super.place(node);
      if (placed) onPlaced(this.best, before);
      return placed;
    }
  }
  return new Watched(tours, neighbours, 10, random, 0.05);
}

function begin(plain: Plain, random: Random, onPlaced: (price: number, before: number) => void = () => {}) {
  const tours = new Tours(plain);
  const neighbours = nearestNodes(plain.arcs, plain.depots, 15);
  const recreate = watched(tours, random, (price, before) => {
    onPlaced(price, before);
    expect(tours.cost - before).toBeCloseTo(price, 3);
  });
  startWithSavings(tours, neighbours, Number.POSITIVE_INFINITY);
  tours.mark();
  recreate.run(Number.POSITIVE_INFINITY);
  return { tours, recreate, ruin: new Ruin(tours, neighbours, SETTINGS, random), retyper: new Retyper(tours, random) };
}

describe("on random plain problems", () => {
  for (const [index, shape] of SHAPES.entries()) {
    it(`prices each insertion as the tours cost more after it, and the sum as everything added up (shape ${index + 1})`, () => {
      let placed = 0;
      for (let seed = 1; seed <= 5; seed++) {
        const plain = asPlain(plainProblem(seed, shape))!;
        const { tours, recreate, ruin, retyper } = begin(plain, new Random(seed), () => placed++);
        for (let iteration = 0; iteration < 40; iteration++) {
          tours.mark();
          ruin.run();
          if (plain.mixed) retyper.run(0.5);
          recreate.run(Number.POSITIVE_INFINITY);
          expect(tours.cost).toBeCloseTo(fullCost(tours), 3);
        }
      }
      expect(placed).toBeGreaterThan(300);
    });

    it(`takes an iteration back exactly (shape ${index + 1})`, () => {
      const plain = asPlain(plainProblem(7, shape))!;
      const random = new Random(7);
      const { tours, recreate, ruin, retyper } = begin(plain, random);
      for (let iteration = 0; iteration < 60; iteration++) {
        const before = snapshot(tours);
        tours.mark();
        ruin.run();
        if (plain.mixed) retyper.run(0.5);
        // Now and then an iteration is given up in the middle.
        recreate.run(iteration % 3 === 0 ? tours.cost : Number.POSITIVE_INFINITY);
        if (plain.mixed) retyper.run(0);
        tours.revert();
        const after = snapshot(tours);
        expect({ ...after, road: null, at: null }).toEqual({ ...before, road: null, at: null });
        expect(after.road).toEqual(before.road);
        expect(after.at).toEqual(before.at);
      }
    });

    it(`exchanges tails within capacity and limit, at the price it says, or leaves everything as it was (shape ${index + 1})`, () => {
      const plain = asPlain(plainProblem(11, shape))!;
      const random = new Random(11);
      const { tours } = begin(plain, random);
      const exchange = new Exchange(tours, nearestNodes(plain.arcs, plain.depots, 15), 12, random);
      let made = 0;
      for (let attempt = 0; attempt < 3000; attempt++) {
        const before = attempt % 10 === 0 ? snapshot(tours) : null;
        const limit = tours.cost + 200 * plain.scale;
        tours.mark();
        if (exchange.attempt(limit)) {
          made++;
          expect(tours.cost).toBeLessThan(limit);
          expect(tours.cost).toBeCloseTo(fullCost(tours), 3);
          expect(roomsAndLimits(tours)).toEqual([]);
        } else if (before !== null) expect(snapshot(tours)).toEqual(before);
      }
      expect(made).toBeGreaterThan(20);
    });

    it(`keeps every rule and is never dearer than nearest neighbour (shape ${index + 1})`, () => {
      for (let seed = 1; seed <= 6; seed++) {
        const problem = plainProblem(100 + seed, shape);
        const { solution } = solve(problem, { seed, iterations: 300 });
        expect(checkRoutes(problem, solution)).toEqual([]);
        expect(solution.objectiveCents).toBeLessThanOrEqual(greedy(problem).objectiveCents);
      }
    });
  }
});

describe("against brute force", () => {
  for (const [index, shape] of SHAPES.entries()) {
    it(`finds the optimum of small plain problems (shape ${index + 1})`, () => {
      for (let seed = 1; seed <= 4; seed++) {
        const problem = plainProblem(200 + seed, { ...shape, clients: 4 });
        const { solution } = solve(problem, { seed, iterations: 3000 });
        expect(checkRoutes(problem, solution)).toEqual([]);
        expect(solution.objectiveCents).toBe(bruteForce(problem, requiredPenaltyCents(problem)));
      }
    });
  }
});
