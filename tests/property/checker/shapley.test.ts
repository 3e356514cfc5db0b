/** Two roads to the Shapley value: marginal costs in the solver, dividends in the checker. To the cent, ties included. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { shapleyByDividends } from "../../../optimizer/checker/plan/division/shapleyByDividends.ts";
import { shapleyCents } from "../../../optimizer/sharing/index.ts";

it("both give the same cents for any game", () => {
  const game = fc.integer({ min: 1, max: 7 }).chain((players) =>
    fc.array(fc.integer({ min: -50, max: 2_000_000_000 }), {
      minLength: 2 ** players - 1,
      maxLength: 2 ** players - 1,
    }),
  );
  fc.assert(
    fc.property(game, (costs) => {
      const values = [0, ...costs];
      const players = Math.log2(values.length);
      expect(shapleyByDividends(values, players)).toEqual(shapleyCents({ players, values }));
    }),
    { seed: 20_261_123 },
  );
});

it("both give the same cents in games full of ties", () => {
  const game = fc
    .integer({ min: 1, max: 5 })
    .chain((players) =>
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2 ** players - 1, maxLength: 2 ** players - 1 }),
    );
  fc.assert(
    fc.property(game, (costs) => {
      const values = [0, ...costs];
      const players = Math.log2(values.length);
      expect(shapleyByDividends(values, players)).toEqual(shapleyCents({ players, values }));
    }),
    { seed: 20_261_123, numRuns: 500 },
  );
});

it("thirteen players, the largest table", () => {
  const values = Array.from({ length: 8192 }, (_, s) => (s * 7_919) % 1_000_003);
  expect(shapleyByDividends(values, 13)).toEqual(shapleyCents({ players: 13, values }));
});
