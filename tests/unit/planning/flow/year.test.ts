import { expect, test } from "vitest";
import { DEFAULT_YEAR } from "../../../../domain/year/input.ts";
import { periodsOf } from "../../../../planning/flow/year/market.ts";
import { readYearInput } from "../../../../planning/flow/year/readYearInput.ts";
import { cumulatedSdKg, normalQuantile, safetyM3 } from "../../../../planning/flow/year/safety.ts";
import { planYear } from "../../../../optimizer/flow/year/index.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { Random } from "../../../../optimizer/random.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";
import { handStore, handYear } from "../../optimizer/flow/year/handYear.ts";

const engine = await highsSolver();

const region = tinyValidRegion();
const read = (value: unknown) => readYearInput(region, typeof value === "string" ? value : JSON.stringify(value));
const schema = "gruenverbund/year-input/1";

test("without a file the assumptions hold", () => {
  expect(readYearInput(region, undefined)).toMatchObject({
    status: "read",
    input: { products: [], closablePoints: [] },
  });
});

test("every fault is named at once, with its place and what to do", () => {
  const faulty = read({
    schema,
    products: [
      { id: "chips", name: "Chips" },
      { id: "chips", name: "Chips again" },
    ],
    yields: [{ facilityId: "nowhere", fraction: "woody", form: "shredded", productId: "peat", share: 0.3 }],
    buyers: [
      {
        id: "b",
        name: "B",
        productId: "peat",
        priceCentsPerTonne: 1,
        demandTonnesPerQuarter: [1, 1, 1, 1],
        latitude: 49,
        longitude: 7,
      },
    ],
    separation: [{ from: "mixed", to: [{ fraction: "woody", share: 0.3 }], centsPerTonne: 100 }],
    closablePoints: [
      { pointId: "p-alt", receiverId: "p-cron", runningCentsPerYear: 1 },
      { pointId: "p-cron", receiverId: "p-berg", runningCentsPerYear: 1 },
    ],
    closableFacilities: [{ facilityId: "gone", runningCentsPerYear: 1 }],
  });
  if (faulty.status === "read") throw new Error("accepted");
  const found = faulty.problems.map((p) => `${p.code} ${p.place.field}`);
  expect(found).toEqual([
    "year.twice products.1",
    "year.unknown yields.0.facilityId",
    "year.unknown yields.0.productId",
    "year.unknown buyers.0.productId",
    "year.unknown closableFacilities.0.facilityId",
    "year.shares separation.0.to",
    "year.closing closablePoints.0",
    "year.closing closablePoints.0",
  ]);
  for (const problem of faulty.problems) expect(problem.action).toMatch(/\.$/);
});

test("values that do not fit are all named, and text that is no JSON with its line", () => {
  const values = read({
    schema,
    products: [{ id: "bad id", name: "" }],
    closableFacilities: [{ facilityId: "compost" }],
  });
  if (values.status === "read") throw new Error("accepted");
  expect(values.problems.map((p) => p.place.field)).toEqual([
    "products.0.id",
    "products.0.name",
    "closableFacilities.0.runningCentsPerYear",
  ]);
  expect(read('{\n  "schema": oops }')).toMatchObject({
    status: "faulty",
    problems: [{ place: { file: "year.json", row: 2 } }],
  });
});

test("the quantile of the normal distribution is right to three digits", () => {
  expect(normalQuantile(0.05)).toBeCloseTo(1.645, 2);
  expect(normalQuantile(0.01)).toBeCloseTo(2.326, 2);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 2);
});

test("the room kept free grows with the weeks until somebody can react, and with how they go together", () => {
  const spread = (weeks: number, correlation: number) => ({
    ...DEFAULT_YEAR.forecast,
    weeklyVariation: { value: 0.3 },
    reactionWeeks: { value: weeks },
    correlation: { value: correlation },
    overflowChance: { value: 0.05 },
  });
  const arrivals = [10_000, 10_000, 10_000];
  // One week: 3 t. Two: 3·√2 t apart from each other, 6 t when they are one.
  expect(cumulatedSdKg(arrivals, 2, spread(1, 0))).toBeCloseTo(3000, 6);
  expect(cumulatedSdKg(arrivals, 2, spread(2, 0))).toBeCloseTo(3000 * Math.SQRT2, 6);
  expect(cumulatedSdKg(arrivals, 2, spread(2, 1))).toBeCloseTo(6000, 6);
  // 1.645 · 3 t at 150 kg/m³.
  expect(safetyM3(arrivals, 150, spread(1, 0))[0]).toBeCloseTo(32.9, 1);
});

