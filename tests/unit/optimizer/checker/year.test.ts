import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { YearPlan } from "../../../../domain/year/plan.ts";
import { checkYear, YEAR_CHECK_CODES, type YearCheckCode } from "../../../../optimizer/checker/flow/year/index.ts";
import { planYear } from "../../../../optimizer/flow/year/index.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { handFacility, handStore, handYear, way } from "../flow/year/handYear.ts";
import { yearPlanOf } from "../../../support/yearPlanOf.ts";

const engine = await highsSolver();

/** Two points, five weeks, leaves that are not shredded and must go within two weeks, chips that are sold, a site. */
function soundPlan(): YearPlan {
  const weekly = (kg: number) => Array.from({ length: 5 }, () => kg);
  const stores = [
    handStore(0, weekly(10_000), { roomM3: 400, shreddedWeeks: 1, shreddedLossPerWeek: 0.1, shreddedRoomM3: 100 }),
    handStore(0, weekly(2000), { material: "leaves", shreddable: false, looseWeeks: 2, roomM3: 60 }),
    handStore(1, weekly(8000), { roomM3: 300 }),
  ];
  const chips = (option: ReturnType<typeof way>) => ({
    ...option,
    parts: option.parts.map((part) => ({ ...part, yields: [{ product: 0, share: 0.5 }] })),
  });
  const problem = handYear({
    stores,
    points: handYear().points.map((p, i) => ({
      ...p,
      closing: i === 1 ? { receiver: 0, savedCents: 10, centsPerTonne: 9000 } : null,
    })),
    facilities: [
      {
        ...handFacility,
        yearlyCapacityKg: 200_000,
        weeklyCapacityKg: 150_000,
        minimumKg: 150_000,
        penaltyCentsPerTonne: 500,
      },
      { ...handFacility, id: "site", site: { fixedCents: 9_000_000, now: "absent" } },
    ],
    options: [
      ...stores.map((_, s) => way(s, false, 0, 6000)),
      ...[0, 2].map((s) => chips(way(s, true, 0, 3000))),
      way(0, true, 1, 2000),
    ],
    products: [{ id: "chips", name: "Chips", surplusCentsPerTonne: 0 }],
    buyers: [
      {
        id: "boiler",
        name: "Boiler",
        product: 0,
        priceCentsPerTonne: 2000,
        demandKg: [20_000],
        haulageCentsPerTonne: [300, 300],
      },
    ],
    co2CentsPerTonne: 5000,
  });
  const outcome = planYear(engine, problem);
  if (outcome.status !== "planned") throw new Error("no room");
  return yearPlanOf(problem, outcome);
}

const plan = soundPlan();

test("a plan of the solver is accepted", () => {
  expect(checkYear(plan)).toEqual([]);
  expect(plan.decisions.sales.length).toBeGreaterThan(0);
  expect(plan.decisions.rounds.length).toBeGreaterThan(0);
});

type Change = (plan: YearPlan) => void;

const CHANGES: readonly (readonly [YearCheckCode, Change])[] = [
  ["check.year.reference", (p) => (p.decisions.hauls[0]!.option = 99)],
  ["check.year.twice", (p) => p.decisions.hauls.push({ ...p.decisions.hauls[0]! })],
  ["check.year.closedPoint", (p) => p.decisions.closedPoints.push(0)],
  ["check.year.site", (p) => p.decisions.openSites.push(0)],
  ["check.year.site", (p) => (p.decisions.hauls.find((h) => h.option === 3)!.option = 5)],
  ["check.year.stock", (p) => (p.decisions.hauls[0]!.massKg += 50_000)],
  ["check.year.room", (p) => (p.problem.stores[0]!.roomM3 = 100)],
  ["check.year.age", (p) => (p.decisions.hauls = p.decisions.hauls.filter((h) => h.option !== 1))],
  ["check.year.notShreddable", (p) => (p.problem.stores[0]!.shreddable = false)],
  ["check.year.cleared", (p) => (p.decisions.shreds[0]!.massKg -= 5000)],
  [
    "check.year.heap",
    (p) => {
      p.problem.stores[0]!.shreddedWeeks = 0;
      p.decisions.hauls.find((h) => h.option === 3)!.massKg -= 9000;
    },
  ],
  ["check.year.noRound", (p) => (p.decisions.rounds = [])],
  ["check.year.noRound", (p) => (p.decisions.rounds[0]!.stops = [])],
  ["check.year.stopHours", (p) => (p.decisions.rounds[0]!.stops[0]!.hours += 1)],
  ["check.year.roundHours", (p) => (p.problem.shredders[0]!.hoursPerWeek = 1)],
  ["check.year.capacity", (p) => (p.problem.facilities[0]!.yearlyCapacityKg = 50_000)],
  ["check.year.capacity", (p) => (p.problem.facilities[0]!.weeklyCapacityKg = 1000)],
  ["check.year.sales", (p) => p.problem.options.forEach((o) => o.parts.forEach((part) => (part.yields = [])))],
  ["check.year.demand", (p) => (p.problem.buyers[0]!.demandKg = [1000])],
  ["check.year.costLine", (p) => (p.costLines.haulage += 100)],
  ["check.year.cost", (p) => (p.costCents -= 1)],
  ["check.year.emissions", (p) => (p.kgCo2e *= 1.01)],
  ["check.year.lowerBound", (p) => (p.lowerBoundCents = p.costCents + 1)],
];

test.each(CHANGES)("%s is found", (code, change) => {
  const changed = structuredClone(plan);
  change(changed);
  expect(checkYear(changed).map((finding) => finding.code)).toContain(code);
});

test("every code is tried here and explained in docs/flow.md, in order", () => {
  const tried = new Set(CHANGES.map(([code]) => code));
  expect(YEAR_CHECK_CODES.filter((code) => !tried.has(code))).toEqual([]);
  const docs = readFileSync(new URL("../../../../docs/flow.md", import.meta.url), "utf8");
  const explained = [...docs.matchAll(/^\| `(check\.year\.[A-Za-z]+)` \| \S/gm)].map((match) => match[1]);
  expect(explained).toEqual([...YEAR_CHECK_CODES]);
});
