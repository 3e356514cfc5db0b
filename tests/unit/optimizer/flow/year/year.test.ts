import { expect, test } from "vitest";
import type { YearProblem } from "../../../../../domain/year/problem.ts";
import { checkYear } from "../../../../../optimizer/checker/flow/year/index.ts";
import { planYear, type YearResult } from "../../../../../optimizer/flow/year/index.ts";
import { expectSolution, highsSolver, solveWithJsLp } from "../../../../../optimizer/lp/index.ts";
import { Random } from "../../../../../optimizer/random.ts";
import { handFacility, handShredder, handStore, handYear, way } from "./handYear.ts";
import { yearPlanOf } from "../../../../support/yearPlanOf.ts";
import { everyCampaigns, wholeLp } from "./wholeYear.ts";

const engine = await highsSolver();

function planned(problem: YearProblem, gap = 0): YearResult {
  const outcome = planYear(engine, problem, { gap, maxRounds: 200, maxNodes: 50 });
  if (outcome.status !== "planned") throw new Error(`no room at ${outcome.facilities.join(", ")}`);
  expect(checkYear(yearPlanOf(problem, outcome))).toEqual([]);
  return outcome;
}

/** The least cost over all campaigns and sites, euros. */
function bruteForce(problem: YearProblem): number {
  const sites = problem.facilities.reduce<boolean[][]>(
    (all, f) =>
      all.flatMap((one) =>
        f.site === null
          ? [[...one, true]]
          : [
              [...one, false],
              [...one, true],
            ],
      ),
    [[]],
  );
  const setup = (problem.shredders[0]?.setupCents ?? 0) / 100;
  let least = Infinity;
  for (const campaigns of everyCampaigns(problem)) {
    for (const open of sites) {
      const session = engine.open(wholeLp(problem, campaigns, open));
      const outcome = session.solve();
      session.dispose();
      if (outcome.status !== "optimal") continue;
      const fixed = problem.facilities.reduce((sum, f, i) => sum + (open[i]! ? (f.site?.fixedCents ?? 0) / 100 : 0), 0);
      least = Math.min(least, outcome.objective + fixed + campaigns.flat().length * setup);
    }
  }
  return least;
}

test("one campaign at the end clears what five weeks brought, where there is room for it", () => {
  // 50 t at 40 € and 100 € of setting up, twice: 4,200 €. Loose everything would be 6,000 €.
  const plan = planned(handYear());
  expect(plan.costCents).toBe(420_000);
  expect(plan.decisions.rounds.map((r) => [r.week, r.stops.length])).toEqual([[4, 2]]);
  expect(plan.costLines).toMatchObject({ haulage: 100_000, gate: 200_000, shredding: 100_000, setup: 20_000 });
});

test("a small room needs campaigns in between, a tiny one none: then setting up costs more than it saves", () => {
  // 200 m³ hold 30 t: clearing after four weeks at the latest; the last week's 10 t bring 200 € for 100 €.
  const roomy = (roomM3: number) =>
    planned(
      handYear({
        stores: [0, 1].map((p) =>
          handStore(
            p,
            Array.from({ length: 5 }, () => 10_000),
            { roomM3 },
          ),
        ),
      }),
    );
  expect(roomy(200).costCents).toBe(2 * (200_000 + 20_000));
  // No room: a campaign of 10 t saves 200 € a week and costs 100 €, so there is one each week.
  expect(roomy(0).costCents).toBe(2 * (200_000 + 50_000));
  // Setting up for 250 €: hauling 10 t loose a week at 600 € is cheaper.
  const dear = handYear({
    stores: [0, 1].map((p) =>
      handStore(
        p,
        Array.from({ length: 5 }, () => 10_000),
        { roomM3: 0 },
      ),
    ),
    shredders: [{ ...handShredder, setupCents: 25_000 }],
  });
  expect(planned(dear).costCents).toBe(2 * 300_000);
});

test("what rots away is neither hauled nor paid", () => {
  // 10 t lose a tenth a week: 10·0.9⁴ + … + 10 = 40.951 t reach the campaign in the last week.
  const store = (p: number) =>
    handStore(
      p,
      Array.from({ length: 5 }, () => 10_000),
      { looseLossPerWeek: 0.1 },
    );
  const plan = planned(handYear({ stores: [store(0), store(1)] }));
  expect(plan.decisions.hauls.map((h) => h.massKg)).toEqual([40_951, 40_951]);
  expect(plan.costCents).toBe(2 * (163_804 + 10_000));
});

