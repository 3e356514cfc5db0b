/**
 * Simulated weeks of examples/saarlouis: every Monday the joint flow plan is made from what reports and tickets tell, its first week
 * is carried out, and what really lies beside the rooms is counted. With the same arrivals, reports and slips for every accepted
 * chance of overflow; 50 % plans with the means alone.
 */
import { fileURLToPath } from "node:url";
import type { Report, Weighing } from "../../../domain/region/reports.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { addDays, addWeeks, mondayOf } from "../../../domain/week.ts";
import { fileBlobs } from "../../../functions/adapters/files/fileBlobs.ts";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { weekCosts } from "../../../functions/usecases/finance/weekCosts.ts";
import { readRegion } from "../../../functions/usecases/readRegion.ts";
import { travelOf } from "../../../functions/usecases/travel.ts";
import { travelMatrixOf } from "../../../local/travel.ts";
import { flowSolver, grandCoalition } from "../../../optimizer/flow/index.ts";
import { highsSolver } from "../../../optimizer/lp/index.ts";
import { Random } from "../../../optimizer/random.ts";
import { buildFlowProblem } from "../../../planning/flow/buildFlowProblem.ts";
import { namePlan } from "../../../planning/flow/namePlan.ts";
import { forecastArrivals } from "../../../planning/forecast/forecastArrivals.ts";
import { dayOf, knownStorages } from "../../../planning/forecast/knownStorage.ts";
import { nextWeek, periodWeeks } from "../../../planning/forecast/weeks.ts";
import { round } from "./score.ts";

const EXAMPLE = fileURLToPath(new URL("../../../examples/saarlouis", import.meta.url));
/** Of flow haulage, as tours of this region cost it. */
const CALIBRATION = 1.5;
const REPORTED = 0.8;
const BIAS = 0.25;
const WEEK = { spread: 0.25, lasts: 0.5 };
/** Days of the week on which half of the week's loads leave. */
const HAULING_DAYS = [1, 4];
const REPORT_DAY = 3;

interface Store {
  readonly roomM3: number;
  readonly looseKgPerM3: number;
  readonly shreddedKgPerM3: number;
  loose: number;
  shredded: number;
}

const volumeM3 = (store: Store): number => store.loose / store.looseKgPerM3 + store.shredded / store.shreddedKgPerM3;
const besideKg = (store: Store): number => Math.max(0, volumeM3(store) - store.roomM3) * store.looseKgPerM3;

export async function scoreHedging(weeks: number, chances: readonly number[], seed = 11) {
  const { region } = await readRegion(fileBlobs(EXAMPLE), systemClock.now());
  const rows = [];
  for (const chance of chances) {
    const forecast = { overflowChance: { value: chance } };
    rows.push(await live({ ...region!, settings: { ...region!.settings, forecast } }, weeks, seed));
  }
  return rows;
}

