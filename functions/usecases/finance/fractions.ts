/** Tonnes and gate fees by fraction. Of the cost lines only the gate fee belongs to one material; a truck carries what comes. */
import { distributeCents } from "../../../domain/money.ts";
import type { FlowForecast, FlowPlan } from "../../../domain/plan/flowPlan.ts";
import { storedStreams } from "../../../domain/region/densities.ts";
import { Fraction } from "../../../domain/region/common.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { pointShares } from "../../../planning/flow/buildFlowProblem.ts";
import { sum } from "./apportion.ts";
import { gateCents } from "./weekCosts.ts";

export interface FractionRow {
  readonly fraction: Fraction;
  /** What is expected to arrive in the period. */
  readonly arrivalsKg: number;
  /** What is hauled in the period, and what the facilities ask for it. */
  readonly hauledKg: number;
  readonly gateCents: number;
}

/** Fractions that occur in the region, in the order of the schema. Gate fees sum to the line `gate` of the plan. */
export function fractionsOf(
  flow: FlowPlan,
  forecast: readonly FlowForecast[],
  region: Region,
  members: readonly string[],
  firstWeek: string,
): FractionRow[] {
  const streams = storedStreams(region, firstWeek);
  const fractionOf = fractionsByStorage(region);
  const present = Fraction.options.filter((fraction) => [...fractionOf.values()].includes(fraction));
  const rows = present.map((fraction) => {
    const hauls = flow.hauls.filter(({ storageId }) => fractionOf.get(storageId) === fraction);
    return {
      fraction,
      arrivalsKg: arrivalsKg(fraction, fractionOf, forecast, region, members),
      hauledKg: sum(hauls.map(({ massKg }) => massKg)),
      gateCents: sum(hauls.map((haul) => gateCents(haul, region, streams))),
    };
  });
  // Half cents that the plan rounded the other way: weekCosts has refused anything more.
  const missing = flow.costLines.gate - sum(rows.map((row) => row.gateCents));
  const largest = rows.reduce((most, row, i) => (row.hauledKg > rows[most]!.hauledKg ? i : most), 0);
  return rows.map((row, i) => (i === largest ? { ...row, gateCents: row.gateCents + missing } : row));
}

export function fractionsByStorage({ storages, streams }: Region): ReadonlyMap<string, Fraction> {
  const byStream = new Map(streams.map(({ id, fraction }) => [id, fraction]));
  return new Map(storages.map(({ id, streamId }) => [id, byStream.get(streamId)!]));
}

/** By attribution, rounded as the plan rounds it, so that fractions of a member sum to its forecast. */
function arrivalsKg(
  fraction: Fraction,
  fractionOf: ReadonlyMap<string, Fraction>,
  forecast: readonly FlowForecast[],
  region: Region,
  members: readonly string[],
): number {
  const own = region.municipalities.flatMap(({ ags }, i) => (members.includes(ags) ? [i] : []));
  let kg = 0;
  for (const row of forecast) {
    if (fractionOf.get(row.storageId) !== fraction) continue;
    const shares = pointShares(region, region.storages.find(({ id }) => id === row.storageId)!.pointId);
    for (const week of row.arrivalsKg) {
      const parts = distributeCents(week, shares);
      kg += sum(own.map((i) => parts[i]!));
    }
  }
  return kg;
}
