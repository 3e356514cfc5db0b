/**
 * The estimation account (Schätzgüte-Konto): what members had estimated against what was weighed, priced in euros.
 *
 * Each estimate is scored by the continuous ranked probability score (Gneiting and Raftery 2007, doi:10.1198/016214506000001437,
 * equation 21), a strictly proper rule: stating what one really expects is best. A member pays the price of its own score less a
 * part of all scores that goes by weighed tonnes, which no estimate can change; so the account sums to zero and stays proper.
 */
import type { FlowForecast, KgRange } from "../../domain/plan/flowPlan.ts";
import { roundToTotal } from "../../domain/money.ts";
import type { Estimation, EstimationRow, SettledTicket } from "../../domain/settlement/settlement.ts";
import type { Region } from "../../domain/region/tables.ts";
import { pointShares } from "../flow/buildFlowProblem.ts";
import { normalCdf } from "../normal.ts";
import type { SettledWeek } from "./unloadings.ts";

/** CRPS of a normal forecast; with no spread the absolute error. Same unit as the arguments. */
export function crps(value: number, mean: number, sd: number): number {
  if (sd <= 0) return Math.abs(value - mean);
  const z = (value - mean) / sd;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** How far what was expected at a storage may be off: the standard deviation as a part of what was expected there in the week. */
export type SpreadOf = (week: string, storageId: string) => number;

/** Of the normal distribution, both sides: a `KgRange` holds 90 %. */
const Z90 = 1.6448536;

/**
 * From the forecast that the week was planned on: of what lay there and what came in the week, whose errors are independent. 0 where the
 * plan knows no spread.
 */
export function spreadOfPlans(weeks: readonly Pick<SettledWeek, "week" | "plan">[]): SpreadOf {
  const parts = new Map(
    weeks.flatMap(({ week, plan }) =>
      plan.forecast.map((one) => [`${week} ${one.storageId}`, partOf(one, plan.period.weeks.indexOf(week))] as const),
    ),
  );
  return (week, storageId) => parts.get(`${week} ${storageId}`) ?? 0;
}

function partOf({ openingKg, arrivalsKg, spread }: FlowForecast, at: number): number {
  const arrivals = spread?.arrivalsKg[at];
  const expectedKg = openingKg + (arrivalsKg[at] ?? 0);
  if (spread === undefined || arrivals === undefined || expectedKg <= 0) return 0;
  return Math.hypot(sdOf(spread.openingKg), sdOf(arrivals)) / expectedKg;
}

const sdOf = ({ lowKg, highKg }: KgRange): number => (highKg - lowKg) / (2 * Z90);

interface Gathered extends Pick<EstimationRow, "ags" | "week" | "fraction" | "forecastKg" | "weighedKg" | "ticketIds"> {
  /** By storage: loads of one are off together, those of two by themselves. */
  readonly sdKgByStorage: ReadonlyMap<string, number>;
}

/** Estimates of loads that came by tours, added up by member, week and fraction. A ticket without a tour was never estimated. */
export function estimationRows(
  tickets: readonly SettledTicket[],
  regionOf: (week: string) => Region,
  spreadOf: SpreadOf = () => 0,
): EstimationRow[] {
  const rows = new Map<string, Gathered>();
  for (const ticket of tickets) {
    if (ticket.tourId === null) continue;
    const { week } = ticket;
    const region = regionOf(week);
    for (const { pointId, storageId, fraction, plannedKg, parts } of ticket.lots) {
      const shares = pointShares(region, pointId);
      for (const { ags, value } of parts) {
        const estimateKg = plannedKg * shares[region.municipalities.findIndex((m) => m.ags === ags)]!;
        const key = `${ags} ${week} ${fraction}`;
        const before = rows.get(key);
        const sds = before?.sdKgByStorage ?? new Map<string, number>();
        rows.set(key, {
          ...{ ags, week, fraction },
          forecastKg: (before?.forecastKg ?? 0) + estimateKg,
          weighedKg: (before?.weighedKg ?? 0) + value,
          ticketIds: [...new Set([...(before?.ticketIds ?? []), ticket.id])],
          sdKgByStorage: new Map(sds).set(
            storageId,
            (sds.get(storageId) ?? 0) + estimateKg * spreadOf(week, storageId),
          ),
        });
      }
    }
  }
  return [...rows.values()]
    .map(({ sdKgByStorage, ...row }) => {
      const forecastKg = Math.round(row.forecastKg);
      const sdKg = Math.round(Math.hypot(...sdKgByStorage.values()));
      return { ...row, forecastKg, sdKg, scoreKg: crps(row.weighedKg, forecastKg, sdKg) };
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ ags, week, fraction }: EstimationRow): string => `${ags} ${week} ${fraction}`;

/** @param ags every member, in order; @param weighedKg of each */
export function estimationAccount(
  ags: readonly string[],
  weighedKg: readonly number[],
  rows: readonly EstimationRow[],
  centsPerTonne: number,
): Estimation {
  const scores = ags.map((one) => rows.filter((row) => row.ags === one).reduce((kg, row) => kg + row.scoreKg, 0));
  const all = scores.reduce((a, b) => a + b, 0);
  const mass = weighedKg.reduce((a, b) => a + b, 0);
  const fair = weighedKg.map((kg) => (mass === 0 ? all / ags.length : (all * kg) / mass));
  const cents = roundToTotal(
    scores.map((score, i) => ((score - fair[i]!) * centsPerTonne) / 1000),
    0,
  );
  return {
    ...{ scoring: "crps", centsPerTonne, rows: [...rows] },
    members: ags.map((one, i) => ({ ags: one, scoreKg: scores[i]!, fairKg: fair[i]!, cents: cents[i]! })),
  };
}
