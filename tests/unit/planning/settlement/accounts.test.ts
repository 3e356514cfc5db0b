// Estimation account, density, prices by date, the account of a year.
import { expect, test } from "vitest";
import type { DatedPrice } from "../../../../domain/settlement/terms.ts";
import type { Plan } from "../../../../domain/plan/plan.ts";
import type {
  SettledMember,
  SettledTicket,
  Settlement,
  SettlementView,
} from "../../../../domain/settlement/settlement.ts";
import { pointShares } from "../../../../planning/flow/buildFlowProblem.ts";
import { counterBookings } from "../../../../planning/settlement/counterBookings.ts";
import { quarterOf } from "../../../../domain/settlement/density.ts";
import { densities } from "../../../../planning/settlement/density.ts";
import { crps, estimationAccount, estimationRows, spreadOfPlans } from "../../../../planning/settlement/estimation.ts";
import { ledgerOf } from "../../../../planning/settlement/ledger.ts";
import { priceOn } from "../../../../planning/settlement/prices.ts";
import { vatOf } from "../../../../planning/settlement/vat.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

test("the score of a normal estimate is that of Gneiting and Raftery; without a spread it is the absolute error", () => {
  // At the mean: sd · (2 φ(0) − 1/√π) = 1 · (0.797885 − 0.564190) = 0.233695.
  expect(crps(0, 0, 1)).toBeCloseTo(0.233695, 5);
  expect(crps(9000, 8000, 0)).toBe(1000);
  // Far off, it nears the absolute error less sd/√π.
  expect(crps(10, 0, 1)).toBeCloseTo(10 - 1 / Math.sqrt(Math.PI), 5);
});

test("who states what is really expected pays least on average: the score is proper", () => {
  // Outcomes of N(10, 2), taken at the middles of 200 parts of equal probability by the logistic approximation of its quantiles.
  const outcomes = Array.from({ length: 200 }, (_, i) => 10 + 2 * (Math.log((i + 0.5) / (199.5 - i)) / 1.702));
  const mean = (m: number, sd: number) => outcomes.reduce((sum, x) => sum + crps(x, m, sd), 0) / outcomes.length;
  for (const [m, sd] of [
    [9, 2],
    [11, 2],
    [10, 1],
    [10, 4],
    [10, 0],
  ] as const)
    expect(mean(m, sd)).toBeGreaterThan(mean(10, 2));
});

test("an estimate has the spread of the forecast that was planned on; loads of one storage are off together, of two by themselves", () => {
  const range = (lowKg: number, highKg: number) => ({ lowKg, highKg });
  // Opening 6,000 ± 987 (90 %), so an sd of 600; arrivals 4,000 ± 1,316, so 800; together 1,000 of 10,000: a tenth.
  const forecast = (storageId: string) => ({
    ...{ storageId, openingKg: 6000, arrivalsKg: [4000], observedAt: null },
    spread: {
      ...{ openingKg: range(5013, 6987), arrivalsKg: [range(2684, 5316)], overflowChance: [], plausibility: "ok" },
      ...{ emptiedOn: [], reportValueCents: 0 },
    },
  });
  const plan = { period: { weeks: ["2026-W48"] }, forecast: [forecast("alt-woody"), forecast("berg-woody")] };
  const spreadOf = spreadOfPlans([{ week: "2026-W48", plan: plan as unknown as Plan }]);
  expect(spreadOf("2026-W48", "alt-woody")).toBeCloseTo(0.1, 4);
  expect(spreadOf("2026-W49", "alt-woody")).toBe(0);
  const region = tinyValidRegion();
  const [ags] = region.municipalities.map((m) => m.ags as string);
  const pointId = region.collectionPoints.find(({ id }) => pointShares(region, id)[0] === 1)!.id;
  const lot = (storageId: string, plannedKg: number) => ({
    ...{ storageId, pointId, fraction: "woody", form: "loose", owner: "municipality", plannedKg },
    ...{ weighedKg: plannedKg, parts: [{ ags, value: plannedKg }] },
  });
  const ticket = (id: string, ...lots: unknown[]) =>
    ({ id, week: "2026-W48", tourId: "t", lots }) as unknown as SettledTicket;
  const tickets = [
    ticket("a", lot("alt-woody", 2000)),
    ticket("b", lot("alt-woody", 1000)),
    ticket("c", lot("berg-woody", 4000)),
  ];
  const [row] = estimationRows(tickets, () => region, spreadOf);
  // 300 of one storage and 400 of the other.
  expect(row).toMatchObject({ forecastKg: 7000, weighedKg: 7000, sdKg: 500, ticketIds: ["a", "b", "c"] });
  expect(row!.scoreKg).toBeCloseTo(500 * 0.233695, 2);
});

test("the estimation account sums to zero, and the better estimate earns", () => {
  const row = (ags: string, forecastKg: number, weighedKg: number) => ({
    ...{ ags, week: "2026-W48", fraction: "woody" as const, forecastKg, sdKg: 0, weighedKg },
    ...{ scoreKg: Math.abs(weighedKg - forecastKg), ticketIds: [] },
  });
  const { members } = estimationAccount(["a", "b"], [5000, 5000], [row("a", 9000, 5000), row("b", 5000, 5000)], 1000);
  // Scores 4,000 and 0, fair 2,000 each: 2 t · 10 € from a to b.
  expect(members.map(({ cents }) => cents)).toEqual([2000, -2000]);
});

