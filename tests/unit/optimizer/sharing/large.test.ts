import { describe, expect, test } from "vitest";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import {
  largeLeastCore,
  lexicographicShares,
  lpGameProver,
  openCoalitionStore,
  openLpGame,
  oracleSeparator,
  owenShares,
  sampleShapley,
  shapleyValue,
  twoLevelShares,
  type FunctionGame,
  type LpGame,
} from "../../../../optimizer/sharing/index.ts";
import { studentQuantile } from "../../../../optimizer/sharing/large/sampleShapley.ts";
import { generatedGame } from "./generated.ts";

const solver = await highsSolver();
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe("a store of coalition costs", () => {
  test("asks for each coalition once, with ascending members, over 52 players", () => {
    const asked: string[] = [];
    const store = openCoalitionStore({ players: 52, cost: (m) => (asked.push(m.join()), m.length) });
    const one = store.indexOf(1, 1 << 25);
    expect(store.indexOf(1, 1 << 25)).toBe(one);
    expect(asked.slice(1)).toEqual(["0,51"]);
    expect([store.members(one), store.cost(one), store.id(one)]).toEqual([[0, 51], 2, 2 ** 51 + 1]);
    // x(S) − c(S) with x_i = i: 0 + 51 − 2, and 52·51/2 − 52 for everybody.
    const shares = Array.from({ length: 52 }, (_, i) => i);
    expect(Array.from(store.excesses(shares))).toEqual([1326 - 52, 49]);
  });

  test("refuses a cost that is no number, and too many players", () => {
    expect(() => openCoalitionStore({ players: 2, cost: () => NaN })).toThrow(RangeError);
    expect(() => openCoalitionStore({ players: 53, cost: () => 1 })).toThrow(RangeError);
  });
});

describe("the nucleolus of games given by a function", () => {
  test.each(["airport_52", "bankruptcy_52", "horse_market_8x10"])("%s is the known one", (id) => {
    const { game, nucleolus } = generatedGame(id);
    const separator = oracleSeparator(openCoalitionStore(game), { effort: { starts: 12, evaluations: 5000 } });
    const { shares } = lexicographicShares(separator, solver, { measure: "excess", upper: separator.standAlone });
    shares.forEach((share, i) => expect(Math.abs(share - nucleolus[i]!)).toBeLessThan(1e-6 * separator.scale));
  });
});

/**
 * Two members with 4 t each and one plant of 6 t owned by member 0 at 10 per tonne; what does not fit costs 30.
 * c(0) = 40, c(1) = 120, c(01) = 6·10 + 2·30 = 120. A tonne is worth 30, a tonne of capacity 20:
 * shares 4·30 − 6·20 = 0 and 120.
 */
const TWO: LpGame = {
  players: 2,
  costs: [10, 10, 30, 30],
  rows: [
    {
      entries: [
        [0, 1],
        [2, 1],
      ],
      need: [4, 0],
    },
    {
      entries: [
        [1, 1],
        [3, 1],
      ],
      need: [0, 4],
    },
    {
      entries: [
        [0, -1],
        [1, -1],
      ],
      need: [-6, 0],
    },
  ],
};

