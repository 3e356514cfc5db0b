import { expect, test } from "vitest";
import {
  flowSolver,
  grandCoalition,
  type FlowProblem,
  type FlowResult,
  type Pattern,
} from "../../../../optimizer/flow/index.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { haul, handProblem, plant, shredder } from "./handProblem.ts";

const engine = await highsSolver();

function planOf(problem: FlowProblem, coalition = grandCoalition(problem)): FlowResult {
  const solver = flowSolver(engine, problem);
  try {
    return solver.plan(coalition);
  } finally {
    solver.dispose();
  }
}

test("hauling and gate are paid by the tonne", () => {
  // 40 t at 11 € haulage and 50 € gate: 2,440 €.
  const plan = planOf(handProblem());
  expect(plan.costCents).toBe(244_000);
  expect(plan.costLines).toMatchObject({ haulage: 44_000, gate: 200_000, overflow: 0, shredding: 0, closingStock: 0 });
});

test("the proven bound lies at or below the cost, and close to it", () => {
  const plan = planOf(handProblem({ shredders: [shredder], options: [haul(0), haul(1), haul(0, 0, 3000, true)] }));
  expect(plan.lowerBoundCents).toBeLessThanOrEqual(plan.costCents);
  expect(plan.lowerBoundCents).toBeGreaterThan(0.99 * plan.costCents);
});

test("a group of one pays for its own material only", () => {
  expect(planOf(handProblem(), 0b01).costCents).toBe(122_000);
  expect(planOf(handProblem(), 0b10).costCents).toBe(122_000);
});

test("who has no material in any week pays nothing, at a plant without a limit too", () => {
  const idle = handProblem({ facilities: [{ ...plant, weeklyCapacityKg: Infinity }] });
  const lots = idle.lots.map((lot) =>
    lot.part === 0 ? { ...lot, openingKg: 0, arrivalsKg: lot.arrivalsKg.map(() => 0) } : lot,
  );
  expect(planOf({ ...idle, lots }, 0b01).costCents).toBe(0);
  expect(planOf({ ...idle, lots }, 0b10).costCents).toBe(122_000);
});

test("emissions follow metres, shredded and treated mass", () => {
  // 40 t are 120 km: 120 kg; treated: 40 000 kg * 0.047 = 1880 kg.
  const { emissionLines } = planOf(handProblem());
  expect(emissionLines.transport).toBeCloseTo(120, 6);
  expect(emissionLines.treatment).toBeCloseTo(1880, 6);
  expect(emissionLines.shredding).toBe(0);
});

test("a full plant makes material wait, and what cannot be stored overflows", () => {
  // Alone, 5 t a week leave; 5 t stay after week 1 and 10 t after week 2. Room is 30 m³ = 4.5 t.
  // Overflow 0.5 t and 5.5 t at 200 €: 1,200 €; closing stock 10 t at 1,000 €: 10,000 €; 10 t hauled at 61 €.
  const problem = handProblem({
    facilities: [{ ...plant, weeklyCapacityKg: 10_000 }],
    storages: [
      { point: 0, roomM3: 30 },
      { point: 1, roomM3: 30 },
    ],
  });
  const { costLines, costCents } = planOf(problem, 0b01);
  expect(costLines).toMatchObject({ overflow: 120_000, closingStock: 1_000_000, gate: 50_000, haulage: 11_000 });
  expect(costCents).toBe(1_181_000);
});

test("room that is kept free counts as full, week by week", () => {
  // As above: of 105 m³ 75 are kept free. Where that is so in the second week only, 5.5 t overflow then at 200 €.
  const problem = handProblem({
    facilities: [{ ...plant, weeklyCapacityKg: 10_000 }],
    storages: [
      { point: 0, roomM3: 105, keptFreeM3: [75, 75] },
      { point: 1, roomM3: 30 },
    ],
  });
  expect(planOf(problem, 0b01).costLines.overflow).toBe(120_000);
  const second = { ...problem, storages: [{ point: 0, roomM3: 105, keptFreeM3: [0, 75] }, problem.storages[1]!] };
  expect(planOf(second, 0b01).costLines.overflow).toBe(110_000);
});

test("shredding is worth its cost exactly from the tonnes at which it pays", () => {
  // Loose costs 61 € a tonne, shredded 10 + 5.5 + 30 = 45.5 €: 15.5 € a tonne pay 150 € for one campaign from 9.7 t on.
  const at = (tonnes: number) => {
    const problem = handProblem({ shredders: [shredder], options: [haul(0), haul(1), haul(0, 0, 3000, true)] });
    const lots = problem.lots.map((lot, i) => ({ ...lot, arrivalsKg: [0, i === 0 ? tonnes * 1000 : 0] }));
    return planOf({ ...problem, lots }, 0b01);
  };
  expect(at(9).costLines).toMatchObject({ shredding: 0, gate: 45_000 });
  expect(at(10).costLines).toMatchObject({ shredding: 25_000, gate: 30_000, haulage: 5_500 });
});