test("shredded material waits for a better price only within its age and the heap's limit", () => {
  // Nothing else speaks for waiting here, but rotting does: 20 % a week saves 6 € a tonne of 30 €.
  const stores = (shreddedRoomM3: number | null) =>
    [0, 1].map((p) =>
      handStore(p, [10_000, 0, 0, 0, 0], { roomM3: 0, shreddedWeeks: 2, shreddedLossPerWeek: 0.2, shreddedRoomM3 }),
    );
  // Campaign in the first week (no room), leaves two weeks later: 6.4 t.
  expect(planned(handYear({ stores: stores(null) })).decisions.hauls).toMatchObject([
    { week: 2, massKg: 6400 },
    { week: 2, massKg: 6400 },
  ]);
  // A heap of 20 m³ holds 6 t; 4 t leave at once.
  const limited = planned(handYear({ stores: stores(20) })).decisions.hauls.filter((h) => h.option === 1);
  expect(limited.map((h) => [h.week, h.massKg])).toEqual([
    [0, 4000],
    [2, 3840],
  ]);
});

test("a site is opened only where it saves more than it costs, and given up where it does not", () => {
  const withSite = (fixedCents: number, now: "open" | "absent") =>
    planned(
      handYear({
        facilities: [handFacility, { ...handFacility, id: "site", site: { fixedCents, now } }],
        options: [0, 1].flatMap((s) => [way(s, false, 0, 6000), way(s, true, 0, 3000), way(s, true, 1, 2000)]),
      }),
    );
  // 100 t save 10 € each: 1,000 €.
  expect(withSite(99_000, "absent").decisions.openSites).toEqual([1]);
  expect(withSite(101_000, "absent").decisions.openSites).toEqual([]);
  expect(withSite(101_000, "open").costCents).toBe(420_000);
});

test("a point is closed where that saves more than the longer way costs", () => {
  const closable = (savedCents: number) => {
    const problem = handYear();
    const points = problem.points.map((p, i) => ({
      ...p,
      closing: i === 1 ? { receiver: 0, savedCents, centsPerTonne: 500 } : null,
    }));
    return planned({ ...problem, points, stores: problem.stores.map((s) => ({ ...s, roomM3: 1000 })) });
  };
  // 50 t at 5 € are 250 €, one campaign less saves 100 €: 150 € must be saved otherwise.
  expect(closable(14_000).decisions.closedPoints).toEqual([]);
  expect(closable(16_000).decisions.closedPoints).toEqual([1]);
  expect(closable(16_000).costCents).toBe(400_000 + 10_000 + 25_000 - 16_000);
});

test("products are sold to who pays most after the way, within demand, and not before they are made", () => {
  const problem = handYear();
  const plan = planned({
    ...problem,
    periods: ["early", "late"],
    periodOfWeek: [0, 0, 0, 0, 1],
    products: [{ id: "chips", name: "Chips", surplusCentsPerTonne: 100 }],
    buyers: [
      {
        id: "near",
        name: "Near",
        product: 0,
        priceCentsPerTonne: 2000,
        demandKg: [50_000, 30_000],
        haulageCentsPerTonne: [100],
      },
      {
        id: "far",
        name: "Far",
        product: 0,
        priceCentsPerTonne: 2500,
        demandKg: [50_000, 20_000],
        haulageCentsPerTonne: [900],
      },
    ],
    options: problem.options.map((o) =>
      o.shredded ? { ...o, parts: o.parts.map((p) => ({ ...p, yields: [{ product: 0, share: 0.6 }] })) } : o,
    ),
  });
  // 100 t in the last week make 60 t: 30 t at 19 €, 20 t at 16 €, 10 t nobody buys. An earlier campaign to sell more costs 100 €, and 10 t more bring 170 €.
  const sold = plan.decisions.sales.reduce((sum, s) => sum + s.massKg, 0);
  expect(plan.costLines.sales).toBeLessThanOrEqual(-89_000);
  expect(sold).toBeGreaterThanOrEqual(50_000);
});

