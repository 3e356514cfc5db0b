import { expect, test } from "vitest";
import { DEFAULT_YEAR } from "../../../../domain/year/input.ts";
import { periodsOf } from "../../../../planning/flow/year/market.ts";
import { readYearInput } from "../../../../planning/flow/year/readYearInput.ts";
import { cumulatedSdKg, normalQuantile, safetyM3 } from "../../../../planning/flow/year/safety.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

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

test("quarters follow the Monday of the week", () => {
  expect(periodsOf(["2026-W52", "2026-W53", "2027-W01"])).toEqual({ names: ["2026-Q4", "2027-Q1"], ofWeek: [0, 0, 1] });
});
