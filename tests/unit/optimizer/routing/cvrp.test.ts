/** The plain capacitated problem: file format, fast path, margin over nearest neighbour. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { greedy, solve } from "../../../../optimizer/routing/index.ts";
import { asCvrp } from "../../../../optimizer/routing/cvrp/instance.ts";
import { Recreate } from "../../../../optimizer/routing/cvrp/recreate.ts";
import { Ruin } from "../../../../optimizer/routing/cvrp/ruin.ts";
import { Tours } from "../../../../optimizer/routing/cvrp/tours.ts";
import { Random } from "../../../../optimizer/routing/random.ts";
import * as vrplib from "../../../bench/routing/vrplib.ts";
import { client, problem, vehicle } from "./instances.ts";
import { faults } from "./reprice.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/cvrp-x/${name}`, import.meta.url), "utf8");

describe("X-n101-k25", () => {
  const file = vrplib.parseVrplib(read("X-n101-k25.vrp"));
  const known = vrplib.parseSolution(read("X-n101-k25.sol"));
  const instance = vrplib.toProblem(file);

  it("has a shipped solution that costs exactly what it states", () => {
    expect(vrplib.evaluate(file, known.routes)).toBe(27591);
    expect(known.cost).toBe(27591);
  });

  it("is written back in the format it is read in", () => {
    expect(vrplib.parseSolution(vrplib.formatSolution(known.routes, known.cost))).toEqual(known);
  });

  it("is recognised as plain", () => {
    expect(asCvrp(instance)?.scale).toBe(1);
  });

  it("comes within 3 % of the best known in 3000 iterations, nearest neighbour staying above 15 %", () => {
    const { solution, iterations } = solve(instance, { seed: 1, iterations: 3000 });
    const base = greedy(instance);
    expect(iterations).toBe(3000);
    expect(faults(instance, solution)).toEqual([]);
    expect(faults(instance, base)).toEqual([]);
    expect(vrplib.evaluate(file, vrplib.rowsOf(solution))).toBe(solution.objectiveCents);
    expect(solution.objectiveCents).toBeLessThan(1.03 * 27591);
    expect(base.objectiveCents).toBeGreaterThan(1.15 * 27591);
  });

  it("takes the same tours for the same seed", () => {
    const once = solve(instance, { seed: 7, iterations: 500 });
    expect(solve(instance, { seed: 7, iterations: 500 })).toEqual(once);
  });

  it("takes back an iteration exactly and keeps the cost it adds up", () => {
    const plain = asCvrp(instance)!;
    const tours = new Tours(plain);
    const random = new Random(3);
    const width = plain.nodes - 2;
    const list = Int32Array.from({ length: plain.nodes * width }, () => 1 + random.below(plain.nodes - 1));
    const neighbours = { width, list };
    const settings = { meanRemoved: 10, longestString: 10, splitChance: 0.5, splitGrowth: 0.5 };
    const ruin = new Ruin(tours, neighbours, settings, random);
    const recreate = new Recreate(tours, neighbours, width, random, 0.01);
    for (let node = 1; node < plain.nodes; node++) tours.absent[tours.absentCount++] = node;
    recreate.run();
    for (let iteration = 0; iteration < 200; iteration++) {
      const before = [tours.next.slice(), tours.tourOf.slice(), tours.load.slice(), tours.cost];
      tours.mark();
      ruin.run();
      expect(recreate.run()).toBe(true);
      expect(tours.cost).toBe(costOf(tours));
      if (iteration % 3 === 0) continue;
      tours.revert();
      expect([tours.next, tours.tourOf, tours.load, tours.cost]).toEqual(before);
    }
  });
});

function costOf(tours: Tours): number {
  const { cost, nodes } = tours.problem;
  let sum = 0;
  tours.size.forEach((size, tour) => {
    let at = 0;
    for (let i = 0, node = tours.first[tour]!; i < size; i++, node = tours.next[node]!) {
      sum += cost[at * nodes + node]!;
      at = node;
    }
    sum += cost[at * nodes]!;
  });
  return sum;
}

describe("the fast path", () => {
  // Depot at 0, clients at 10, 20 and -10 m; two fit on a truck. Best: 0-10-20-0 and 0-(-10)-0, 40 + 20 = 60 m at 1 cent.
  const parts = {
    clients: [client(1), client(2), client(3)],
    vehicles: [vehicle({ capacity: [2] }), vehicle({ capacity: [2] })],
  };
  const plain = problem([0, 10, 20, -10], parts);

  it("finds the optimum of three clients and two trucks", () => {
    expect(asCvrp(plain)).not.toBeNull();
    const { solution } = solve(plain, { seed: 1, iterations: 50 });
    expect(faults(plain, solution)).toEqual([]);
    expect(solution.objectiveCents).toBe(60);
  });

  it("leaves it to the full model when a window, a prize, a second depot or a fixed cost appears", () => {
    const [first, ...others] = plain.clients;
    const early = { ...first!, windows: [[{ earliest: 0, latest: 5 }]] };
    expect(asCvrp({ ...plain, clients: [early, ...others] })).toBeNull();
    expect(asCvrp({ ...plain, clients: [{ ...first!, prizeCents: 5 }, ...others] })).toBeNull();
    expect(asCvrp({ ...plain, vehicles: [vehicle(), vehicle({ startLocation: 1 })] })).toBeNull();
    expect(asCvrp({ ...plain, vehicles: [vehicle({ fixedCents: 1 })] })).toBeNull();
  });

  it("tells who stays when the fleet is too small for all", () => {
    const short = { ...plain, vehicles: [vehicle({ capacity: [2] })] };
    const { solution, reasons } = solve(short, { seed: 1, iterations: 50 });
    expect(faults(short, solution)).toEqual([]);
    expect(solution.unserved).toHaveLength(1);
    // Two of three are on board, a third would be needed: 3 of 2.
    expect(reasons[0]).toMatchObject({ code: "capacity", limit: 2, needed: 3 });
  });
});
