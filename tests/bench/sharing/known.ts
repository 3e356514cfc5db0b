/** The games with known answers: how far off, how many exactly. */
import { type LpSolver } from "../../../optimizer/lp/index.ts";
import {
  allRules,
  formatFraction,
  lexicographicShares,
  tableGame,
  toNumber,
  type RuleKey,
} from "../../../optimizer/sharing/index.ts";
import { tableSeparator } from "../../../optimizer/sharing/nucleolus/separator.ts";
import { expectedGames } from "../../unit/optimizer/sharing/expected.ts";
import { benedekTable } from "../../unit/optimizer/sharing/generated.ts";
import { measure, type Row } from "./row.ts";

/** Targets are errors relative to the largest cost, and counts, not times. */
export function vectors(solver: LpSolver): Row[] {
  const games = expectedGames();
  let error = 0;
  let allocations = 0;
  let exact = 0;
  let certified = 0;
  const row = measure("42 known games: all rules", 10, null, 1, () => {
    for (const { game, rules } of games) {
      const result = allRules(game, { solver });
      for (const [key, known] of rules) {
        const outcome = result.rules[key as RuleKey]!;
        if (known === null || outcome.status !== "allocated") continue;
        allocations++;
        known.forEach((share, i) => {
          error = Math.max(error, Math.abs(outcome.allocation[i]! - toNumber(share)) / game.scale);
        });
        if (outcome.exact === undefined) continue;
        certified++;
        if (outcome.exact.map(formatFraction).join() === known.map(formatFraction).join()) exact++;
      }
    }
    return allocations;
  });
  return [
    row,
    { ...row, what: "  largest error / largest cost", target: 1e-6, met: error <= 1e-6, check: error },
    {
      ...row,
      what: "  exact as the known fractions, of 166 proved",
      target: 166,
      met: exact === certified && exact === 166,
      check: exact,
    },
  ];
}

/** The random games of Benedek, Fliege and Nguyen; the check is the error relative to the largest value. */
export function randomGames(solver: LpSolver): Row[] {
  const sizes = [15, 20].flatMap((n) => [1, 2, 4].map((type) => [n, type] as const));
  return sizes.map(([n, type]) => {
    const { values, nucleolus } = benedekTable(`benedek_v${type}n${n}j1`);
    const game = tableGame({ kind: "profit", players: nucleolus.map((_, i) => `${i}`), values });
    const upper = nucleolus.map(() => 0);
    return measure(`nucleolus, Benedek type ${type} (error)`, n, n === 20 ? 600 : null, 3, () => {
      const { shares } = lexicographicShares(tableSeparator(game), solver, { measure: "excess", upper });
      return Math.max(...shares.map((share, i) => Math.abs(-share - nucleolus[i]!))) / game.scale;
    });
  });
}
