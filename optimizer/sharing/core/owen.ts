/**
 * Games from linear production and flow: `c(S) = min cost·y` with `A y ≥ Σ_{i∈S} b_i`, `y ≥ 0`. What belongs to a
 * member stands on the right-hand side: its tonnes, its capacities (negated).
 *
 * The dual prices of the joint programme, applied to each member's right-hand side, are shares in the core: prices stay
 * dual feasible for every group, so no group is asked for more than its own cost. If the optimal prices are not unique,
 * every member's share has a range.
 *
 * Source: G. Owen, On the core of linear production games, 1975, DOI 10.1007/BF01681356.
 */
import { expectSolution, lpBuilder, type LpSession, type LpSolver } from "../../lp/index.ts";

/** A row `Σ coefficient·y ≥ Σ_{i∈S} need[i]`. */
export interface LpGameRow {
  readonly entries: readonly (readonly [variable: number, coefficient: number])[];
  readonly need: readonly number[];
}

export interface LpGame {
  readonly players: number;
  /** Cost of one unit of each variable. */
  readonly costs: readonly number[];
  readonly rows: readonly LpGameRow[];
}

export interface OwenShares {
  /** At the prices the engine found; sums to the joint cost. */
  readonly shares: number[];
  /** Price per unit of each row. */
  readonly prices: number[];
  /** Share of each member over all optimal prices; empty when not asked for. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
  readonly jointCost: number;
}

export type OwenOutcome =
  ({ readonly status: "priced" } & OwenShares) | { readonly status: "infeasible" } | { readonly status: "unbounded" };

/** Prices held at the optimum may differ from it by this part of the joint cost. */
const OPTIMUM_SLACK = 1e-9;

/** @param withRanges two more solves per member; default true */
export function owenShares(game: LpGame, solver: LpSolver, withRanges = true): OwenOutcome {
  const need = game.rows.map((row) => row.need.reduce((a, b) => a + b, 0));
  const session = openDual(game, need, solver);
  try {
    const outcome = session.solve();
    if (outcome.status === "unbounded") return { status: "infeasible" };
    if (outcome.status === "infeasible") return { status: "unbounded" };
    const { colValue, objective } = expectSolution(outcome, "dual prices of the joint programme");
    const jointCost = -objective;
    const prices = Array.from(colValue);
    session.setRowBounds(
      Int32Array.of(game.costs.length),
      Float64Array.of(jointCost - OPTIMUM_SLACK * Math.max(1, Math.abs(jointCost))),
      Float64Array.of(Infinity),
    );
    const extremes = (i: number) => [extreme(session, game, i, 1), extreme(session, game, i, -1)] as const;
    const ranges = Array.from({ length: withRanges ? game.players : 0 }, (_, i) => extremes(i));
    return { status: "priced", shares: sharesAt(game, prices), prices, ranges, jointCost };
  } finally {
    session.dispose();
  }
}

export function sharesAt(game: LpGame, prices: readonly number[]): number[] {
  return Array.from({ length: game.players }, (_, i) =>
    game.rows.reduce((sum, row, r) => sum + prices[r]! * row.need[i]!, 0),
  );
}

/** `maximise need·p` with `Aᵀp ≤ cost`, `p ≥ 0`; the last row holds the optimum for the ranges. */
function openDual(game: LpGame, need: readonly number[], solver: LpSolver): LpSession {
  const builder = lpBuilder();
  need.forEach((amount) => builder.column({ cost: -amount }));
  const byVariable: [number, number][][] = game.costs.map(() => []);
  game.rows.forEach((row, r) => row.entries.forEach(([v, coefficient]) => byVariable[v]!.push([r, coefficient])));
  game.costs.forEach((cost, v) => builder.row(-Infinity, cost, byVariable[v]!));
  builder.row(
    -Infinity,
    Infinity,
    need.map((amount, r) => [r, amount] as const),
  );
  return solver.open(builder.build(), { tolerance: 1e-9 });
}

/** The smallest (`direction` 1) or largest (−1) share of a member over all optimal prices; infinite if nothing limits it. */
function extreme(session: LpSession, game: LpGame, player: number, direction: 1 | -1): number {
  session.setColumnCosts(
    Int32Array.from(game.rows.keys()),
    Float64Array.from(game.rows, (row) => direction * row.need[player]!),
  );
  const outcome = session.solve();
  if (outcome.status === "unbounded") return direction * -Infinity;
  return direction * expectSolution(outcome, "range of an Owen share").objective;
}

/** Cost of one coalition from the same programme; `null` when it cannot meet its need. */
export interface LpGameCosts {
  cost(members: readonly number[]): number | null;
  dispose(): void;
}

export function openLpGame(game: LpGame, solver: LpSolver): LpGameCosts {
  const builder = lpBuilder();
  for (const cost of game.costs) builder.column({ cost });
  for (const row of game.rows) builder.row(0, Infinity, row.entries);
  const session = solver.open(builder.build());
  const indices = Int32Array.from(game.rows.keys());
  const lower = new Float64Array(game.rows.length);
  const upper = new Float64Array(game.rows.length).fill(Infinity);
  return {
    cost(members) {
      game.rows.forEach((row, r) => (lower[r] = members.reduce((sum, i) => sum + row.need[i]!, 0)));
      session.setRowBounds(indices, lower, upper);
      const outcome = session.solve();
      return outcome.status === "optimal" ? outcome.objective : null;
    },
    dispose: () => session.dispose(),
  };
}
