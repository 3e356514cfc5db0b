/**
 * One store between two campaigns: what to keep, and what to haul loose in which week. The cost of the weeks ahead is a convex
 * function of the stock, piecewise linear with rising slopes, so going backwards week by week gives the cost of an
 * interval ending in a campaign for every week in which it can begin (a bounded-inventory problem; Love 1973, doi:10.1287/mnsc.20.3.313).
 */

/** Cost of a stock: the first `widths[0]` tonnes cost `slopes[0]` each and so on; the last width is infinite. */
export interface Segments {
  readonly widths: readonly number[];
  readonly slopes: readonly number[];
}

/** A store's year in tonnes. */
export interface Line {
  readonly weeks: number;
  /** t, the opening stock in the first week */
  readonly arrivals: Float64Array;
  /** t that may lie at the end of the week: room, safety and age */
  readonly capacity: Float64Array;
  /** part of the stock that is left a week later */
  readonly keeps: number;
}

/** How much of what is there at best stays at the end of the week, t, from the interval's last week backwards. */
export interface Interval {
  /** [first week], cost of the weeks from `first` to the end of the interval that begin with nothing */
  readonly cost: Float64Array;
  readonly keep: Float64Array;
}

/**
 * @param last week of the campaign that ends the interval, or the year's last week
 * @param end cost of what is there in that week; after it the store is empty or the year over
 * @param haul euros per tonne hauled loose, by week
 */
export function interval(line: Line, last: number, end: Segments, haul: Float64Array): Interval {
  const { arrivals, capacity, keeps } = line;
  const cost = new Float64Array(last + 1);
  const keep = new Float64Array(last + 1);
  // `widths`/`slopes` describe the cost of what is there in the week, `base` the cost of nothing.
  let widths = [...end.widths];
  let slopes = [...end.slopes];
  let base = 0;
  for (let w = last; ; w--) {
    if (w < last) {
      const kept = cutOff(widths, slopes, capacity[w]!, haul[w]!);
      keep[w] = kept.tonnes;
      widths = kept.widths;
      slopes = kept.slopes;
    }
    base += dropFirst(widths, slopes, arrivals[w]!);
    cost[w] = base;
    if (w === 0) return { cost, keep };
    for (let i = 0; i < widths.length; i++) {
      widths[i]! /= keeps;
      slopes[i]! *= keeps;
    }
  }
}

/** What is dearer to keep than to haul now is hauled now, and so is what has no room. */
export function cutOff(widths: readonly number[], slopes: readonly number[], room: number, price: number) {
  const kept: number[] = [];
  let tonnes = 0;
  for (let i = 0; i < widths.length && slopes[i]! < price && tonnes < room; i++) {
    const width = Math.min(widths[i]!, room - tonnes);
    kept.push(width);
    tonnes += width;
  }
  if (tonnes === Infinity) return { tonnes, widths: kept, slopes: slopes.slice(0, kept.length) };
  return { tonnes, widths: [...kept, Infinity], slopes: [...slopes.slice(0, kept.length), price] };
}

/** Takes the first tonnes off the function and returns what they cost. */
function dropFirst(widths: number[], slopes: number[], tonnes: number): number {
  let left = tonnes;
  let cost = 0;
  while (left > 0) {
    const taken = Math.min(left, widths[0]!);
    cost += taken * slopes[0]!;
    left -= taken;
    if (taken < widths[0]!) widths[0]! -= taken;
    else {
      widths.shift();
      slopes.shift();
    }
  }
  return cost;
}
