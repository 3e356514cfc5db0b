/**
 * Breaks totals down along two sides at once, to the cent: what each member pays, by week or by cost line.
 *
 * Cell (i, j) is near `rows[i] · columns[j] / total`. Running totals are rounded and then subtracted from each other, so that
 * every row sums to its total, every column to its own, and no cell is off by more than two cents.
 */

/**
 * @param rows whole cents that sum to the total
 * @param columns whole cents that sum to the same total; where it is 0 they are only the number of columns
 * @returns `[row][column]`
 */
export function apportion(rows: readonly number[], columns: readonly number[]): number[][] {
  const total = sum(columns);
  if (sum(rows) !== total) throw new RangeError(`rows sum to ${sum(rows)}, columns to ${total}`);
  // Nothing in all: each row is spread evenly, and what columns sum to is 0.
  const weights = total === 0 ? columns.map(() => 1) : columns;
  const whole = sum(weights);
  const upTo = running(rows);
  const across = running(weights);
  const rounded = (i: number, j: number): number => roundedProduct(upTo[i]!, across[j]!, whole);
  return rows.map((_, i) =>
    weights.map((_, j) => rounded(i + 1, j + 1) - rounded(i, j + 1) - rounded(i + 1, j) + rounded(i, j)),
  );
}

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** `[0, a, a + b, …]` */
function running(amounts: readonly number[]): number[] {
  const totals = [0];
  for (const amount of amounts) totals.push(totals.at(-1)! + amount);
  return totals;
}

/** `a · b / whole`, half up, exact: products of cents are larger than what a double holds. */
function roundedProduct(a: number, b: number, whole: number): number {
  const twice = 2n * BigInt(a) * BigInt(b) + BigInt(whole);
  const divisor = 2n * BigInt(whole);
  const quotient = twice / divisor;
  const floors = twice % divisor !== 0n && twice < 0n !== divisor < 0n;
  return Number(floors ? quotient - 1n : quotient);
}
