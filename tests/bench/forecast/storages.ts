/** Simulated storages, where the truth is known: opening stock and a week's arrivals against the rule used before (levelRule.ts). */
import { fillSpread, filterStorage, weeklyArrivals, type Spread } from "../../../optimizer/forecast/index.ts";
import { Random } from "../../../optimizer/random.ts";
import { simulateStorage, type Truth } from "../../support/simulatedStorage.ts";
import { arrivalLevel, openingStock } from "./levelRule.ts";
import { round } from "./score.ts";

const MONDAY = 4;
const DAYS = 210;
const FIRST_WEEK = 18;

class Sums {
  count = 0;
  private ours = 0;
  private rule = 0;
  private covered = 0;
  add(truth: number, { low, mean, high }: Spread, rule: number) {
    this.count++;
    this.ours += Math.abs(truth - mean);
    this.rule += Math.abs(truth - rule);
    if (truth >= low && truth <= high) this.covered++;
  }
  row() {
    return {
      forecasts: this.count,
      mae: round(this.ours / this.count, 4),
      ruleBefore: round(this.rule / this.count, 4),
      gainPercent: round(100 * (1 - this.ours / this.rule), 1),
      coveragePercent: round((100 * this.covered) / this.count, 1),
    };
  }
}

/** Errors in parts of the room. */
export function scoreStorages(storages: number, seed = 8) {
  const habits = [
    { reports: "weekly", missing: 0.1, ticketsLost: 0.1 },
    { reports: "one in three", missing: 0.67, ticketsLost: 0.1 },
    { reports: "one in three, no tickets", missing: 0.67, ticketsLost: 1 },
  ];
  return habits.flatMap(({ reports, ...habit }) => {
    const random = new Random(seed);
    const [opening, arrivals] = [new Sums(), new Sums()];
    for (let i = 0; i < storages; i++) scoreOne(simulateStorage(random, MONDAY, DAYS, habit), opening, arrivals);
    return [
      { reports, what: "opening stock", ...opening.row() },
      { reports, what: "arrivals of the week", ...arrivals.row() },
    ];
  });
}

function scoreOne({ fills, arrivals, events, expected }: Truth, opening: Sums, week: Sums): void {
  const seen = events.flatMap((event) =>
    event.kind === "reading" ? [{ day: Math.floor(event.at), kg: middle(event.reading) }] : [],
  );
  const prior = (from: number, to: number) => expected * (to - from);
  for (let today = MONDAY + 7 * FIRST_WEEK; today + 7 <= MONDAY + DAYS; today += 7) {
    const at = today - MONDAY;
    const { belief } = filterStorage(events, () => expected, today);
    const before = seen.filter(({ day }) => day < today);
    const level = arrivalLevel(before, prior, today);
    opening.add(fills[at]!, fillSpread(belief), openingStock(before, prior, level, today));
    const came = arrivals.slice(at, at + 7).reduce((a, b) => a + b, 0);
    week.add(came, weeklyArrivals(belief, [7 * expected])[0]!, 7 * expected * level);
  }
}

function middle({ low, high }: { readonly low: number; readonly high: number }): number {
  if (low === -Infinity) return 0;
  return high === Infinity ? 1.1 : Math.round(2 * (low + high)) / 4;
}