test("a density moves from the master data to the tickets as they come in", () => {
  const observation = (i: number) => ({
    ...{ pointId: "p-alt", fraction: "woody" as const, form: "loose" as const, quarter: "autumn" as const },
    ...{ priorKgPerM3: 150, kg: 7200, m3: 36, ticketId: `t${i}` },
  });
  const after = (n: number) => densities(Array.from({ length: n }, (_, i) => observation(i)))[0]!;
  // One load of 200 kg/m³: precisions 1/37.5² and 1/30², so 0.39 · 150 + 0.61 · 200 = 180.5.
  expect(after(1).kgPerM3).toBeCloseTo(180.5, 1);
  expect(after(1).priorWeight).toBeCloseTo(0.39, 2);
  expect(after(20).kgPerM3).toBeGreaterThan(199);
  expect(after(20).sdKgPerM3).toBeLessThan(after(1).sdKgPerM3);
  // Twenty loads of 400 kg/m³ would give nearly that; twice the master data is the most that is believed.
  const heavy = Array.from({ length: 20 }, (_, i) => ({ ...observation(i), kg: 14_400 }));
  expect(densities(heavy)[0]!.kgPerM3).toBe(300);
  expect(quarterOf("2026-12-01T00:00:00+01:00")).toBe("winter");
  expect(quarterOf("2026-11-30T00:00:00+01:00")).toBe("autumn");
});

test("a dated price comes before the tariff; between two of them there is none", () => {
  const { tariffs } = tinyValidRegion();
  const tariff = tariffs.find(({ fraction, form }) => fraction === "woody" && form === "loose")!;
  const material = { fraction: "woody", form: "loose", owner: "authority" } as const;
  const on = (date: string, dated: Parameters<typeof priceOn>[0]["dated"]) =>
    priceOn({ tariffs, dated }, tariff.facilityId, material, date)?.gateFeeCents;
  const price = (gateFeeCents: number, validFrom?: string, validUntil?: string) =>
    ({ ...tariff, gateFeeCents, validFrom, validUntil }) as unknown as DatedPrice;
  expect(on("2026-11-24", [])).toBe(tariff.gateFeeCents);
  const dated = [price(4000, undefined, "2026-10-31"), price(4500, "2026-12-01")];
  expect([on("2026-10-31", dated), on("2026-11-24", dated), on("2026-12-01", dated)]).toEqual([4000, undefined, 4500]);
});

test("what the switch of § 2b UStG costs stands side by side", () => {
  const vat = vatOf({
    ...{ taxable: false, ratePercent: 19 },
    members: [
      { ags: "a", shareCents: 60_000 },
      { ags: "b", shareCents: 40_000 },
    ],
    providers: [
      { kind: "member", cents: 50_000 },
      { kind: "contractor", cents: 50_000 },
    ],
  });
  // Not taxable: 19 % of what the contractor bills. Taxable: 19 % of each share.
  expect(vat.notTaxable.members.map(({ vatCents }) => vatCents)).toEqual([5700, 3800]);
  expect(vat.ifTaxable.members.map(({ vatCents }) => vatCents)).toEqual([11_400, 7600]);
});

const member = (ags: string, soloCents: number, ruleShareCents: number, shareCents: number): SettledMember =>
  ({
    ...{ ags, name: ags, soloCents, guaranteeCents: soloCents, ruleShareCents, shareCents, weighedKg: 1000 },
    ...{ estimationCents: 0, balanceCents: shareCents },
  }) as SettledMember;
const settled = (id: string, members: SettledMember[]): SettlementView =>
  ({
    settlement: { id, members, jointCostCents: members.reduce((sum, m) => sum + m.ruleShareCents, 0) } as Settlement,
    closed: { closedAt: "2026-12-01T00:00:00Z" },
    corrections: [],
  }) as unknown as SettlementView;

test("who was relieved in one period gives back out of what it saved in another", () => {
  const views = [
    // a would pay 120 by the rule, alone 100: b carries 20.
    settled("w1", [member("a", 100, 120, 100), member("b", 200, 80, 100)]),
    settled("w2", [member("a", 150, 90, 90), member("b", 150, 90, 90)]),
  ];
  const ledger = ledgerOf(
    "tiny",
    2026,
    views,
    views.map(({ settlement }) => settlement),
  );
  // Over the year a pays 210 by the rule and 250 alone: the 20 go back.
  expect(ledger.members.map(({ yearShareCents, equalisationCents }) => [yearShareCents, equalisationCents])).toEqual([
    [210, 20],
    [170, -20],
  ]);
  expect([ledger.periodPoolCents, ledger.poolCents]).toEqual([0, 0]);
});

test("a correction takes the old figure back and books the new one, only where they differ", () => {
  const figures = { ags: "a", shareCents: 100, estimationCents: 5, contributionCents: 30, providedCents: 0 };
  expect(counterBookings([figures], [{ ...figures, shareCents: 90, contributionCents: 40 }])).toEqual([
    { ags: "a", figure: "share", reversedCents: -100, bookedCents: 90, differenceCents: -10 },
    { ags: "a", figure: "contribution", reversedCents: -30, bookedCents: 40, differenceCents: -10 },
  ]);
});
