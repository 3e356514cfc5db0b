/** A whole plan of the tiny region, reckoned by hand. */
import { COST_LINES } from "../../../../domain/plan/flowPlan.ts";
import { Plan } from "../../../../domain/plan/plan.ts";
import { ALTDORF, BERGHEIM, CRONAU, FORECAST, handAlone, handJoint, WEEKS } from "./handFlows.ts";
import { handPickups, handRoutes } from "./handTours.ts";

const named = (a: number, b: number, c: number): Record<string, number> => ({
  [ALTDORF]: a,
  [BERGHEIM]: b,
  [CRONAU]: c,
});
const CONTENT = { cappedAtStandAlone: [], stable: true, blockingCount: 0, worstBlocking: null };

/**
 * c(Altdorf, Bergheim) = 280 000, the other pairs save nothing. Shapley, in sixths:
 * Altdorf 194 000/3 + (280 000 − 114 000)/6 + (291 000 − 97 000)/6 + (362 136 − 211 000)/3 = 175 045⅓,
 * Bergheim 38 000 + 14 333⅓ + 19 000 + 23 712 = 95 045⅓, Cronau 92 045⅓; the missing cent goes to the first of three ties.
 */
const SHAPLEY = named(175_046, 95_045, 92_045);

/**
 * Arrivals 18, 3 and 3 t: 271 602, 45 267, 45 267. Altdorf is cut by 77 602, carried 68 733 : 51 733:
 * 44 276.5 and 33 325.5 (rests 0.545 and 0.455).
 */
const BY_TONNES = named(194_000, 89_544, 78_592);

/**
 * Room 272 000, 111 600, 110 400 of 494 000 l for 40 %, tonnes 18:3:3 for 60 %: 242 719.1, 59 884.4, 59 532.5.
 * Altdorf is cut by 48 719, carried 54 116 : 37 467 (first rounded to 59 884 and 59 533): 28 788.0 and 19 931.0.
 */
const TWO_PART = named(194_000, 88_672, 79_464);

function municipalities(): Plan["municipalities"] {
  const row = (
    ags: string,
    name: string,
    population: number,
    forecastKg: number,
    alone: number,
    contributionCents: number,
  ) => {
    const shareCents = SHAPLEY[ags]!;
    const figures = {
      standAloneCostCents: alone,
      shareCents,
      savingCents: alone - shareCents,
      contributionCents,
      paymentCents: shareCents - contributionCents,
    };
    return { ags, name, population, forecastKg, ...figures };
  };
  return [
    row(ALTDORF, "Altdorf", 12_000, 18_000, 194_000, 0),
    row(BERGHEIM, "Bergheim", 8_000, 3_000, 114_000, 0),
    row(CRONAU, "Cronau", 5_000, 3_000, 97_000, 33_000),
  ];
}

function rules(): Plan["allocation"]["rules"] {
  const pair = (sharesCents: number) => ({
    members: [ALTDORF, BERGHEIM],
    costCents: 280_000,
    sharesCents,
    excessCents: sharesCents - 280_000,
  });
  const blocked = { cappedAtStandAlone: [ALTDORF], stable: false, blockingCount: 1 };
  return [
    { rule: "tonnes", shares: BY_TONNES, ...blocked, worstBlocking: pair(283_544) },
    { rule: "twoPart", shares: TWO_PART, ...blocked, worstBlocking: pair(282_672) },
    { rule: "shapley", shares: SHAPLEY, ...CONTENT },
  ];
}

export function handPlan(): Plan {
  const joint = handJoint();
  const standAlone = handAlone();
  const alone = Object.values(standAlone);
  return Plan.parse({
    schema: "gruenverbund/plan/1",
    ...{ region: "tiny", regionName: "Beispielkreis", week: WEEKS[0] },
    period: { firstWeek: WEEKS[0], lastWeek: WEEKS[1], weeks: [...WEEKS] },
    municipalities: municipalities(),
    jointCostCents: 362_136,
    standAloneTotalCents: 405_000,
    costLines: COST_LINES.map((line) => ({
      line,
      jointCents: joint.costLines[line],
      standAloneCents: alone.reduce((sum, plan) => sum + plan.costLines[line], 0),
    })),
    allocation: { rule: "shapley", shares: SHAPLEY, rules: rules() },
    game: {
      kind: "cost",
      players: [ALTDORF, BERGHEIM, CRONAU],
      values: [0, 194_000, 114_000, 280_000, 97_000, 291_000, 211_000, 362_136],
      examined: [],
      method: "von Hand",
    },
    // Routes 18 127 + 82 122; the model says 8 932 + 5 417 and toll 132 + 55.
    haulage: { calibration: 1, routedWeekCents: 100_249, modelWeekCents: 14_536 },
    forecast: structuredClone(FORECAST),
    flow: { joint, standAlone },
    routes: handRoutes(),
    pickups: handPickups(),
    shredderVisits: [{ shredderId: "kraft-shredder", pointId: "p-alt", date: "2026-11-23", massKg: 17_150 }],
    unserved: [],
    emissions: {
      factorSet: "Beispielfaktoren (1)",
      lines: [
        { line: "transport", jointKgCo2e: 25.056, standAloneKgCo2e: 0 },
        { line: "shredding", jointKgCo2e: 109.76, standAloneKgCo2e: 0 },
        { line: "treatment", jointKgCo2e: 941.65, standAloneKgCo2e: 0 },
      ],
      ...{ jointKgCo2e: 1_076.466, standAloneKgCo2e: 0 },
    },
    ...{ shadowPrices: [], assumptions: [], notices: [] },
    provenance: {
      ...{
        seed: 1,
        iterations: 1,
        inputsSha256: "0",
        inputs: [],
        travelMatrix: "von Hand",
        versions: {},
        seconds: 0,
        phases: [],
      },
    },
  });
}
