import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reach } from "../../../../../domain/access.ts";
import { reachedStorages, readStorage } from "../../../../../functions/usecases/reports/readStorage.ts";
import { reportStorage, type StorageReport } from "../../../../../functions/usecases/reports/reportStorage.ts";
import { currentFolder } from "../../../../../functions/usecases/regions/currentFolder.ts";
import { key } from "../../../../../functions/usecases/records/keys.ts";
import { asJson } from "../../../../../functions/ports/store.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";
import { TINY_NOW } from "../../../../support/tinyRegion.ts";

let system: TestSystem;
beforeEach(async () => {
  system = await testSystem();
});
afterEach(() => system.close());

let counter = 0;
const report = (change: Partial<StorageReport> = {}): StorageReport => ({
  ...{ region: "tiny", storageId: "alt-mixed", reach: { kind: "region" }, sender: "Aufkleber", channel: "sticker" },
  idempotencyKey: `key-${String(counter++).padStart(8, "0")}`,
  sight: { quarters: 3, contamination: "some", heapBeside: false },
  ...change,
});
const send = (change: Partial<StorageReport> = {}) => reportStorage(system.ports, report(change));
const view = async (storage = "alt-mixed") => (await readStorage(system.ports, "tiny", storage))!;
const later = (seconds: number): void => void (system.clock.milliseconds += 1000 * seconds);
const ago = (hours: number): string => new Date(Date.parse(TINY_NOW) - hours * 3600_000).toISOString();

describe("a report by a form", () => {
  test("is kept with all that was seen, and stands in the region's table", async () => {
    expect(await send({ sight: { quarters: 5, contamination: "much", heapBeside: true } })).toMatchObject({
      kind: "kept",
    });
    expect((await view()).reports[0]).toMatchObject({
      ...{ quarters: 5, contamination: "much", heapBeside: true, channel: "sticker", reportedBy: "Aufkleber" },
      observedAt: "2026-11-23T07:00:00+01:00",
    });
    const csv = new TextDecoder().decode(
      (await currentFolder(system.ports.store, system.ports.blobs, "tiny")).get("reports.csv"),
    );
    expect(csv).toMatch(/alt-mixed,2026-11-23T07:00:00\+01:00,Aufkleber,5,,,,much,true\r?\n/);
  });

  test("sent again under its key is kept once, however late", async () => {
    const once = report();
    const first = await reportStorage(system.ports, once);
    later(3600);
    const times = { observedAt: ago(1), sentAt: ago(0) };
    expect(await reportStorage(system.ports, { ...once, times })).toEqual(first);
    expect((await view()).reports.filter(({ channel }) => channel === "sticker")).toHaveLength(1);
  });

  test("under a key that was used for something else, or is none, is not taken", async () => {
    const once = report();
    await reportStorage(system.ports, once);
    const other = { ...once, sight: { ...once.sight, quarters: 0 } };
    expect(await reportStorage(system.ports, other)).toEqual({ kind: "key" });
    expect(await send({ idempotencyKey: "short" })).toEqual({ kind: "key" });
  });

  test("keeps the time at which it was seen, also on a device whose clock is wrong", async () => {
    // The clock is right: the time counts as it is.
    await send({ times: { observedAt: ago(5), sentAt: ago(0) } });
    expect((await view()).reports[0]!.observedAt).toBe("2026-11-23T02:00:00+01:00");
    // The clock is 1,000 hours fast: two hours passed between seeing and sending.
    await send({ times: { observedAt: ago(-998), sentAt: ago(-1000) } });
    expect((await view()).reports[0]!.observedAt).toBe("2026-11-23T05:00:00+01:00");
    // What is no time is seen now.
    await send({ times: { observedAt: "gestern", sentAt: "" } });
    expect((await view()).reports[0]!.observedAt).toBe("2026-11-23T07:00:00+01:00");
  });

  test("that is older than a week is not taken", async () => {
    expect(await send({ times: { observedAt: ago(24 * 7 + 1), sentAt: ago(0) } })).toEqual({ kind: "late" });
  });

  test("is taken twenty times an hour for a storage, and later again", async () => {
    for (let i = 0; i < 20; i++) {
      expect((await send()).kind).toBe("kept");
      later(1);
    }
    expect(await send()).toEqual({ kind: "busy" });
    expect((await send({ storageId: "alt-woody" })).kind).toBe("kept");
    later(3600);
    expect((await send()).kind).toBe("kept");
  });

  test("goes no further than the right of whoever sends it", async () => {
    const reach: Reach = { kind: "municipalities", municipalities: new Set(["99001001"]) };
    expect((await send({ reach })).kind).toBe("kept");
    expect(await send({ reach, storageId: "cron-mixed" })).toMatchObject({
      kind: "refused",
      problems: [{ code: "reference.unknown" }],
    });
  });
});

