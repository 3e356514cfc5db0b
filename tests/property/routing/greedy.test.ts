/** Every engine against nearest neighbour on the same problem. */
import { describe, expect, it } from "vitest";
import { evenDaySets } from "../../../domain/routing/daySets.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import { greedy, requiredPenaltyCents, solve } from "../../../optimizer/routing/index.ts";
import { everything } from "../../unit/optimizer/routing/everything.ts";
import {
  client,
  facility,
  HOUR,
  numbers,
  problem,
  richProblem,
  vehicle,
} from "../../unit/optimizer/routing/instances.ts";
import { plainProblem } from "../../unit/optimizer/routing/plainInstances.ts";
import { fullObjective } from "../../unit/optimizer/routing/reprice.ts";
import { timedProblem } from "../../unit/optimizer/routing/timed/instances.ts";

/** What the engine for landfills plans: most stops a day, one facility. */
function cappedDay(seed: number): RoutingProblem {
  const next = numbers(seed);
  const points = Array.from({ length: 12 }, () => Math.round(4000 * next()));
  const opens = () => {
    const earliest = (7 + Math.floor(4 * next())) * HOUR;
    return [[{ earliest, latest: earliest + 4 * HOUR }]];
  };
  return problem(points, {
    clients: Array.from({ length: 10 }, (_, k) =>
      client(2 + k, { load: [1 + Math.floor(4 * next())], windows: opens(), facilities: [0], serviceSeconds: 600 }),
    ),
    facilities: [facility(1, { unloadSeconds: 600 })],
    vehicles: Array.from({ length: 6 }, () => vehicle({ maxStops: 6, fixedCents: 1000 })),
  });
}

/** What the periodic engine plans: day sets, one facility, equal vehicles. */
function periodicWeek(seed: number): RoutingProblem {
  const next = numbers(seed);
  const points = Array.from({ length: 14 }, () => Math.round(2000 * next()));
  const windows = Array.from({ length: 4 }, () => [{ earliest: 0, latest: 20_000 }]);
  return problem(points, {
    days: 4,
    clients: Array.from({ length: 12 }, (_, k) => {
      const visits = { daySets: evenDaySets(4, 1 + (k % 2)), load: [1 + Math.floor(4 * next())] };
      return client(2 + k, { ...visits, windows, facilities: [0], serviceSeconds: 60 });
    }),
    facilities: [facility(1, { windows, unloadSeconds: 100 })],
    vehicles: [0, 1].map(() => vehicle({ shifts: windows.map(([shift]) => shift!) })),
  });
}

describe("against nearest neighbour", () => {
  it("the general engine is never dearer than nearest neighbour, not even without an iteration", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const rich = richProblem(seed, { clients: 15, days: 1 + (seed % 3), vehicles: 3 });
      const { days } = rich;
      const daySets = evenDaySets(days, Math.min(2, days));
      const visited = { ...rich, clients: rich.clients.map((one, c) => (c < 6 ? { ...one, daySets } : one)) };
      for (const instance of [rich, visited, ...(seed <= 3 ? [everything(seed, seed === 2)] : [])]) {
        const penalty = requiredPenaltyCents(instance);
        const base = fullObjective(instance, greedy(instance), penalty);
        const begun = solve(instance, { seed, iterations: 1e9, signal: AbortSignal.abort() });
        const looked = solve(instance, { seed, iterations: 1 });
        for (const { solution } of [begun, looked])
          expect(fullObjective(instance, solution, penalty)).toBeLessThanOrEqual(base);
      }
    }
  });

  it("the engines for special cases are no dearer after a hundred iterations", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const instances = [
        plainProblem(seed, { clients: 20 }),
        plainProblem(seed, { clients: 20, depots: 2, types: 2, shift: 3000 }),
        timedProblem(seed, { clients: 15 }),
        cappedDay(seed),
        periodicWeek(seed),
      ];
      for (const instance of instances) {
        const penalty = requiredPenaltyCents(instance);
        const { solution } = solve(instance, { seed, iterations: 100 });
        const found = fullObjective(instance, solution, penalty);
        // Sums of unrounded way differ in the last bits.
        expect(found).toBeLessThanOrEqual(fullObjective(instance, greedy(instance), penalty) + 1e-6);
      }
    }
  });
});
