import { describe, expect, test } from "vitest";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import {
  allRules,
  formatFraction,
  lexicographicShares,
  readTable,
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

describe("reading a game", () => {
  test("fractions, decimals and profits come in as they are written", () => {
    const game = tableGame({ kind: "profit", players: ["a", "b"], values: ["0", "1/3", 0.1, "2.50e1"] });
    expect(Array.from(game.values)).toEqual([0, -1 / 3, -0.1, -25]);
    expect([1, 2, 3].map((s) => formatFraction(game.exactValue(s)))).toEqual(["-1/3", "-1/10", "-25"]);
  });

  test("everything that is wrong is named at once", () => {
    const faulty = readTable({ kind: "cost", players: ["a", "b"], values: [1, "x", NaN, "1/0"] });
    expect(faulty.status === "faulty" && faulty.problems.map((p) => `${p.code} ${p.place.field}`)).toEqual([
      "game.empty values[0]",
      "game.value values[1]",
      "game.value values[2]",
      "game.value values[3]",
    ]);
    const short = readTable({ kind: "cost", players: ["a", "b"], values: [0, 1] });
    expect(short.status === "faulty" && short.problems.map((p) => p.code)).toEqual(["game.length"]);
  });

  test("a game that is not subadditive is ready, with a warning", () => {
    const outcome = readTable({ kind: "cost", players: ["a", "b"], values: [0, 1, 1, 3] });
    expect(outcome.status === "ready" && outcome.warnings.map((p) => p.code)).toEqual(["game.notSubadditive"]);
  });
});

test("one player alone pays everything, and the rules about groups say that there are none", () => {
  const game = tableGame({ kind: "cost", players: ["a"], values: [0, 7] });
  const { rules, core, scalars } = allRules(game, { solver });
  expect(rules.shapley).toEqual({ status: "allocated", allocation: [7] });
  expect(rules.nucleolus).toEqual({ status: "undefined", reason: "onePlayer" });
  expect([core, scalars.leastCoreEpsilon]).toEqual([null, null]);
});

test("only the rules asked for are computed, and no verdict where none is wanted", () => {
  const game = tableGame({ kind: "cost", players: ["a", "b"], values: [0, 6, 10, 12] });
  const result = allRules(game, { solver, rules: ["nucleolus"], scalars: false });
  expect(Object.keys(result.rules)).toEqual(["nucleolus"]);
  expect([result.core, result.scalars.leastCoreEpsilon]).toEqual([null, null]);
});
