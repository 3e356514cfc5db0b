/**
 * A cost game as a table: `values[S]` is what coalition `S` pays on its own, by bitmask. Costs are positive by custom
 * and never negated; revenue makes a cost negative.
 */
import type { Problem } from "../../domain/problem.ts";
import { members, popcount } from "./coalitions.ts";

/** The most players for whom a full table is computed and kept. */
export const MOST_PLAYERS_IN_A_TABLE = 24;

export interface CostGame {
  readonly players: number;
  /** Length `2^players`; `values[0]` is 0. */
  readonly values: Float64Array | readonly number[];
}

/** Two disjoint coalitions that pay less apart than together. */
export interface SuperadditivePair {
  readonly first: number;
  readonly second: number;
  /** `c(first ∪ second) − c(first) − c(second)`, above 0. */
  readonly surplus: number;
}

/** Everything wrong with a table, all at once. A game that is not subadditive is only warned about. */
export function validateCostGame(game: CostGame): Problem[] {
  const problems = [...playerProblems(game), ...lengthProblems(game)];
  if (problems.length > 0) return problems;
  problems.push(...valueProblems(game));
  if (problems.length > 0) return problems;
  const pair = findSuperadditivePair(game);
  return pair === null ? [] : [superadditiveWarning(game, pair)];
}

function playerProblems({ players }: CostGame): Problem[] {
  if (Number.isInteger(players) && players >= 1 && players <= MOST_PLAYERS_IN_A_TABLE) return [];
  return [
    problem(
      "game.players",
      `players`,
      `A table needs 1 to ${MOST_PLAYERS_IN_A_TABLE} players, not ${players}.`,
      "Use examined coalitions instead of a table for larger groups.",
    ),
  ];
}

function lengthProblems({ players, values }: CostGame): Problem[] {
  const needed = 2 ** players;
  if (values.length === needed) return [];
  return [
    problem(
      "game.length",
      "values",
      `${players} players have ${needed} coalitions, the table has ${values.length}.`,
      "Give one value per coalition.",
    ),
  ];
}

function valueProblems({ values }: CostGame): Problem[] {
  const problems: Problem[] = [];
  if (values[0] !== 0) {
    problems.push(
      problem("game.empty", "values[0]", `The empty coalition costs ${values[0]}, not 0.`, "Set values[0] to 0."),
    );
  }
  values.forEach((value, coalition) => {
    if (Number.isFinite(value)) return;
    const who = `{${members(coalition).join(", ")}}`;
    problems.push(
      problem(
        "game.value",
        `values[${coalition}]`,
        `The cost of coalition ${who} is ${value}.`,
        "Give a finite number.",
      ),
    );
  });
  return problems;
}

function superadditiveWarning({ values }: CostGame, pair: SuperadditivePair): Problem {
  const union = pair.first | pair.second;
  return {
    ...problem(
      "game.notSubadditive",
      `values[${union}]`,
      `Coalition ${union} costs ${values[union]}, its parts ${pair.first} and ${pair.second} only ${values[pair.first]! + values[pair.second]!}.`,
      "Close the game under partition if its values are heuristic; otherwise this cooperation does not pay.",
    ),
    severity: "warning",
  };
}

/** Up to here every pair of disjoint coalitions is looked at: 3^15 = 14 million in 0.1 s. */
const MOST_FOR_ALL_PAIRS = 15;

/**
 * The pair of disjoint coalitions that loses most by joining, `null` when none is found. O(3^n) up to 15 players; above,
 * only pairs that make up everybody and pairs with a single member are looked at, O(2^n · n).
 */
export function findSuperadditivePair(game: CostGame): SuperadditivePair | null {
  return game.players <= MOST_FOR_ALL_PAIRS ? worstOfAllPairs(game) : worstOfSimplePairs(game);
}

/** Hot loop: 2^n · n sums. */
function worstOfSimplePairs({ players, values }: CostGame): SuperadditivePair | null {
  const all = 2 ** players - 1;
  let surplus = 0;
  let first = 0;
  let second = 0;
  const offer = (one: number, other: number) => {
    const loss = values[one | other]! - values[one]! - values[other]!;
    if (loss > surplus) [surplus, first, second] = [loss, one, other];
  };
  for (let i = 0; i < players; i++) {
    const single = 1 << i;
    const alone = values[single]!;
    for (let rest = 1; rest <= all; rest++) {
      if ((rest & single) === 0 && values[rest | single]! - values[rest]! > alone + surplus) offer(single, rest);
    }
  }
  for (let half = 1; half < all; half += 2) offer(half, all ^ half);
  return surplus > 0 ? { first, second, surplus } : null;
}

function worstOfAllPairs({ players, values }: CostGame): SuperadditivePair | null {
  let worst: SuperadditivePair | null = null;
  for (let union = 1; union < 2 ** players; union++) {
    if (popcount(union) < 2) continue;
    const anchor = union & -union;
    const rest = union ^ anchor;
    for (let part = (rest - 1) & rest; ; part = (part - 1) & rest) {
      const first = anchor | part;
      const surplus = values[union]! - values[first]! - values[union ^ first]!;
      if (surplus > (worst?.surplus ?? 0)) worst = { first, second: union ^ first, surplus };
      if (part === 0) break;
    }
  }
  return worst;
}

function problem(code: string, field: string, cause: string, action: string): Problem {
  return { code, severity: "error", place: { field }, cause, action };
}
