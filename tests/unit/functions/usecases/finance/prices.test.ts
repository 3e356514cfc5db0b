// Other prices: gate fee and haulage move, everything else stays; the parts that carry them are read from the plan by hand.
import { afterAll, beforeAll, expect, test } from "vitest";
import { priced } from "../../../../../functions/usecases/finance/prices.ts";
import { readFinance, type Finance } from "../../../../../functions/usecases/finance/readFinance.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "../../../../support/plannedSystem.ts";

let system: PlannedSystem;
let finance: Finance;
beforeAll(async () => {
  // A key that needs nobody's cost but one's own.
  system = await plannedSystem((files) => {
    files["region.json"] = files["region.json"]!.replace('"rule":"shapley"', '"rule":"tonnes"');
  });
  finance = await readFinance(system.ports, { ...PLANNED, reach: { kind: "region" } });
}, 60_000);
afterAll(() => system.close());

test("without a change everything is as planned, shares too", () => {
  const { plan, region } = finance;
  const same = priced(plan, region, { gatePercent: 0, haulagePercent: 0 });
  expect(plan.allocation.rule).toBe("tonnes");
  expect([same.jointCents, same.aloneCents, same.shares]).toEqual([
    plan.jointCostCents,
    plan.standAloneTotalCents,
    "known",
  ]);
  expect(same.members.map((m) => m.shareCents)).toEqual(plan.municipalities.map((m) => m.shareCents));
});

test("20 percent on gate fees and 10 off haulage change exactly these two lines", () => {
  const { plan, region } = finance;
  const changed = priced(plan, region, { gatePercent: 20, haulagePercent: -10 });
  const { gate, haulage } = plan.flow.joint.costLines;
  expect(changed.jointCents).toBe(plan.jointCostCents + Math.round(gate / 5) + Math.round(-haulage / 10));
  for (const { ags, aloneCents, shareCents } of changed.members) {
    const own = plan.flow.standAlone[ags]!;
    expect(aloneCents).toBe(
      own.costCents + Math.round(own.costLines.gate / 5) + Math.round(-own.costLines.haulage / 10),
    );
    expect(shareCents).toBeLessThanOrEqual(aloneCents);
  }
  const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  expect(total(changed.members.map((m) => m.shareCents!))).toBe(changed.jointCents);
  expect(total(changed.members.map((m) => m.aloneCents))).toBe(changed.aloneCents);
});

test("a rule that needs the cost of every group has no share at other prices", () => {
  const { plan, region } = finance;
  const shapley = { ...plan, allocation: { ...plan.allocation, rule: "shapley" as const } };
  const changed = priced(shapley, region, { gatePercent: 20, haulagePercent: 0 });
  expect(changed.shares).toBe("needsPlanning");
  expect(changed.members.every((m) => m.shareCents === null)).toBe(true);
});
