/** What is settled, as the finance page shows it: forecast against weighed, the year's account, estimates, CO2e, documents. */
import { reaches, type Reach } from "../../../domain/access.ts";
import type { Co2Balance } from "../../../domain/co2/balance.ts";
import type { Fraction } from "../../../domain/region/common.ts";
import type { Ledger } from "../../../domain/settlement/ledger.ts";
import type { Settlement, SettlementView } from "../../../domain/settlement/settlement.ts";
import { settledActivity } from "../../../planning/co2/activity.ts";
import { co2Balance } from "../../../planning/co2/balance.ts";
import { groupBy } from "../../../planning/lookup.ts";
import { invoiceStates, statesOf } from "../documents/invoices.ts";
import { regionOf } from "../documents/readDocuments.ts";
import type { Ports } from "../ports.ts";
import { readLedger } from "../settlement/ledger.ts";
import { viewAsCorrected } from "../settlement/asCorrected.ts";
import { ownLedger } from "../settlement/own.ts";
import { listSettlements, readSettlement } from "../settlement/readSettlement.ts";
import { sum } from "./apportion.ts";
import { periodCo2, type PeriodCo2 } from "./periodCo2.ts";
import { monthOf } from "./figuresOf.ts";

/** Periods of one year that are shown, newest first; weekly ones fit. */
const MOST_PERIODS = 53;

export interface SettledPeriod {
  readonly id: string;
  readonly firstWeek: string;
  readonly lastWeek: string;
  /** RFC 3339 */
  readonly closedAt: string;
  readonly jointCostCents: number;
  readonly soloTotalCents: number;
  /** Those that the reader counts for. */
  readonly members: readonly { readonly ags: string; readonly name: string; readonly balanceCents: number }[];
  readonly invoices: readonly SettledInvoice[];
}

export interface SettledInvoice {
  /** null: not issued yet */
  readonly number: string | null;
  /** Number of the one in whose place it comes. */
  readonly corrects: string | null;
  readonly sellerAgs: string;
  readonly seller: string;
  readonly buyerAgs: string;
  readonly buyer: string;
  readonly cents: number;
}

/** Of one month and fraction of a member. */
export interface ForecastCell {
  readonly month: string;
  readonly fraction: Fraction;
  readonly forecastKg: number;
  readonly weighedKg: number;
}

export interface SettledMemberFigures {
  readonly ags: string;
  readonly name: string;
  readonly forecastKg: number;
  readonly weighedKg: number;
  readonly cells: readonly ForecastCell[];
  /** Of the estimation account, all periods of the year. */
  readonly scoreKg: number;
  readonly fairKg: number;
  readonly estimationCents: number;
}

export interface SettledFigures {
  readonly year: number;
  /** Newest first. */
  readonly periods: readonly SettledPeriod[];
  readonly members: readonly SettledMemberFigures[];
  /** Of all members: estimates cost nobody and earn nobody anything together. */
  readonly ledger: Ledger;
  /** Of everything weighed and driven in these periods, as corrected; null when no tour is among them. */
  readonly co2: Co2Balance | null;
  /** Of the newest period, beside what was planned. */
  readonly newestCo2: PeriodCo2 | null;
}

