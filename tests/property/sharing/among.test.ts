/** When any of the members leave: what the others pay together is the game's, and their split keeps every promise. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AllocationRule } from "../../../domain/sharing/keys.ts";
import { checkDivisionAmong, factsAmong } from "../../../optimizer/checker/plan/division/among.ts";
import type { DivisionFacts } from "../../../optimizer/checker/plan/division/facts.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { closeUnderPartition } from "../../../optimizer/sharing/index.ts";
import { amongMembers, withoutMember, type CountyGame } from "../../../planning/sharing/countyGame.ts";
import { divideCounty } from "../../../planning/sharing/divideCounty.ts";

const SEED = { seed: 20_261_126, numRuns: 60 };
const solver = await highsSolver();
const RULES: readonly AllocationRule[] = ["tonnes", "twoPart", "shapley", "nucleolus", "nearestStable"];

/** A game of three to six members, closed under partition, and who of them stays: two or more. */
const drawn = fc.integer({ min: 3, max: 6 }).chain((n) =>
  fc.record({
    costs: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 2 ** n - 1, maxLength: 2 ** n - 1 }),
    massKg: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: n, maxLength: n }),
    stay: fc.subarray([...Array(n).keys()], { minLength: 2 }),
    rule: fc.constantFrom(...RULES),
  }),
);

function gameOf(costs: readonly number[], massKg: readonly number[]): CountyGame {
  const values = [0, ...costs];
  closeUnderPartition(values, massKg.length);
  return {
    ...{ players: massKg.map((_, i) => `p${i}`), jointCents: values.at(-1)!, values, examined: [], massKg },
    standAloneCents: massKg.map((_, i) => values[2 ** i]!),
    population: massKg.map((kg) => kg + 1),
    roomLitres: massKg.map((kg) => 3 * kg + 7),
    ...{ capacityShare: 0.4, nearestTo: "tonnes" },
  };
}

const factsOf = (game: CountyGame): DivisionFacts => ({
  ...game,
  alone: game.standAloneCents,
  values: game.values ?? [],
});

describe("members who stay when others leave", () => {
  test("share exactly what the game says they pay together, none above alone, as the checker finds by itself", () => {
    let divided = 0;
    fc.assert(
      fc.property(drawn, ({ costs, massKg, stay, rule }) => {
        const game = gameOf(costs, massKg);
        const members = stay.map((i) => game.players[i]!);
        const rest = amongMembers(game, members)!;
        expect(rest.jointCents).toBe(game.values![stay.reduce((group, i) => group + 2 ** i, 0)]);
        const facts = factsAmong(factsOf(game), members)!;
        expect(facts.values).toEqual(rest.values);
        const [division] = divideCounty(rest, solver, [rule]).divisions;
        if (division === undefined) return;
        divided++;
        const { shares, proof } = division;
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(rest.jointCents);
        shares.forEach((share, i) => expect(share).toBeLessThanOrEqual(rest.standAloneCents[i]!));
        const named = Object.fromEntries(members.map((ags, i) => [ags, shares[i]!]));
        const stated = { members, rule, jointCostCents: rest.jointCents, shares: named, proof };
        expect(checkDivisionAmong(facts, stated)).toEqual([]);
        const [first, second] = members as [string, string];
        const moved = { ...named, [first]: named[first]! - 1, [second]: named[second]! + 1 };
        expect(checkDivisionAmong(facts, { ...stated, shares: moved }).length).toBeGreaterThan(0);
        expect(checkDivisionAmong(facts, { ...stated, jointCostCents: rest.jointCents - 1 }).length).toBeGreaterThan(0);
      }),
      SEED,
    );
    expect(divided).toBeGreaterThan(50);
  });

  test("are the same whether the others leave at once or one after the other", () => {
    fc.assert(
      fc.property(drawn, ({ costs, massKg, stay }) => {
        const game = gameOf(costs, massKg);
        const members = stay.map((i) => game.players[i]!);
        let one = game;
        for (const ags of game.players) if (!members.includes(ags)) one = withoutMember(one, one.players.indexOf(ags))!;
        expect(one).toEqual(amongMembers(game, members));
      }),
      SEED,
    );
  });
});

test("without a table only groups that somebody has reckoned can stay", () => {
  const game: CountyGame = {
    ...gameOf(Array<number>(15).fill(100), [1, 2, 3, 4]),
    values: null,
    examined: [
      { members: [0, 1, 2], cost: 230 },
      { members: [1, 2], cost: 150 },
    ],
  };
  expect(amongMembers(game, ["p0", "p1", "p2"])).toMatchObject({
    jointCents: 230,
    examined: [{ members: [1, 2], cost: 150 }],
  });
  expect(amongMembers(game, ["p1", "p2"])).toMatchObject({ jointCents: 150, examined: [] });
  expect(amongMembers(game, ["p0", "p3"])).toBeNull();
  expect(factsAmong(factsOf(game), ["p0", "p3"])).toBeNull();
  expect(() => amongMembers(game, ["p0", "nobody"])).toThrow(RangeError);
});
