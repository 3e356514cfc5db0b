import { describe, expect, test } from "vitest";
import {
  blockingAmong,
  closeUnderPartition,
  divide,
  findSuperadditivePair,
  members,
  partitionOf,
  validateCostGame,
  worstBlocking,
  type CostToDivide,
} from "../../../../optimizer/sharing/index.ts";
import { knownGames } from "./games.ts";

describe("closing under partition", () => {
  test("a dear union falls to its cheapest parts, through a part that fell before", () => {
    // c(01) = 90 > 10 + 20 falls to 30; c(012) = 100 > c(01) + c(2) = 30 + 40 falls to 70.
    const values = [0, 10, 20, 90, 40, 50, 60, 100];
    const { lowered, largestDrop, splits } = closeUnderPartition(values, 3);
    expect(values).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
    expect([lowered, largestDrop]).toEqual([2, 60]);
    expect(partitionOf(3, splits).toSorted()).toEqual([1, 2]);
    expect(partitionOf(5, splits)).toEqual([5]);
  });

  test("leaves a game alone in which joining never costs more", () => {
    const values = [0, 10, 10, 15];
    expect(closeUnderPartition(values, 2).lowered).toBe(0);
    expect(values).toEqual([0, 10, 10, 15]);
  });

  test("refuses a table of the wrong length", () => {
    expect(() => closeUnderPartition([0, 1, 2], 2)).toThrow(RangeError);
  });
});

describe("validating a game", () => {
  test("names every bad value at once", () => {
    const codes = validateCostGame({ players: 2, values: [1, NaN, 3, Infinity] }).map(
      (p) => `${p.code} ${p.place.field}`,
    );
    expect(codes).toEqual(["game.empty values[0]", "game.value values[1]", "game.value values[3]"]);
  });

  test("a wrong length and too many players", () => {
    expect(validateCostGame({ players: 2, values: [0, 1] }).map((p) => p.code)).toEqual(["game.length"]);
    expect(validateCostGame({ players: 25, values: [0] }).map((p) => p.code)).toEqual(["game.players", "game.length"]);
  });

  test("a union dearer than its parts is a warning that names the pair", () => {
    const game = { players: 3, values: [0, 10, 20, 35, 40, 50, 60, 100] };
    // {0}+{1,2} and {1}+{0,2}: 70; {2}+{0,1}: 75; so 100 loses 30 to the first of them, c(01) loses 5.
    expect(findSuperadditivePair(game)).toMatchObject({ surplus: 30 });
    expect(validateCostGame(game).map((p) => [p.code, p.severity])).toEqual([["game.notSubadditive", "warning"]]);
  });

  test("above 15 players only single members and halves of everybody are looked at", () => {
    // 10 each; {3,7} costs 25, 5 more than apart, and everybody 170, 10 more than any two halves.
    const values = Array.from({ length: 2 ** 16 }, (_, s) => 10 * members(s).length);
    values[2 ** 3 + 2 ** 7] = 25;
    expect(findSuperadditivePair({ players: 16, values })).toMatchObject({ first: 8, second: 128, surplus: 5 });
    values[2 ** 16 - 1] = 170;
    const pair = findSuperadditivePair({ players: 16, values })!;
    expect([pair.surplus, pair.first | pair.second, pair.first & pair.second]).toEqual([10, 2 ** 16 - 1, 0]);
    expect(findSuperadditivePair({ players: 16, values: values.map((_, s) => 10 * members(s).length) })).toBeNull();
  });

  test("agrees with what is known about the known games", () => {
    for (const { id, game, subadditive, scale } of knownGames()) {
      if (subadditive === null) continue;
      expect((findSuperadditivePair(game)?.surplus ?? 0) <= 1e-9 * scale, id).toBe(subadditive);
    }
  });
});

