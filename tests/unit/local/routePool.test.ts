/** Several seeds in threads: the best of them, the same every time, and stoppable. */
import { describe, expect, it } from "vitest";
import { routePool } from "../../../local/routePool.ts";
import { type Progress, solve } from "../../../optimizer/routing/index.ts";
import { richProblem } from "../optimizer/routing/instances.ts";

const problem = richProblem(3, { clients: 25, vehicles: 3, days: 2, optional: 0.5 });

describe("the route pool", () => {
  it("gives the best of what each seed alone would, and names it", async () => {
    const alone = [11, 12].map((seed) => ({ seed, ...solve(problem, { seed, iterations: 60 }) }));
    const cents = alone.map(({ solution }) => solution.objectiveCents);
    const best = alone[cents.indexOf(Math.min(...cents))]!;
    const pooled = await routePool(problem, { seed: 11, threads: 2, iterations: 60 });
    expect(pooled.solution).toEqual(best.solution);
    expect(pooled.seed).toBe(best.seed);
    expect(pooled.iterations).toBe(120);
    expect(pooled.reasons).toEqual(best.reasons);
  });

  it("stops when told to, with the best plan so far, and reports progress until then", async () => {
    const stop = new AbortController();
    const seen: Progress[] = [];
    const pooled = await routePool(problem, {
      seed: 1,
      threads: 1,
      iterations: Number.MAX_SAFE_INTEGER,
      signal: stop.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (seen.length >= 3) stop.abort();
      },
    });
    expect(pooled.iterations).toBeGreaterThan(0);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(seen.at(-1)!.bestCents).toBeLessThanOrEqual(seen[0]!.bestCents);
    expect(pooled.solution.routes.length).toBeGreaterThan(0);
  });

  it("passes on what a search throws", async () => {
    await expect(routePool({ ...problem, days: 0 }, { seed: 1, threads: 1, iterations: 1 })).rejects.toThrow(
      /badCount/,
    );
  });
});
