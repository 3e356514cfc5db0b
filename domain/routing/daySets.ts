/** Day sets (the field also says visit day combinations or schedules): on which days a client may be visited. Days count from 0. */

/**
 * All ways of spreading `visits` evenly over the days: the first set is floor(i * days / visits) for i = 0, 1, ..., the
 * others are that set moved on by 1, 2, ... days round the horizon. Only sets within `allowed` are kept.
 *
 * `evenDaySets(4, 2)` is [[0, 2], [1, 3]]; `evenDaySets(7, 2, [0, 1, 2, 3, 4])`, a week from Monday to Friday, is
 * [[0, 3], [1, 4], [0, 4]]. Empty when no set lies within the allowed days.
 */
export function evenDaySets(days: number, visits: number, allowed?: readonly number[]): number[][] {
  const known = new Set<string>();
  const sets: number[][] = [];
  for (let shift = 0; shift < days; shift++) {
    const spread = Array.from({ length: visits }, (_, i) => (Math.floor((i * days) / visits) + shift) % days);
    const set = spread.sort((a, b) => a - b);
    if (known.has(set.join())) continue;
    known.add(set.join());
    if (allowed === undefined || set.every((day) => allowed.includes(day))) sets.push(set);
  }
  return sets;
}

/** One visit on a day before `day`: [[0], [1], ..., [day - 1]]. */
export function daySetsBefore(day: number): number[][] {
  return Array.from({ length: day }, (_, earlier) => [earlier]);
}
