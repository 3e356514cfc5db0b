// Densities learned from tickets in forecast, flow and loads, and how the checker looks at them.
import { expect, test } from "vitest";
import type { UsedDensity } from "../../../domain/plan/flowPlan.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import { storedStreams } from "../../../domain/region/densities.ts";
import type { Region, Row } from "../../../domain/region/tables.ts";
import { Quarter, quarterOf } from "../../../domain/settlement/density.ts";
import { addWeeks, mondayOf } from "../../../domain/week.ts";
import { checkPlan } from "../../../optimizer/checker/index.ts";
import { checkDensities } from "../../../optimizer/checker/plan/densities.ts";
import { seasonOf } from "../../../optimizer/checker/flow/facts.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";
import { densityNotice, usedDensities } from "../../../planning/forecast/usedDensities.ts";
import { periodWeeks } from "../../../planning/forecast/weeks.ts";
import { pickupsOf } from "../../../planning/week/pickups.ts";
import { tinyValidRegion } from "../../support/tinyRegion.ts";
import { handPlan } from "../optimizer/checker/handPlan.ts";
import { handTravel } from "../optimizer/checker/handTravel.ts";

const region = tinyValidRegion();
/** cron-mixed: 36 m³ of 200 kg/m³ at p-cron. */
const learned = (more: Partial<Row<"densities">> = {}): Row<"densities"> => ({
  ...{ pointId: "p-cron", fraction: "mixed", form: "loose", quarter: "autumn" },
  ...{ kgPerM3: 240, sdKgPerM3: 12, weighings: 9, source: "Wiegescheine", verified: true },
  ...more,
});
const knowing = (...densities: Row<"densities">[]): Region => ({ ...region, densities });
const week = "2026-W48";
const forecast = (from: Region) => forecastArrivals(from, periodWeeks(week, 4));
const cron = (from: Region) => forecast(from).find((f) => f.storageId === "cron-mixed")!;

test("what was learned of another season, point or fraction changes nothing, nor anything where the region does not want it", () => {
  const before = forecast(region);
  const others = [{ quarter: "winter" as const }, { fraction: "woody" as const }, { form: "shredded" as const }];
  for (const other of others) expect(forecast(knowing(learned(other)))).toEqual(before);
  const off = { ...knowing(learned()), settings: { ...region.settings, learnedDensities: false } };
  expect(forecast(off)).toEqual(before);
  expect(usedDensities(off, week)).toEqual([]);
  expect(densityNotice(off, [])).toEqual([]);
});

test("where a cubic metre was found to weigh a fifth more, the same report means more tonnes, and the arrivals follow", () => {
  const [before, after] = [cron(region), cron(knowing(learned()))];
  // The report says a volume, what came since is expected by weight: between a fifth more and the same.
  expect(after.openingKg / before.openingKg).toBeGreaterThan(1.08);
  expect(after.openingKg / before.openingKg).toBeLessThan(1.2);
  // Four reports a week apart show 9 m³ a week: 1800 or 2160 kg, where the prior expects some 1500.
  const at = (quarters: number, date: string) => ({
    ...region.reports[0]!,
    ...{ id: `x${quarters}`, storageId: "cron-mixed", quarters, observedAt: `2026-${date}T09:00:00+01:00` },
  });
  const seen = { ...region, reports: [at(0, "10-30"), at(1, "11-06"), at(2, "11-13"), at(3, "11-20")] } as Region;
  const [less, more] = [cron(seen), cron({ ...seen, densities: [learned()] })];
  expect(more.arrivalsKg[0]!).toBeGreaterThan(1.02 * less.arrivalsKg[0]!);
  expect(forecast(knowing(learned())).filter((f) => f.storageId !== "cron-mixed")).toEqual(
    forecast(region).filter((f) => f.storageId !== "cron-mixed"),
  );
});

test("ranges are wider by what is not known of the density, as squares add", () => {
  const [sure, unsure] = [cron(knowing(learned({ sdKgPerM3: 0.0001 }))), cron(knowing(learned()))];
  expect(unsure.openingKg).toBe(sure.openingKg);
  const above = sure.spread!.openingKg.highKg - sure.openingKg;
  // 12 of 240 is a twentieth; the range ends 1.645 standard deviations above.
  const expected = Math.hypot(above, 1.6449 * 0.05 * sure.openingKg);
  expect(Math.abs(unsure.spread!.openingKg.highKg - sure.openingKg - expected)).toBeLessThanOrEqual(1);
  expect(unsure.spread!.arrivalsKg[0]!.highKg).toBeGreaterThan(sure.spread!.arrivalsKg[0]!.highKg);
});

