/**
 * Flow plans of the tiny region over two weeks, every figure reckoned by hand in the comments.
 *
 * A trip is 18 km and 900 + 900 on the road + 900 loading + 1200 unloading = 3900 s (`handTravel`).
 */
import type { CostLines, FlowForecast, FlowPlan, Stock } from "../../../../domain/plan/flowPlan.ts";

export const WEEKS = ["2026-W48", "2026-W49"] as const;
export const [ALTDORF, BERGHEIM, CRONAU] = ["99001001", "99001002", "99001003"] as const;

export const FORECAST: FlowForecast[] = [
  {
    storageId: "alt-woody",
    openingKg: 15_000,
    arrivalsKg: [3_000, 13_000],
    observedAt: "2026-11-20T09:00:00+01:00",
    spread: {
      openingKg: { lowKg: 12_000, highKg: 18_000 },
      arrivalsKg: [
        { lowKg: 2_000, highKg: 4_000 },
        { lowKg: 9_000, highKg: 17_000 },
      ],
      overflowChance: Array.from({ length: 14 }, (_, day) => day / 50),
      plausibility: "ok",
      emptiedOn: ["2026-10-14", "2026-11-05"],
      reportValueCents: 120,
    },
  },
  { storageId: "alt-mixed", openingKg: 6_000, arrivalsKg: [1_000, 1_000], observedAt: null },
  { storageId: "berg-woody", openingKg: 22_000, arrivalsKg: [2_000, 2_000], observedAt: null },
  { storageId: "berg-mixed", openingKg: 1_000, arrivalsKg: [500, 500], observedAt: null },
  { storageId: "cron-mixed", openingKg: 2_000, arrivalsKg: [500, 500], observedAt: null },
];

function stock(w: 0 | 1, storageId: string, looseKg: number, overflowKg = 0): Stock {
  return { week: WEEKS[w], storageId, looseKg, shreddedKg: 0, overflowKg };
}

function lines(some: Partial<CostLines>): CostLines {
  const none = {
    haulage: 0,
    toll: 0,
    shredding: 0,
    gate: 0,
    minimumQuantity: 0,
    sites: 0,
    overflow: 0,
    closingStock: 0,
    contributions: 0,
    co2: 0,
  };
  return { ...none, ...some };
}

export function handJoint(): FlowPlan {
  return {
    members: [ALTDORF, BERGHEIM, CRONAU],
    hauls: [
      // Half a walking floor: a load is min(24 500, 90 m³ · 330 = 29 700) kg. 4500 c/t: 55 125 c.
      {
        week: WEEKS[0],
        storageId: "alt-woody",
        facilityId: "compost",
        form: "shredded",
        capability: "walkingFloor",
        massKg: 12_250,
      },
      // A fifth. −3000 c/t: −14 700 c. The boiler takes 400 t / 52 = 7 692 kg a week.
      {
        week: WEEKS[0],
        storageId: "alt-woody",
        facilityId: "boiler",
        form: "shredded",
        capability: "walkingFloor",
        massKg: 4_900,
      },
      // Half a hook-lift: min(11 000, 38 m³ · 200 = 7 600) kg. 4000 c/t: 15 200 c.
      {
        week: WEEKS[0],
        storageId: "alt-mixed",
        facilityId: "farm",
        form: "loose",
        capability: "hookLift",
        massKg: 3_800,
      },
      // A quarter. 1000 c/m³ of 1900/200 = 9.5 m³: 9 500 c. Gate together 65 125 c.
      {
        week: WEEKS[1],
        storageId: "cron-mixed",
        facilityId: "compost",
        form: "loose",
        capability: "hookLift",
        massKg: 1_900,
      },
    ],
    // 17 150 kg · 30 000 c/h / 30 t/h = 17 150 c.
    shreddings: [{ week: WEEKS[0], storageId: "alt-woody", shredderId: "kraft-shredder", massKg: 17_150 }],
    // Set-up 30 000 c and mobilisation 35 000 c, both with τ = 1. Shredding together 82 150 c.
    campaigns: [{ week: WEEKS[0], pointId: "p-alt", shredderId: "kraft-shredder", members: [ALTDORF] }],
    vehicleWeeks: [
      // 0.7 trips. 2730 s: 6825 c; 12.6 km: 1197 c; 2730/36 000 of 12 000 c: 910 c. Toll 12.6 · 34.8 · 0.3 = 131.5: 132 c.
      {
        week: WEEKS[0],
        vehicleId: "kraft-floor",
        capability: "walkingFloor",
        durationSeconds: 2_730,
        distanceMetres: 12_600,
      },
      // 0.5 trips. 1950 s: 4333 c; 9 km: 765 c; 1950/30 600 of 5000 c: 319 c. Toll 9 · 30.5 · 0.2 = 54.9: 55 c.
      { week: WEEKS[0], vehicleId: "alt-hook", capability: "hookLift", durationSeconds: 1_950, distanceMetres: 9_000 },
      // 0.25 trips. 975 s: 2302 c; 4.5 km: 405 c; 975/36 000 of 10 000 c: 271 c. Toll 4.5 · 34.8 · 0.3 = 46.98: 47 c.
      { week: WEEKS[1], vehicleId: "kraft-hook", capability: "hookLift", durationSeconds: 975, distanceMetres: 4_500 },
    ],
    openedSites: [],
    stocks: [
      // 15 000 + 3 000 − 17 150; + 13 000.
      stock(0, "alt-woody", 850),
      stock(1, "alt-woody", 13_850),
      // 6 000 + 1 000 − 3 800; + 1 000.
      stock(0, "alt-mixed", 3_200),
      stock(1, "alt-mixed", 4_200),
      // 160 m³ in a room of 150: 10 m³ · 150 kg. Then 26 000/150 − 150 = 23.33 m³: 3 500 kg.
      stock(0, "berg-woody", 24_000, 1_500),
      stock(1, "berg-woody", 26_000, 3_500),
      stock(0, "berg-mixed", 1_500),
      stock(1, "berg-mixed", 2_000),
      stock(0, "cron-mixed", 2_500),
      // 2 500 + 500 − 1 900.
      stock(1, "cron-mixed", 1_100),
    ],
    costLines: lines({
      haulage: 8_932 + 5_417 + 2_978,
      toll: 132 + 55 + 47,
      shredding: 82_150,
      gate: 65_125,
      // 520 t · 2/52 = 20 000 kg less 3 800 delivered, 1500 c/t.
      minimumQuantity: 24_300,
      // 1.5 t and 3.5 t at 20 000 c.
      overflow: 100_000,
      // berg-woody 4 t, berg-mixed 1 t more than at the start, 8000 c/t.
      closingStock: 40_000,
      // 3 h · 5500 c · 2 weeks.
      contributions: 33_000,
    }),
    costCents: 362_136,
    // 26.1 km · 0.3 l/km · 3.2; 17.15 t · 2 l/t · 3.2; (12.25 + 1.9 + 3.8) t · 47 + 4.9 t · 20.
    emissionLines: { transport: 25.056, shredding: 109.76, treatment: 941.65 },
    lowerBoundCents: 362_136,
  };
}