describe("blocking", () => {
  test("the pair that pays 30 too much is the worst of two", () => {
    // Shares 50/60/20; c(01) = 80 (pays 110), c(0) = 45 (pays 50); the rest is content.
    expect(worstBlocking([0, 45, 60, 80, 20, 70, 80, 130], [50, 60, 20])).toEqual({
      coalition: 3,
      excess: 30,
      count: 2,
    });
  });

  test("one player alone has nobody to block", () => {
    expect(worstBlocking([0, 5], [5])).toEqual({ coalition: 0, excess: 0, count: 0 });
  });

  test("counts and worst groups of the known games", () => {
    let compared = 0;
    for (const { id, game, scale, blocking } of knownGames()) {
      for (const known of blocking) {
        const found = worstBlocking(game.values, known.x, 1e-6 * scale);
        expect(found.count, `${id} ${known.rule}`).toBe(known.count);
        if (known.excess !== null) expect(found.excess, `${id} ${known.rule}`).toBeCloseTo(known.excess, 5);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(4);
  });

  test("without a table only the examined groups are looked at", () => {
    const examined = [
      { members: [0], cost: 45 },
      { members: [0, 1], cost: 80 },
    ];
    expect(blockingAmong(examined, [50, 60, 20])).toEqual({ index: 1, excess: 30, count: 2 });
    expect(blockingAmong([], [50, 60, 20])).toEqual({ index: -1, excess: 0, count: 0 });
    expect(() => blockingAmong([{ members: [7], cost: 1 }], [50])).toThrow(RangeError);
  });
});

describe("dividing a cost", () => {
  const cost: CostToDivide = {
    totalCents: 1000,
    standAloneCents: [400, 500, 300],
    massKg: [7000, 2000, 1000],
    roomLitres: [10, 10, 20],
    capacityShare: 0.5,
    values: [0, 400, 500, 850, 300, 650, 780, 1000],
    examined: [],
  };

  test("by tonnes, capped, and whom it drives away", () => {
    // 700/200/100 becomes 400/380/220. {0,1} pays 780 < 850, {0,2} 620 < 650, {1,2} 600 < 780: stable.
    expect(divide("tonnes", cost)).toEqual({
      status: "divided",
      rule: "tonnes",
      shares: [400, 380, 220],
      keyShares: [700, 200, 100],
      capped: [0],
      stability: { stable: true, blockingCount: 0, worst: null },
    });
  });

  test("names the worst group with both sums", () => {
    const dearer = { ...cost, values: [0, 400, 500, 700, 300, 600, 780, 1000] };
    // {0,1} pays 780 for 700, {0,2} pays 620 for 600.
    const outcome = divide("tonnes", dearer);
    expect(outcome.status === "divided" && outcome.stability).toEqual({
      stable: false,
      blockingCount: 2,
      worst: { members: [0, 1], costCents: 700, sharesCents: 780, excessCents: 80 },
    });
  });

  test("without a table the Shapley value is unavailable, with a reason", () => {
    const outcome = divide("shapley", { ...cost, values: null });
    expect(outcome).toMatchObject({ status: "unavailable", rule: "shapley" });
    expect(outcome.status === "unavailable" && outcome.reason).toContain("7 coalitions");
  });

  test("says so when there is no saving to divide", () => {
    expect(divide("twoPart", { ...cost, totalCents: 1300 })).toEqual({
      status: "noSaving",
      rule: "twoPart",
      missingCents: 100,
    });
  });

  test("a group too large for masks is divided by a key and its examined groups looked at", () => {
    const many = Array.from({ length: 52 }, () => 100);
    const examined = [{ members: [50, 51], cost: 150 }];
    const outcome = divide("tonnes", {
      ...cost,
      totalCents: 5200,
      standAloneCents: many,
      massKg: many,
      roomLitres: many,
      values: null,
      examined,
    });
    expect(outcome.status === "divided" && outcome.stability.worst).toEqual({
      members: [50, 51],
      costCents: 150,
      sharesCents: 200,
      excessCents: 50,
    });
  });
});