async function live(start: Region, count: number, seed: number) {
  const engine = await highsSolver();
  const { places, travel } = await travelOf(travelMatrixOf(start), start);
  const normal = (random: Random) =>
    Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  // One generator a storage for what comes and is seen, so that decisions do not shift it.
  const randoms = start.storages.map((_, s) => new Random(seed * 1000 + s));
  const bias = randoms.map((random) => Math.exp(BIAS * normal(random) - BIAS ** 2 / 2));
  const deviation = randoms.map((random) => WEEK.spread * normal(random));
  let region = start;
  let week = nextWeek(start)!;
  const priors = knownStorages(start, mondayOf(week));
  const stores = start.storages.map((row, s): Store => {
    const { looseKgPerM3, shreddedKgPerM3 } = start.streams.find(({ id }) => id === row.streamId)!;
    const { openingKg, spread } = forecastArrivals(start, [week])[s]!;
    const off = normal(randoms[s]!) / 1.645;
    const sideKg = off > 0 ? spread!.openingKg.highKg - openingKg : openingKg - spread!.openingKg.lowKg;
    const loose = Math.max(0, openingKg + off * sideKg);
    return { roomM3: (row.units * row.volumeLitres) / 1000, looseKgPerM3, shreddedKgPerM3, loose, shredded: 0 };
  });
  const sums = { cents: 0, besideTonneWeeks: 0, over: 0, left: 0, tonnes: 0 };
  for (let n = 0; n < count; n++, week = addWeeks(week, 1)) {
    const weeks = periodWeeks(week, region.settings.horizonWeeks);
    const forecast = forecastArrivals(region, weeks);
    const problem = buildFlowProblem({ region, forecast, weeks, places, travel, calibration: CALIBRATION });
    const solver = flowSolver(engine, problem);
    const flow = namePlan(region, problem, solver.plan(grandCoalition(problem)));
    solver.dispose();
    const { haulage, toll, shredding, gate } = weekCosts(flow, region, weeks)[0]!;
    sums.cents += haulage + toll + shredding + gate;
    const reports: Report[] = [];
    const tickets: Weighing[] = [];
    stores.forEach((store, s) => {
      const random = randoms[s]!;
      const storageId = region.storages[s]!.id;
      deviation[s] = WEEK.lasts * deviation[s]! + Math.sqrt(1 - WEEK.lasts ** 2) * WEEK.spread * normal(random);
      const planned = (rows: readonly { week: string; storageId: string; massKg: number }[]) =>
        rows.filter((row) => row.week === week && row.storageId === storageId).reduce((kg, row) => kg + row.massKg, 0);
      const [hauls, shreds] = [flow.hauls, planned(flow.shreddings)];
      const loose = planned(hauls.filter(({ form }) => form === "loose"));
      const shredded = planned(hauls.filter(({ form }) => form === "shredded"));
      for (let day = 0; day < 7; day++) {
        const date = addDays(mondayOf(week), day);
        if (HAULING_DAYS.includes(day)) {
          const goes = Math.min(store.loose, loose / HAULING_DAYS.length);
          store.loose -= goes;
          const cut = Math.min(store.loose, shreds / HAULING_DAYS.length);
          store.loose -= cut;
          store.shredded += cut;
          const chips = Math.min(store.shredded, shredded / HAULING_DAYS.length);
          store.shredded -= chips;
          const netKg = Math.round(goes + chips) as Weighing["netKg"];
          sums.tonnes += netKg / 1000;
          const id = `sim-${storageId}-${date}`;
          const weighedAt = `${date}T10:00:00+01:00`;
          if (netKg > 0) tickets.push({ ...region.weighings[0]!, id, storageId, weighedAt, netKg });
        }
        const [slip, missing] = [1 + 0.08 * normal(random), random.fraction()];
        if (day === REPORT_DAY && missing < REPORTED) {
          const seen = Math.max(0, (volumeM3(store) / store.roomM3) * slip);
          const quarters = seen > 1.05 ? 5 : Math.min(4, Math.round(seen * 4));
          const observedAt = `${date}T12:00:00+01:00`;
          const { volumeM3: _, ...shape } = region.reports[0]!;
          reports.push({ ...shape, id: `sim-${storageId}-${date}`, storageId, observedAt, quarters });
        }
        const mean = priors[s]!.expectedKg(dayOf(date)) * bias[s]! * Math.exp(deviation[s]! - WEEK.spread ** 2 / 2);
        store.loose += mean * (0.4 + 1.2 * random.fraction());
        sums.besideTonneWeeks += besideKg(store) / 7000;
      }
      if (besideKg(store) > 0) sums.over++;
    });
    region = { ...region, reports: [...region.reports, ...reports], weighings: [...region.weighings, ...tickets] };
  }
  const overflowCents = sums.besideTonneWeeks * start.settings.prices.overflowCentsPerTonneWeek.value;
  return {
    acceptedPercent: 100 * start.settings.forecast!.overflowChance.value,
    weeks: count,
    overFullPercent: round((100 * sums.over) / (count * stores.length), 1),
    besideTonneWeeks: round(sums.besideTonneWeeks, 1),
    workEuros: Math.round(sums.cents / 100),
    overflowEuros: Math.round(overflowCents / 100),
    togetherEuros: Math.round((sums.cents + overflowCents) / 100),
    tonnes: Math.round(sums.tonnes),
    leftTonnes: Math.round(stores.reduce((kg, store) => kg + store.loose + store.shredded, 0) / 1000),
  };
}