test("loads have the volume of their weight by the density that holds at the point", () => {
  const hauls = [
    { week, storageId: "cron-mixed", facilityId: "farm", form: "loose", capability: "hookLift", massKg: 4800 },
  ];
  const litres = (from: Region) => pickupsOf(from, { hauls } as never, week, []).map((p) => p.volumeLitres);
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
  expect(sum(litres(region))).toBe(24_000);
  expect(sum(litres(knowing(learned())))).toBe(20_000);
});

test("the readers of a plan are told from how many loads, how sure, and what the master data said", () => {
  const from = knowing(learned(), learned({ form: "shredded", kgPerM3: 330, weighings: 1 }));
  const used = usedDensities(from, week);
  expect(used.map(({ storageId, form, listedKgPerM3 }) => [storageId, form, listedKgPerM3])).toEqual([
    ["cron-mixed", "loose", 200],
    ["cron-mixed", "shredded", region.streams.find(({ id }) => id === "municipal-mixed")!.shreddedKgPerM3],
  ]);
  const [notice] = densityNotice(from, used);
  expect(notice).toContain("240 ± 12 kg/m³ aus 9 Ladungen (Stammdaten 200)");
  expect(notice).toContain("aus einer Ladung");
});

test("planner and checker begin the seasons in the same months", () => {
  for (let w = 0, at = "2026-W01"; w < 53; w++, at = addWeeks(at, 1))
    expect(seasonOf(at)).toBe(quarterOf(mondayOf(at)));
  expect(quarterOf("2026-12-01")).toBe("winter");
  expect(new Set(["02", "05", "08", "11"].map((month) => quarterOf(`2026-${month}-28`)))).toEqual(
    new Set(Quarter.options),
  );
  expect(storedStreams(knowing(learned()), "2026-W49").get("cron-mixed")!.stream.looseKgPerM3).toBe(240);
  expect(storedStreams(knowing(learned()), "2026-W50").get("cron-mixed")!.stream.looseKgPerM3).toBe(200);
});

const codes = (plan: Plan, from: Region) => checkPlan(plan, from, handTravel).map(({ code }) => code);

test("a plan names the densities that it used: none too many, none left out, none changed", () => {
  // The hand-reckoned plan has 200 kg/m³; here nine loads say the same.
  const same = knowing(learned({ kgPerM3: 200 }));
  const plan = handPlan();
  expect(codes(plan, same)).toEqual(["check.plan.density"]);
  const [used] = usedDensities(same, plan.week) as [UsedDensity];
  const named = { ...plan, densities: [used] };
  expect(codes(named, same)).toEqual([]);
  expect(codes(named, region)).toEqual(["check.plan.density"]);
  expect(codes({ ...plan, densities: [used, used] }, same)).toEqual(["check.plan.density"]);
  const changes: Partial<UsedDensity>[] = [
    { kgPerM3: 210 },
    { sdKgPerM3: 1 },
    { weighings: 90 },
    { listedKgPerM3: 150 },
  ];
  for (const change of changes)
    expect(codes({ ...plan, densities: [{ ...used, ...change }] }, same)).toEqual(["check.plan.density"]);
});

test("loads whose volume goes by another density than the stated one are found", () => {
  const plan = handPlan();
  const { storageId, pointId, fraction, form } = plan.pickups[0]!;
  const { quarter } = learned();
  const at = learned({
    pointId,
    fraction,
    form,
    quarter,
    kgPerM3: 1.2 * storedStreams(region, week).get(storageId)!.stream.looseKgPerM3,
  });
  const densities = usedDensities(knowing(at), plan.week);
  const found = codes({ ...plan, densities }, knowing(at));
  expect(found).toContain("check.pickup.volume");
  expect(found).not.toContain("check.plan.density");
});

test("a range that is narrower than the density alone makes it is found", () => {
  const from = knowing(learned());
  const rows = forecast(from);
  const plan = (changed: typeof rows) =>
    ({ week, forecast: changed, densities: usedDensities(from, week) }) as unknown as Plan;
  expect(checkDensities({ plan: plan(rows), region: from } as never)).toEqual([]);
  const narrow = structuredClone(rows);
  const row = narrow.find(({ storageId }) => storageId === "cron-mixed")!;
  // A twentieth times 1.645 of more than 2 t is more than 150 kg.
  row.spread!.openingKg.highKg = row.openingKg + 100;
  expect(checkDensities({ plan: plan(narrow), region: from } as never)).toMatchObject([{ code: "check.plan.density" }]);
});
