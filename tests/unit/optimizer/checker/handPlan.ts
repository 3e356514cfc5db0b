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
const CONTENT = {
  ...{ cappedAtStandAlone: [], stable: true, blockingCount: 0, withinAccuracyCount: 0, worstBlocking: null },
  proof: null,
};

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

/**
 * Inhabitants 12 : 8 : 5: 173 825.28, 115 883.52, 72 427.2. Bergheim is cut by 1 884, carried 20 175 : 24 573:
 * 849.4 and 1 034.6.
 */
const BY_INHABITANTS = named(174_674, 114_000, 73_462);

/** 120 712 each; Bergheim is cut by 6 712 and Cronau by 23 712, all carried by Altdorf. */
const EQUALLY = named(151_136, 114_000, 97_000);

/** 362 136 / 405 000 of each stand-alone cost: 173 467.61, 101 934.58, 86 733.81; two cents to the largest rests. */
const BY_STAND_ALONE = named(173_468, 101_934, 86_734);

/**
 * Marginal costs 362 136 − 211 000, − 291 000, − 280 000: 151 136, 71 136, 82 136; the rest is 57 728. By what each could
 * save at most, 42 864 : 42 864 : 14 864: 24 598.87, 24 598.87, 8 530.25. No group's rest is smaller than a single
 * member's (pairs: 57 728), so the τ-value is the same.
 */
const BY_BENEFIT = named(175_735, 95_735, 90_666);

/** 19 242⅔ each: 170 379, 90 379, 101 378; Cronau is cut by 4 378, carried equally. */
const BY_EQUAL_REST = named(172_568, 92_568, 97_000);

/**
 * Cronau alone and the pair of the others gain least: 97 000 − s and 280 000 − s make 362 136 for s = 7 432. Of the
 * 272 568 left, Altdorf and Bergheim gain 17 716 each.
 */
const NUCLEOLUS = named(176_284, 96_284, 89_568);

/**
 * Per member: 97 000 − s and 280 000 − 2s make 362 136 for s = 14 864/3, so Cronau pays 92 045⅓. Then the pairs with
 * Cronau: 291 000 − 2t and 211 000 − 2t leave 151 136 + 2t and 71 136 + 2t, together 270 090⅔: t = 35 864/3.
 */
const PER_MEMBER = named(175_046, 95_045, 92_045);

/** By tonnes Altdorf pays 77 602 more than alone; moved evenly to the others: 45 267 + 38 801. The pair pays 278 068. */
const NEAREST = named(194_000, 84_068, 84_068);

const proven = (
  measure: "excess" | "perCapita",
  shares: string[],
  levels: readonly (readonly [string, number[], string])[],
) => ({
  kind: "nucleolus" as const,
  nucleolus: {
    ...{ measure, capped: true, shares },
    levels: levels.map(([excess, coalitions, weight]) => ({
      ...{ excess, coalitions, weights: coalitions.map(() => weight), cappedPlayers: [], cappedWeights: [] },
    })),
  },
});

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
    // The joint plan is proven the best; a cent for each of the two is rounding.
    accuracyCents: 2,
  });
  const blocked = { ...CONTENT, stable: false, blockingCount: 1 };
  const cut = (...cappedAtStandAlone: string[]) => ({ cappedAtStandAlone });
  const exact = ["176284", "96284", "89568"];
  const perMember = ["525136/3", "285136/3", "276136/3"];
  // Coalitions as bitmasks: 4 is Cronau, 3 the others; 1 and 2 Altdorf and Bergheim; 6 and 5 the pairs with Cronau.
  const nucleolus = proven("excess", exact, [
    ["-7432", [4, 3], "1/2"],
    ["-17716", [1, 2], "1/2"],
  ]);
  const perCapita = proven("perCapita", perMember, [
    ["-14864/3", [4, 3], "1/3"],
    ["-35864/3", [6, 5], "1/4"],
  ]);
  // The same part of the stand-alone cost for everybody is stable, so no group holds the shares where they are.
  const equalProfit = {
    kind: "equalProfit" as const,
    ...{ shares: [173_467.614815, 101_934.577778, 86_733.807407], spread: 0, groups: [], leastCore: null },
  };
  const nearest = {
    kind: "nearest" as const,
    ...{ shares: [194_000, 84_068, 84_068], movedCents: 77_602, leastCore: null },
    groups: [{ members: [ALTDORF], weight: 1 }],
  };
  return [
    { rule: "tonnes", shares: BY_TONNES, ...blocked, ...cut(ALTDORF), worstBlocking: pair(283_544) },
    { rule: "inhabitants", shares: BY_INHABITANTS, ...blocked, ...cut(BERGHEIM), worstBlocking: pair(288_674) },
    { rule: "twoPart", shares: TWO_PART, ...blocked, ...cut(ALTDORF), worstBlocking: pair(282_672) },
    { rule: "equal", shares: EQUALLY, ...CONTENT, ...cut(BERGHEIM, CRONAU) },
    { rule: "standAlone", shares: BY_STAND_ALONE, ...CONTENT },
    { rule: "scrb", shares: BY_BENEFIT, ...CONTENT },
    { rule: "egnsc", shares: BY_EQUAL_REST, ...CONTENT, ...cut(CRONAU) },
    { rule: "tau", shares: BY_BENEFIT, ...CONTENT },
    { rule: "shapley", shares: SHAPLEY, ...CONTENT },
    { rule: "nucleolus", shares: NUCLEOLUS, ...CONTENT, proof: nucleolus },
    { rule: "perCapitaNucleolus", shares: PER_MEMBER, ...CONTENT, proof: perCapita },
    { rule: "equalProfit", shares: BY_STAND_ALONE, ...CONTENT, proof: equalProfit },
    { rule: "nearestStable", shares: NEAREST, ...CONTENT, proof: nearest },
  ];
}

/** Without Altdorf or Bergheim nothing is saved; without Cronau the others save 28 000, half each. */
function without(): Plan["allocation"]["without"] {
  const entry = (ags: string, jointCostCents: number, shares: Record<string, number>) => ({
    ...{ ags, jointCostCents, shares, proof: null },
  });
  return [
    entry(ALTDORF, 211_000, { [BERGHEIM]: 114_000, [CRONAU]: 97_000 }),
    entry(BERGHEIM, 291_000, { [ALTDORF]: 194_000, [CRONAU]: 97_000 }),
    entry(CRONAU, 280_000, { [ALTDORF]: 180_000, [BERGHEIM]: 100_000 }),
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
    allocation: {
      ...{ rule: "shapley", nearestTo: "tonnes", shares: SHAPLEY, rules: rules(), without: without() },
      core: { empty: false, shares: ["176284", "96284", "89568"] },
    },
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
