/**
 * The estimation account (Schätzgüte-Konto): what members had estimated against what was weighed, priced in euros.
 *
 * Each estimate is scored by the continuous ranked probability score (Gneiting and Raftery 2007, doi:10.1198/016214506000001437,
 * equation 21), a strictly proper rule: stating what one really expects is best. A member pays the price of its own score less a
 * part of all scores that goes by weighed tonnes, which no estimate can change; so the account sums to zero and stays proper.
 */
import { roundToTotal } from "../../domain/money.ts";
import type { Estimation, EstimationRow, SettledTicket } from "../../domain/settlement/settlement.ts";
import type { Region } from "../../domain/region/tables.ts";
import { pointShares } from "../flow/buildFlowProblem.ts";

/** CRPS of a normal forecast; with no spread the absolute error. Same unit as the arguments. */
export function crps(value: number, mean: number, sd: number): number {
  if (sd <= 0) return Math.abs(value - mean);
  const z = (value - mean) / sd;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** Abramowitz and Stegun 7.1.26; absolute error below 1.5e-7. */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const half = 0.5 * poly * Math.exp(-x * x);
  return z >= 0 ? 1 - half : half;
}

/** Estimates of loads that came by tours, added up by member, week and fraction. A ticket without a tour was never estimated. */
export function estimationRows(
  tickets: readonly SettledTicket[],
  regionOf: (week: string) => Region,
  sdPart = 0,
): EstimationRow[] {
  const rows = new Map<string, EstimationRow>();
  for (const ticket of tickets) {
    if (ticket.tourId === null) continue;
    const region = regionOf(ticket.week);
    for (const lot of ticket.lots) {
      const shares = pointShares(region, lot.pointId);
      for (const { ags, value } of lot.parts) {
        const share = shares[region.municipalities.findIndex((m) => m.ags === ags)]!;
        const key = `${ags} ${ticket.week} ${lot.fraction}`;
        const before = rows.get(key);
        const forecastKg = (before?.forecastKg ?? 0) + lot.plannedKg * share;
        const ticketIds = [...new Set([...(before?.ticketIds ?? []), ticket.id])];
        const weighedKg = (before?.weighedKg ?? 0) + value;
        const { week } = ticket;
        rows.set(key, { ags, week, fraction: lot.fraction, forecastKg, sdKg: 0, weighedKg, scoreKg: 0, ticketIds });
      }
    }
  }
  return [...rows.values()]
    .map((row) => {
      const forecastKg = Math.round(row.forecastKg);
      const sdKg = Math.round(row.forecastKg * sdPart);
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
