/**
 * The least core of a game too large for a table, with honest bounds when time runs out.
 *
 * The rows generated so far prove a lower bound on ε. An upper bound needs a proof that no coalition exceeds it under the
 * shares found: with a prover it holds for every coalition, without one only for those looked at, and the result says so.
 */
import type { LpSolver } from "../../lp/index.ts";
import type { Measure } from "../nucleolus/certificate.ts";
import { openExcessProgram } from "../nucleolus/excessProgram.ts";
import type { CoalitionStore } from "./coalitionStore.ts";
import { oracleSeparator, type OracleOptions } from "./oracleSeparator.ts";

export interface LargeLeastCore {
  readonly shares: readonly number[];
  /** ε cannot be smaller. */
  readonly lowerBound: number;
  /** Under `shares` no coalition gains more than this by leaving (per capita: per member); `null` without a prover: nothing is known beyond `worstKnown`. */
  readonly noGroupGainsMoreThan: number | null;
  /** The largest excess among the coalitions looked at, and who has it. */
  readonly worstKnown: { readonly members: readonly number[]; readonly excess: number };
  /** Coalitions priced. */
  readonly examined: number;
}

export interface LargeLeastCoreOptions extends OracleOptions {
  readonly measure?: Measure;
  /** Shares with a bound from theory (Owen's are in the core: 0), returned where nothing better could be proved. */
  readonly fallback?: { readonly shares: readonly number[]; readonly noGroupGainsMoreThan: number };
}

export function largeLeastCore(
  store: CoalitionStore,
  solver: LpSolver,
  options: LargeLeastCoreOptions = {},
): LargeLeastCore {
  const { measure = "excess", prover, fallback } = options;
  const separator = oracleSeparator(store, options);
  const program = openExcessProgram(separator, solver, { measure });
  try {
    const { epsilon, shares } = program.minimise();
    const perHead = measure === "perCapita" ? epsilon : 0;
    const reduced = shares.map((share) => share - perHead);
    const bound = prover?.worst(reduced, Infinity).bound ?? null;
    // Per capita: x(S) − ε|S| − c(S) ≤ b gives an excess per member of at most ε + b, as long as b is not below 0.
    const proven = bound === null ? null : measure === "perCapita" ? perHead + Math.max(0, bound) : bound;
    const better = fallback !== undefined && fallback.noGroupGainsMoreThan < (proven ?? Infinity) ? fallback : null;
    return {
      shares: better?.shares ?? shares,
      lowerBound: epsilon,
      noGroupGainsMoreThan: better?.noGroupGainsMoreThan ?? proven,
      worstKnown: worstKnown(store, better?.shares ?? shares),
      examined: store.count(),
    };
  } finally {
    program.dispose();
  }
}

function worstKnown(store: CoalitionStore, shares: readonly number[]): LargeLeastCore["worstKnown"] {
  const excesses = store.excesses(shares);
  let worst = -1;
  excesses.forEach((excess, k) => {
    if (k !== store.all && store.id(k) !== 0 && (worst < 0 || excess > excesses[worst]!)) worst = k;
  });
  return worst < 0 ? { members: [], excess: -Infinity } : { members: store.members(worst), excess: excesses[worst]! };
}