function idle(ags: string, stocks: Stock[], costLines: CostLines, costCents: number): FlowPlan {
  const none = { hauls: [], shreddings: [], campaigns: [], vehicleWeeks: [], openedSites: [] };
  return {
    members: [ags],
    ...none,
    stocks,
    costLines,
    costCents,
    emissionLines: { transport: 0, shredding: 0, treatment: 0 },
    lowerBoundCents: costCents,
  };
}

/** Alone, everybody leaves everything where it is and pays for that. */
export function handAlone(): Record<string, FlowPlan> {
  const altdorf = [
    stock(0, "alt-woody", 18_000),
    // 31 000/150 − 200 = 6.67 m³.
    stock(1, "alt-woody", 31_000, 1_000),
    stock(0, "alt-mixed", 7_000),
    stock(1, "alt-mixed", 8_000),
  ];
  // Bergheim has 60 % of everything at p-berg: 13 200 + 1 200 kg in a room of 90 m³ (13 500 kg).
  const bergheim = [
    stock(0, "berg-woody", 14_400, 900),
    stock(1, "berg-woody", 15_600, 2_100),
    stock(0, "berg-mixed", 900),
    stock(1, "berg-mixed", 1_200),
  ];
  // Cronau has 40 %: 8 800 + 800 kg in 60 m³ (9 000 kg).
  const cronau = [
    stock(0, "berg-woody", 9_600, 600),
    stock(1, "berg-woody", 10_400, 1_400),
    stock(0, "berg-mixed", 600),
    stock(1, "berg-mixed", 800),
    stock(0, "cron-mixed", 2_500),
    stock(1, "cron-mixed", 3_000),
  ];
  return {
    // Closing 16 t + 2 t, minimum 20 t · 1500 c.
    [ALTDORF]: idle(
      ALTDORF,
      altdorf,
      lines({ minimumQuantity: 30_000, overflow: 20_000, closingStock: 144_000 }),
      194_000,
    ),
    // Closing 2.4 t + 0.6 t.
    [BERGHEIM]: idle(
      BERGHEIM,
      bergheim,
      lines({ minimumQuantity: 30_000, overflow: 60_000, closingStock: 24_000 }),
      114_000,
    ),
    // Closing 1.6 t + 0.4 t + 1 t.
    [CRONAU]: idle(CRONAU, cronau, lines({ overflow: 40_000, closingStock: 24_000, contributions: 33_000 }), 97_000),
  };
}
