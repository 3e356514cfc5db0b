/**
 * From real shares to whole cents: the sum stays exact, ties of the remainder go to the earlier member, and what was
 * stable stays stable wherever whole cents allow it.
 *
 * Largest remainder comes first. If that makes some coalition pay more than before, a small whole-number program looks
 * for the cents nearest to the real shares under which no coalition does.
 */
import { expectSolution, lpBuilder, type LpSolver } from "../lp/index.ts";
import { roundToTotal } from "../../domain/money.ts";
import { grandCoalition, members } from "./coalitions.ts";
import type { CostGame } from "./costGame.ts";
import { openScan, type Scan } from "./nucleolus/scan.ts";

export interface CentShares {
  /** Whole cents that sum to the joint cost. */
  readonly shares: number[];
  /**
   * `rounded`: largest remainder was enough. `repaired`: other cents were needed to keep every coalition content.
   * `broken`: no cents within a few of the real shares do that; `excess` says by how much.
   */
  readonly status: "rounded" | "repaired" | "broken";
  /** Largest excess of a coalition under the cents, and the limit it should keep: 0, or what the real shares had, rounded up. */
  readonly excess: number;
  readonly limit: number;
}

/** How far from the whole part below a share may end up: within a cent first, then a little wider. */
const REACHES: readonly (readonly [number, number])[] = [
  [0, 1],
  [-1, 2],
  [-3, 4],
];
const NOISE = 1e-6;
const TIE_BREAK = 1e-4;

/**
 * @param game costs in whole cents
 * @param allocation real cents in cost form, summing to the joint cost
 * @param solver for the repair; without one, broken cents stay as rounded
 */
export function centShares(game: CostGame, allocation: readonly number[], solver?: LpSolver): CentShares {
  const all = grandCoalition(game.players);
  const joint = game.values[all]!;
  if (!Number.isSafeInteger(joint)) throw new RangeError(`the joint cost must be whole cents, got ${joint}`);
  const scan = openScan(Float64Array.from(game.values), game.players);
  const worst = (shares: readonly number[]) => scan.above(shares, -Infinity, 1, null).excesses[0] ?? -Infinity;
  const limit = Math.max(0, Math.ceil(worst(allocation) - NOISE));
  // Noise of the last digits must not decide a tie.
  const steady = allocation.map((share) => Math.round(share / NOISE) * NOISE);
  const rounded = roundToTotal(steady, joint);
  const excess = worst(rounded);
  if (excess <= limit || solver === undefined)
    return { shares: rounded, status: excess <= limit ? "rounded" : "broken", excess, limit };
  for (const reach of REACHES) {
    const shares = nearestCents(scan, game, steady, limit, reach, solver);
    if (shares !== null) return { shares, status: "repaired", excess: worst(shares), limit };
  }
  return { shares: rounded, status: "broken", excess, limit };
}

/** Whole cents within `reach` of the floors, nearest to the shares, no coalition above the limit; `null` if there are none. */
function nearestCents(
  scan: Scan,
  { players: n, values }: CostGame,
  shares: readonly number[],
  limit: number,
  [least, most]: readonly [number, number],
  solver: LpSolver,
): number[] | null {
  const floors = shares.map(Math.floor);
  const known = new Set<number>();
  for (;;) {
    const builder = lpBuilder();
    // Earlier members round up first where all else is equal.
    for (let i = 0; i < n; i++) builder.column({ cost: (TIE_BREAK * i) / n, lower: least, upper: most, integer: true });
    shares.forEach((share, i) => {
      const away = builder.column({ cost: 1 });
      builder.row(-Infinity, share - floors[i]!, [
        [i, 1],
        [away, -1],
      ]);
      builder.row(share - floors[i]!, Infinity, [
        [i, 1],
        [away, 1],
      ]);
    });
    const missing = values[grandCoalition(n)]! - sumOver(floors);
    builder.row(
      missing,
      missing,
      floors.map((_, i) => [i, 1] as const),
    );
    for (const coalition of known) {
      const inside = members(coalition);
      const room = values[coalition]! + limit - sumOver(inside.map((i) => floors[i]!));
      builder.row(
        -Infinity,
        room,
        inside.map((i) => [i, 1] as const),
      );
    }
    const session = solver.open(builder.build());
    session.relax(false);
    const outcome = session.solve();
    session.dispose();
    if (outcome.status === "infeasible") return null;
    const { colValue } = expectSolution(outcome, "the nearest whole cents");
    const cents = floors.map((floor, i) => floor + Math.round(colValue[i]!));
    const blocking = scan.above(cents, limit, 4 * n, null).coalitions.filter((s) => !known.has(s));
    if (blocking.length === 0) return cents;
    for (const coalition of blocking) known.add(coalition);
  }
}

function sumOver(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}
