/**
 * Bars in pairs: what it costs alone, and jointly. Across everything is a part of the width, from 0 to 1, so that letters keep their
 * size on a phone; down it is points. One geometry for the page, for a mail and for paper.
 */

export interface PairRow {
  readonly name: string;
  readonly aloneCents: number;
  readonly jointCents: number;
  /** Stands at the right end of the row. */
  readonly said: string;
  /** The reader's own row. */
  readonly own?: boolean;
}

export interface Bar {
  readonly kind: "alone" | "joint";
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
}

export interface ChartRow {
  readonly name: string;
  readonly said: string;
  readonly own: boolean;
  /** Where its letters stand. */
  readonly baseline: number;
  readonly bars: readonly Bar[];
}

export interface Chart {
  readonly height: number;
  /** Where nothing costs nothing: at the left edge, unless something is revenue. */
  readonly zero: number;
  readonly rows: readonly ChartRow[];
}

/** Height of a row. */
export const ROW = 44;
const BASELINE = 13;
const ALONE = { top: 19, height: 8 } as const;
const JOINT = { top: 28, height: 8 } as const;

export function pairChart(rows: readonly PairRow[]): Chart {
  const amounts = rows.flatMap(({ aloneCents, jointCents }) => [aloneCents, jointCents]);
  const least = Math.min(0, ...amounts);
  const most = Math.max(0, ...amounts);
  const span = most - least === 0 ? 1 : most - least;
  const x = (cents: number): number => (cents - least) / span;
  const zero = x(0);
  const bar = (
    kind: Bar["kind"],
    cents: number,
    top: number,
    { top: down, height }: typeof ALONE | typeof JOINT,
  ): Bar => ({
    ...{ kind, height, top: top + down },
    ...{ from: Math.min(zero, x(cents)), to: Math.max(zero, x(cents)) },
  });
  return {
    ...{ height: rows.length * ROW, zero },
    rows: rows.map(({ name, said, aloneCents, jointCents, own = false }, index) => {
      const top = index * ROW;
      const bars = [bar("alone", aloneCents, top, ALONE), bar("joint", jointCents, top, JOINT)];
      return { name, said, own, baseline: top + BASELINE, bars };
    }),
  };
}
