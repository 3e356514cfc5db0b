import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { YearInput } from "../../../../domain/year/input.ts";
import type { YearProblem } from "../../../../domain/year/problem.ts";
import { greatCircle } from "../../../../functions/adapters/greatcircle/greatCircle.ts";
import { travelOf } from "../../../../functions/usecases/travel.ts";
import { buildYearProblem } from "../../../../planning/flow/year/buildYearProblem.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";
import { leavesOf, withValue } from "./tamper.ts";
import type { YearPlan } from "../../../../domain/year/plan.ts";
import {
  checkYear,
  checkYearRegion,
  YEAR_CHECK_CODES,
  type YearCheckCode,
} from "../../../../optimizer/checker/flow/year/index.ts";
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

/** What `checkYearRegion` takes as given: where shredders set out from, how far buyers are, and how weeks and periods are named. */
const GIVEN = [
  /^shredders\.\d+\.depotMetres/,
  /^buyers\.\d+\.haulageCentsPerTonne/,
  /^(weeks|periods|periodOfWeek)\b/,
  /^products\.\d+\.name$/,
  /^buyers\.\d+\.name$/,
];

test("a year's numbers are those of the region folder, and any one that is another is found", async () => {
  const region = tinyValidRegion();
  const year = YearInput.parse({
    schema: "gruenverbund/year-input/1",
    products: [{ id: "chips", name: "Chips" }],
    yields: [{ facilityId: "compost", fraction: "woody", form: "shredded", productId: "chips", share: 0.3 }],
    buyers: [
      {
        ...{ id: "heat", name: "Heat", productId: "chips", priceCentsPerTonne: 3000 },
        ...{ demandTonnesPerQuarter: [50, 20, 20, 50], latitude: 49.3, longitude: 6.7 },
      },
    ],
    closableFacilities: [{ facilityId: "compost", runningCentsPerYear: 5_000_000 }],
  });
  const weeks = ["2026-W48", "2026-W49", "2026-W50"];
  const { places, travel, lookup } = await travelOf(greatCircle({ detourFactor: 1.3, speedKmh: 50 }), region);
  const forecast = region.storages.map((s, i) => ({
    ...{ storageId: s.id, openingKg: 1000 * i, arrivalsKg: [5000, 6000, 7000], observedAt: null },
  }));
  const pointFactors = new Map([["p-alt", 1.2]]);
  const problem = buildYearProblem({ region, year, weeks, places, travel, forecast, calibration: 1.4, pointFactors });
  const members = region.municipalities.map((m) => m.ags);
  const haulage = { calibration: 1.4, pointFactors: Object.fromEntries(pointFactors), origin: "hand" };
  const made: YearPlan = { ...plan, region: region.settings.id, members, haulage, problem };
  const check = (changed: YearPlan) => checkYearRegion({ plan: changed, region, year, forecast, travel: lookup });
  expect(check(made)).toEqual([]);
  const leaves = leavesOf(problem).filter(({ path }) => !GIVEN.some((given) => given.test(path.join("."))));
  const numbers = leaves.filter(({ value }) => typeof value === "number");
  expect(numbers.length).toBeGreaterThan(100);
  const missed = numbers.filter(({ path, value }) => {
    const changed = withValue(problem, path, (value as number) + 1) as YearProblem;
    return check({ ...made, problem: changed }).length === 0;
  });
  expect(missed.map(({ path }) => path.join("."))).toEqual([]);
  expect(check({ ...made, haulage: { ...haulage, calibration: 1.3 } }).map((f) => f.code)).toContain(
    "check.year.region",
  );
});

test("every code is tried here and explained in docs/flow.md, in order", () => {
  const tried = new Set<string>([...CHANGES.map(([code]) => code), "check.year.region"]);
  expect(YEAR_CHECK_CODES.filter((code) => !tried.has(code))).toEqual([]);
  const docs = readFileSync(new URL("../../../../docs/flow.md", import.meta.url), "utf8");
  const explained = [...docs.matchAll(/^\| `(check\.year\.[A-Za-z]+)` \| \S/gm)].map((match) => match[1]);
  expect(explained).toEqual([...YEAR_CHECK_CODES]);
});
