import { afterEach, beforeEach, expect, test } from "vitest";
import type { Plan } from "../../domain/plan/plan.ts";
import type { Route } from "../../functions/contract/route.ts";
import { readPlanFile, readTour, type WeekPlan } from "../../functions/contract/weeks.ts";
import { resultOf } from "../../functions/usecases/run/run.ts";
import { planWeek } from "../../functions/usecases/planWeek.ts";
import { readIndex } from "../../functions/usecases/records/region.ts";
import { readStorage } from "../../functions/usecases/reports/readStorage.ts";
import { openSticker } from "../../functions/usecases/stickers/stickers.ts";
import { readWeek } from "../../functions/usecases/weeks/readWeek.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { startScheduledWeek } from "../../functions/usecases/weeks/scheduledWeek.ts";
import { reconcileWeeks } from "../../functions/usecases/weeks/reconcileWeeks.ts";
import { coalitionPool } from "../../local/coalitionPool.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { SILENT } from "../../planning/progress.ts";
import { callApi } from "../support/apiEvent.ts";
import { memoryBlobs } from "../support/memoryBlobs.ts";
import { testSystem, type TestSystem } from "../support/system.ts";
import { tinyFolder } from "../support/tinyFolder.ts";
import { TINY_NOW } from "../support/tinyRegion.ts";

const OPTIONS = { seed: 1, iterations: 300 };
let system: TestSystem;

beforeEach(async () => {
  system = await testSystem();
});
afterEach(() => system.close());

const region = "tiny";
const week = "2026-W48";
const start = () => startPlan(system.ports, { region, week, options: OPTIONS });
const read = (): Promise<WeekPlan> => readWeek(system.ports.store, region, week);

async function publishedPlan(week = "2026-W48"): Promise<Plan> {
  const { key } = (await system.ports.store.get({ pk: `region#${region}`, sk: `week#${week}` }).then((item) => ({
    key: (item!.data as { run: string }).run,
  })))!;
  const bytes = await resultOf(system.ports.blobs, { region, week, run: key }).get("plan.json");
  return JSON.parse(new TextDecoder().decode(bytes)) as Plan;
}

