import { expect, onTestFinished, test } from "vitest";
import { sqliteStore } from "../../../../functions/adapters/sqlite/sqliteStore.ts";
import type { Clock } from "../../../../functions/ports/clock.ts";
import { createScheduler, type Job, type Scheduler } from "../../../../local/scheduler/scheduler.ts";
import { silentLog } from "../../../support/gateways.ts";

function setUp(start: string) {
  let now = start;
  const clock: Clock = { now: () => now, elapsed: () => 0 };
  const store = sqliteStore(":memory:", clock);
  onTestFinished(() => store.close());
  const done: string[] = [];
  const job: Job = { name: "weekly", cron: "0 6 * * 4", run: (due) => Promise.resolve(void done.push(due)) };
  const open = (owner: string, one: Job = job): Scheduler => {
    const scheduler = createScheduler({ store, clock, log: silentLog, owner });
    scheduler.add(one);
    return scheduler;
  };
  return { open, done, job, set: (to: string) => (now = to) };
}

// 2026-11-26 is a Thursday; Berlin is one hour ahead of UTC in winter, two in summer.

test("a job is done at its time in Berlin, once", async () => {
  const { open, done, set } = setUp("2026-11-25T12:00:00Z");
  const scheduler = open("a");
  await scheduler.tick();
  expect(await scheduler.nextDue()).toBe(Date.parse("2026-11-26T05:00:00Z"));
  set("2026-11-26T04:59:59Z");
  await scheduler.tick();
  expect(done).toEqual([]);
  set("2026-11-26T05:00:00Z");
  await Promise.all([scheduler.tick(), scheduler.tick()]);
  await scheduler.tick();
  expect(done).toEqual(["2026-11-26T05:00:00.000Z"]);
});

test("summer time moves the moment, not the hour on the clock", async () => {
  const { open, set, done } = setUp("2026-03-27T12:00:00Z");
  const scheduler = open("a");
  await scheduler.tick();
  set("2026-04-02T04:00:00Z");
  await scheduler.tick();
  expect(done).toEqual(["2026-04-02T04:00:00.000Z"]);
});

test("an hour that is skipped in spring comes, and one that comes twice in autumn comes once", async () => {
  for (const [start, noon] of [
    ["2026-03-28T12:00:00Z", "2026-03-29T10:00:00Z"],
    ["2026-10-24T12:00:00Z", "2026-10-25T11:00:00Z"],
  ] as const) {
    const { open, set, done, job } = setUp(start);
    const scheduler = open("a", { ...job, cron: "30 2 * * *" });
    for (let at = Date.parse(start); at <= Date.parse(noon); at += 15 * 60_000) {
      set(new Date(at).toISOString());
      await scheduler.tick();
    }
    expect(done).toHaveLength(1);
  }
});

test("what was missed while nothing ran is done once at the next start", async () => {
  const { open, done, set } = setUp("2026-11-25T12:00:00Z");
  await open("a").tick();
  set("2026-12-20T12:00:00Z");
  const again = open("b");
  await again.tick();
  await again.tick();
  expect(done).toEqual(["2026-11-26T05:00:00.000Z"]);
  expect(await again.nextDue()).toBe(Date.parse("2026-12-24T05:00:00Z"));
});

test("a job that a kill cut short is done again by the next, and by nobody else meanwhile", async () => {
  const { open, done, job, set } = setUp("2026-11-25T12:00:00Z");
  const never: Job = { ...job, run: (due) => (done.push(due), new Promise(() => undefined)) };
  const killed = open("a", never);
  await killed.tick();
  set("2026-11-26T06:00:00Z");
  void killed.tick();
  while (done.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await killed.tick();
  expect(done).toHaveLength(1);
  await open("b").tick();
  expect(done).toEqual(["2026-11-26T05:00:00.000Z", "2026-11-26T05:00:00.000Z"]);
});

test("a job that fails is written down, and comes again at its next time", async () => {
  const { open, job, set } = setUp("2026-11-25T12:00:00Z");
  const scheduler = open("a", { ...job, run: () => Promise.reject(new Error("no")) });
  const before = silentLog.errors.length;
  await scheduler.tick();
  set("2026-11-26T06:00:00Z");
  await scheduler.tick();
  expect(silentLog.errors).toHaveLength(before + 1);
  expect(await scheduler.nextDue()).toBe(Date.parse("2026-12-03T05:00:00Z"));
});

test("a changed pattern counts from now", async () => {
  const { open, job } = setUp("2026-11-25T12:00:00Z");
  await open("a").tick();
  const other = open("b", { ...job, cron: "0 18 * * *" });
  await other.tick();
  expect(await other.nextDue()).toBe(Date.parse("2026-11-25T17:00:00Z"));
});

test("a pattern that is none is refused when it is given", () => {
  const { open, job } = setUp("2026-11-25T12:00:00Z");
  expect(() => open("a", { ...job, cron: "61 * * * *" })).toThrow();
});
