import { expect, test } from "vitest";
import { greatCircle } from "../../../../functions/adapters/greatcircle/greatCircle.ts";
import { travelOf } from "../../../../functions/usecases/travel.ts";
import { checkFlowPlan } from "../../../../optimizer/checker/flow/flowPlan.ts";
import { highsSolver } from "../../../../optimizer/lp/index.ts";
import { namePlan } from "../../../../planning/flow/namePlan.ts";
import { pointFactors } from "../../../../planning/flow/year/pointFactors.ts";
import { SILENT } from "../../../../planning/progress.ts";
import { flowStage } from "../../../../planning/stages/flowStage.ts";
import type { GameStage } from "../../../../planning/stages/gameStage.ts";
import { forecastStage, problemOf } from "../../../../planning/stages/input.ts";
import { DEFAULT_LOOP, tourLoop } from "../../../../planning/stages/tourLoop.ts";
import { drivePeriod } from "../../../../planning/week/haulCosts.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

const region = tinyValidRegion();
const engine = await highsSolver();
const { places, travel, lookup } = await travelOf(greatCircle({ detourFactor: 1.3, speedKmh: 50 }), region);
const input = { region, week: "2026-W48", places, travel, progress: SILENT, seed: 1, effort: { iterations: 400 } };
const arrivals = forecastStage(input);
const flow = await flowStage(input, arrivals, engine);
const onePass = (values: number[]): GameStage => ({
  joint: flow.joint,
  game: { kind: "cost", players: region.municipalities.map((m) => m.ags), values, examined: [], method: "" },
});
const problem = problemOf(input, arrivals, flow.calibration);

test("what every haul costs in the tours adds up to the tours and to what postponing loads costs", () => {
  const named = namePlan(region, problem, flow.joint);
  const driven = drivePeriod(input, named, arrivals.weeks, input.effort);
  const sum = named.hauls.reduce((cents, haul) => {
    const key = `${haul.week} ${haul.storageId} ${haul.facilityId} ${haul.form}`;
    return cents + driven.centsPerKg.get(key)! * haul.massKg;
  }, 0);
  expect(driven.loads).toBeGreaterThan(0);
  expect(sum).toBeCloseTo(driven.routedCents + driven.leftCents, 3);
});

test("flow and tours in turn never really cost more than one pass, and what they end with passes the checker", async () => {
  const { joint, game, loop } = await tourLoop(input, arrivals, flow, onePass([]), engine);
  const { passes, chosen } = loop!;
  expect(passes.length).toBeGreaterThan(1);
  expect(passes[0]!.listCents).toBe(flow.joint.costCents);
  for (const pass of passes.slice(0, chosen + 1)) expect(passes[chosen]!.realCents).toBeLessThanOrEqual(pass.realCents);
  expect(passes[chosen]!.listCents).toBe(joint.costCents);
  expect(game.values).toEqual([]);
  const routed = loop!.points.reduce((cents, point) => cents + point.routedCents, 0);
  expect(Math.abs(routed - passes[chosen]!.routedCents)).toBeLessThanOrEqual(loop!.points.length);
  const context = {
    ...{ region, forecast: arrivals.forecast, weeks: arrivals.weeks, calibration: flow.calibration, travel: lookup },
    members: region.municipalities.map((m) => m.ags as string),
  };
  expect(checkFlowPlan(namePlan(region, problem, joint), context)).toEqual([]);
  const again = await tourLoop(input, arrivals, flow, onePass([]), engine);
  expect(again.loop).toEqual(loop);
});

test("a plan that is dearer by the list than two groups on their own is not taken", async () => {
  // {0, 1} with {2}, at exactly the joint cost: nothing may cost a cent more.
  const cost = flow.joint.costCents;
  const values = [0, cost, cost, cost, cost, cost, cost, cost];
  values[0b011] = cost - 1000;
  values[0b100] = 1000;
  const { joint, game, loop } = await tourLoop(input, arrivals, flow, onePass(values), engine);
  expect(joint.costCents).toBeLessThanOrEqual(cost);
  expect(loop!.passes[loop!.chosen]!.listCents).toBeLessThanOrEqual(cost);
  expect(game.values.at(-1)).toBe(joint.costCents);
});

test("without further passes the plan stays as it is", async () => {
  const { joint, loop } = await tourLoop(input, arrivals, flow, onePass([]), engine, { ...DEFAULT_LOOP, passes: 0 });
  expect(joint).toEqual(flow.joint);
  expect(loop).toMatchObject({ chosen: 0, ended: "passes" });
});

test("a year takes each point's haulage from the tours, drawn towards the mean where there were few", () => {
  const points = [
    { pointId: "p-alt", routedCents: 30_000, listCents: 20_000 },
    { pointId: "p-berg", routedCents: 10_000, listCents: 20_000 },
  ];
  // The mean is 1; a prior of 10 000 at it: (30 000 + 10 000) / 30 000, (10 000 + 10 000) / 30 000.
  const factors = pointFactors(region, { passes: [], chosen: 0, ended: "passes", points });
  expect(Object.fromEntries(factors)).toEqual({ "p-alt": 1.333, "p-berg": 0.667, "p-cron": 1 });
});
