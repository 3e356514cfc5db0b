/** Rooms, densities, stocks, arrivals and how material keeps, as the region folder has them. */
import { DEFAULT_YEAR, type ForecastSpread } from "../../../../domain/year/input.ts";
import { partOf, type Figure, type YearSource } from "./regionSource.ts";

export function storeFigures(source: YearSource): Figure[] {
  const { plan, region } = source;
  const { stores, points } = plan.problem;
  const ids = points.map((p) => p.id as string);
  const expected = region.storages.filter((s) => ids.includes(s.pointId)).map((s) => s.id);
  return [
    { id: "stores", stated: stores.map((s) => s.id), derived: expected },
    ...stores.flatMap((_, s) => oneStore(source, s)),
  ];
}

function oneStore(source: YearSource, s: number): Figure[] {
  const { plan, region, year, forecast } = source;
  const stated = plan.problem.stores[s]!;
  const row = region.storages.find(({ id }) => id === stated.id);
  const stream = region.streams.find(({ id }) => id === row?.streamId);
  const known = forecast.find(({ storageId }) => storageId === stated.id);
  if (row === undefined || stream === undefined || known === undefined) return [];
  const part = partOf(source, row.pointId);
  const keeping = year.keeping?.[stream.fraction] ?? DEFAULT_YEAR.keeping[stream.fraction];
  const spread = year.forecast ?? DEFAULT_YEAR.forecast;
  const figure = (name: string, said: unknown, derived: unknown, slack?: number): Figure => ({
    ...{ id: `${stated.id} ${name}`, stated: said, derived },
    ...(slack === undefined ? {} : { slack }),
  });
  return [
    figure("point", plan.problem.points[stated.point]?.id, row.pointId),
    figure("material", stated.material, stream.id),
    figure("roomM3", stated.roomM3, (row.units * row.volumeLitres * part) / 1000, 1e-6),
    figure("densities", [stated.looseKgPerM3, stated.shreddedKgPerM3], [stream.looseKgPerM3, stream.shreddedKgPerM3]),
    figure("shreddable", stated.shreddable, stream.shreddable),
    figure("openingKg", stated.openingKg, known.openingKg * part, 0.5 + 1e-6),
    ...plan.problem.weeks.flatMap((week, w): Figure[] => [
      figure(`arrivalsKg ${week}`, stated.arrivalsKg[w], (known.arrivalsKg[w] ?? NaN) * part, 0.5 + 1e-6),
      figure(`safetyM3 ${week}`, stated.safetyM3[w], safetyM3(stated, w, spread), 1e-3 * (1 + stated.safetyM3[w]!)),
    ]),
    figure("looseLossPerWeek", stated.looseLossPerWeek, keeping.looseLossPercentPerWeek.value / 100),
    figure("shreddedLossPerWeek", stated.shreddedLossPerWeek, keeping.shreddedLossPercentPerWeek.value / 100),
    figure("looseWeeks", stated.looseWeeks, keeping.looseWeeks.value),
    figure("shreddedWeeks", stated.shreddedWeeks, keeping.shreddedWeeks.value),
    figure("shreddedRoomM3", stated.shreddedRoomM3, keeping.shreddedRoomM3.value),
  ];
}

/** z(1−p) · sd / density, with the surprise of a week carried on by ρ and new ones added, week by week. */
function safetyM3(
  { arrivalsKg, looseKgPerM3 }: { readonly arrivalsKg: readonly number[]; readonly looseKgPerM3: number },
  week: number,
  { weeklyVariation, correlation, reactionWeeks, overflowChance }: ForecastSpread,
): number {
  const from = Math.max(0, week - reactionWeeks.value + 1);
  let variance = 0;
  // Covariance of the sum so far with the newest week.
  let shared = 0;
  let before = 0;
  for (let w = from; w <= week; w++) {
    const sigma = weeklyVariation.value * arrivalsKg[w]!;
    shared = before === 0 ? 0 : (correlation.value * (shared + before * before) * sigma) / before;
    variance += sigma * sigma + 2 * shared;
    before = sigma;
  }
  return Math.max(0, (quantile(1 - overflowChance.value) * Math.sqrt(Math.max(0, variance))) / looseKgPerM3);
}

/** Of the standard normal, by bisection of its distribution (Zelen & Severo 1964, 26.2.17: error below 1e-7). */
function quantile(probability: number): number {
  let [low, high] = [-6, 6];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (distribution(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function distribution(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  const above = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return x >= 0 ? 1 - above : above;
}