/** The law that the safety room is derived from: weeks normal about their mean, correlated with the week before. */
function surprises(random: Random, weeks: number, correlation: number): number[] {
  const uniform = () => (random.bits() >>> 0) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const drawn = [normal()];
  for (let w = 1; w < weeks; w++) drawn.push(correlation * drawn[w - 1]! + Math.sqrt(1 - correlation ** 2) * normal());
  return drawn;
}

test.each([
  { reaction: 1, correlation: 0.4, chance: 0.05 },
  { reaction: 3, correlation: 0.4, chance: 0.05 },
  { reaction: 3, correlation: 0, chance: 0.02 },
  { reaction: 2, correlation: 0.9, chance: 0.1 },
])("in 4,000 simulated years a planned store overflows with the agreed chance at most: %o", (given) => {
  const { reaction, correlation, chance } = given;
  const arrivals = Array.from({ length: 12 }, (_, w) => Math.round(8000 + 3000 * Math.sin((2 * Math.PI * w) / 12)));
  const spread = {
    ...DEFAULT_YEAR.forecast,
    ...{ weeklyVariation: { value: 0.3 }, reactionWeeks: { value: reaction } },
    ...{ correlation: { value: correlation }, overflowChance: { value: chance } },
  };
  const safety = safetyM3(arrivals, 150, spread);
  const roomM3 = 300;
  const stores = [0, 1].map((point) => handStore(point, arrivals, { roomM3, safetyM3: safety }));
  const planned = planYear(engine, handYear({ stores }));
  if (planned.status !== "planned") throw new Error("no room");
  const { hauls, shreds } = planned.decisions;
  const left = stores.map((_, s) => {
    let kg = 0;
    return arrivals.map((came, w) => {
      const hauled = hauls.filter((h) => h.week === w && h.option === 2 * s);
      const taken = [...hauled, ...shreds.filter((x) => x.week === w && x.store === s)];
      return (kg += came - taken.reduce((sum, { massKg }) => sum + massKg, 0));
    });
  });
  const runs = 4000;
  const random = new Random(7);
  const over = { planned: stores.map(() => arrivals.map(() => 0)), full: arrivals.map(() => 0) };
  for (let run = 0; run < runs; run++) {
    const more = surprises(random, arrivals.length, correlation).map((z, w) => z * 0.3 * arrivals[w]!);
    arrivals.forEach((_, w) => {
      // What came beyond the plan until somebody reacts lies there too.
      const surgeM3 = more.slice(Math.max(0, w - reaction + 1), w + 1).reduce((a, b) => a + b, 0) / 150;
      left.forEach((kg, s) => (over.planned[s]![w]! += kg[w]! / 150 + surgeM3 > roomM3 ? 1 : 0));
      over.full[w]! += surgeM3 > safety[w]! ? 1 : 0;
    });
  }
  // Four standard errors, so that none of the weeks lies above by chance.
  const tolerance = 4 * Math.sqrt((chance * (1 - chance)) / runs);
  for (const count of over.planned.flat()) expect(count / runs).toBeLessThanOrEqual(chance + tolerance);
  // And no more room is kept free than that takes: a store filled up to it overflows just as often.
  for (const count of over.full) expect(Math.abs(count / runs - chance)).toBeLessThanOrEqual(tolerance);
  expect(Math.max(...left.flat())).toBeGreaterThan(10_000);
});

test("quarters follow the Monday of the week", () => {
  expect(periodsOf(["2026-W52", "2026-W53", "2027-W01"])).toEqual({ names: ["2026-Q4", "2027-Q1"], ofWeek: [0, 0, 1] });
});
