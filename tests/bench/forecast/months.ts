/** Real monthly tonnages of organics by district (../shared/data/nyc-dsny-organics): rolling origin, every month once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { forecastMonths, type MonthlyOptions } from "../../../optimizer/forecast/index.ts";
import { round } from "./score.ts";

export const AHEAD = [1, 2, 3] as const;
const HEADER = ["MONTH", "BOROUGH", "COMMUNITYDISTRICT", "RESORGANICSTONS"] as const;
/** The collection stopped on the fourth of this month: no forecast of amounts is judged by it. */
const STOPPED = monthNumber("2020-05");
/** Years before this one were looked at when the settings were chosen. */
const TEST_FROM = monthNumber("2018-01");

export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function readDistricts(folder: string): Map<number, number>[] {
  const [head, ...lines] = readFileSync(join(folder, "nyc-dsny-organics", "organics_monthly.csv"), "utf8")
    .trim()
    .split("\n");
  const columns = head!.split(",");
  const [month, borough, district, tons] = HEADER.map((name) => columns.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ];
  const districts = new Map<string, Map<number, number>>();
  for (const line of lines) {
    const cells = line.split(",");
    if (cells[tons] === "") continue;
    const name = `${cells[borough]} ${cells[district]}`;
    const known = districts.get(name) ?? new Map<number, number>();
    known.set(monthNumber(cells[month]!), Number(cells[tons]));
    districts.set(name, known);
  }
  return [...districts.values()];
}

interface Sums {
  forecasts: number;
  error: number;
  naive: number;
  /** The same over each district's mean error of the seasonal naive forecast up to then. */
  scaled: number;
  scaledNaive: number;
}

export interface MonthRow {
  readonly years: string;
  readonly months: number;
  readonly forecasts: number;
  /** Mean absolute error, tons, over the seasonal naive forecast's on the same months. */
  readonly mase: number;
  /** Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001: scaled by the naive errors before the forecast. */
  readonly maseInSample: number;
  readonly maseInSampleNaive: number;
}

export function scoreMonths(districts: readonly Map<number, number>[], options?: MonthlyOptions): MonthRow[] {
  const sums = new Map<string, Sums>();
  const months = districts.flatMap((district) => [...district.keys()]);
  for (let today = Math.min(...months); today < Math.max(...months); today++) {
    const forecasts = forecastMonths(districts, today, Math.max(...AHEAD), options);
    districts.forEach((district, d) => {
      for (const ahead of AHEAD) {
        const [truth, naive] = [district.get(today + ahead), district.get(today + ahead - 12)];
        const forecast = forecasts[d]?.[ahead - 1];
        if (forecast === undefined || truth === undefined || naive === undefined || today + ahead === STOPPED) continue;
        const years = today + ahead < TEST_FROM ? "2014-2017 (tuning)" : "2018-2023 (test)";
        add(
          sums,
          `${ahead} ${years}`,
          Math.abs(truth - forecast),
          Math.abs(truth - naive),
          naiveError(district, today),
        );
      }
    });
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, s]) => ({
      years: name.slice(2),
      months: Number(name[0]),
      forecasts: s.forecasts,
      mase: round(s.error / s.naive, 3),
      maseInSample: round(s.scaled / s.forecasts, 2),
      maseInSampleNaive: round(s.scaledNaive / s.forecasts, 2),
    }));
}

function naiveError(district: ReadonlyMap<number, number>, today: number): number {
  const errors = [...district].flatMap(([month, tons]) => {
    const before = district.get(month - 12);
    return month > today || before === undefined ? [] : [Math.abs(tons - before)];
  });
  return errors.reduce((a, b) => a + b, 0) / errors.length;
}

/** Without naive errors before it a forecast cannot be scaled, and is left out of both figures. */
function add(sums: Map<string, Sums>, name: string, error: number, naive: number, scale: number): void {
  if (!(scale > 0)) return;
  const s = sums.get(name) ?? { forecasts: 0, error: 0, naive: 0, scaled: 0, scaledNaive: 0 };
  s.forecasts++;
  s.error += error;
  s.naive += naive;
  s.scaled += error / scale;
  s.scaledNaive += naive / scale;
  sums.set(name, s);
}
