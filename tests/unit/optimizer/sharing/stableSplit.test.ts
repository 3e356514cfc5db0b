import { describe, expect, test } from "vitest";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import {
  allRules,
  blockingUnder,
  centShares,
  closeUnderPartition,
  closeUnderSupersets,
  formatFraction,
  subgame,
  tableGame,
  worstBlocking,
  type Allocated,
  type RuleKey,
  type RuleOptions,
} from "../../../../optimizer/sharing/index.ts";

const solver = await highsSolver();

/** Alone 600, 1000, 1400; pairs 1200, 1600, 1800; all 2000. */
const GAME = tableGame({
  kind: "cost",
  players: ["a", "b", "c"],
  values: [0, 600, 1000, 1200, 1400, 1600, 1800, 2000],
});

function run(rule: RuleKey, options: RuleOptions): Allocated {
  const outcome = allRules(GAME, { solver, rules: [rule], ...options }).rules[rule]!;
  if (outcome.status !== "allocated") throw new Error(`${rule}: ${JSON.stringify(outcome)}`);
  return outcome;
}

const close = (list: readonly number[]) => list.map((x) => expect.closeTo(x, 5) as number);

describe("the stable split nearest to a key", () => {
  test("a key in the core stays as it is", () => {
    // 300/700/1000: pairs pay 1000, 1300, 1700, each below its cost.
    const { allocation, measure, within } = run("nearestStable", { target: [300, 700, 1000] });
    expect(allocation).toEqual(close([300, 700, 1000]));
    expect(measure).toBeCloseTo(0, 5);
    expect(within).toBe("core");
  });

  test("moves only what blocks, and spreads it evenly over the others", () => {
    // Tonnes 2:1:1 ask a for 1000, 400 above its 600. {a,b} costs 1200, so c must pay 800 at least, 300 more than its 500;
    // the last 100 go to b: 600, 600, 800.
    const { allocation, measure } = run("nearestStable", { tonnes: [2, 1, 1] });
    expect(allocation).toEqual(close([600, 600, 800]));
    expect(measure).toBeCloseTo(400, 5);
  });

  test("keeps caps, floors and a minimum saving", () => {
    // a saves 10 %, so it pays 540 at most and 460 go to b and c. c pays 800 at least ({a,b} costs 1200), 820 at most; b 650
    // at most. 460 = 160 + 300 would put b at 660, above its cap; even within the caps: b 650, c 810.
    const { allocation } = run("nearestStable", {
      tonnes: [2, 1, 1],
      constraints: { minimumSavingFraction: 0.1, caps: [null, 650, 820], floors: [500, null, null] },
    });
    expect(allocation).toEqual(close([540, 650, 810]));
  });

  test("constraints that cannot all hold are named so", () => {
    const { rules } = allRules(GAME, {
      solver,
      rules: ["nearestStable", "equalProfit"],
      constraints: { caps: [500, 500, 500] },
    });
    const contradiction = { status: "undefined", reason: "boundsContradict" };
    expect(rules).toEqual({ nearestStable: contradiction, equalProfit: contradiction });
  });
});

test("the Equal Profit Method gives all the same relative saving where that is stable", () => {
  // 2000 of 3000: everybody pays two thirds, 400 + 667 ≤ 1200, 400 + 933 ≤ 1600, 667 + 933 = 1600 ≤ 1800.
  const { allocation, measure } = run("equalProfit", {});
  expect(allocation).toEqual(close([400, 2000 / 3, 2800 / 3]));
  expect(measure).toBeCloseTo(0, 9);
});

test("leximin spares the dearest first: all alike until somebody's stand-alone cost binds", () => {
  // {a,b} costs 1200, so c pays 800 at least; a and b share the rest alike, which is just what a would pay alone.
  expect(run("leximinAbs", {}).allocation).toEqual(close([600, 600, 800]));
  expect(run("leximinRelStandalone", {}).allocation).toEqual(close([400, 2000 / 3, 2800 / 3]));
});

test("a profit game is the cost game with its signs turned, shares and bounds alike", () => {
  const profit = tableGame({ kind: "profit", players: ["a", "b", "c"], values: Array.from(GAME.values, (c) => 0 - c) });
  const options: RuleOptions = { solver, tonnes: [2, 1, 1] };
  const there = allRules(profit, { ...options, constraints: { floors: [null, null, -650] } });
  const here = allRules(GAME, { ...options, constraints: { caps: [null, null, 650] } });
  for (const key of ["nucleolus", "shapley", "tau", "egnsc", "nearestStable", "leximinAbs"] as const) {
    const [a, b] = [there.rules[key]!, here.rules[key]!];
    if (a.status !== "allocated" || b.status !== "allocated") throw new Error(key);
    expect(a.allocation, key).toEqual(close(b.allocation.map((share) => -share)));
  }
  expect(there.scalars.leastCoreEpsilon).toBeCloseTo(here.scalars.leastCoreEpsilon!, 9);
});

