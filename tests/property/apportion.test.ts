// Breaking totals down along two sides: every row and column keeps its sum, and no cell is far from its part.
import { property, assert, array, integer, tuple } from "fast-check";
import { expect, test } from "vitest";
import { apportion, sum } from "../../functions/usecases/finance/apportion.ts";

const cents = integer({ min: -5_000_000, max: 20_000_000_00 });
/** The last column is what is missing to the rows' sum. */
const sides = tuple(array(cents, { minLength: 1, maxLength: 60 }), array(cents, { maxLength: 12 }));

test("rows and columns keep their sums, whatever the amounts", () => {
  assert(
    property(sides, ([rows, some]) => {
      const columns = [...some, sum(rows) - sum(some)];
      const cells = apportion(rows, columns);
      expect(cells.map(sum)).toEqual(rows);
      if (sum(rows) !== 0) expect(columns.map((_, j) => sum(cells.map((row) => row[j]!)))).toEqual(columns);
      for (const row of cells) for (const cell of row) expect(Number.isSafeInteger(cell)).toBe(true);
    }),
  );
});

test("a cell is within two cents of its part", () => {
  const positive = array(integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 15 });
  assert(
    property(positive, positive, (rows, weights) => {
      const total = sum(rows);
      const first = weights.map((weight) => Math.floor((total * weight) / sum(weights)));
      const columns = first.map((amount, j) => (j === 0 ? amount + total - sum(first) : amount));
      apportion(rows, columns).forEach((row, i) =>
        row.forEach((cell, j) => expect(Math.abs(cell - (rows[i]! * columns[j]!) / total)).toBeLessThanOrEqual(2)),
      );
    }),
  );
});

test("by hand: 10, 20 and 30 cents over columns of 15 and 45", () => {
  // Running rows 10, 30, 60 and columns 15, 60: 10·15/60 = 2.5 → 3, 30·15/60 = 7.5 → 8, 15.
  expect(apportion([10, 20, 30], [15, 45])).toEqual([
    [3, 7],
    [5, 15],
    [7, 23],
  ]);
});

test("sides with different sums are no totals of one thing", () => {
  expect(() => apportion([1], [2])).toThrow("rows sum to 1, columns to 2");
});
