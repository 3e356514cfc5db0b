import { expect, test } from "vitest";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { checkKeptFree } from "../../../optimizer/checker/plan/keptFree.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";
import { MONTHS } from "../../../domain/region/places.ts";
import { learnedSeasons } from "../../../planning/forecast/learnedSeasons.ts";
import { dateOf, dayOf } from "../../../planning/forecast/calendar.ts";
import { weatherOf } from "../../../planning/forecast/weatherFactors.ts";
import { nextWeek, periodWeeks } from "../../../planning/forecast/weeks.ts";
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

test("opening stock is what was seen, plus what has come since, less what may have been fetched", () => {
  // cron-mixed, 80 t a year, one report: a quarter of 36 m³ at 200 kg/m³ on Thursday 19 November: 900 to 2700 kg.
  // Until Monday 23 November 4 days of November (8 % of 80 t over 30 days): 4 * 6400 / 30 = 853 kg.
  const { openingKg, spread } = of("cron-mixed");
  expect(openingKg).toBeGreaterThan(1800);
  expect(openingKg).toBeLessThan(1800 + 853 + 450);
  expect(spread!.openingKg.lowKg).toBeLessThan(1800);
  expect(spread!.openingKg.highKg).toBeGreaterThan(3000);
  expect(spread!.plausibility).toBe("ok");
});

test("arrivals follow the prior and its season while nothing speaks against them", () => {
  // The week to 29 November: 7 * 213.33 = 1493 kg. The next has one day of it and six of December (3 % over 31 days):
  // 213.33 + 6 * 77.42 = 678 kg.
  const { arrivalsKg, spread } = of("cron-mixed");
  const [first, second] = arrivalsKg as [number, number];
  expect(first).toBeGreaterThan(1493 * 0.93);
  expect(first).toBeLessThan(1493 * 1.07);
  expect(second / first).toBeCloseTo(678 / 1493, 1);
  arrivalsKg.forEach((kg, w) => {
    expect(spread!.arrivalsKg[w]!.lowKg).toBeLessThan(kg);
    expect(spread!.arrivalsKg[w]!.highKg).toBeGreaterThan(kg);
  });
});

test("the chance of overflow is told by day and never falls", () => {
  const { overflowChance } = of("berg-woody").spread!;
  expect(overflowChance).toHaveLength(28);
  overflowChance.slice(1).forEach((chance, d) => expect(chance).toBeGreaterThanOrEqual(overflowChance[d]!));
});

test("reports of the planned week and later are not known yet", () => {
  const late = { ...region.reports[0]!, id: "late", storageId: "cron-mixed", observedAt: "2026-11-24T08:00:00+01:00" };
  const withLate = { ...region, reports: [...region.reports, late] } as Region;
  expect(of("cron-mixed", withLate)).toEqual(of("cron-mixed"));
  expect(of("cron-mixed").observedAt).toBe("2026-11-19T11:00:00+01:00");
});

test("a storage that nobody reported may hold anything, and says so", () => {
  const silent = { ...region, reports: region.reports.filter((r) => r.storageId !== "cron-mixed") } as Region;
  const { observedAt, spread } = of("cron-mixed", silent);
  expect(observedAt).toBeNull();
  expect(spread!.plausibility).toBe("stale");
  // At least half of the 7200 kg that it can hold.
  expect(spread!.openingKg.highKg - spread!.openingKg.lowKg).toBeGreaterThan(3600);
});

test("rises faster than the prior raise what is expected", () => {
  // alt-woody fills by 30 000 kg; half of it in a week is twice what the prior expects (9333 kg).
  const at = (week: number, quarters: number) => ({
    ...region.reports[0]!,
    ...{ id: `x${week}`, quarters, observedAt: `2026-11-${String(6 + 7 * week).padStart(2, "0")}T09:00:00+01:00` },
  });
  const busy = { ...region, reports: [at(0, 0), at(1, 2), at(2, 4)] } as Region;
  expect(of("alt-woody", busy).arrivalsKg[0]!).toBeGreaterThan(of("alt-woody").arrivalsKg[0]! * 1.05);
});

test("a report that would change nothing is worth nothing, one that would is worth euros", () => {
  const silent = { ...region, reports: region.reports.filter((r) => r.storageId !== "berg-woody") } as Region;
  const [known, unknown] = [of("berg-woody").spread!, of("berg-woody", silent).spread!];
  expect(unknown.reportValueCents).toBeGreaterThan(100);
  expect(known.reportValueCents).toBeLessThan(unknown.reportValueCents);
});

const accepting = (value: number): Region => ({
  ...region,
  settings: { ...region.settings, forecast: { overflowChance: { value } } },
});

test("room is kept free by the upper ranges of stock and arrivals, later of arrivals alone", () => {
  // At 5 % the quantile is that of the ranges: sqrt(o² + a²) in the first week, a in the second.
  const { openingKg, arrivalsKg, spread, keptFreeKg } = of("cron-mixed");
  const [first, second] = arrivalsKg.map((kg, w) => spread!.arrivalsKg[w]!.highKg - kg) as [number, number];
  const opening = spread!.openingKg.highKg - openingKg;
  expect(keptFreeKg!.slice(0, 2)).toEqual([Math.round(Math.hypot(opening, first)), second]);
  // z(0.99) / z(0.95) = 2.3263 / 1.6449.
  expect(of("cron-mixed", accepting(0.01)).keptFreeKg![1]! / second).toBeCloseTo(1.4143, 2);
  expect(of("cron-mixed", accepting(0.5)).keptFreeKg).toEqual([0, 0, 0, 0]);
});

