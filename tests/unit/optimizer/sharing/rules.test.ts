import { describe, expect, test } from "vitest";
import {
  byTonnes,
  capAtStandAlone,
  roundFractions,
  shapleyCents,
  shapleyValue,
  twoPart,
} from "../../../../optimizer/sharing/index.ts";
import { knownGames } from "./games.ts";

describe("Shapley value", () => {
  test("two players share what they save in halves", () => {
    // c(0)=600, c(1)=1000, c(01)=1200: 400 saved, 200 each.
    expect(shapleyCents({ players: 2, values: [0, 600, 1000, 1200] })).toEqual([400, 800]);
  });

  test("a runway for planes that need 100, 200 and 300 is paid stretch by stretch by those who use it", () => {
    // c(S) is the longest need. First stretch 100/3 each, second 100/2 for two, third 100 for one:
    // 33.33, 83.33, 183.33; the missing cent goes to the earliest of three equal remainders.
    const values = [0, 100, 200, 200, 300, 300, 300, 300];
    expect(shapleyCents({ players: 3, values })).toEqual([34, 83, 183]);
  });

  test("matches the exact value of every known game", () => {
    const games = knownGames();
    expect(games.length).toBe(42);
    for (const { id, game, shapley, scale } of games) {
      shapleyValue(game).forEach((share, i) =>
        expect(Math.abs(share - shapley[i]!), `${id} player ${i}`).toBeLessThanOrEqual(1e-9 * scale),
      );
    }
  });

  test("refuses costs that are not whole cents", () => {
    expect(() => shapleyCents({ players: 1, values: [0, 0.5] })).toThrow(RangeError);
  });
});

test("exact fractions are rounded by largest remainder, ties to the earlier", () => {
  // 7/2, 7/2, −1: 3 + 3 − 1 = 5, one of 6 is missing and goes to the first of two halves.
  expect(roundFractions([7n, 7n, -2n], 2n)).toEqual([4, 3, -1]);
  // −7/2 rounds down to −4; sum −7: −4 − 4 = −8, one is missing.
  expect(roundFractions([-7n, -7n], 2n)).toEqual([-3, -4]);
  expect(() => roundFractions([1n, 1n], 3n)).toThrow(RangeError);
});

test("by tonnes: 1000 cents for 1, 1 and 1 tonne", () => {
  expect(byTonnes(1000, [1000, 1000, 1000])).toEqual([334, 333, 333]);
});

test("two-part: 40 % by room, 60 % by tonnes", () => {
  // Room 3:1, tonnes 1:1 of 1000: 0.4·750 + 0.6·500 = 600; 0.4·250 + 0.6·500 = 400.
  expect(twoPart(1000, [30_000, 10_000], [500, 500], 0.4)).toEqual([600, 400]);
  // Nobody delivered anything: that part is equal.
  expect(twoPart(1000, [30_000, 10_000], [0, 0], 0.4)).toEqual([600, 400]);
  expect(() => twoPart(1000, [1, 1], [1, 1], 1.1)).toThrow(RangeError);
});

test("equal members differ by a cent at most, and the earlier pays it", () => {
  expect(twoPart(1001, [7, 7], [3, 3], 0.3)).toEqual([501, 500]);
  expect(twoPart(100, [1, 1, 1], [1, 1, 1], 1 / 3)).toEqual([34, 33, 33]);
});

describe("never worse than alone", () => {
  test("what is cut is carried by the others in proportion to their room", () => {
    // Key 700/200/100, alone 400/500/300: 300 cut; room 300 and 200; carried 180 and 120.
    expect(capAtStandAlone([700, 200, 100], [400, 500, 300], 1000)).toEqual({
      status: "capped",
      shares: [400, 380, 220],
      capped: [0],
    });
  });

  test("leaves shares alone that nobody loses by", () => {
    expect(capAtStandAlone([1, 2], [1, 5], 3)).toEqual({ status: "capped", shares: [1, 2], capped: [] });
  });

  test("no saving at all: everybody pays exactly what they would pay alone", () => {
    expect(capAtStandAlone([9, 1], [4, 6], 10)).toEqual({ status: "capped", shares: [4, 6], capped: [0] });
  });

  test("revenue counts: a member that would earn alone is not asked to pay", () => {
    // Alone −50: a share of 10 is 60 too much; the other has room for 290.
    expect(capAtStandAlone([10, 10], [-50, 300], 20)).toEqual({ status: "capped", shares: [-50, 70], capped: [0] });
  });

  test("says how much is missing when the joint cost exceeds all stand-alone costs", () => {
    expect(capAtStandAlone([60, 60], [50, 50], 120)).toEqual({ status: "noSaving", missingCents: 20 });
  });

  test("refuses shares that do not sum to the total", () => {
    expect(() => capAtStandAlone([1, 1], [5, 5], 3)).toThrow(RangeError);
    expect(() => capAtStandAlone([1.5, 1.5], [5, 5], 3)).toThrow(RangeError);
  });
});