describe("what became of it", () => {
  async function plan(week: string, frozenAt: string, dates: readonly string[]): Promise<void> {
    const collections = dates.map((date) => ({ storageId: "alt-mixed", date }));
    const data = asJson({ region: "tiny", week, status: "planned", frozenAt, collections });
    await system.ports.store.put({ ...key.week("tiny", week), data }, "any");
  }

  test("the first plan that was made with it is named, and the next pick-up", async () => {
    await send();
    await plan("2026-W48", ago(1), ["2026-11-20", "2026-11-24"]);
    const before = await view();
    expect(before.reports.map(({ inPlanOf }) => inPlanOf)).toEqual([undefined, undefined]);
    // The region was taken in after that plan was made.
    expect(before.nextPickup).toBe("2026-11-24");
    await plan("2026-W49", ago(-1), ["2026-12-01"]);
    await plan("2026-W50", ago(-2), []);
    expect((await view()).reports.map(({ inPlanOf }) => inPlanOf)).toEqual(["2026-W49", "2026-W49"]);
    later(2 * 86_400);
    expect((await view()).nextPickup).toBe("2026-12-01");
    expect((await view("alt-woody")).nextPickup).toBeUndefined();
  });

  test("the forecast of the newest plan is shown; its doubt ends with a report after it", async () => {
    const fill = {
      ...{ plausibility: "suspect", reportValueCents: 0 },
      ...{ fill: { low: 0.5, mean: 0.62, high: 0.75 }, overflowChance: [0, 0, 0, 0, 0, 0, 0.1] },
    };
    const fills = [{ storageId: "alt-mixed", ...fill }];
    // The region was taken in just now, its reports with it: the plan was made a minute later.
    const data = asJson({ region: "tiny", week: "2026-W48", status: "planned", frozenAt: ago(-1 / 60), fills });
    await system.ports.store.put({ ...key.week("tiny", "2026-W48"), data }, "any");
    expect((await view()).forecast).toMatchObject({ week: "2026-W48", ...fill });
    expect((await view("alt-woody")).forecast).toBeUndefined();
    later(120);
    await send();
    expect((await view()).forecast).toMatchObject({ plausibility: "ok", fill: fill.fill });
    const { storages } = (await reachedStorages(system.ports, "tiny", { kind: "region" }))!;
    expect(storages.find(({ id }) => id === "alt-mixed")!.forecast).toMatchObject({ plausibility: "ok" });
  });

  test("five reports are shown, the newest first", async () => {
    for (let i = 0; i < 7; i++) {
      await send({ sight: { quarters: i % 5, contamination: "none", heapBeside: false } });
      later(60);
    }
    expect((await view()).reports.map(({ quarters }) => quarters)).toEqual([1, 0, 4, 3, 2]);
  });
});

test("someone's storages are those that their right reaches, with the newest report", async () => {
  const reach: Reach = { kind: "municipalities", municipalities: new Set(["99001003"]) };
  const { storages } = await reachedStorages(system.ports, "tiny", reach);
  expect(storages.map(({ id, place, latest }) => [id, place, latest?.id])).toEqual([
    ["cron-mixed", "Bauhof Cronau", "r6"],
    ["berg-mixed", "Sammelstelle Bergheim", "r5"],
    ["berg-woody", "Sammelstelle Bergheim", "r4"],
  ]);
});