describe("linear programming games", () => {
  test("Owen's shares are the dual prices of what each member brings", () => {
    const outcome = owenShares(TWO, solver);
    expect(outcome).toMatchObject({ status: "priced", jointCost: 120 });
    if (outcome.status !== "priced") return;
    [0, 120].forEach((share, i) => expect(outcome.shares[i]).toBeCloseTo(share, 6));
    outcome.ranges.forEach(([low, high], i) => {
      expect(low).toBeCloseTo(outcome.shares[i]!, 5);
      expect(high).toBeCloseTo(outcome.shares[i]!, 5);
    });
    const costs = openLpGame(TWO, solver);
    expect([[0], [1], [0, 1]].map((s) => costs.cost(s))).toEqual(
      [40, 120, 120].map((c) => expect.closeTo(c, 6) as number),
    );
    costs.dispose();
  });

  test("where prices are not unique every share has its range", () => {
    // Capacity just fits: a tonne of it is worth 0 to 20, so member 0 pays 120 − 8·20 … at prices (10, 0) 40, at (30, 20) −40.
    const [first, second] = [TWO.rows[0]!, TWO.rows[1]!];
    const fits: LpGame = { ...TWO, rows: [first, second, { ...TWO.rows[2]!, need: [-8, 0] }] };
    const outcome = owenShares(fits, solver);
    if (outcome.status !== "priced") throw new Error(outcome.status);
    expect(outcome.ranges.flat()).toEqual([-40, 40, 40, 120].map((c) => expect.closeTo(c, 4) as number));
  });

  test("a programme that cannot be met or has no bottom is said so", () => {
    expect(owenShares({ players: 1, costs: [1], rows: [{ entries: [[0, -1]], need: [1] }] }, solver).status).toBe(
      "infeasible",
    );
    expect(owenShares({ players: 1, costs: [-1], rows: [{ entries: [[0, 1]], need: [1] }] }, solver).status).toBe(
      "unbounded",
    );
  });

  test("the prover finds the group that gains most", () => {
    const prover = lpGameProver(TWO, solver);
    // Under 100/20 member 0 pays 60 above its 40; member 1 pays 100 less than its 120.
    const worst = prover.worst([100, 20], Infinity);
    expect(worst.members).toEqual([0]);
    expect(worst.bound).toBeCloseTo(60, 6);
    prover.dispose();
  });

  test("the least core of a larger flow game is enclosed, and a proof beats the search", () => {
    const game = ring(12);
    const costs = openLpGame(game, solver);
    const prover = lpGameProver(game, solver);
    const found = largeLeastCore(openCoalitionStore({ players: 12, cost: (m) => costs.cost(m)! }), solver, { prover });
    expect(found.noGroupGainsMoreThan!).toBeGreaterThanOrEqual(found.lowerBound - 1e-6);
    expect(found.noGroupGainsMoreThan! - found.lowerBound).toBeLessThan(1e-5 * found.shares.length);
    expect(found.worstKnown.excess).toBeLessThanOrEqual(found.noGroupGainsMoreThan! + 1e-6);
    // Owen's shares are in the core, so the least ε is not above 0.
    expect(found.lowerBound).toBeLessThanOrEqual(1e-6);
    costs.dispose();
    prover.dispose();
  });

  test("when nothing more may be examined the bound stays honest and the fallback is taken", () => {
    const game = ring(12);
    const costs = openLpGame(game, solver);
    const prover = lpGameProver(game, solver);
    const owen = owenShares(game, solver);
    if (owen.status !== "priced") throw new Error(owen.status);
    const store = openCoalitionStore({ players: 12, cost: (m) => costs.cost(m)! });
    const fallback = { shares: owen.shares, noGroupGainsMoreThan: 0 };
    const found = largeLeastCore(store, solver, { prover, mostExamined: 1, fallback });
    expect(found.noGroupGainsMoreThan).toBe(0);
    expect(found.shares).toEqual(owen.shares);
    expect(found.worstKnown.excess).toBeLessThanOrEqual(1e-6);
    costs.dispose();
    prover.dispose();
  });
});

/** Members on a line, every third with a plant that takes 30 t; 10 t each; a tonne kilometre costs 1, what is left 40. */
function ring(n: number): LpGame {
  const plants = Array.from({ length: n }, (_, i) => i).filter((i) => i % 3 === 0);
  const costs: number[] = [];
  const needs = Array.from({ length: n }, () => [] as [number, number][]);
  const caps = plants.map(() => [] as [number, number][]);
  needs.forEach((entries, i) => {
    plants.forEach((p, k) => {
      entries.push([costs.length, 1]);
      caps[k]!.push([costs.length, -1]);
      costs.push(5 + ((i * 7 + p * 3) % 11) + Math.abs(i - p));
    });
    entries.push([costs.length, 1]);
    costs.push(40);
  });
  const unit = (i: number, amount: number) => Array.from({ length: n }, (_, k) => (k === i ? amount : 0));
  return {
    players: n,
    costs,
    rows: [
      ...needs.map((entries, i) => ({ entries, need: unit(i, 10) })),
      ...caps.map((entries, k) => ({ entries, need: unit(plants[k]!, -30) })),
    ],
  };
}

