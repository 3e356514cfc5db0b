import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AllocationRule } from "../../../../domain/sharing/keys.ts";
import { derive } from "../../../../optimizer/checker/plan/division/derive.ts";
import type { DivisionFacts } from "../../../../optimizer/checker/plan/division/facts.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { closeUnderPartition, RULE_KEYS } from "../../../../optimizer/sharing/index.ts";
import { amongMembers, withoutMember, type CountyGame } from "../../../../planning/sharing/countyGame.ts";
import { divideCounty } from "../../../../planning/sharing/divideCounty.ts";
import { roundWithinCore } from "../../../../planning/sharing/roundShares.ts";
import { accuracyOf, stabilityOf } from "../../../../planning/sharing/stability.ts";
import { handGame } from "./handGame.ts";

const solver = await highsSolver();
const shareOf = (game: CountyGame, rule: AllocationRule) =>
  divideCounty(game, solver, [rule]).divisions.find((d) => d.rule === rule);

/** What the checker knows of a game. */
function factsOf(game: CountyGame): DivisionFacts {
  return { ...game, alone: game.standAloneCents, values: game.values ?? [] };
}

/** Every rule that has an answer: exact sum, nobody above alone, and the checker comes to the same by itself. */
function expectTrue(game: CountyGame, rules?: readonly AllocationRule[]): AllocationRule[] {
  const { divisions } = divideCounty(game, solver, rules);
  for (const { rule, shares, proof, capped } of divisions) {
    expect(
      shares.reduce((a, b) => a + b, 0),
      rule,
    ).toBe(game.jointCents);
    shares.forEach((share, i) => expect(share, rule).toBeLessThanOrEqual(game.standAloneCents[i]!));
    const derived = derive(factsOf(game), rule, proof);
    expect(derived, rule).toEqual({ shares, capped: capped.map((i) => game.players[i]) });
  }
  return divisions.map(({ rule }) => rule);
}

test("a region may agree on rules that the engine has, and on no other", () => {
  for (const rule of AllocationRule.options) expect(RULE_KEYS).toContain(rule);
});

test("with a table every rule has an answer, and the checker comes to the same cents", () => {
  expect(expectTrue(handGame())).toEqual(AllocationRule.options);
});

test("the nearest stable split moves only what must be moved, and evenly", () => {
  // By tonnes A pays 77 602 more than alone; B and C take half each.
  expect(shareOf(handGame(), "nearestStable")).toMatchObject({
    shares: [194_000, 84_068, 84_068],
    proof: { movedCents: 77_602, groups: [{ members: ["A"], weight: 1 }] },
  });
  // By stand-alone cost nobody objects, so nothing is moved.
  expect(shareOf(handGame({ nearestTo: "standAlone" }), "nearestStable")).toMatchObject({
    shares: [173_468, 101_934, 86_734],
    proof: { movedCents: 0, groups: [] },
  });
});

describe("an empty core", () => {
  /** Any two pay 200, all three 310: three pairs would pay 300. */
  const game = handGame({
    jointCents: 310,
    standAloneCents: [200, 200, 200],
    values: [0, 200, 200, 200, 200, 200, 200, 310],
    massKg: [5, 3, 2],
  });

  test("is proven, and the rules stay as near to stable as can be", () => {
    const { core } = divideCounty(game, solver);
    expect(core).toMatchObject({ empty: true, balancedCost: "300" });
    // The least excess of every pair: 2/3 · 310 − 200 = 6⅔, with equal shares only.
    const nearest = shareOf(game, "nearestStable")!;
    expect(nearest.proof).toMatchObject({ leastCore: { epsilon: "20/3" } });
    expect([...nearest.shares].sort()).toEqual([103, 103, 104]);
    expectTrue(game);
  });
});

describe("without a table", () => {
  /** Everybody alone and all but one are known, nothing else. */
  const game = handGame({
    values: null,
    examined: [
      { members: [1, 2], cost: 211_000 },
      { members: [0, 2], cost: 291_000 },
      { members: [0, 1], cost: 280_000 },
    ],
  });

  test("rules that need all groups are left out; the others agree with those of the table", () => {
    const rules = expectTrue(game);
    expect(rules).toEqual([
      "tonnes",
      "inhabitants",
      "twoPart",
      "equal",
      "standAlone",
      "scrb",
      "egnsc",
      "nearestStable",
    ]);
    for (const rule of rules) expect(shareOf(game, rule)!.shares, rule).toEqual(shareOf(handGame(), rule)!.shares);
  });

  test("where the groups examined leave no stable split, there is none", () => {
    // B and C would pay 150 000: with A's 194 000 that is less than the joint cost.
    const contested = { ...game, examined: [{ members: [1, 2], cost: 150_000 }, ...game.examined.slice(1)] };
    expect(shareOf(contested, "nearestStable")).toBeUndefined();
  });
});

