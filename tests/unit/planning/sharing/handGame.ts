/** The cost game of the hand-reckoned plan (tests/unit/optimizer/checker/handPlan.ts), without the plan around it. */
import type { CountyGame } from "../../../../planning/sharing/countyGame.ts";

/** c(A, B) = 2 800 €; the other pairs save nothing. */
export function handGame(changes: Partial<CountyGame> = {}): CountyGame {
  return {
    players: ["A", "B", "C"],
    jointCents: 362_136,
    standAloneCents: [194_000, 114_000, 97_000],
    values: [0, 194_000, 114_000, 280_000, 97_000, 291_000, 211_000, 362_136],
    examined: [],
    massKg: [18_000, 3_000, 3_000],
    population: [12_000, 8_000, 5_000],
    roomLitres: [272_000, 111_600, 110_400],
    capacityShare: 0.4,
    nearestTo: "tonnes",
    ...changes,
  };
}
