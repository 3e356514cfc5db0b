import { expect, test } from "vitest";
import type { Region } from "../../../../../domain/region/tables.ts";
import { ASK_FROM_CENTS, worthAsking } from "../../../../../functions/usecases/mail/worthAsking.ts";
import { tinyValidRegion } from "../../../../support/tinyRegion.ts";

const region = tinyValidRegion();

test("a storage that was just seen half full with room for weeks is not asked, one that nobody saw is, and why", () => {
  const unseen = { ...region, reports: region.reports.filter(({ storageId }) => storageId !== "berg-woody") } as Region;
  expect(worthAsking(region, "2026-W48").has("alt-mixed")).toBe(false);
  const asked = worthAsking(unseen, "2026-W48").get("berg-woody")!;
  expect(asked.valueCents).toBeGreaterThanOrEqual(ASK_FROM_CENTS);
  expect(asked.overflowChance).toBeGreaterThan(0);
  expect(asked.plausibility).toBe("stale");
});

test("nothing is asked where the point is closed, or nothing is at stake", () => {
  const closed = {
    ...region,
    reports: [],
    collectionPoints: region.collectionPoints.map((point) => ({ ...point, status: "closed" as const })),
  } as Region;
  expect([...worthAsking(closed, "2026-W48").keys()]).toEqual([]);
  const free = structuredClone({ ...region, reports: [] }) as Region;
  (free.settings.prices.overflowCentsPerTonneWeek as { value: number }).value = 0;
  expect([...worthAsking(free, "2026-W48").keys()]).toEqual([]);
});