test("too small plants are named", () => {
  // Without room nothing can be left to the end either.
  const stores = handYear().stores.map((store) => ({ ...store, roomM3: 0 }));
  const outcome = planYear(engine, handYear({ stores, facilities: [{ ...handFacility, yearlyCapacityKg: 90_000 }] }));
  expect(outcome).toEqual({ status: "noRoom", facilities: [0] });
});

function randomYear(seed: number): YearProblem {
  const random = new Random(seed);
  const at = (from: number, to: number) => from + Math.floor(((random.bits() >>> 0) / 2 ** 32) * (to - from + 1));
  const arrivals = () => Array.from({ length: 3 }, () => at(0, 20) * 1000);
  const stores = [
    handStore(0, arrivals(), { roomM3: at(0, 200), looseLossPerWeek: at(0, 5) / 100, openingKg: at(0, 5) * 1000 }),
    handStore(0, arrivals(), {
      material: "grass",
      shreddable: at(0, 1) === 1,
      looseWeeks: at(0, 2),
      roomM3: at(20, 200),
    }),
    handStore(1, arrivals(), {
      roomM3: at(0, 300),
      shreddedWeeks: at(0, 2),
      shreddedLossPerWeek: at(0, 10) / 100,
      shreddedRoomM3: at(5, 60),
    }),
  ];
  return handYear({
    weeks: ["W1", "W2", "W3"],
    periodOfWeek: [0, 0, 0],
    stores,
    facilities: [
      handFacility,
      { ...handFacility, id: "cheap", yearlyCapacityKg: at(10, 80) * 1000 },
      { ...handFacility, id: "site", site: { fixedCents: at(10, 60) * 1000, now: "absent" }, yearlyCapacityKg: 60_000 },
      { ...handFacility, id: "contract", minimumKg: at(0, 40) * 1000, penaltyCentsPerTonne: at(0, 3000) },
    ],
    options: stores.flatMap((_, s) =>
      [0, 1, 2, 3].flatMap((f) => [way(s, false, f, at(4500, 7000)), way(s, true, f, at(1500, 4000))]),
    ),
    shredders: [{ ...handShredder, setupCents: at(5, 30) * 1000 }],
  });
}

test.each([1, 3, 4])("the optimum by brute force lies between bound and cost, and close to both (seed %i)", (seed) => {
  const problem = randomYear(seed);
  const best = bruteForce(problem) * 100;
  const plan = planned(problem);
  expect(plan.lowerBoundCents).toBeLessThanOrEqual(best + 1);
  expect(plan.costCents).toBeGreaterThanOrEqual(best - 20);
  expect(plan.costCents).toBeLessThanOrEqual(1.05 * best);
  expect(plan.lowerBoundCents).toBeGreaterThanOrEqual(0.93 * best);
});

test("a second engine agrees on the whole model", async () => {
  const model = wholeLp(randomYear(7), [[1, 2], [2]], [true, true, true, true]);
  const session = engine.open(model);
  const { objective } = expectSolution(session.solve(), "HiGHS");
  session.dispose();
  const other = await solveWithJsLp(model, 20);
  expect(other.status).toBe("optimal");
  expect(other.status === "optimal" ? other.objective : NaN).toBeCloseTo(objective, 4);
});

test("a run that begins with an earlier one ends at the same proof in fewer rounds", () => {
  const problem = randomYear(3);
  const first = planned(problem, 0.01);
  const dearer = {
    ...problem,
    options: problem.options.map((o) => ({
      ...o,
      parts: o.parts.map((p) => ({ ...p, haulageCentsPerTonne: 1.2 * p.haulageCentsPerTonne })),
    })),
  };
  const cold = planned(dearer, 0.01);
  const warm = planYear(engine, dearer, { gap: 0.01, maxRounds: 200, maxNodes: 50 }, first.state);
  if (warm.status !== "planned") throw new Error("no room");
  expect(checkYear(yearPlanOf(dearer, warm))).toEqual([]);
  expect(warm.rounds).toBeLessThanOrEqual(cold.rounds);
  expect(warm.lowerBoundCents).toBeLessThanOrEqual(cold.costCents);
  expect(cold.lowerBoundCents).toBeLessThanOrEqual(warm.costCents);
});
