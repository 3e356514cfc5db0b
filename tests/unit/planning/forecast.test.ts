import { expect, test } from "vitest";
import type { Region } from "../../../domain/region/tables.ts";
import { forecastArrivals, nextWeek, periodWeeks } from "../../../planning/forecast.ts";
import { tinyValidRegion } from "../../support/tinyRegion.ts";

const region = tinyValidRegion();
const of = (id: string, from: Region = region) =>
  forecastArrivals(from, periodWeeks("2026-W48", 4)).find((f) => f.storageId === id)!;

test("the period is as many consecutive weeks as asked for, across the turn of the year", () => {
  expect(periodWeeks("2026-W52", 3)).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
});

test("without a stated week the plan is for the week after the newest report", () => {
  expect(nextWeek(region)).toBe("2026-W48");
  expect(nextWeek({ ...region, reports: [] })).toBeUndefined();
});

test("opening stock is the last report in kilograms plus what is expected since", () => {
  // cron-mixed, 80 t a year, one report: level 1. A quarter of 36 m³ at 200 kg/m³ on Thursday 19 November: 1800 kg.
  // Until Monday 23 November 4 days of November (8 % of 80 t over 30 days): 4 * 6400 / 30 = 853.3 kg.
  expect(of("cron-mixed").openingKg).toBe(2653);
  // The week to 29 November: 7 * 213.33 = 1493 kg. The next has one day of it and six of December (3 % over 31 days):
  // 213.33 + 6 * 77.42 = 677.8 kg.
  expect(of("cron-mixed").arrivalsKg.slice(0, 2)).toEqual([1493, 678]);
});

test("reports of the planned week and later are not known yet", () => {
  const late = { ...region.reports[0]!, id: "late", storageId: "cron-mixed", observedAt: "2026-11-24T08:00:00+01:00" };
  const withLate = { ...region, reports: [...region.reports, late] } as Region;
  expect(of("cron-mixed", withLate)).toEqual(of("cron-mixed"));
  expect(of("cron-mixed").observedAt).toBe("2026-11-19T11:00:00+01:00");
});

test("a storage that nobody reported starts with a week's arrivals and says that it was not seen", () => {
  const silent = { ...region, reports: region.reports.filter((r) => r.storageId !== "cron-mixed") } as Region;
  // 7 days of November: 7 * 213.33 = 1493 kg.
  expect(of("cron-mixed", silent)).toMatchObject({ openingKg: 1493, observedAt: null });
});

test("a rise faster than the prior raises the level, no further than double", () => {
  // alt-woody: 500 t a year, 1333.3 kg a November day. From a quarter to half of 200 m³ at 150 kg/m³ in 7 days: 7500 kg
  // were seen where 9333 were expected; the prior weighs 28 days = 37 333 kg: (7500 + 37333) / (9333 + 37333) = 0.9607.
  const week = of("alt-woody").arrivalsKg[0]!;
  expect(week).toBe(Math.round(((7 * (500_000 * 0.08)) / 30) * (44_833.333_33 / 46_666.666_67)));
});
