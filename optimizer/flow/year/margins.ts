/** Room for rounding: whole kilograms must not break a plant's limit that fractions kept to the gram. */
import type { Generated } from "./generate.ts";
import type { Year } from "./pricing.ts";
import { KG_PER_TONNE } from "./units.ts";

/** Rounding moves a haul by at most this, kg. */
const KG_A_HAUL = 1;

/** The same year with every plant's limits smaller by what rounding can add. */
export function withMargins(year: Year, { plans, solution }: Generated): Year {
  const { problem, coupling } = year;
  const hauls = new Map<string, number>();
  const count = (key: string) => hauls.set(key, (hauls.get(key) ?? 0) + 1);
  plans.forEach((plan, i) => {
    if (solution.weights[i]! <= 0) return;
    for (const { option, week } of plan.hauls)
      for (const { facility } of problem.options[option]!.parts) {
        count(`${facility}`);
        count(`${facility} ${week}`);
      }
  });
  const rows = [...coupling.rows];
  const reduce = (row: number, key: string) => {
    if (row < 0) return;
    const { lower, upper } = rows[row]!;
    const margin = ((hauls.get(key) ?? 0) * KG_A_HAUL) / KG_PER_TONNE;
    rows[row] = { lower, upper: upper - Math.min(margin, upper > 0 ? upper / 100 : margin) };
  };
  problem.facilities.forEach((_, f) => {
    reduce(coupling.yearly[f]!, `${f}`);
    problem.weeks.forEach((_w, w) => reduce(coupling.weekly[f]![w]!, `${f} ${w}`));
  });
  return { ...year, coupling: { ...coupling, rows } };
}