describe("whole cents", () => {
  test("largest remainder where that stays stable, ties to the earlier member", () => {
    expect(centShares({ players: 2, values: [0, 10, 10, 15] }, [7.5, 7.5], solver)).toEqual({
      shares: [8, 7],
      status: "rounded",
      excess: -2,
      limit: 0,
    });
  });

  test("a cent goes elsewhere when the remainder's way makes a group block", () => {
    // 2.5 each of 10: 3/3/2/2 by remainder, but {0,1} costs 5. One of the two goes to the next in line: 3/2/3/2.
    const values = [0, 9, 9, 5, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10];
    const halves = [2.5, 2.5, 2.5, 2.5];
    expect(centShares({ players: 4, values }, halves, solver)).toEqual({
      shares: [3, 2, 3, 2],
      status: "repaired",
      excess: 0,
      limit: 0,
    });
    expect(centShares({ players: 4, values }, halves)).toEqual({
      shares: [3, 3, 2, 2],
      status: "broken",
      excess: 1,
      limit: 0,
    });
  });

  test("where the core is empty, cents may not exceed what the real shares do, rounded up", () => {
    // Every pair of three costs 3, all 5. 5/3 each exceeds a pair by 1/3, so a cent is allowed, and 2/2/1 keeps to it.
    const empty = { players: 3, values: [0, 9, 9, 3, 9, 3, 3, 5] };
    expect(centShares(empty, [5 / 3, 5 / 3, 5 / 3], solver)).toEqual({
      shares: [2, 2, 1],
      status: "rounded",
      excess: 1,
      limit: 1,
    });
  });

  test("says so when no whole cents keep everybody content", () => {
    // Every pair of four costs 3, all 6: two pairs make everybody, so each pair pays exactly 3 and each member 1.5.
    const values = [0, 9, 9, 3, 9, 3, 3, 9, 9, 3, 3, 9, 3, 9, 9, 6];
    expect(centShares({ players: 4, values }, [1.5, 1.5, 1.5, 1.5], solver)).toEqual({
      shares: [2, 2, 1, 1],
      status: "broken",
      excess: 1,
      limit: 0,
    });
  });

  test("refuses a joint cost that is no whole number of cents", () => {
    expect(() => centShares({ players: 1, values: [0, 1.5] }, [1.5])).toThrow(RangeError);
  });
});

describe("closing under supersets", () => {
  test("a smaller group does as the larger one, through several steps", () => {
    // c(0) = 9 and c(01) = 8 fall to c(012) = 7, c(2) = 6 stays; c(02) = 5 pulls c(0) and c(2) down to 5.
    const values = [0, 9, 4, 8, 6, 5, 9, 7];
    const { lowered, largestDrop, sources } = closeUnderSupersets(values, 3);
    expect(values).toEqual([0, 5, 4, 7, 5, 5, 7, 7]);
    expect([lowered, largestDrop]).toEqual([4, 4]);
    expect(Array.from(sources)).toEqual([0, 5, 0, 7, 5, 0, 7, 0]);
  });

  test("partitions afterwards keep it", () => {
    const values = [0, 9, 4, 8, 6, 20, 9, 17];
    closeUnderSupersets(values, 3);
    closeUnderPartition(values, 3);
    expect(closeUnderSupersets(values.slice(), 3).lowered).toBe(0);
  });

  test("refuses a table of the wrong length", () => {
    expect(() => closeUnderSupersets([0, 1, 2], 2)).toThrow(RangeError);
  });
});

test("blocking groups are held against what the solver may be off", () => {
  // Shares 700/700/600: a pays 100 too much, {a,b} 200. The gap of 150 excuses the first.
  const gaps = Array.from({ length: 8 }, () => 150);
  expect(blockingUnder(GAME, [700, 700, 600], 0, 5, gaps)).toEqual({
    count: 2,
    beyondGap: 1,
    worst: [
      { coalition: 3, excess: 200, withinGap: false },
      { coalition: 1, excess: 100, withinGap: true },
    ],
  });
  expect(blockingUnder(GAME, [700, 700, 600], 0).worst[0]!.coalition).toBe(
    worstBlocking(GAME.values, [700, 700, 600]).coalition,
  );
});

test("a least core without inside, met within rounding, does not stop the lexicographic rules", () => {
  // Found by chance: rows that were violated by less than the tolerance at one level contradicted the next.
  const values = [
    0, 27, 99, 125, 48, 74, 146, 173, 13, 39, 112, 139, 60, 87, 159, 187, 50, 76, 149, 175, 98, 124, 197, 223, 63, 89,
    161, 188, 111, 138, 210, 236, 9, 35, 107, 135, 57, 84, 156, 182, 22, 48, 121, 148, 69, 96, 169, 196, 59, 85, 158,
    185, 106, 133, 206, 232, 72, 99, 170, 198, 120, 147, 218, 246,
  ];
  const game = tableGame({ kind: "cost", players: [..."abcdef"], values });
  const { rules, core, blocking } = allRules(game, {
    solver,
    rules: ["leximinAbs", "leximinRelStandalone", "nearestStable"],
  });
  expect(core!.empty).toBe(true);
  for (const [key, outcome] of Object.entries(rules)) {
    expect(outcome).toMatchObject({ status: "allocated", within: "leastCore" });
    expect(blocking[key as RuleKey]!.worst[0]!.excess).toBeCloseTo(
      allRules(game, { solver }).scalars.leastCoreEpsilon!,
      6,
    );
  }
});

test("the game that is left when somebody leaves", () => {
  // Without b: c(a) = 600, c(c) = 1400, c(ac) = 1600.
  const left = subgame(GAME, 5);
  expect([left.players, left.names, Array.from(left.values)]).toEqual([2, ["a", "c"], [0, 600, 1400, 1600]]);
  expect([1, 2, 3].map((s) => formatFraction(left.exactValue(s)))).toEqual(["600", "1400", "1600"]);
});
