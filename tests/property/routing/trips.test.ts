/** What the trips of vehicles keep up to date equals what a walk through each day gives. */
import { describe, expect, it } from "vitest";
import { Random } from "../../../optimizer/routing/random.ts";
import { NO_TRIP } from "../../../optimizer/routing/timed/chain.ts";
import { asTimed } from "../../../optimizer/routing/timed/instance.ts";
import { nearestInSpace, predecessors, successors } from "../../../optimizer/routing/timed/neighbours.ts";
import { RecreateTrips } from "../../../optimizer/routing/timed/recreateTrips.ts";
import { Ruin } from "../../../optimizer/routing/timed/ruin.ts";
import { Trips } from "../../../optimizer/routing/timed/trips.ts";
import { timedProblem } from "../../unit/optimizer/routing/timed/instances.ts";

const SETTINGS = { meanRemoved: 6, longestString: 10, splitChance: 0.5, splitGrowth: 0.5 };

function tripsOf(trips: Trips, vehicle: number): number[] {
  const row: number[] = [];
  for (let trip = trips.chain.first[vehicle]!; trip !== NO_TRIP; trip = trips.chain.next[trip]!) row.push(trip);
  return row;
}

function nodesOf(trips: Trips, trip: number): number[] {
  const row: number[] = [];
  for (let node = trips.first[trip]!; node !== 0; node = trips.next[node]!) row.push(node);
  return row;
}

/** Cost of all days from scratch; throws where a rule is broken or a kept time is not what it should be. */
function walked(trips: Trips): number {
  const { nodes, cost, time, service, opens, closes, release, demand, capacity, reloadTime } = trips.problem;
  let sum = 0;
  let placed = 0;
  for (let vehicle = 0; vehicle < trips.chain.vehicles; vehicle++) {
    let clock = opens[0]!;
    tripsOf(trips, vehicle).forEach((trip, index) => {
      const row = nodesOf(trips, trip);
      placed += row.length;
      expect(row.length).toBeGreaterThan(0);
      expect(trips.load[trip]).toBe(row.reduce((load, node) => load + demand[node]!, 0));
      expect(trips.load[trip]).toBeLessThanOrEqual(capacity);
      if (index > 0) clock += reloadTime;
      clock = row.reduce((late, node) => Math.max(late, release[node]!), clock);
      expect(trips.starts[trip]).toBe(clock);
      let at = 0;
      for (const node of row) {
        sum += cost[at * nodes + node]!;
        clock = Math.max(clock + time[at * nodes + node]!, opens[node]!);
        expect(clock).toBeLessThanOrEqual(Math.min(closes[node]!, trips.latest[node]!));
        clock += service[node]!;
        expect(trips.departure[node]).toBe(clock);
        at = node;
      }
      sum += cost[at * nodes]!;
      clock += time[at * nodes]!;
      expect(trips.returns[trip]).toBe(clock);
      expect(clock).toBeLessThanOrEqual(trips.ends[trip]!);
    });
    expect(clock).toBeLessThanOrEqual(closes[0]!);
  }
  expect(placed + trips.absentCount).toBe(nodes - 1);
  expect(trips.late).toBe(false);
  return sum;
}

describe("trips of vehicles", () => {
  it("cost what a walk costs after every iteration, and come back exactly when it is taken back", () => {
    let several = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const shape = { clients: 24, vehicles: 5 + seed, trips: true, wholeSeconds: seed % 2 === 0 };
      const trips = new Trips(asTimed(timedProblem(seed, shape))!);
      const { problem } = trips;
      const random = new Random(seed);
      const ruin = new Ruin(trips, nearestInSpace(problem, 20), SETTINGS, random);
      const recreate = new RecreateTrips(
        trips,
        predecessors(problem, 8, 0.2),
        successors(problem, 8, 0.2),
        random,
        0.05,
      );
      for (let node = 1; node < problem.nodes; node++) trips.absent[trips.absentCount++] = node;
      trips.mark();
      recreate.run(Number.POSITIVE_INFINITY);
      for (let iteration = 0; iteration < 40; iteration++) {
        const days = (): number[][][] =>
          Array.from({ length: trips.chain.vehicles }, (_, v) => tripsOf(trips, v).map((trip) => nodesOf(trips, trip)));
        const before = days();
        trips.mark();
        ruin.run();
        const done = recreate.run(Number.POSITIVE_INFINITY);
        if (done) expect(trips.cost).toBe(walked(trips));
        if (days().some((day) => day.length > 1)) several++;
        if (done && iteration % 3 === 0) continue;
        trips.revert();
        expect(days()).toEqual(before);
        expect(trips.cost).toBe(walked(trips));
      }
    }
    expect(several).toBeGreaterThan(20);
  });
});
