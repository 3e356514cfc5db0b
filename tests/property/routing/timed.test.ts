/** What the tours with time windows keep up to date equals what a walk along them gives. */
import { describe, expect, it } from "vitest";
import { Random } from "../../../optimizer/routing/random.ts";
import { asTimed } from "../../../optimizer/routing/timed/instance.ts";
import { nearestInSpace, predecessors, successors } from "../../../optimizer/routing/timed/neighbours.ts";
import { Recreate } from "../../../optimizer/routing/timed/recreate.ts";
import { Ruin } from "../../../optimizer/routing/timed/ruin.ts";
import { Tails } from "../../../optimizer/routing/timed/tails.ts";
import { Tours } from "../../../optimizer/routing/timed/tours.ts";
import { timedProblem } from "../../unit/optimizer/routing/timed/instances.ts";

const SETTINGS = { meanRemoved: 6, longestString: 10, splitChance: 0.5, splitGrowth: 0.5 };

/** Cost of all tours from scratch; throws where load or a window is broken, or a cached time is not what it should be. */
function walked(tours: Tours): number {
  const { problem, next, previous } = tours;
  const { nodes, cost, time, service, opens, closes } = problem;
  let sum = 0;
  tours.size.forEach((size, tour) => {
    if (size === 0) return;
    const row: number[] = [];
    for (let node = tours.first[tour]!; node !== 0; node = next[node]!) row.push(node);
    expect(row).toHaveLength(size);
    expect(tours.last[tour]).toBe(row.at(-1));
    expect(tours.load[tour]).toBe(row.reduce((load, node) => load + problem.demand[node]!, 0));
    expect(tours.load[tour]).toBeLessThanOrEqual(problem.capacity);
    let clock = opens[0]!;
    row.forEach((node, i) => {
      const from = i === 0 ? 0 : row[i - 1]!;
      expect(previous[node]).toBe(from);
      sum += cost[from * nodes + node]!;
      clock = Math.max(clock + time[from * nodes + node]!, opens[node]!);
      expect(clock).toBeLessThanOrEqual(closes[node]!);
      clock += service[node]!;
      expect(tours.departure[node]).toBe(clock);
    });
    sum += cost[row.at(-1)! * nodes]!;
    let bound = closes[0]!;
    row.toReversed().forEach((node, i) => {
      const to = i === 0 ? 0 : row[size - i]!;
      bound = Math.min(bound - time[node * nodes + to]! - service[node]!, closes[node]!);
      expect(tours.latest[node]).toBe(bound);
    });
  });
  return sum;
}

function filled(seed: number): { tours: Tours; random: Random; ruin: Ruin; recreate: Recreate } {
  const timed = asTimed(timedProblem(seed, { clients: 30, vehicles: 8 + seed, wholeSeconds: seed % 2 === 0 }))!;
  const tours = new Tours(timed);
  const random = new Random(seed);
  const ruin = new Ruin(tours, nearestInSpace(timed, 20), SETTINGS, random);
  const recreate = new Recreate(tours, predecessors(timed, 8, 0.2), successors(timed, 8, 0.2), random, {
    blink: 0.05,
    longestWalked: 10,
  });
  for (let node = 1; node < timed.nodes; node++) tours.absent[tours.absentCount++] = node;
  recreate.run(Number.POSITIVE_INFINITY);
  return { tours, random, ruin, recreate };
}

describe("tours with time windows", () => {
  it("cost what a walk costs after every iteration, and come back exactly when it is taken back", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const { tours, ruin, recreate } = filled(seed);
      for (let iteration = 0; iteration < 36; iteration++) {
        const held = (): unknown => [
          tours.next,
          tours.tourOf,
          tours.load,
          tours.cost,
          tours.departure,
          tours.absentCount,
        ];
        const before = structuredClone(held());
        tours.mark();
        ruin.run();
        const done = recreate.run(Number.POSITIVE_INFINITY);
        if (done) expect(tours.cost).toBe(walked(tours));
        if (done && iteration % 3 === 0) continue;
        tours.revert();
        expect(tours.cost).toBe(walked(tours));
        expect(tours.absentCount).toBe((before as unknown[])[5]);
        expect(tours.tourOf).toEqual((before as unknown[])[1]);
      }
    }
  });

  it("cost what a walk costs, and stay in time, after every exchange of tails", () => {
    let exchanged = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const { tours, random, ruin, recreate } = filled(seed);
      const tails = new Tails(tours, successors(tours.problem, 20, 0.2), 20, random);
      for (let round = 0; round < 40; round++) {
        const before = tours.tourOf.slice();
        tails.run(2, 100_000);
        if (tours.tourOf.some((tour, node) => tour !== before[node])) exchanged++;
        expect(tours.cost).toBe(walked(tours));
        expect(tours.freeCount).toBe(tours.size.filter((size) => size === 0).length);
        tours.mark();
        ruin.run();
        if (!recreate.run(Number.POSITIVE_INFINITY)) tours.revert();
      }
    }
    expect(exchanged).toBeGreaterThan(10);
  });
});