test("no more is kept free than there is room", () => {
  const silent = { ...accepting(0.001), reports: [] };
  for (const { storageId, keptFreeKg } of forecastArrivals(silent, periodWeeks("2026-W48", 4))) {
    const { units, volumeLitres, streamId } = region.storages.find(({ id }) => id === storageId)!;
    const { looseKgPerM3 } = region.streams.find(({ id }) => id === streamId)!;
    expect(keptFreeKg![0]!).toBeLessThanOrEqual((units * volumeLitres * looseKgPerM3) / 1000);
  }
});

test("the checker derives the same room by itself, for any accepted chance, and refuses a kilogram more", () => {
  for (const chance of [0.001, 0.02, 0.05, 0.2, 0.5]) {
    const forecast = forecastArrivals(accepting(chance), periodWeeks("2026-W48", 4));
    const findings = (rows: typeof forecast) =>
      checkKeptFree({ plan: { forecast: rows } as unknown as Plan, region: accepting(chance) } as never);
    expect(findings(forecast)).toEqual([]);
    const [row, ...others] = forecast;
    const more = { ...row!, keptFreeKg: row!.keptFreeKg!.map((kg, w) => (w === 1 ? kg + 1 : kg)) };
    expect(findings([more, ...others]).map(({ code }) => code)).toEqual(["check.plan.keptFree"]);
    const { keptFreeKg: _, ...none } = row!;
    expect(findings([none, ...others]).map(({ code }) => code)).toEqual(["check.plan.keptFree"]);
  }
});

test("a sensor's per cent is taken as such, the surer the smaller its error", () => {
  const { quarters: _, ...shape } = region.reports.find(({ storageId }) => storageId === "cron-mixed")!;
  const measured = { ...shape, percent: 62, reportedBy: "Sensor s1", observedAt: "2026-11-22T20:00:00+01:00" };
  const by = (errorPercent?: number) => {
    const report = { ...measured, ...(errorPercent === undefined ? {} : { errorPercent }) };
    const { openingKg, spread } = of("cron-mixed", { ...region, reports: [report] });
    return { openingKg, width: spread!.openingKg.highKg - spread!.openingKg.lowKg };
  };
  // 62 % of 36 m³ at 200 kg/m³ is 4464 kg; a tenth of a day's arrivals (213 kg) comes on top.
  expect(by(1).openingKg).toBeGreaterThan(4300);
  expect(by(1).openingKg).toBeLessThan(4800);
  expect(by(1).width).toBeLessThan(by().width);
  expect(by().width).toBeLessThan(by(12).width);
});

test("two years of tickets teach the season, drawn to what was assumed; less teaches nothing", () => {
  const [season] = region.seasons as [Region["seasons"][number]];
  const { id: storageId } = region.storages.find(({ seasonId }) => seasonId === season.id)!;
  // Eleven equal months and a June of three times as much: 3/14 of the year, 21.4 %.
  const tickets = (months: number) =>
    Array.from({ length: months }, (_, i) => {
      const [year, month] = [2023 + Math.floor(i / 12), (i % 12) + 1];
      const weighedAt = `${year}-${String(month).padStart(2, "0")}-15T09:00:00+01:00`;
      return { ...region.weighings[0]!, id: `m${i}`, storageId, weighedAt, netKg: month === 6 ? 30_000 : 10_000 };
    }) as unknown as Region["weighings"];
  const learned = (months: number) => learnedSeasons({ ...region, weighings: tickets(months) }, "2026-11-23")[0]!;
  expect(learned(18)).toBe(season);
  const now = learned(46);
  expect(now.jun).toBeGreaterThan(season.jun);
  expect(now.jun).toBeLessThan(21.4);
  expect(MONTHS.reduce((sum, month) => sum + now[month], 0)).toBeCloseTo(100, 9);
});

test("weather that tickets follow changes what is expected of the days it is known for; other weather changes nothing", () => {
  const [first, last] = [dayOf("2023-01-02"), dayOf("2026-12-13")];
  // Warm and cool stretches of three weeks, apart from the seasons.
  const warm = (day: number) => Math.sin((2 * Math.PI * day) / 41);
  const weather = Array.from({ length: last - first }, (_, i) => {
    const season = 10 - 9 * Math.cos((2 * Math.PI * (first + i - 20)) / 365.25);
    return { date: dateOf(first + i), temperatureC: season + 5 * warm(first + i), rainMm: 2 };
  });
  const plain: Region = { ...region, weather };
  const [storage] = region.storages as [Region["storages"][number]];
  const tickets = (effect: number) =>
    Array.from({ length: 200 }, (_, w) => {
      const day = first + 21 + 7 * w;
      const netKg = Math.round(10_000 * Math.exp(effect * warm(day - 12)));
      return {
        ...region.weighings[0]!,
        id: `t${w}`,
        storageId: storage.id,
        weighedAt: `${dateOf(day)}T09:00:00+01:00`,
        netKg,
      };
    }).filter(({ weighedAt }) => weighedAt < "2026-11-23") as unknown as Region["weighings"];
  const even = { ...Object.fromEntries(MONTHS.map((month) => [month, 100 / 12])) };
  const seasons = region.seasons.map((season) => ({ ...season, ...even }));
  const range = (effect: number) => {
    const factor = weatherOf({ ...plain, seasons, weighings: tickets(effect) }, "2026-11-23");
    const days = Array.from({ length: 60 }, (_, i) => factor(dayOf("2026-10-10") + i));
    return Math.max(...days) / Math.min(...days);
  };
  expect(range(0.3)).toBeGreaterThan(1.3);
  expect(range(0)).toBeLessThan(1.02);
  expect(weatherOf(region, "2026-11-23")(last)).toBe(1);
});
