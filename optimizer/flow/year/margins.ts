/** Room for rounding: whole kilograms must not break a plant's limit that fractions kept to the gram. */
import type { Year } from "./pricing.ts";
import { KG_PER_TONNE } from "./units.ts";

/** Rounding moves a haul by at most this, kg. */
const KG_A_HAUL = 1;
/** A margin beyond this part of a limit would cost more than it protects. */
const MOST = 0.002;

/** The same year with every plant's limits smaller by what rounding of a haul by every store and week can add. */
export function withMargins(year: Year): Year {
  const { problem, coupling } = year;
  const rows = [...coupling.rows];
  const statics = [...coupling.statics];
  const less = (limit: number, hauls: number) =>
    limit - Math.min((hauls * KG_A_HAUL) / KG_PER_TONNE, MOST * Math.max(0, limit));
  const reduce = (row: number, hauls: number) => {
    if (row >= 0) rows[row] = { ...rows[row]!, upper: less(rows[row]!.upper, hauls) };
  };
  problem.facilities.forEach((_, f) => {
    const reaching = problem.options.filter((o) => o.parts.some((part) => part.facility === f)).length;
    const inYear = (reaching * problem.weeks.length) / 4;
    const site = coupling.site[f]!;
    reduce(coupling.yearly[f]!, inYear);
    problem.weeks.forEach((_w, w) => reduce(coupling.weekly[f]![w]!, reaching));
    if (site < 0) return;
    // A site's limit stands in its own column.
    const column = statics[site]!;
    statics[site] = {
      ...column,
      entries: column.entries.map(([row, factor]) => [row, -less(-factor, inYear)] as const),
    };
  });
  return { ...year, coupling: { ...coupling, rows, statics } };
}
