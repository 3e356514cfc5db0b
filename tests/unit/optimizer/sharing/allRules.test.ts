import { describe, expect, test } from "vitest";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import {
  allRules,
  formatFraction,
  lexicographicShares,
  tableGame,
  toNumber,
  type AllRules,
  type RuleKey,
} from "../../../../optimizer/sharing/index.ts";
import { tableSeparator } from "../../../../optimizer/sharing/nucleolus/separator.ts";
import { expectedGames } from "./expected.ts";
import { benedekTable } from "./generated.ts";

const solver = await highsSolver();
const games = expectedGames();
const results = new Map<string, AllRules>(games.map(({ id, game }) => [id, allRules(game, { solver })]));

const allocationOf = (result: AllRules, key: string) => {
  const outcome = result.rules[key as RuleKey];
  return outcome?.status === "allocated" ? outcome : null;
};

describe("every rule on every known game", () => {
  test("shares agree with the known ones, and a rule is undefined where it is known to be", () => {
    let compared = 0;
    for (const { id, game, rules } of games) {
      for (const [key, known] of rules) {
        const outcome = allocationOf(results.get(id)!, key);
        expect(outcome === null, `${id} ${key} undefined`).toBe(known === null);
        known?.forEach((share, i) => {
          const off = Math.abs(outcome!.allocation[i]! - toNumber(share));
          expect(off, `${id} ${key} player ${i}`).toBeLessThanOrEqual(1e-9 * game.scale);
        });
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(380);
  });

  test("the nucleolus family comes exactly, as the known fractions", () => {
    let compared = 0;
    for (const { id, rules } of games) {
      for (const key of ["nucleolus", "prenucleolus", "perCapitaNucleolus", "perCapitaPrenucleolus"]) {
        const known = rules.get(key);
        if (!known) continue;
        const exact = allocationOf(results.get(id)!, key)?.exact?.map(formatFraction);
        expect(exact, `${id} ${key}`).toEqual(known.map(formatFraction));
        compared++;
      }
    }
    expect(compared).toBe(166);
  });

  test("the least-core ε, its per-capita form and the Equal Profit Method's f are the known ones", () => {
    for (const { id, game, scalars } of games) {
      const found = results.get(id)!.scalars;
      expect(formatFraction(found.leastCore!.epsilon), id).toBe(formatFraction(scalars.get("leastCoreEpsilon")!));
      expect(formatFraction(found.leastCorePerCapita!.epsilon), id).toBe(
        formatFraction(scalars.get("leastCorePerCapitaEpsilon")!),
      );
      expect(Math.abs(found.leastCoreEpsilon! - toNumber(found.leastCore!.epsilon))).toBeLessThan(1e-9 * game.scale);
      const f = scalars.get("epmF");
      if (f !== undefined) expect(found.epmF, id).toBeCloseTo(toNumber(f), 7);
    }
  });

  test("the core is empty exactly where it is known to be", () => {
    const known = games.filter(({ coreEmpty }) => coreEmpty !== null);
    expect(known.length).toBeGreaterThan(35);
    for (const { id, coreEmpty } of known) expect(results.get(id)!.core!.empty, id).toBe(coreEmpty);
  });
});

test("a rule without its data says what it needs", () => {
  const game = tableGame({ kind: "cost", players: ["a", "b"], values: [0, 6, 10, 12] });
  const { rules, core } = allRules(game);
  expect(rules.tonnes).toEqual({ status: "needsData", needs: ["tonnes"] });
  expect(rules.twoPart).toEqual({ status: "needsData", needs: ["tonnes", "room"] });
  expect(rules.nucleolus).toEqual({ status: "needsData", needs: ["solver"] });
  expect(allRules(game, { solver, rules: ["owen"] }).rules.owen).toEqual({ status: "needsData", needs: ["lpGame"] });
  expect(core).toBeNull();
});

test.each(["benedek_v1n15j1", "benedek_v2n15j1", "benedek_v4n15j1"])(
  "%s: the nucleolus of 15 players is the known one",
  (id) => {
    const { values, nucleolus } = benedekTable(id);
    const players = nucleolus.map((_, i) => `${i}`);
    const game = tableGame({ kind: "profit", players, values });
    const { shares } = lexicographicShares(tableSeparator(game), solver, {
      measure: "excess",
      upper: nucleolus.map(() => 0),
    });
    shares.forEach((share, i) => expect(Math.abs(-share - nucleolus[i]!)).toBeLessThan(1e-6 * game.scale));
  },
);