/** The files of the week as people get them, each with its type, and nothing beyond them. */
async function expectFiles(tour: string): Promise<void> {
  const get = async (route: Route, file: string) => {
    const { status, headers, text } = await callApi(system, route, {
      parameters: { region, week, file },
      groups: ["dispatcher:tiny"],
    });
    return `${status} ${headers["content-type"]} ${text.slice(0, 5)}`;
  };
  expect(await get(readTour, `${tour}.pdf`)).toBe("200 application/pdf %PDF-");
  expect(await get(readTour, `${tour}.gpx`)).toBe("200 application/gpx+xml <?xml");
  expect(await get(readTour, `${tour}.ics`)).toBe("200 text/calendar; charset=utf-8 BEGIN");
  expect(await get(readTour, `${tour}.geojson`)).toMatch(/^200 application\/geo\+json \{/);
  expect(await get(readTour, "other.pdf")).toMatch(/^404 application\/problem\+json/);
  expect(await get(readPlanFile, "trust.json")).toMatch(/^200 application\/json \{/);
  expect(await get(readPlanFile, "report.html")).toBe("200 text/html; charset=utf-8 <!doc");
  expect(await get(readPlanFile, "../run.json")).toMatch(/^422/);
}

/** Timings are of the run, not of the plan; the tables of the input are written anew, so their hashes differ. */
function withoutRun(plan: Plan): object {
  const { provenance, ...rest } = plan;
  return { ...rest, iterations: provenance.iterations, seed: provenance.seed };
}

test("the workflow gives the plan that the command gives, and publishes it with its files and mails", async () => {
  const { execution, started } = await start();
  expect(started).toBe(true);
  expect((await read()).status).toBe("planning");
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  const shown = await read();
  expect(shown).toMatchObject({
    status: "planned",
    failure: null,
    plan: `/api/regions/${region}/weeks/${week}/files/plan.json`,
  });
  const ports = {
    input: memoryBlobs(tinyFolder()),
    clock: system.clock,
    travelMatrix: system.ports.travelMatrix,
    engine: await highsSolver(),
    groupCosts: coalitionPool(1),
  };
  const byCommand = await planWeek(ports, { ...OPTIONS, week, now: TINY_NOW, progress: SILENT });
  const plan = await publishedPlan();
  expect(withoutRun(plan)).toEqual(withoutRun(byCommand.plan));
  expect(shown.summary).toMatchObject({
    jointCostCents: byCommand.plan.jointCostCents,
    tours: byCommand.plan.routes.length,
  });
  expect(shown.tours.map(({ id }) => id)).toEqual(byCommand.plan.routes.map(({ id }) => id));
  expect(system.mails.map(({ to }) => to[0]!.address)).toEqual(["dora@example.org"]);
  await expectFiles(shown.tours[0]!.id);
});

test("a second start with the same input is the first; another report makes another run", async () => {
  const first = await start();
  await system.finish(first.execution);
  expect(await start()).toEqual({ execution: first.execution, started: false, status: "SUCCEEDED" });
  const report = { id: "late", storageId: "alt-woody", observedAt: "2026-11-22T10:00:00+01:00", reportedBy: "Test" };
  const data = { ...report, quarters: 4, channel: "api", receivedAt: TINY_NOW };
  await system.ports.store.put(
    { pk: `region#${region}`, sk: "report#2026-11-22T09:00:00.000Z#alt-woody", data },
    "any",
  );
  const second = await start();
  expect(second.started).toBe(true);
  expect(second.execution).not.toBe(first.execution);
  await system.finish(second.execution);
  expect(await read()).toMatchObject({ status: "planned", execution: second.execution });
  // Each plan is a mail of its own; nothing was sent twice.
  expect(new Set(system.mails.map(({ id }) => id)).size).toBe(2);
  expect(system.mails).toHaveLength(2);
});

test("a stage that fails leaves a failed week with cause and way out, and can be started again", async () => {
  system.replace("planFlow", () => Promise.reject(new Error("the engine is broken")));
  const first = await start();
  expect(await system.finish(first.execution)).toBe("FAILED");
  expect(await read()).toMatchObject({
    status: "failed",
    failure: { cause: "the engine is broken", action: expect.stringContaining("Noch einmal starten") as string },
  });
  const second = await start();
  expect(second).toMatchObject({ started: true });
  expect(second.execution).not.toBe(first.execution);
});

test("a batch of coalitions that fails fails the week that waits for it", async () => {
  system.replace("priceCoalitions", () => Promise.reject(new RangeError("no such batch")));
  const { execution } = await start();
  expect(await system.finish(execution)).toBe("FAILED");
  expect((await read()).failure?.cause).toContain("no such batch");
});

test("mail that cannot be sent does not undo the plan", async () => {
  system.replace("notifyDispatchers", () => Promise.reject(new Error("no mail today")));
  const { execution } = await start();
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  expect((await read()).status).toBe("planned");
});

test("the scheduled week asks the yards that have not reported, waits a day, and plans with what came in", async () => {
  // By Friday the newest reports are a week old.
  system.clock.milliseconds += 4 * 24 * 3600_000;
  const { execution, week: planned, started } = await startScheduledWeek(system.ports, region, OPTIONS);
  expect(started).toBe(true);
  expect(planned).toBe("2026-W49");
  expect(await startScheduledWeek(system.ports, region, OPTIONS)).toEqual({ execution, week: planned, started: false });
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  const asked = system.mails.filter(({ id }) => id.includes("report"));
  expect(asked.length).toBeGreaterThan(0);
  // Each storage with the way to its form.
  const links = asked.flatMap(({ text }) => [...text.matchAll(/https:\/\/test\.example\/m\/(\S+)/g)]);
  const opened = await Promise.all(links.map(([, token]) => openSticker(system.ports, token!)));
  expect(opened).toContainEqual({ kind: "open", region, storageId: "alt-woody" });
  expect(opened.filter(({ kind }) => kind !== "open")).toEqual([]);
  expect(await readWeek(system.ports.store, region, planned)).toMatchObject({ status: "planned" });
  // Whoever reports sees that the plan was made with it, and when its own routes come by.
  const { routes, pickups } = await publishedPlan(planned);
  for (const { id } of (await readIndex(system.ports.store, region)).storages) {
    const view = (await readStorage(system.ports, region, id))!;
    expect(view.reports.map(({ inPlanOf }) => inPlanOf)).toEqual(view.reports.map(() => planned));
    const served = pickups.filter(({ storageId, routeId }) => storageId === id && routeId !== null);
    const dates = served.map(({ routeId }) => routes.find((route) => route.id === routeId)!.date);
    expect([id, view.nextPickup]).toEqual([id, dates.sort()[0]]);
  }
});

test("the reconciler publishes what was planned and not said, and fails what ended unseen", async () => {
  const publish = "publishWeek";
  system.replace(publish, () => Promise.resolve({}));
  const { execution } = await start();
  await system.finish(execution);
  expect((await read()).status).toBe("planning");
  expect(await reconcileWeeks(system.ports)).toEqual({ looked: 1, mended: 1, overdue: 0 });
  expect((await read()).status).toBe("planned");
  expect(await reconcileWeeks(system.ports)).toEqual({ looked: 0, mended: 0, overdue: 0 });
});
