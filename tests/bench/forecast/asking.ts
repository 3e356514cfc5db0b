/** Simulated storages: what it saves to ask for a report, where the truth is known, against what the formula promised. */
import {
  bestLoads,
  filterStorage,
  loadsCents,
  quartersReading,
  reportValue,
  type Stakes,
  type StorageEvent,
} from "../../../optimizer/forecast/index.ts";
import { Random } from "../../../optimizer/random.ts";
import { simulateStorage } from "../../support/simulatedStorage.ts";
import { round } from "./score.ts";

const MONDAY = 4;
const DAYS = 210;
const FIRST_WEEK = 18;
/** As in functions/usecases/mail/worthAsking.ts; also taken as the price of a report here. */
const ASK_FROM_CENTS = 200;
/** A heap of 40 t: 120 euros a trip for a fifth of it, 40 euros a tonne and week beside it. */
const STAKES: Stakes = { tripCents: 12_000, loadPart: 0.2, overflowCents: 160_000 };

export function scoreAsking(storages: number) {
  return [...scoreWorld("in time", 0.5, storages), ...scoreWorld("late", 0.12, storages)];
}

function scoreWorld(cleared: string, clearing: number, storages: number, seed = 9) {
  const random = new Random(seed);
  let [weeks, never, always, worth, reports, promised, saved] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < storages; i++) {
    const { fills, arrivals, events, expected } = simulateStorage(random, MONDAY, DAYS, {
      missing: 0.5,
      ticketsLost: 0.3,
      clearing,
    });
    for (let today = MONDAY + 7 * FIRST_WEEK; today + 7 <= MONDAY + DAYS; today += 7) {
      const at = today - MONDAY;
      const comes = arrivals.slice(at, at + 7).reduce((a, b) => a + b, 0);
      const cents = (known: readonly StorageEvent[]) => {
        const { belief } = filterStorage(known, () => expected, today);
        return loadsCents(bestLoads(belief, 7 * expected, STAKES), fills[at]!, comes, STAKES);
      };
      const quarters = fills[at]! > 1.05 ? 5 : Math.min(4, Math.round(fills[at]! * 4));
      const reading = { kind: "reading", at: today - 0.01, reading: quartersReading(quarters) } as const;
      const [before, after] = [cents(events), cents([...events, reading])];
      const { belief } = filterStorage(events, () => expected, today);
      const value = reportValue(belief, 7 * expected, STAKES);
      weeks++;
      never += before;
      always += after + ASK_FROM_CENTS;
      if (value < ASK_FROM_CENTS) {
        worth += before;
        continue;
      }
      worth += after + ASK_FROM_CENTS;
      reports++;
      promised += value;
      saved += before - after;
    }
  }
  const euros = (cents: number, count: number) => round(cents / 100 / count, 2);
  return [
    { cleared, ask: "never", reports: 0, eurosAWeek: euros(never, weeks) },
    { cleared, ask: "always", reports: weeks, eurosAWeek: euros(always, weeks) },
    {
      ...{ cleared, ask: "where it is worth 2 €", reports, eurosAWeek: euros(worth, weeks) },
      ...{ promisedAReport: euros(promised, reports), savedAReport: euros(saved, reports) },
    },
  ];
}
