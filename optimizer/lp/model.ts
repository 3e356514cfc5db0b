/**
 * A linear or mixed-integer model: minimise `cost · x` subject to `rowLower ≤ A x ≤ rowUpper`, `colLower ≤ x ≤ colUpper`.
 *
 * Columns are variables and rows are constraints, in the words of HiGHS. Bounds may be infinite. Unlike many LP
 * libraries a column's default lower bound is stated by the caller, never assumed.
 */

/** Sparse rows: the entries of row `r` are `indices[starts[r] .. starts[r + 1] - 1]`. */
export interface LpModel {
  readonly columns: number;
  readonly rows: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  /** 1 where the column must be whole. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export type Entry = readonly [column: number, coefficient: number];

/** Collects columns and rows one by one; `build` freezes them into typed arrays. */
export interface LpBuilder {
  /** Returns the index of the new column. */
  column(spec: {
    readonly cost: number;
    readonly lower?: number;
    readonly upper?: number;
    readonly integer?: boolean;
  }): number;
  /** Returns the index of the new row. Entries of the same column add up. */
  row(lower: number, upper: number, entries: readonly Entry[]): number;
  build(): LpModel;
}

export function lpBuilder(): LpBuilder {
  const cost: number[] = [];
  const colLower: number[] = [];
  const colUpper: number[] = [];
  const integer: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  return {
    column(spec) {
      cost.push(spec.cost);
      colLower.push(spec.lower ?? 0);
      colUpper.push(spec.upper ?? Infinity);
      integer.push(spec.integer === true ? 1 : 0);
      return cost.length - 1;
    },
    row(lower, upper, entries) {
      const merged = new Map<number, number>();
      for (const [column, coefficient] of entries) merged.set(column, (merged.get(column) ?? 0) + coefficient);
      for (const [column, coefficient] of merged) {
        if (coefficient === 0) continue;
        indices.push(column);
        values.push(coefficient);
      }
      starts.push(indices.length);
      rowLower.push(lower);
      rowUpper.push(upper);
      return rowLower.length - 1;
    },
    build() {
      return {
        columns: cost.length,
        rows: rowLower.length,
        colCost: Float64Array.from(cost),
        colLower: Float64Array.from(colLower),
        colUpper: Float64Array.from(colUpper),
        integer: Uint8Array.from(integer),
        rowLower: Float64Array.from(rowLower),
        rowUpper: Float64Array.from(rowUpper),
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      };
    },
  };
}

/** Throws on a model no engine could read: NaN, crossed bounds, an entry that points nowhere. */
export function assertWellFormed(model: LpModel): void {
  for (let c = 0; c < model.columns; c++) {
    if (!Number.isFinite(model.colCost[c]!)) throw new RangeError(`cost of column ${c} is ${model.colCost[c]}`);
    if (!(model.colLower[c]! <= model.colUpper[c]!))
      throw new RangeError(`bounds of column ${c} are crossed or not numbers`);
  }
  for (let r = 0; r < model.rows; r++) {
    if (!(model.rowLower[r]! <= model.rowUpper[r]!))
      throw new RangeError(`bounds of row ${r} are crossed or not numbers`);
  }
  for (let k = 0; k < model.indices.length; k++) {
    const column = model.indices[k]!;
    if (column < 0 || column >= model.columns)
      throw new RangeError(`entry ${k} names column ${column}, which does not exist`);
    if (!Number.isFinite(model.values[k]!)) throw new RangeError(`coefficient ${k} is ${model.values[k]}`);
  }
}
