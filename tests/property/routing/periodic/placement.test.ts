/** The dynamic program over unloadings against trying all of them, and insertion prices against pricing anew. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Placement } from "../../../../optimizer/routing/periodic/placement.ts";
import { Random, shuffle } from "../../../../optimizer/routing/random.ts";
import { priceByTrial, sample } from "./support.ts";

const CLIENTS = 8;
const UNLIMITED = 1e6;

function randomRow(seed: number, length: number): Int32Array {
  const nodes = Int32Array.from({ length: CLIENTS }, (_, i) => i + 1);
  shuffle(nodes, CLIENTS, new Random(seed));
  return nodes.slice(0, length);
}

const cases = {
  seed: fc.integer({ min: 1, max: 100_000 }),
  length: fc.integer({ min: 0, max: CLIENTS - 1 }),
  capacity: fc.integer({ min: 10, max: 45 }),
};

describe("placement of unloadings", () => {
  it("costs what the best of all choices of arcs and facilities costs", () => {
    fc.assert(
      fc.property(fc.record(cases), ({ seed, length, capacity }) => {
        const { input, instance } = sample(seed, CLIENTS, capacity, UNLIMITED);
        const row = randomRow(seed, length);
        expect(new Placement(instance).cost(row, 0, length)).toBe(priceByTrial(input, [...row]));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("prices an insertion at what the cheapest longer row costs when priced anew", () => {
    fc.assert(
      fc.property(fc.record(cases), ({ seed, length, capacity }) => {
        const { input, instance } = sample(seed, CLIENTS, capacity, UNLIMITED);
        const row = [...randomRow(seed, length + 1)];
        const node = row.pop()!;
        const placement = new Placement(instance);
        placement.cost(Int32Array.from(row), 0, length);
        placement.lookBack();
        const found = placement.insertion(node);
        const prices = Array.from({ length: length + 1 }, (_, i) => priceByTrial(input, row.toSpliced(i, 0, node)));
        expect(found).toBe(Math.min(...prices));
        expect(prices[placement.position]).toBe(found);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("names the arcs it unloads on, so that every trip fits and the last arc is among them", () => {
    fc.assert(
      fc.property(fc.record(cases), ({ seed, length, capacity }) => {
        fc.pre(length > 0);
        const { instance } = sample(seed, CLIENTS, capacity, UNLIMITED);
        const row = randomRow(seed, length);
        const placement = new Placement(instance);
        placement.cost(row, 0, length);
        const arcs = new Int32Array(length + 1);
        const unloads = new Set(arcs.subarray(0, placement.unloadings(arcs)));
        expect(unloads.has(length)).toBe(true);
        let load = 0;
        row.forEach((node, i) => {
          load += instance.demand[node]!;
          expect(load).toBeLessThanOrEqual(capacity);
          if (unloads.has(i + 1)) load = 0;
        });
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
