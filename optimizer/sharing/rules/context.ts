/** What several rules need and is computed once: the sequences of linear programs, the least cores, the core. */
import type { LpSolver } from "../../lp/index.ts";
import { grandCoalition, members } from "../coalitions.ts";
import { boundsOf, type Bounds } from "../core/constraints.ts";
import { compare, divide, signOf, sumOf, toNumber, multiply, type Fraction } from "../exact/fraction.ts";
import type { TableGame } from "../game/table.ts";
import type { CoreCertificate, LeastCoreCertificate, Measure, NucleolusCertificate } from "../nucleolus/certificate.ts";
import { openExcessProgram } from "../nucleolus/excessProgram.ts";
import { tableSeparator, type Separator } from "../nucleolus/separator.ts";
import { lexicographicShares, type SequentialResult } from "../nucleolus/sequential.ts";
import { exactShares, proveNucleolus } from "../nucleolus/settleExactly.ts";
import type { RuleOptions } from "./options.ts";

/** Above this part of the largest cost, ε is taken for positive where no proof decides. */
const POSITIVE = 1e-10;
const MOST_PROVED_BY_DEFAULT = 16;

export interface Settled extends SequentialResult {
  /** `null` when no certificate was asked for, or floating point misled the proof. */
  readonly certificate: NucleolusCertificate | null;
}

/** Where the rules choose: `epsilon` is 0 inside the core, above 0 inside the least core. */
export type StableSet =
  | {
      readonly status: "stable";
      readonly within: "core" | "leastCore";
      readonly epsilon: number;
      readonly bounds: Bounds;
    }
  | { readonly status: "boundsContradict" };

export interface RuleContext {
  readonly game: TableGame;
  readonly options: RuleOptions;
  readonly solver: LpSolver;
  readonly separator: Separator;
  prenucleolus(measure: Measure): Settled;
  /** `null` when the stand-alone costs together do not cover the joint cost. */
  nucleolus(measure: Measure): Settled | null;
  stableSet(): StableSet;
}

export function openContext(game: TableGame, options: RuleOptions, solver: LpSolver): RuleContext {
  const separator = tableSeparator(game);
  const caps = (i: number) => game.exactValue(1 << i);
  const proves = options.certificate ?? game.players <= MOST_PROVED_BY_DEFAULT;
  const run = (measure: Measure, capped: boolean): Settled => {
    const upper = capped ? { upper: separator.standAlone } : {};
    const result = lexicographicShares(separator, solver, { measure, ...upper });
    const exact = proves ? exactShares(game, measure, result.levels, caps) : null;
    const certificate = exact && proveNucleolus(game, measure, exact, result.levels, capped ? caps : null);
    return { ...result, shares: certificate?.shares.map(toNumber) ?? result.shares, certificate };
  };
  const prenucleolus = memo((measure: Measure) => run(measure, false));
  const nucleolus = memo((measure: Measure) => {
    if (!hasImputation(game)) return null;
    const free = prenucleolus(measure);
    return keepsCaps(game, free, caps) ? asCapped(free) : run(measure, true);
  });
  const stableSet = memo(() => findStableSet(game, separator, solver, options, prenucleolus));
  return { game, options, solver, separator, prenucleolus, nucleolus, stableSet: () => stableSet("") };
}

function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, { readonly value: V }>();
  return (key) => {
    const held = known.get(key) ?? { value: compute(key) };
    known.set(key, held);
    return held.value;
  };
}

function hasImputation(game: TableGame): boolean {
  const all = grandCoalition(game.players);
  const alone = sumOf(members(all).map((i) => game.exactValue(1 << i)));
  return compare(alone, game.exactValue(all)) >= 0;
}

/** Shares that are best without caps and keep them are best with them. */
function keepsCaps(game: TableGame, { shares, certificate }: Settled, caps: (i: number) => Fraction): boolean {
  if (certificate !== null) return certificate.shares.every((share, i) => compare(share, caps(i)) <= 0);
  return shares.every((share, i) => share <= game.values[1 << i]! + POSITIVE * game.scale);
}

function asCapped(settled: Settled): Settled {
  const { certificate } = settled;
  return { ...settled, certificate: certificate && { ...certificate, capped: true } };
}

function findStableSet(
  game: TableGame,
  separator: Separator,
  solver: LpSolver,
  options: RuleOptions,
  prenucleolus: (measure: Measure) => Settled,
): StableSet {
  const bounds = boundsOf(game, options.constraints);
  const epsilon = options.constraints === undefined ? freeEpsilon(prenucleolus) : boundedEpsilon();
  if (epsilon === null) return { status: "boundsContradict" };
  const empty = epsilon > POSITIVE * game.scale;
  return { status: "stable", within: empty ? "leastCore" : "core", epsilon: empty ? epsilon : 0, bounds };

  function boundedEpsilon(): number | null {
    const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    const crossed = bounds.lower.some((low, i) => low > bounds.upper[i]!);
    const joint = separator.jointCost;
    if (crossed || total(bounds.lower) > joint || total(bounds.upper) < joint) return null;
    const program = openExcessProgram(separator, solver, { measure: "excess", ...bounds });
    try {
      return program.minimise().epsilon;
    } finally {
      program.dispose();
    }
  }
}

function freeEpsilon(prenucleolus: (measure: Measure) => Settled): number {
  const { certificate, levels } = prenucleolus("excess");
  return certificate === null ? levels[0]!.excess : toNumber(certificate.levels[0]!.excess);
}

/** ε of the first level with the weights that prove it; `null` without a certificate. */
export function leastCoreCertificate({ certificate }: Settled): LeastCoreCertificate | null {
  if (certificate === null) return null;
  const { excess, coalitions, weights } = certificate.levels[0]!;
  return { measure: certificate.measure, epsilon: excess, coalitions, weights, shares: certificate.shares };
}

/** From the first level of the prenucleolus: its weights, scaled to balance, or its shares. */
export function coreCertificate(game: TableGame, { certificate }: Settled): CoreCertificate | null {
  if (certificate === null) return null;
  const { excess, coalitions, weights } = certificate.levels[0]!;
  if (signOf(excess) <= 0) return { empty: false, shares: certificate.shares };
  const perPlayer = sumOf(weights.filter((_, k) => (coalitions[k]! & 1) !== 0));
  const balanced = weights.map((weight) => divide(weight, perPlayer));
  const balancedCost = sumOf(balanced.map((weight, k) => multiply(weight, game.exactValue(coalitions[k]!))));
  return { empty: true, coalitions, weights: balanced, balancedCost };
}
