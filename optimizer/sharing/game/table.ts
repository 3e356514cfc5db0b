/**
 * A game as it is given: named players, a table of values, and whether the values are costs or profits.
 *
 * Inside, every rule works on costs. A profit game `v` is the cost game `c = −v`; shares come back with the sign turned,
 * so that a caller sees payoffs. Every value is kept exactly as it was written, for certificates.
 */
import { members } from "../coalitions.ts";
import { hasErrors, type Problem } from "../../../domain/problem.ts";
import { validateCostGame, type CostGame } from "../costGame.ts";
import { negate, parseFraction, toNumber, type Fraction } from "../exact/fraction.ts";

export type GameKind = "cost" | "profit";

export interface GameInput {
  readonly players: readonly string[];
  readonly kind: GameKind;
  /** By bitmask, `values[0] = 0`; numbers, or fractions as text `"a/b"`. */
  readonly values: ArrayLike<number | string>;
}

export interface TableGame extends CostGame {
  readonly names: readonly string[];
  readonly kind: GameKind;
  /** Cost of every coalition (profit games: the negated profit). */
  readonly values: Float64Array;
  /** The same value without rounding. */
  exactValue(coalition: number): Fraction;
  /** Largest absolute value, 1 when all are 0; tolerances are relative to it. */
  readonly scale: number;
}

export type TableOutcome =
  | { readonly status: "ready"; readonly game: TableGame; readonly warnings: readonly Problem[] }
  | { readonly status: "faulty"; readonly problems: readonly Problem[] };

/** Reads a game, with everything that is wrong with it at once; a game that is not subadditive is ready, with a warning. */
export function readTable(input: GameInput): TableOutcome {
  const values = costsOf(input);
  const problems = validateCostGame({ players: input.players.length, values });
  if (hasErrors(problems)) return { status: "faulty", problems };
  return { status: "ready", game: tableOf(input, values), warnings: problems };
}

/** The same for a table known to be sound; throws what `readTable` reports. */
export function tableGame(input: GameInput): TableGame {
  const outcome = readTable(input);
  if (outcome.status === "ready") return outcome.game;
  throw new RangeError(outcome.problems.map((p) => p.cause).join(" "));
}

/** A cost game that is already a table of numbers, its players named by their index. */
export function tableOfCosts({ players, values }: CostGame): TableGame {
  const names = Array.from({ length: players }, (_, i) => `${i}`);
  const copy = Float64Array.from(values);
  return tableOf({ players: names, kind: "cost", values: copy }, copy);
}

function tableOf(input: GameInput, values: Float64Array): TableGame {
  const profit = input.kind === "profit";
  return {
    names: input.players,
    players: input.players.length,
    kind: input.kind,
    values,
    scale: largestOf(values),
    exactValue(coalition) {
      const exact = parseFraction(input.values[coalition]!);
      if (exact === null) throw new RangeError(`there is no value for coalition ${coalition}`);
      return profit ? negate(exact) : exact;
    },
  };
}

function valueOf(value: number | string): number {
  if (typeof value === "number") return value;
  const exact = parseFraction(value);
  return exact === null ? NaN : toNumber(exact);
}

/** In cost form; −0 becomes 0, a faulty value stays one for the report. */
function costsOf({ kind, values: given }: GameInput): Float64Array {
  const sign = kind === "cost" ? 1 : -1;
  const values = new Float64Array(given.length);
  for (let i = 0; i < values.length; i++) {
    const value = valueOf(given[i]!);
    values[i] = value === 0 ? 0 : sign * value;
  }
  return values;
}

/** The game among some of the players only, in the order of their indices: what is left when the others leave. */
export function subgame(game: TableGame, coalition: number): TableGame {
  const inside = members(coalition);
  const original = Int32Array.from({ length: 2 ** inside.length }, () => 0);
  for (let s = 1; s < original.length; s++)
    original[s] = original[s & (s - 1)]! | (1 << inside[31 - Math.clz32(s & -s)]!);
  const values = Float64Array.from(original, (s) => game.values[s]!);
  return {
    ...game,
    names: inside.map((i) => game.names[i]!),
    players: inside.length,
    values,
    scale: largestOf(values),
    exactValue: (s) => game.exactValue(original[s]!),
  };
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest > 0 ? largest : 1;
}
