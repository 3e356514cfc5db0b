/** Brute force on small rich instances: it finds nothing cheaper, and the search finds what it finds. */
import { describe, expect, it } from "vitest";
import { requiredPenaltyCents, solve } from "../../../optimizer/routing/index.ts";
import { bruteForce } from "../../unit/optimizer/routing/bruteForce.ts";
import { richProblem } from "../../unit/optimizer/routing/instances.ts";
import { faults, fullObjective } from "../../unit/optimizer/routing/reprice.ts";

describe("against brute force", () => {
  it("never claims less than the optimum and reaches it on nearly all of 40 rich instances", () => {
    let reached = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const clients = 3 + (seed % 3);
      const problem = richProblem(seed, { clients, days: 1 + (seed % 2), vehicles: 2, facilities: 2, classical: 0.2 });
      const penalty = requiredPenaltyCents(problem);
      const optimum = bruteForce(problem, penalty);
      const { solution } = solve(problem, { seed, iterations: 400 });
      expect(faults(problem, solution)).toEqual([]);
      const found = fullObjective(problem, solution, penalty);
      expect(found).toBeGreaterThanOrEqual(optimum);
      if (found === optimum) reached++;
    }
    expect(reached).toBeGreaterThanOrEqual(38);
  });
});
