/** What the weather of a region does to its arrivals, learned from what was weighed by week; nothing where it has no weather.csv. */
import type { Region } from "../../domain/region/tables.ts";
import { anomalies, learnWeather, weatherFactor, type WeatherWeek } from "../../optimizer/forecast/index.ts";
import { indexBy } from "../lookup.ts";
import { dateOf, dayOf, expectedOn } from "./calendar.ts";

const NEUTRAL = (): number => 1;
/** What is weighed in a week came in it and the one before. */
const LAG_DAYS = 5;

/**
 * All storages together: emptyings of single ones fall on any week, those of all of them even out.
 *
 * @param before first day whose tickets are not known; weather after it is used where the file tells of it
 * @returns the factor on a day's arrivals
 */
export function weatherOf(region: Region, before: string): (day: number) => number {
  if (region.weather.length === 0) return NEUTRAL;
  const days = new Map(
    region.weather.map(({ date, temperatureC, rainMm }) => [dayOf(date), { temperature: temperatureC, rain: rainMm }]),
  );
  const off = anomalies(days);
  const effects = learnWeather(weighedWeeks(region, dayOf(before), off));
  return (day) => weatherFactor(effects, off.get(day));
}

function weighedWeeks(region: Region, today: number, off: ReturnType<typeof anomalies>): WeatherWeek[] {
  const weighed = new Map<number, number>();
  for (const { weighedAt, netKg } of region.weighings) {
    const week = Math.floor((dayOf(weighedAt.slice(0, 10)) - today) / 7);
    if (week < 0) weighed.set(week, (weighed.get(week) ?? 0) + netKg);
  }
  const seasons = indexBy(region.seasons, ({ id }) => id);
  return [...weighed].flatMap(([week, kg]): WeatherWeek[] => {
    const first = today + 7 * week;
    const anomaly = off.get(first + 3 - LAG_DAYS);
    if (anomaly === undefined) return [];
    let expected = 0;
    for (let day = first - LAG_DAYS; day < first + 7 - LAG_DAYS; day++)
      for (const storage of region.storages)
        expected += expectedOn(storage, seasons.get(storage.seasonId)!, dateOf(day));
    return expected > 0 ? [{ ratio: kg / expected, anomaly }] : [];
  });
}
