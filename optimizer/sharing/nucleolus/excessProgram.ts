/**
 * The linear program "make the largest excess as small as possible", with rows generated as needed:
 *
 *   minimise ε  subject to  x(S) − ε·w(S) ≤ c(S) for every coalition S that is not settled,  x(N) = c(N),  x ≤ caps,
 *
 * where `w(S)` is 1, or |S| per capita. One model stays in the engine; rows are added, settled and dropped in place.
 *
 * A row is settled when its dual price is above 0: then it is tight in every optimal solution (strict complementarity
 * the other way round is what goes wrong in the literature, Guajardo & Jörnsten 2015: a zero slack proves nothing).
 */
import { lpBuilder, expectSolution, type LpSession, type LpSolver } from "../../lp/index.ts";
import type { Measure } from "./certificate.ts";
import type { Cut, Separator } from "./separator.ts";
import { Span } from "./span.ts";

/** Costs are scaled so that the largest is about this; tolerances below are in these units. */
const SCALED_LARGEST = 1000;
const LP_TOLERANCE = 1e-9;
/** A coalition counts as violated above this. */
const VIOLATION = 2e-8;
/** Dual prices sum to 1 over at most 2n rows, so a real one is far above this. */
const POSITIVE_DUAL = 1e-6;

export interface SettledLevel {
  readonly excess: number;
  readonly cuts: readonly Cut[];
  /** Players whose upper bound binds in every optimal solution. */
  readonly capped: readonly number[];
}

export interface ExcessProgram {
  /** Lowers ε as far as it goes; row generation runs to its end. */
  minimise(): { readonly epsilon: number; readonly shares: number[] };
  /** Settles what the last `minimise` proved tight. */
  settle(): SettledLevel;
  readonly span: Span;
  /** How many times the engine solved, and how many rows it holds. */
  effort(): { readonly solves: number; readonly rows: number };
  dispose(): void;
}

export interface ProgramOptions {
  readonly measure: Measure;
  /** Upper bounds of the shares, one per player; omitted: none. */
  readonly upper?: readonly number[];
  readonly lower?: readonly number[];
}

interface Row {
  readonly cut: Cut;
  active: boolean;
}

export function openExcessProgram(
  separator: Separator,
  solver: LpSolver,
  { measure, upper, lower }: ProgramOptions,
): ExcessProgram {
  const n = separator.players;
  const epsilonColumn = n;
  const unit = 2 ** Math.round(Math.log2(separator.scale / SCALED_LARGEST));
  const everybody = Array.from({ length: n }, (_, i) => i);
  const weightOf = (cut: Cut) => (measure === "perCapita" ? cut.members.length : 1);
  const most = Math.max(12, 2 * n);
  const span = new Span(n);
  span.add(everybody);

  const rows: Row[] = separator.initial().map((cut) => ({ cut, active: true }));
  const known = new Set(rows.map((row) => row.cut.id));
  const session = openModel();
  let solves = 0;
  let epsilon = 0;
  let shares: Float64Array = new Float64Array(n);
  let rowDual: Float64Array = new Float64Array(0);
  let colDual: Float64Array = new Float64Array(0);

  return {
    span,
    minimise() {
      for (;;) {
        solve();
        const fresh = violated();
        if (fresh.length === 0) return { epsilon: epsilon * unit, shares: Array.from(shares, (x) => x * unit) };
        append(fresh);
      }
    },
    settle,
    effort: () => ({ solves, rows: rows.length }),
    dispose: () => session.dispose(),
  };

  function openModel(): LpSession {
    const builder = lpBuilder();
    for (const i of everybody)
      builder.column({ cost: 0, lower: (lower?.[i] ?? -Infinity) / unit, upper: (upper?.[i] ?? Infinity) / unit });
    builder.column({ cost: 1, lower: -Infinity });
    const joint = separator.jointCost / unit;
    builder.row(
      joint,
      joint,
      everybody.map((i) => [i, 1] as const),
    );
    for (const { cut } of rows) {
      const entries = cut.members.map((i) => [i, 1] as const);
      builder.row(-Infinity, cut.cost / unit, [...entries, [epsilonColumn, -weightOf(cut)]]);
    }
    return solver.open(builder.build(), { tolerance: LP_TOLERANCE });
  }

  function solve(): void {
    solves++;
    const solution = expectSolution(session.solve(), "the smallest largest excess");
    epsilon = solution.colValue[epsilonColumn]!;
    shares = solution.colValue.subarray(0, n);
    rowDual = solution.rowDual;
    colDual = solution.colDual;
  }

  /** Per capita, ε is taken off every share, so that one scan serves both measures. */
  function violated(): Cut[] {
    const perHead = measure === "perCapita" ? epsilon : 0;
    const limit = (measure === "perCapita" ? 0 : epsilon) + VIOLATION;
    const scaledBack = Float64Array.from(shares, (x) => (x - perHead) * unit);
    const settled = span.rank > 1 ? span : null;
    return separator.above(scaledBack, limit * unit, most, settled).filter((cut) => !known.has(cut.id));
  }

  function append(cuts: readonly Cut[]): void {
    const starts = Int32Array.from({ length: cuts.length + 1 }, () => 0);
    const indices: number[] = [];
    const values: number[] = [];
    cuts.forEach((cut, r) => {
      indices.push(...cut.members, epsilonColumn);
      values.push(...cut.members.map(() => 1), -weightOf(cut));
      starts[r + 1] = indices.length;
      rows.push({ cut, active: true });
      known.add(cut.id);
    });
    session.addRows({
      lower: new Float64Array(cuts.length).fill(-Infinity),
      upper: Float64Array.from(cuts, (cut) => cut.cost / unit),
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    });
  }

  function settle(): SettledLevel {
    const tight = rows.filter((row, r) => row.active && Math.abs(rowDual[r + 1]!) > POSITIVE_DUAL);
    const capped = everybody.filter((i) => upper !== undefined && colDual[i]! < -POSITIVE_DUAL);
    if (tight.length === 0) throw new Error("no coalition has a dual price; the LP engine's solution is not usable");
    const level = { excess: epsilon * unit, cuts: tight.map((row) => row.cut), capped };
    for (const i of capped) if (span.add([i])) fixShare(i);
    for (const row of tight) if (span.add(row.cut.members)) fixRow(row);
    rows.forEach((row, r) => {
      if (row.active && span.has(row.cut.members)) release(row, r, -Infinity, Infinity);
    });
    return level;
  }

  function fixShare(i: number): void {
    const cap = Float64Array.of(upper![i]! / unit);
    session.setColumnBounds(Int32Array.of(i), cap, cap);
  }

  function fixRow(row: Row): void {
    const cost = row.cut.cost / unit + epsilon * weightOf(row.cut);
    release(row, rows.indexOf(row), cost, cost);
  }

  /** Takes ε out of the row: settled rows become equalities, rows in their span say nothing more. */
  function release(row: Row, r: number, rowLower: number, rowUpper: number): void {
    row.active = false;
    session.setCoefficient(r + 1, epsilonColumn, 0);
    session.setRowBounds(Int32Array.of(r + 1), Float64Array.of(rowLower), Float64Array.of(rowUpper));
  }
}
