/** Room kept free against the spread of the forecast: docs/model.md, "Kept free". Plans made before it have none. */
import type { FlowForecast } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { USUAL_OVERFLOW_CHANCE } from "../../../domain/region/settings.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { differs, finding } from "../finding.ts";
import { streamIn } from "../flow/facts.ts";
import type { PlanContext } from "./context.ts";

/** Half a kilogram is rounding; the rest is what two ways to the normal quantile may differ by. */
const SLACK = { kg: 0.5, part: 1e-5 };

export function checkKeptFree({ plan, region }: PlanContext): Problem[] {
  const stated = plan.forecast.filter(({ keptFreeKg }) => keptFreeKg !== undefined).length;
  if (stated === 0) return [];
  return plan.forecast.flatMap((row, k) => {
    const field = `forecast[${k}].keptFreeKg`;
    const place = { id: row.storageId, field };
    if (row.keptFreeKg === undefined || row.keptFreeKg.length !== row.arrivalsKg.length)
      return [finding("check.plan.keptFree", place, "It is not stated for every week.", "Compute the plan again.")];
    const derived = derive(row, region, plan.week);
    return row.keptFreeKg.flatMap((kg, w) =>
      Math.abs(kg - derived[w]!) <= SLACK.kg + SLACK.part * derived[w]!
        ? []
        : [
            differs(
              "check.plan.keptFree",
              { ...place, field: `${field}[${w}]` },
              kg,
              derived[w],
              "the ranges of the forecast and the accepted chance",
            ),
          ],
    );
  });
}

/** Not rounded. */
function derive({ storageId, openingKg, arrivalsKg, spread }: FlowForecast, region: Region, week: string): number[] {
  const storage = region.storages.find(({ id }) => id === storageId);
  const stream = storage === undefined ? undefined : streamIn(region, storage, week);
  if (spread === undefined || storage === undefined || stream === undefined) return arrivalsKg.map(() => 0);
  const room = Math.floor(((storage.units * storage.volumeLitres) / 1000) * stream.looseKgPerM3);
  const chance = region.settings.forecast?.overflowChance.value ?? USUAL_OVERFLOW_CHANCE;
  const factor = Math.max(0, upperQuantile(chance)) / upperQuantile(0.05);
  return arrivalsKg.map((kg, w) => {
    const arrivals = (spread.arrivalsKg[w]?.highKg ?? kg) - kg;
    const opening = w === 0 ? spread.openingKg.highKg - openingKg : 0;
    return Math.min(room, factor * Math.sqrt(arrivals ** 2 + opening ** 2));
  });
}

/** The value that a standard normal exceeds with this chance: Newton's method on the integral of the density (Simpson's rule). */
function upperQuantile(chance: number): number {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let z = 0;
  for (let step = 0; step < 50; step++) z += (0.5 - chance - integral(density, z)) / density(z);
  return z;
}

function integral(of: (x: number) => number, to: number, parts = 400): number {
  const width = to / parts;
  let sum = of(0) + of(to);
  for (let i = 1; i < parts; i++) sum += (i % 2 === 1 ? 4 : 2) * of(i * width);
  return (sum * width) / 3;
}