/** @returns the year of the newest period; null while nothing is closed that the reader has a part in */
export async function readSettled(
  ports: Pick<Ports, "store" | "blobs">,
  region: string,
  reach: Reach,
): Promise<SettledFigures | null> {
  const closed = await listSettlements(ports.store, region);
  const newest = closed[0];
  if (newest === undefined) return null;
  const year = newest.period.lastWeek.slice(0, 4);
  const ofYear = closed.filter(({ period }) => period.lastWeek.startsWith(year)).slice(0, MOST_PERIODS);
  const views = await Promise.all(ofYear.map(({ id }) => readSettlement(ports, region, id)));
  const settlements = views.map(({ settlement }) => settlement);
  const invoices = await Promise.all(views.map((view) => invoicesOf(ports, view)));
  const mine = (ags: string): boolean => reaches(reach, [ags]);
  const members = membersOf(settlements, mine);
  if (members.length === 0) return null;
  const master = (await Promise.all(settlements.slice(0, 1).map((one) => regionOf(ports, one))))[0] ?? null;
  const corrected = await Promise.all(views.map((view) => viewAsCorrected(ports, view)));
  const all = { tickets: corrected.flatMap((one) => one.tickets), tours: corrected.flatMap((one) => one.tours) };
  return {
    year: Number(year),
    periods: ofYear.map((one, i) => ({
      ...{ id: one.id, firstWeek: one.period.firstWeek, lastWeek: one.period.lastWeek, closedAt: one.closedAt },
      ...{ jointCostCents: one.jointCostCents, soloTotalCents: one.soloTotalCents },
      members: settlements[i]!.members.filter(({ ags }) => mine(ags)).map(({ ags, name, balanceCents }) => ({
        ags,
        name,
        balanceCents,
      })),
      invoices: invoices[i]!.filter(({ sellerAgs, buyerAgs }) => mine(sellerAgs) || mine(buyerAgs)),
    })),
    members,
    ledger: ownLedger(await readLedger(ports, region, Number(year)), reach),
    newestCo2: await periodCo2(ports, views[0]!),
    co2: master === null ? null : co2Balance(settledActivity(all, master), master.emissionFactors),
  };
}

/** Of the closing and of its corrections, in the order in which they are issued. */
async function invoicesOf(ports: Pick<Ports, "store" | "blobs">, view: SettlementView): Promise<SettledInvoice[]> {
  const name = (of: string): string => view.settlement.members.find(({ ags }) => ags === of)?.name ?? of;
  const states = await invoiceStates(ports, await statesOf(ports, view));
  return states.map(({ claim: { sellerAgs, buyerAgs, cents }, issued }) => ({
    ...{ number: issued?.number ?? null, corrects: issued?.corrects ?? null, cents },
    ...{ sellerAgs, seller: name(sellerAgs), buyerAgs, buyer: name(buyerAgs) },
  }));
}

/** In the order of the newest settlement; whoever left since comes last. */
function membersOf(settlements: readonly Settlement[], mine: (ags: string) => boolean): SettledMemberFigures[] {
  const names = new Map(settlements.flatMap(({ members }) => members.map(({ ags, name }) => [ags, name] as const)));
  return [...names]
    .filter(([ags]) => mine(ags))
    .map(([ags, name]) => {
      const rows = settlements.flatMap(({ estimation }) => estimation.rows.filter((row) => row.ags === ags));
      const accounts = settlements.flatMap(({ estimation }) => estimation.members.filter((one) => one.ags === ags));
      return {
        ...{ ags, name, cells: cellsOf(rows) },
        forecastKg: sum(rows.map(({ forecastKg }) => forecastKg)),
        weighedKg: sum(rows.map(({ weighedKg }) => weighedKg)),
        scoreKg: sum(accounts.map(({ scoreKg }) => scoreKg)),
        fairKg: sum(accounts.map(({ fairKg }) => fairKg)),
        estimationCents: sum(accounts.map(({ cents }) => cents)),
      };
    });
}

function cellsOf(rows: Settlement["estimation"]["rows"]): ForecastCell[] {
  const groups = groupBy(rows, ({ week, fraction }) => `${monthOf(week)} ${fraction}`);
  return [...groups.values()]
    .map((of) => ({
      ...{ month: monthOf(of[0]!.week), fraction: of[0]!.fraction },
      forecastKg: sum(of.map(({ forecastKg }) => forecastKg)),
      weighedKg: sum(of.map(({ weighedKg }) => weighedKg)),
    }))
    .sort((a, b) => `${a.month} ${a.fraction}`.localeCompare(`${b.month} ${b.fraction}`));
}