test("a candidate site is opened only where it saves more than it costs", () => {
  // 40 t at 20 € less gate: 800 € saved.
  const withSite = (candidateCents: number) =>
    planOf(
      handProblem({
        facilities: [plant, { ...plant, candidateCents }],
        options: [haul(0), haul(1), haul(0, 1, 3000), haul(1, 1, 3000)],
      }),
    );
  expect(withSite(79_000).costLines).toMatchObject({ sites: 79_000, gate: 120_000 });
  expect(withSite(81_000).costLines).toMatchObject({ sites: 0, gate: 200_000 });
});

test("a minimum quantity is delivered while the penalty is dearer than the detour", () => {
  // The second plant takes 60 € a tonne; whoever holds the contract pays for every tonne below 30 t.
  const withPenalty = (penaltyCentsPerTonne: number) =>
    planOf(
      handProblem({
        facilities: [plant, { ...plant, minimumKg: 30_000, penaltyCentsPerTonne, holders: 0b01 }],
        options: [haul(0), haul(1), haul(0, 1, 6000), haul(1, 1, 6000)],
      }),
    );
  expect(withPenalty(1100).costLines).toMatchObject({ minimumQuantity: 0, gate: 230_000 });
  expect(withPenalty(900).costLines).toMatchObject({ minimumQuantity: 27_000, gate: 200_000 });
});

test("a plant of its owner serves only groups with the owner", () => {
  const problem = handProblem({
    facilities: [plant, { ...plant, owner: 0 }],
    options: [haul(0), haul(1), haul(0, 1, 0), haul(1, 1, 0)],
  });
  expect(planOf(problem, 0b10).costLines.gate).toBe(100_000);
  expect(planOf(problem).costLines.gate).toBe(0);
});

test("the dual price of a plant's capacity is what one more tonne really saves", () => {
  // Full at 15 t a week; the dear plant takes the rest at 80 €: one more tonne saves 30 €.
  const problem = (weeklyCapacityKg: number) =>
    handProblem({
      facilities: [{ ...plant, weeklyCapacityKg }, plant],
      options: [haul(0), haul(1), haul(0, 1, 8000), haul(1, 1, 8000)],
    });
  const solver = flowSolver(engine, problem(15_000));
  const joint = solver.plan(0b11);
  const { layout, rowDual } = solver.duals(0b11, joint.pattern);
  solver.dispose();
  const saved = joint.costCents - planOf(problem(16_000)).costCents;
  // 1 t in each of two weeks.
  expect(saved).toBe(6_000);
  const cents = [0, 1].map((week) => -100 * rowDual[layout.rows.facility[week]![0]!]!);
  expect(cents[0]! + cents[1]!).toBeCloseTo(6_000, 3);
});

test("a surcharge on some hauls moves material, not prices, and is forgotten afterwards", () => {
  const problem = handProblem({ facilities: [plant, plant], options: [haul(0), haul(1), haul(0, 1), haul(1, 1)] });
  const solver = flowSolver(engine, problem);
  const joint = solver.plan(0b11);
  const kilograms = (hauled: readonly (readonly number[])[], option: number) =>
    hauled.reduce((kg, week) => kg + week[option]!, 0);
  for (const dear of [0, 2]) {
    const surcharge = [0, 1].map(() => problem.options.map((_, o) => (o === dear ? 1 : 0)));
    const moved = solver.follow(0b11, joint.pattern, surcharge);
    expect(kilograms(moved.decisions.hauledKg, dear)).toBe(0);
    expect(moved.costCents).toBe(joint.costCents);
  }
  expect(solver.realise(0b11, joint.pattern).costCents).toBe(joint.costCents);
  solver.dispose();
});

test("pricing a group quickly never claims less than a plan of it can cost, and hardly more", () => {
  const problem = handProblem({ shredders: [shredder], options: [haul(0), haul(1), haul(0, 0, 3000, true)] });
  const solver = flowSolver(engine, problem);
  const joint = solver.plan(0b11);
  const everything: Pattern = {
    ...joint.pattern,
    campaigns: joint.pattern.campaigns.map((w) => w.map((k) => k.map(() => true))),
  };
  for (const coalition of [0b01, 0b10, 0b11]) {
    const planned = solver.plan(coalition);
    const priced = solver.price(coalition, everything);
    expect(priced.cents).toBeGreaterThanOrEqual(planned.lowerBoundCents);
    expect(priced.cents).toBeLessThanOrEqual(1.02 * planned.costCents);
  }
  solver.dispose();
});
