/** What holds for the nucleolus, the core and the rules that choose inside it, whatever the game. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCore, checkLeastCore, checkNucleolus, checkWithin } from "../../../optimizer/checker/index.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import {
  allRules,
  centShares,
  coreProof,
  leastCoreProof,
  nucleolusProof,
  tableOfCosts,
  worstBlocking,
  type Allocated,
  type AllRules,
  type CostGame,
  type RuleKey,
  type RuleOptions,
} from "../../../optimizer/sharing/index.ts";

const RUNS = { seed: 20_261_125, numRuns: 40 };
const solver = await highsSolver();
const KINDS = ["nucleolus", "prenucleolus", "perCapitaNucleolus", "perCapitaPrenucleolus"] as const;
const CHOSEN = ["equalProfit", "leximinAbs", "leximinRelStandalone", "nearestStable"] as const;

/** Whole cents for two to six players, wild or with the many ties of small numbers. */
const anyGame = fc
  .record({ players: fc.integer({ min: 2, max: 6 }), most: fc.constantFrom(3, 50, 1_000_000) })
  .chain(({ players, most }) =>
    fc
      .array(fc.integer({ min: 1, max: most }), { minLength: 2 ** players - 1, maxLength: 2 ** players - 1 })
      .map((rest): CostGame => ({ players, values: [0, ...rest] })),
  );

/** A core surely not empty: c(S) is a given split of the joint cost plus something. */
const balancedGame = fc.integer({ min: 2, max: 6 }).chain((players) =>
  fc
    .record({
      base: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: players, maxLength: players }),
      more: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2 ** players, maxLength: 2 ** players }),
    })
    .map(({ base, more }): CostGame => {
      const inside = (s: number) => base.reduce((sum, cost, i) => sum + (((s >> i) & 1) === 1 ? cost : 0), 0);
      const all = 2 ** players - 1;
      return { players, values: more.map((extra, s) => (s === 0 ? 0 : inside(s) + (s === all ? 0 : extra))) };
    }),
);

const run = (game: CostGame, options: RuleOptions = {}): AllRules =>
  allRules(tableOfCosts(game), { solver, ...options });
const sharesOf = (result: AllRules, key: RuleKey): readonly number[] | null => {
  const outcome = result.rules[key]!;
  return outcome.status === "allocated" ? outcome.allocation : null;
};
const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const stated = (game: CostGame) => ({ players: game.players, kind: "cost" as const, values: game.values });