describe("Shapley by sampling", () => {
  const { game, shapley } = generatedGame("airport_52");

  test("comes close to the known value of 52 airlines, and its interval says how close", () => {
    const sample = sampleShapley(game, { seed: 3, blocks: 12 });
    expect(sum(sample.shares)).toBeCloseTo(game.cost(Array.from({ length: 52 }, (_, i) => i)), 6);
    const inside = sample.shares.filter((share, i) => Math.abs(share - shapley![i]!) <= sample.halfWidths[i]! + 1e-9);
    // 95 % of 52 is 49; a few more may miss in one sample.
    expect(inside.length).toBeGreaterThanOrEqual(45);
    expect(sample.evaluations).toBe(12 * 2 * 52 * 52);
  });

  test("is the same for the same seed and exact for two players", () => {
    const two: FunctionGame = { players: 2, cost: (m) => (m.length === 2 ? 12 : m[0] === 0 ? 6 : 10) };
    const sample = sampleShapley(two, { seed: 1, blocks: 2 });
    expect(sample).toEqual(sampleShapley(two, { seed: 1, blocks: 2 }));
    // 4 saved, 2 each; every block holds both orders, so nothing varies.
    expect(sample.shares).toEqual([4, 8]);
    expect(sample.shares).toEqual(shapleyValue({ players: 2, values: [0, 6, 10, 12] }));
    expect(sample.halfWidths).toEqual([0, 0]);
    expect(() => sampleShapley(two, { seed: 1, blocks: 1 })).toThrow(RangeError);
  });

  test("Student's quantiles are those of the tables", () => {
    expect(studentQuantile(0.95, 1)).toBeCloseTo(12.706, 3);
    expect(studentQuantile(0.95, 2)).toBeCloseTo(4.3027, 4);
    expect(studentQuantile(0.95, 10)).toBeCloseTo(2.2281, 3);
    expect(studentQuantile(0.99, 29)).toBeCloseTo(2.7564, 3);
  });
});

describe("two levels", () => {
  // c = root of the size, times 60: counties of 4, 9 and 1 members.
  const game: FunctionGame = { players: 14, cost: (m) => 60 * Math.sqrt(m.length) };
  const groups = [[0, 1, 2, 3], [4, 5, 6, 7, 8, 9, 10, 11, 12], [13]];

  test("the parts of the counties sum to the whole, the shares to the parts, equals pay alike", () => {
    const rules = { outer: shapleyValue, inner: shapleyValue, innerLarge: () => [] };
    const { shares, groupShares } = twoLevelShares(game, groups, rules);
    expect(sum(groupShares)).toBeCloseTo(60 * Math.sqrt(14), 9);
    groups.forEach((group, g) => expect(sum(group.map((i) => shares[i]!))).toBeCloseTo(groupShares[g]!, 9));
    expect(shares[3]).toBeCloseTo(shares[0]!, 9);
    expect(shares[13]).toBe(groupShares[2]);
  });

  test("a county too large for a table is divided by the rule for large groups", () => {
    const equal = (g: FunctionGame, joint: number) => Array.from({ length: g.players }, () => joint / g.players);
    const { shares, groupShares } = twoLevelShares(game, groups, {
      outer: shapleyValue,
      inner: shapleyValue,
      innerLarge: equal,
      mostInTable: 4,
    });
    expect(shares[4]).toBeCloseTo(groupShares[1]! / 9, 9);
  });

  test("refuses groups that are no partition", () => {
    const rules = { outer: shapleyValue, inner: shapleyValue, innerLarge: () => [] };
    expect(() => twoLevelShares(game, [[0, 1]], rules)).toThrow(RangeError);
  });
});
