/** What holds for every game and every amount. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byTonnes,
  capAtStandAlone,
  closeUnderPartition,
  coalitionSums,
  findSuperadditivePair,
  shapleyCents,
  shapleyValue,
  twoPart,
  worstBlocking,
} from "../../../optimizer/sharing/index.ts";

const SEED = { seed: 20_261_123 };
const cents = fc.integer({ min: -1_000_000, max: 50_000_000 });
const sum = (amounts: Iterable<number>) => [...amounts].reduce((a, b) => a + b, 0);

/** A table of whole cents for one to six players. */
const game = fc
  .integer({ min: 1, max: 6 })
  .chain((players) =>
    fc
      .array(cents, { minLength: 2 ** players - 1, maxLength: 2 ** players - 1 })
      .map((rest) => ({ players, values: [0, ...rest] })),
  );

describe("the Shapley value", () => {
  it("sums to the cost of all, to the cent", () => {
    fc.assert(
      fc.property(game, (g) => {
        expect(sum(shapleyCents(g))).toBe(g.values.at(-1));
      }),
      SEED,
    );
  });

  it("is the real value rounded by less than a cent", () => {
    fc.assert(
      fc.property(game, (g) => {
        const real = shapleyValue(g);
        shapleyCents(g).forEach((share, i) => expect(Math.abs(share - real[i]!)).toBeLessThan(1 + 1e-6));
      }),
      SEED,
    );
  });

  it("treats two players alike whom no coalition can tell apart", () => {
    fc.assert(
      fc.property(game, (g) => {
        if (g.players < 2) return;
        // Make 0 and 1 interchangeable: a coalition with only 1 costs what it costs with only 0.
        const values = g.values.map((value, s) => ((s & 3) === 2 ? g.values[s ^ 3]! : value));
        const [first, second] = shapleyValue({ players: g.players, values });
        expect(Math.abs(first! - second!)).toBeLessThan(1e-3);
        const [paid, alsoPaid] = shapleyCents({ players: g.players, values });
        expect([0, 1]).toContain(paid! - alsoPaid!);
      }),
      SEED,
    );
  });

  it("asks nothing of a player who never changes a cost", () => {
    fc.assert(
      fc.property(game, (g) => {
        const values = g.values.map((_, s) => (s === 1 ? 0 : g.values[s & ~1]!));
        expect(shapleyCents({ players: g.players, values })[0]).toBe(0);
      }),
      SEED,
    );
  });

  it("of two games together is the sum of their values", () => {
    fc.assert(
      fc.property(game, fc.array(cents, { minLength: 64, maxLength: 64 }), (g, more) => {
        const other = { players: g.players, values: g.values.map((_, s) => (s === 0 ? 0 : more[s]!)) };
        const both = { players: g.players, values: g.values.map((value, s) => value + other.values[s]!) };
        const [a, b] = [shapleyValue(g), shapleyValue(other)];
        shapleyValue(both).forEach((share, i) => expect(Math.abs(share - a[i]! - b[i]!)).toBeLessThan(1e-3));
      }),
      SEED,
    );
  });
});

describe("keys", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 52 });

  it("divide every amount to the cent and nobody is asked more than a cent beyond the fair part", () => {
    fc.assert(
      fc.property(cents, weights, (total, massKg) => {
        const shares = byTonnes(total, massKg);
        expect(sum(shares)).toBe(total);
        const all = sum(massKg);
        if (all > 0)
          shares.forEach((share, i) => expect(Math.abs(share - (total * massKg[i]!) / all)).toBeLessThan(1 + 1e-6));
      }),
      SEED,
    );
  });

  it("of two parts divide to the cent for any part", () => {
    fc.assert(
      fc.property(cents, weights, fc.double({ min: 0, max: 1, noNaN: true }), (total, massKg, part) => {
        expect(sum(twoPart(total, massKg.toReversed(), massKg, part))).toBe(total);
      }),
      SEED,
    );
  });
});

describe("the cap at the stand-alone cost", () => {
  const members = fc.array(fc.record({ share: cents, alone: cents }), { minLength: 1, maxLength: 30 });

  it("never lets anybody pay more than alone, keeps the sum, and cuts exactly to it", () => {
    fc.assert(
      fc.property(members, (list) => {
        const shares = list.map((m) => m.share);
        const alone = list.map((m) => m.alone);
        const total = sum(shares);
        const outcome = capAtStandAlone(shares, alone, total);
        if (outcome.status === "noSaving") {
          expect(outcome.missingCents).toBe(total - sum(alone));
          return;
        }
        expect(sum(outcome.shares)).toBe(total);
        outcome.shares.forEach((share, i) => expect(share).toBeLessThanOrEqual(alone[i]!));
        for (const i of outcome.capped) expect(outcome.shares[i]).toBe(alone[i]);
      }),
      SEED,
    );
  });

  it("raises a share only to carry what others were cut, never lowers one that was not cut", () => {
    fc.assert(
      fc.property(members, (list) => {
        const shares = list.map((m) => m.share);
        const outcome = capAtStandAlone(
          shares,
          list.map((m) => m.alone),
          sum(shares),
        );
        if (outcome.status === "noSaving") return;
        outcome.shares.forEach((share, i) => {
          if (!outcome.capped.includes(i)) expect(share).toBeGreaterThanOrEqual(shares[i]!);
        });
      }),
      SEED,
    );
  });
});

describe("closing under partition", () => {
  it("never raises a value, is done after one pass, and leaves a subadditive game", () => {
    fc.assert(
      fc.property(game, ({ players, values }) => {
        const closed = [...values];
        const { lowered } = closeUnderPartition(closed, players);
        expect(closed.every((value, s) => value <= values[s]!)).toBe(true);
        expect(closed.filter((value, s) => value < values[s]!)).toHaveLength(lowered);
        expect(findSuperadditivePair({ players, values: closed })).toBeNull();
        const again = [...closed];
        expect(closeUnderPartition(again, players).lowered).toBe(0);
        expect(again).toEqual(closed);
      }),
      SEED,
    );
  });
});

describe("blocking", () => {
  it("finds the largest excess by any coalition", () => {
    fc.assert(
      fc.property(game, fc.array(cents, { minLength: 6, maxLength: 6 }), ({ players, values }, some) => {
        if (players < 2) return;
        const shares = some.slice(0, players);
        const excesses = [...coalitionSums(shares)].map((paid, s) => paid - values[s]!).slice(1, -1);
        const { coalition, excess, count } = worstBlocking(values, shares);
        expect(excess).toBe(Math.max(...excesses));
        expect(coalition - 1).toBe(excesses.indexOf(excess));
        expect(count).toBe(excesses.filter((e) => e > 0).length);
      }),
      SEED,
    );
  });
});
