// The split among those who stay, from a really planned week: with a table of all groups, and without one.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan } from "../../domain/plan/plan.ts";
import { splitAmong } from "../../functions/usecases/agreements/splitAmong.ts";
import { resultOf, type RunKey } from "../../functions/usecases/run/run.ts";
import { priceOtherGroups } from "../../functions/usecases/run/stages.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { weekRecord } from "../../functions/usecases/weeks/readWeek.ts";
import { testSystem, type TestSystem } from "../support/system.ts";

const region = "tiny";
const week = "2026-W48";
const [ALT, BERG, CRON] = ["99001001", "99001002", "99001003"] as const;

let system: TestSystem;
let run: RunKey;
let plan: Plan;
beforeAll(async () => {
  system = await testSystem();
  const { execution } = await startPlan(system.ports, { region, week, options: { seed: 1, iterations: 50 } });
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  run = { region, week, run: (await weekRecord(system.ports.store, region, week)).run! };
  const bytes = await resultOf(system.ports.blobs, run).get("plan.json");
  plan = JSON.parse(new TextDecoder().decode(bytes)) as Plan;
}, 180_000);
afterAll(() => system.close());

const put = (change: Plan) =>
  resultOf(system.ports.blobs, run).putAll(new Map([["plan.json", JSON.stringify(change)]]));
const split = (members: readonly string[], rule = plan.allocation.rule) =>
  splitAmong(
    system.ports,
    { region, plan: { week, run: run.run, inputsSha256: plan.provenance.inputsSha256 }, rule },
    members,
  );

test("with one away it is the split that the plan itself holds", async () => {
  await put(plan);
  for (const { ags, jointCostCents, shares } of plan.allocation.without) {
    const others = [ALT, BERG, CRON].filter((one) => one !== ags);
    expect(await split(others)).toEqual({ jointCostCents, shares, fallbacks: [] });
  }
});

test("a split that stands ready is neither priced nor divided again, and the ones after it are the same", async () => {
  await put(plan);
  const others = [ALT, BERG];
  const reckoned = (await split(others))!;
  const ready = { jointCostCents: 1, shares: { [ALT]: 1, [BERG]: 0 } };
  const of = {
    region,
    plan: { week, run: run.run, inputsSha256: plan.provenance.inputsSha256 },
    rule: plan.allocation.rule,
  };
  expect(await splitAmong(system.ports, of, others, ready)).toEqual({ ...ready, fallbacks: reckoned.fallbacks });
  const everybody = (await splitAmong(system.ports, of, [ALT, BERG, CRON]))!;
  const again = await splitAmong(system.ports, of, [ALT, BERG, CRON], everybody);
  expect(again).toEqual(everybody);
  expect(again!.fallbacks).toHaveLength(3);
});

test("groups that nobody priced cost what the table of all groups says", async () => {
  const pairs = [
    [ALT, BERG],
    [ALT, CRON],
    [BERG, CRON],
  ];
  const priced = await priceOtherGroups(system.ports, run, pairs);
  expect(priced).toEqual(pairs.map((members, i) => ({ members, costCents: plan.game.values[[3, 5, 6][i]!] })));
});

test("without a table the others are priced now, and the split is the same", async () => {
  await put(plan);
  const byTable = await split([ALT, CRON], "twoPart");
  await put({ ...plan, game: { ...plan.game, values: [], examined: [] } });
  expect(await split([ALT, CRON], "twoPart")).toEqual(byTable);
  // A rule that weighs every group has no answer without them.
  expect(await split([ALT, CRON], "shapley")).toBeUndefined();
  expect(byTable!.jointCostCents).toBe(plan.game.values[5]);
});

test("without a plan there is none, and the log says so", async () => {
  const other = { week, run: "0000000000000000", inputsSha256: plan.provenance.inputsSha256 };
  expect(await splitAmong(system.ports, { region, plan: other, rule: "tonnes" }, [ALT, BERG])).toBeUndefined();
  expect(system.logged.at(-1)).toContain("no plan to split anew");
});
