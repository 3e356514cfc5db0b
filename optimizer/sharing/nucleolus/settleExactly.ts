/**
 * From floating-point levels to exact shares and a proof: the settled equalities are solved in fractions, and Kohlberg's
 * criterion is verified level by level. Floating point only suggests which coalitions matter.
 */
import { grandCoalition, members } from "../coalitions.ts";
import { compare, fraction, ONE, signOf, toNumber, whole, ZERO, type Fraction } from "../exact/fraction.ts";
import { echelon, nonNegativeWeights, solveExactly } from "../exact/linear.ts";
import type { TableGame } from "../game/table.ts";
import type { CertificateLevel, Measure, NucleolusCertificate } from "./certificate.ts";
import type { SettledLevel } from "./excessProgram.ts";
import { Span } from "./span.ts";

/** Excesses closer than this part of the largest cost are compared in fractions. */
const NEAR = 1e-9;

/** Solves `x(S) − ε_k·w(S) = c(S)` over all levels; `null` when floating point settled something that is not so. */
export function exactShares(
  game: TableGame,
  measure: Measure,
  levels: readonly SettledLevel[],
  caps: (player: number) => Fraction,
): Fraction[] | null {
  const n = game.players;
  const unknowns = n + levels.length;
  const row = (players: readonly number[], right: Fraction): Fraction[] => {
    const entries = Array.from({ length: unknowns + 1 }, () => ZERO);
    for (const i of players) entries[i] = ONE;
    entries[unknowns] = right;
    return entries;
  };
  const all = grandCoalition(n);
  const rows = [row(members(all), game.exactValue(all))];
  levels.forEach((level, k) => {
    for (const i of level.capped) rows.push(row([i], caps(i)));
    for (const cut of level.cuts) {
      const entries = row(cut.members, game.exactValue(cut.id));
      entries[n + k] = whole(measure === "perCapita" ? -cut.members.length : -1);
      rows.push(entries);
    }
  });
  return solveExactly(rows, unknowns)?.slice(0, n) ?? null;
}

/** Builds the certificate, or returns `null` when the shares do not meet Kohlberg's criterion. */
export function proveNucleolus(
  game: TableGame,
  measure: Measure,
  shares: readonly Fraction[],
  hints: readonly SettledLevel[],
  caps: ((player: number) => Fraction) | null,
): NucleolusCertificate | null {
  const n = game.players;
  const excesses = exactExcesses(game, measure, shares);
  const span = new Span(n);
  const settled = echelon();
  const settle = (players: readonly number[]): void => {
    settled.add(indicator(players, n));
    span.add(players);
  };
  settle(members(grandCoalition(n)));
  const binding = caps === null ? [] : members(grandCoalition(n)).filter((i) => compare(shares[i]!, caps(i)) === 0);
  const hinted = hints.flatMap((level) => level.cuts.map((cut) => cut.id));
  const levels: CertificateLevel[] = [];
  while (settled.rank < n) {
    const worst = excesses.worst(span);
    if (worst === null) return null;
    const capped = binding.filter((i) => !span.has([i]));
    const suggested = hinted.filter((s) => worst.tight.has(s));
    const level = weigh(suggested, capped) ?? weigh([...worst.tight], capped);
    if (level === null) return null;
    levels.push({ ...level, excess: worst.excess });
    for (const i of level.cappedPlayers) settle([i]);
    for (const s of level.coalitions) settle(members(s));
  }
  return { measure, capped: caps !== null, shares, levels };

  /** Weights above 0 that bring the coalitions into the settled span; those with weight 0 are left for later. */
  function weigh(coalitions: readonly number[], capped: readonly number[]): Omit<CertificateLevel, "excess"> | null {
    if (coalitions.length === 0) return null;
    const weightOf = (s: number) => (measure === "perCapita" ? whole(members(s).length) : ONE);
    const columns = [
      ...coalitions.map((s) => [...settled.residual(indicator(members(s), n)), weightOf(s)]),
      ...capped.map((i) => [...settled.residual(indicator([i], n)), ZERO]),
    ];
    const right = [...Array.from({ length: n }, () => ZERO), ONE];
    const weights = nonNegativeWeights(columns, right);
    if (weights === null) return null;
    const carrying = coalitions.map((_, k) => k).filter((k) => signOf(weights[k]!) > 0);
    const binds = capped.map((_, k) => k).filter((k) => signOf(weights[coalitions.length + k]!) > 0);
    return {
      coalitions: carrying.map((k) => coalitions[k]!),
      weights: carrying.map((k) => weights[k]!),
      cappedPlayers: binds.map((k) => capped[k]!),
      cappedWeights: binds.map((k) => weights[coalitions.length + k]!),
    };
  }
}

