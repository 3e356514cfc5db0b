import { expect, test } from "vitest";
import { Random } from "../../../../optimizer/random.ts";
import { behindTheVeil, veilWeekOf, type VeilWeek } from "../../../../planning/explain/veil.ts";
import { samplePlan } from "../../../support/samplePlan.ts";

/** Two members that pay 100 € and 200 € alone, by a rule that favours the first and one that saves both 10 %. */
const week = (first: number, stable: boolean): VeilWeek => ({
  members: [
    { id: "x", aloneCents: 10_000 },
    { id: "y", aloneCents: 20_000 },
  ],
  rules: [
    { rule: "tonnes", shares: [first, 27_000 - first], stable, capped: !stable },
    { rule: "standAlone", shares: [9_000, 18_000], stable: true, capped: false },
  ],
});
const weeks = [week(7_000, true), week(8_000, false)];
const veil = behindTheVeil(weeks, new Random(7));
const methodOf = (rule: string) => veil.methods.find(({ label }) => veil.key.methods[label] === rule)!;

test("each rule has its spread, its evenness, and how often it was stable and harmed nobody", () => {
  // By tonnes x saves 30 % and 20 %, y 0 % and 5 %: spreads 0.3 and 0.15.
  const tonnes = methodOf("tonnes");
  expect(tonnes).toMatchObject({ weeks: 2, stableWeeks: 1, neverWorseWeeks: 1 });
  expect(tonnes.savingPart.lowest).toBeCloseTo(0, 12);
  expect(tonnes.savingPart.median).toBeCloseTo((0.05 + 0.2) / 2, 12);
  expect(tonnes.savingPart.highest).toBeCloseTo(0.3, 12);
  expect(tonnes.spread).toBeCloseTo(0.225, 12);
  // 30 € and 0 €: 0.5; 20 € and 10 €: 10·2 / (2·2·30) = 1/6.
  expect(tonnes.gini).toBeCloseTo((0.5 + 1 / 6) / 2, 12);
  // x swings by 5 points about 25 %, y by 2.5 about 2.5 %.
  expect(tonnes.unsteadiness).toBeCloseTo(0.0375, 12);
  const even = methodOf("standAlone");
  expect(even).toMatchObject({ stableWeeks: 2, neverWorseWeeks: 2, unsteadiness: 0 });
  expect(even.spread).toBeCloseTo(0, 12);
});

test("nobody is named outside the key, and the key uncovers all", () => {
  expect(JSON.stringify(veil.methods)).not.toMatch(/"x"|"y"|tonnes|standAlone/);
  expect(Object.values(veil.key.members).sort()).toEqual(["x", "y"]);
  expect(Object.values(veil.key.methods).sort()).toEqual(["standAlone", "tonnes"]);
});

test("the order depends on the seed alone", () => {
  expect(behindTheVeil(weeks, new Random(7))).toEqual(veil);
  const orders = Array.from(
    { length: 20 },
    (_, seed) => behindTheVeil(weeks, new Random(seed)).key.methods["Verfahren 1"],
  );
  expect(new Set(orders).size).toBe(2);
});

test("rules without an answer in some week are left out, members may come and go, and nothing at all is no failure", () => {
  const alone: VeilWeek = {
    members: [{ id: "x", aloneCents: 0 }],
    rules: [{ rule: "tonnes", shares: [0], stable: true, capped: false }],
  };
  const { methods } = behindTheVeil([...weeks, alone], new Random(1));
  expect(methods).toHaveLength(1);
  expect(methods[0]!.members).toHaveLength(2);
  expect(behindTheVeil([], new Random(1)).methods).toEqual([]);
});

test("plans are weeks", () => {
  const plan = samplePlan();
  const { methods, key } = behindTheVeil([veilWeekOf(plan), veilWeekOf(plan)], new Random(3));
  expect(methods).toHaveLength(plan.allocation.rules.length);
  const byTonnes = methods.find(({ label }) => key.methods[label] === "tonnes")!;
  expect(byTonnes).toMatchObject({ weeks: 2, stableWeeks: 0, neverWorseWeeks: 0, unsteadiness: 0 });
});