test("random games: every rule adds up, keeps the cap, and is confirmed by the checker", () => {
  const game = fc.integer({ min: 2, max: 5 }).chain((n) =>
    fc.record({
      values: fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 2 ** n - 1, maxLength: 2 ** n - 1 }),
      massKg: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: n, maxLength: n }),
      nearestTo: fc.constantFrom("tonnes", "equal", "shapley", "standAlone"),
    }),
  );
  let rules = 0;
  fc.assert(
    fc.property(game, ({ values: costs, massKg, nearestTo }) => {
      const values = [0, ...costs];
      const n = massKg.length;
      closeUnderPartition(values, n);
      rules += expectTrue({
        ...handGame({ values, massKg, nearestTo: nearestTo as "tonnes" }),
        players: massKg.map((_, i) => `p${i}`),
        jointCents: values.at(-1)!,
        standAloneCents: massKg.map((_, i) => values[2 ** i]!),
        population: massKg.map((kg) => kg + 1),
        roomLitres: massKg.map((kg) => 3 * kg),
      }).length;
    }),
    { seed: 20_261_125, numRuns: 40 },
  );
  expect(rules).toBeGreaterThan(400);
});

test("taking a player out of a table keeps the order of the others", () => {
  // Bits 0, 1, 2 become 0 and 1 when the middle player goes: {}, {0}, {2}, {0, 2}.
  const values = [0, 10, 20, 30, 40, 50, 60, 70];
  expect(amongMembers(handGame({ values }), ["A", "C"])).toMatchObject({
    players: ["A", "C"],
    values: [0, 10, 40, 50],
  });
  expect(withoutMember(handGame(), 0)).toMatchObject({
    players: ["B", "C"],
    jointCents: 211_000,
    massKg: [3_000, 3_000],
  });
});

describe("rounding", () => {
  test("a cent goes out of a group that rounding made pay more than on its own", () => {
    // 33⅓ each of 100, the first two may pay 66 together: 34, 33, 33 breaks that, 33, 33, 34 keeps it.
    const game = handGame({ jointCents: 100, standAloneCents: [50, 50, 50] });
    const third = 100 / 3;
    expect(roundWithinCore([third, third, third], game, [{ members: [0, 1], cost: 66 }])).toEqual([33, 33, 34]);
    expect(roundWithinCore([third, third, third], game, [{ members: [0, 1], cost: 67 }])).toEqual([34, 33, 33]);
  });

  test("what is no matter of rounding is left as it is", () => {
    const game = handGame({ jointCents: 100, standAloneCents: [50, 50, 50] });
    expect(roundWithinCore([40, 40, 20], game, [{ members: [0, 1], cost: 60 }])).toEqual([40, 40, 20]);
  });
});

describe("stability against the accuracy of the costs", () => {
  test("the accuracy is the proven gap of the joint plan, and never more than a hundredth", () => {
    expect(accuracyOf(1000, 997)).toBeCloseTo(0.003, 12);
    expect(accuracyOf(1000, 1000)).toBe(0);
    expect(accuracyOf(1000, 0)).toBe(0.01);
    expect(accuracyOf(0, 0)).toBe(0);
  });

  test("an excess up to the accuracy of the group's cost is noise, a cent more is not", () => {
    // A and B may pay 280 000; one percent of it is 2 800.
    const shares = (excess: number) => [166_000 + excess, 114_000, 82_136 - excess];
    expect(stabilityOf(handGame(), shares(2_800), 0.01)).toEqual({
      stable: true,
      blockingCount: 0,
      withinAccuracyCount: 1,
      worstBlocking: null,
    });
    expect(stabilityOf(handGame(), shares(2_801), 0.01)).toMatchObject({
      stable: false,
      blockingCount: 1,
      worstBlocking: { members: ["A", "B"], costCents: 280_000, excessCents: 2_801, accuracyCents: 2_800 },
    });
    // Proven to the cent, a cent for each member is still rounding.
    expect(stabilityOf(handGame(), shares(2), 0)).toMatchObject({ stable: true, withinAccuracyCount: 1 });
    expect(stabilityOf(handGame(), shares(3), 0)).toMatchObject({ stable: false, worstBlocking: { accuracyCents: 2 } });
    expect(stabilityOf(handGame(), shares(0), 0.01)).toMatchObject({ stable: true, withinAccuracyCount: 0 });
  });
});