describe("the nucleolus family", () => {
  it("carries a certificate that an independent check accepts, like the core and both least cores", () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const { rules, core, scalars } = run(game, { rules: KINDS });
        for (const key of KINDS) {
          const outcome = rules[key]!;
          if (outcome.status !== "allocated") continue;
          expect(checkNucleolus(stated(game), nucleolusProof((outcome as Allocated).certificate!))).toEqual([]);
        }
        expect(checkCore(stated(game), coreProof(core!.certificate!))).toEqual([]);
        expect(checkLeastCore(stated(game), leastCoreProof(scalars.leastCore!))).toEqual([]);
        expect(checkLeastCore(stated(game), leastCoreProof(scalars.leastCorePerCapita!))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("divides the whole cost, and lies in the core when there is one", () => {
    fc.assert(
      fc.property(balancedGame, (game) => {
        const result = run(game, { rules: KINDS });
        for (const key of KINDS) {
          const shares = sharesOf(result, key)!;
          expect(total(shares)).toBeCloseTo(game.values.at(-1) as number, 6);
          expect(worstBlocking(game.values, shares, 1e-6).count).toBe(0);
        }
        expect(result.core!.empty).toBe(false);
      }),
      RUNS,
    );
  });

  it("follows a change of unit and a sum that each member pays anyway (covariance)", () => {
    fc.assert(
      fc.property(
        anyGame,
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }),
        (game, factor, own) => {
          const values = Array.from(
            game.values,
            (cost, s) => factor * cost + total(own.filter((_, i) => ((s >> i) & 1) === 1)),
          );
          const before = sharesOf(run(game, { rules: ["prenucleolus"], scalars: false }), "prenucleolus")!;
          const after = sharesOf(
            run({ players: game.players, values }, { rules: ["prenucleolus"], scalars: false }),
            "prenucleolus",
          )!;
          after.forEach((share, i) => expect(Math.abs(share - factor * before[i]! - own[i]!)).toBeLessThan(1e-3));
        },
      ),
      RUNS,
    );
  });

  it("treats members alike whom no coalition can tell apart, and a member who only adds its own cost pays that", () => {
    fc.assert(
      fc.property(anyGame, fc.integer({ min: 0, max: 100 }), (game, own) => {
        const alike = Array.from(game.values, (cost, s) => ((s & 3) === 2 ? game.values[s ^ 3]! : cost));
        const dummy = Array.from(game.values, (_, s) => ((s & 1) === 1 ? own : 0) + game.values[s & ~1]!);
        for (const key of ["prenucleolus", "shapley"] as const) {
          const twins = sharesOf(
            run({ players: game.players, values: alike }, { rules: [key], scalars: false, certificate: false }),
            key,
          )!;
          expect(Math.abs(twins[0]! - twins[1]!)).toBeLessThan(1e-4);
          expect(
            sharesOf(
              run({ players: game.players, values: dummy }, { rules: [key], scalars: false, certificate: false }),
              key,
            )![0],
          ).toBeCloseTo(own, 4);
        }
      }),
      RUNS,
    );
  });
});

describe("the rules that choose inside the core", () => {
  it("stay in it, or in the least core where it is empty", () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const result = run(game, { rules: CHOSEN, tonnes: Array.from({ length: game.players }, (_, i) => 1 + i) });
        const epsilon = Math.max(0, result.scalars.leastCoreEpsilon!);
        for (const key of CHOSEN) {
          const shares = sharesOf(result, key)!;
          expect(checkWithin(stated(game), { shares, epsilon }, 1e-3), key).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("a cap is kept, and a tighter cap never brings the split nearer to the key", () => {
    fc.assert(
      fc.property(balancedGame, fc.double({ min: 0.3, max: 1, noNaN: true }), (game, part) => {
        const free = run(game, { rules: ["nearestStable"], scalars: false }).rules.nearestStable!;
        if (free.status !== "allocated") throw new Error(free.status);
        const cap = free.allocation[0]! * part;
        const caps = Array.from({ length: game.players }, (_, i) => (i === 0 ? cap : null));
        const outcome = run(game, { rules: ["nearestStable"], scalars: false, constraints: { caps } }).rules
          .nearestStable!;
        if (outcome.status !== "allocated") return expect(outcome).toMatchObject({ reason: "boundsContradict" });
        expect(outcome.allocation[0]).toBeLessThanOrEqual(cap + 1e-4);
        const within = outcome.within === free.within;
        if (within) expect(outcome.measure!).toBeGreaterThanOrEqual(free.measure! - 1e-4);
      }),
      RUNS,
    );
  });
});

it("whole cents sum exactly and exceed no coalition's cost by more than the real shares do, rounded up", () => {
  fc.assert(
    fc.property(balancedGame, (game) => {
      const { rules } = run(game, { rules: ["nucleolus", "leximinAbs", "equalProfit"], scalars: false });
      for (const outcome of Object.values(rules)) {
        if (outcome.status !== "allocated") continue;
        const { shares, status, excess, limit } = centShares(game, outcome.allocation, solver);
        expect(total(shares)).toBe(game.values.at(-1));
        expect(shares.every(Number.isInteger)).toBe(true);
        expect(excess).toBe(worstBlocking(game.values, shares).excess);
        expect(status === "broken").toBe(excess > limit);
        shares.forEach((share, i) => expect(Math.abs(share - outcome.allocation[i]!)).toBeLessThanOrEqual(5));
      }
    }),
    RUNS,
  );
});
