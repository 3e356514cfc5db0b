/**
 * Which groups hold stable shares where they are: weights on coalitions from which anybody can see, by adding up, that no
 * other stable shares are nearer to a key, or more equal. They are the dual prices of the programme that found the shares.
 */
import { expectSolution, lpBuilder, type LpBuilder, type LpSolver } from "../../lp/index.ts";

/** A coalition that the shares leave no room: `x(S) ≤ cost`, and equal. */
export interface TightGroup {
  readonly members: readonly number[];
  readonly cost: number;
}

export interface WeightedGroup {
  readonly members: readonly number[];
  /** Above 0. */
  readonly weight: number;
}

const NEGLIGIBLE = 1e-9;
const DIGITS = 12;

/**
 * For every stable x, `½ Σ|x_i − t_i| ≥ Σ w_S (t(S) − c(S))` as long as no two members' sums of weights differ by more
 * than 1: each group must get back what the key takes from it too much, and a euro moved serves weights by at most 1.
 * Largest such bound.
 *
 * @param target the key's shares, summing to the joint cost
 */
export function supportOfNearest(
  solver: LpSolver,
  tight: readonly TightGroup[],
  target: readonly number[],
  scale: number,
): WeightedGroup[] {
  const builder = lpBuilder();
  const claims = tight.map(({ members, cost }) => members.reduce((sum, i) => sum + target[i]!, 0) - cost);
  claims.forEach((claim) => builder.column({ cost: -claim / scale }));
  const low = builder.column({ cost: 0, lower: -Infinity });
  const high = builder.column({ cost: 0, lower: -Infinity });
  builder.row(-Infinity, 1, [
    [high, 1],
    [low, -1],
  ]);
  target.forEach((_, i) => {
    const weights = weightsOn(tight, i);
    builder.row(0, Infinity, [...weights, [low, -1]]);
    builder.row(-Infinity, 0, [...weights, [high, -1]]);
  });
  return weighted(builder, solver, tight, 1);
}

/**
 * For every stable x, `max_i x_i/c_i − min_i x_i/c_i ≥ ν C − Σ w_S c(S)` with `z_i = ν − Σ_{S∋i} w_S`, `Σ z_i c_i = 0`
 * and `Σ |z_i c_i| ≤ 2`. Largest such bound.
 *
 * @param standAlone above 0
 */
export function supportOfEqualProfit(
  solver: LpSolver,
  tight: readonly TightGroup[],
  standAlone: readonly number[],
  jointCost: number,
  scale: number,
): WeightedGroup[] {
  const builder = lpBuilder();
  tight.forEach(({ cost }) => builder.column({ cost: cost / scale }));
  const nu = builder.column({ cost: -jointCost / scale, lower: -Infinity });
  const up = standAlone.map(() => builder.column({ cost: 0 }));
  const down = standAlone.map(() => builder.column({ cost: 0 }));
  standAlone.forEach((cost, i) => {
    const c = cost / scale;
    const weights = weightsOn(tight, i).map(([k]) => [k, -c] as const);
    builder.row(0, 0, [[nu, c], ...weights, [up[i]!, -1], [down[i]!, 1]]);
  });
  builder.row(
    -Infinity,
    1,
    up.map((column) => [column, 1] as const),
  );
  builder.row(0, 0, [...up.map((column) => [column, 1] as const), ...down.map((column) => [column, -1] as const)]);
  return weighted(builder, solver, tight, scale);
}

function weightsOn(tight: readonly TightGroup[], player: number): (readonly [number, number])[] {
  return tight.flatMap(({ members }, k) => (members.includes(player) ? [[k, 1] as const] : []));
}

function weighted(builder: LpBuilder, solver: LpSolver, tight: readonly TightGroup[], scale: number): WeightedGroup[] {
  const session = solver.open(builder.build(), { tolerance: 1e-9 });
  try {
    const { colValue } = expectSolution(session.solve(), "groups that hold the shares");
    return tight.flatMap(({ members }, k) => {
      const weight = colValue[k]!;
      return weight > NEGLIGIBLE ? [{ members, weight: Number((weight / scale).toPrecision(DIGITS)) }] : [];
    });
  } finally {
    session.dispose();
  }
}