export function indicator(players: readonly number[], n: number): Fraction[] {
  const vector = Array.from({ length: n }, () => ZERO);
  for (const i of players) vector[i] = ONE;
  return vector;
}

interface ExactExcesses {
  /** The largest excess outside the span, exactly, and all coalitions that have it; `null` when all lie in the span. */
  worst(span: Span): { readonly excess: Fraction; readonly tight: ReadonlySet<number> } | null;
}

/** Doubles rank the coalitions; those near the top are compared in fractions. */
function exactExcesses(game: TableGame, measure: Measure, shares: readonly Fraction[]): ExactExcesses {
  const { players: n, values } = game;
  const all = grandCoalition(n);
  const real = shares.map(toNumber);
  const near = NEAR * Math.max(game.scale, ...real.map(Math.abs));
  const excess = new Float64Array(all + 1);
  for (let s = 1; s <= all; s++) {
    const lowest = s & -s;
    excess[s] = excess[s ^ lowest]! + real[31 - Math.clz32(lowest)]!;
  }
  for (let s = 1; s < all; s++)
    excess[s] = (excess[s]! - values[s]!) / (measure === "perCapita" ? members(s).length : 1);
  // Not reduced: comparing needs no common divisor, and there can be thousands of ties.
  const denominator = shares.reduce((common, { d }) => (common % d === 0n ? common : common * d), 1n);
  const numerators = shares.map(({ n: top, d }) => top * (denominator / d));
  const exactly = (s: number): Fraction => {
    const cost = game.exactValue(s);
    let paid = 0n;
    let size = 0n;
    for (let rest = s; rest !== 0; rest &= rest - 1, size++) paid += numerators[31 - Math.clz32(rest & -rest)]!;
    const excessTimes = paid * cost.d - cost.n * denominator;
    return { n: excessTimes, d: denominator * cost.d * (measure === "perCapita" ? size : 1n) };
  };
  return {
    worst(span) {
      const [first, second] = span.probes();
      let largest = -Infinity;
      const open: number[] = [];
      for (let s = 1; s < all; s++) {
        if (!(excess[s]! >= largest - near) || isSettled(s, first, second)) continue;
        largest = Math.max(largest, excess[s]!);
        open.push(s);
      }
      if (open.length === 0) return null;
      return exactMaximum(open.filter((s) => excess[s]! >= largest - near));
    },
  };

  function exactMaximum(candidates: readonly number[]): { excess: Fraction; tight: Set<number> } {
    let best = exactly(candidates[0]!);
    let tight = new Set([candidates[0]!]);
    for (const s of candidates.slice(1)) {
      const value = exactly(s);
      const order = compare(value, best);
      if (order < 0) continue;
      if (order > 0) tight = new Set();
      best = value;
      tight.add(s);
    }
    return { excess: fraction(best.n, best.d), tight };
  }
}

function isSettled(coalition: number, first: Int32Array, second: Int32Array): boolean {
  let a = 0;
  let b = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) {
    const i = 31 - Math.clz32(rest & -rest);
    a += first[i]!;
    b += second[i]!;
  }
  return a % Span.modulus === 0 && b % Span.modulus === 0;
}
