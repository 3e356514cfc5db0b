/**
 * What a flow plan costs week by week and line by line. `plan.json` holds the lines of the whole period; every item of them
 * belongs to a week (docs/model.md, "Cost lines"), so that they are reckoned again from the decisions and the prices and then
 * held against the stated line: a difference is an error.
 *
 * What is due for the period as a whole is spread: minimum quantities, new sites and contributions evenly, the stock that is left
 * at the end to the last week, the price of CO2 by what is hauled.
 */
import { distributeCents } from "../../../domain/money.ts";
import { COST_LINES, type CostLineName, type CostLines, type FlowPlan } from "../../../domain/plan/flowPlan.ts";
import { storedStreams, type StoredStream } from "../../../domain/region/densities.ts";
import { shiftsOf, tariffFor } from "../../../domain/region/rules.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { sum } from "./apportion.ts";

/** An amount of one week in whole cents. */
interface Item {
  readonly week: string;
  readonly cents: number;
}

/** @returns one for each week, in their order; every line sums to that of the plan */
export function weekCosts(flow: FlowPlan, region: Region, weeks: readonly string[]): CostLines[] {
  const even = weeks.map(() => 1);
  const hauledKg = weeks.map((week) => sum(flow.hauls.filter((haul) => haul.week === week).map((haul) => haul.massKg)));
  const spread = (line: CostLineName, weights: readonly number[]): number[] =>
    distributeCents(flow.costLines[line], weights);
  const byWeek = (line: CostLineName, items: readonly Item[]): number[] => reconciled(flow, line, items, weeks);
  const lines: Readonly<Record<CostLineName, readonly number[]>> = {
    haulage: byWeek("haulage", haulageItems(flow, region)),
    toll: byWeek("toll", tollItems(flow, region)),
    shredding: byWeek("shredding", shreddingItems(flow, region)),
    gate: byWeek("gate", gateItems(flow, region, weeks[0]!)),
    overflow: byWeek("overflow", overflowItems(flow, region)),
    minimumQuantity: spread("minimumQuantity", even),
    sites: spread("sites", even),
    contributions: spread("contributions", even),
    closingStock: weeks.map((_, w) => (w === weeks.length - 1 ? flow.costLines.closingStock : 0)),
    co2: spread("co2", hauledKg),
  };
  return weeks.map((_, w) => Object.fromEntries(COST_LINES.map((line) => [line, lines[line][w]!])) as CostLines);
}

/**
 * Half cents may have been rounded the other way in the plan, by the order of a multiplication: so much may be missing, and goes
 * to the dearest week.
 */
function reconciled(flow: FlowPlan, line: CostLineName, items: readonly Item[], weeks: readonly string[]): number[] {
  const cents = weeks.map((week) => sum(items.filter((item) => item.week === week).map((item) => item.cents)));
  const missing = flow.costLines[line] - sum(cents);
  if (Math.abs(missing) > items.length)
    throw new Error(
      `${line} of ${flow.members.join(" ")}: ${sum(cents)} cents by week, ${flow.costLines[line]} stated`,
    );
  const dearest = cents.indexOf(Math.max(...cents));
  return cents.map((amount, w) => (w === dearest ? amount + missing : amount));
}

function haulageItems({ vehicleWeeks }: FlowPlan, { vehicles }: Region): Item[] {
  return vehicleWeeks.flatMap(({ week, vehicleId, durationSeconds, distanceMetres }) => {
    const vehicle = vehicles.find(({ id }) => id === vehicleId)!;
    const { meanSeconds } = shiftsOf(vehicle);
    const shift = meanSeconds === 0 ? 0 : (durationSeconds * vehicle.fixedCentsPerShift) / meanSeconds;
    const parts = [
      (durationSeconds * vehicle.centsPerHour) / 3600,
      (distanceMetres * vehicle.centsPerKm) / 1000,
      shift,
    ];
    return parts.map((cents) => ({ week, cents: Math.round(cents) }));
  });
}

function tollItems({ vehicleWeeks }: FlowPlan, { vehicles }: Region): Item[] {
  return vehicleWeeks.map(({ week, vehicleId, distanceMetres }) => {
    const { tollCentsPerKm, tollShare } = vehicles.find(({ id }) => id === vehicleId)!;
    return { week, cents: Math.round((distanceMetres * tollCentsPerKm * tollShare) / 1000) };
  });
}

/** Machine hours, setting up at a site, and coming at all. */
function shreddingItems({ shreddings, campaigns }: FlowPlan, region: Region): Item[] {
  const shredderOf = (id: string) => region.shredders.find((one) => one.id === id)!;
  const partOf = ({ pointId, members }: FlowPlan["campaigns"][number]): number =>
    sum(region.serviceShares.filter((s) => s.pointId === pointId && members.includes(s.ags)).map((s) => s.share));
  const running = shreddings.map(({ week, shredderId, massKg }) => {
    const { centsPerHour, tonnesPerHour } = shredderOf(shredderId);
    return { week, cents: Math.round((massKg * centsPerHour) / (tonnesPerHour * 1000)) };
  });
  const settingUp = campaigns.map((campaign) => ({
    week: campaign.week,
    cents: Math.round(shredderOf(campaign.shredderId).setupCentsPerSite * partOf(campaign)),
  }));
  const visits = new Map(campaigns.map(({ week, shredderId }) => [`${week} ${shredderId}`, { week, shredderId }]));
  const coming = [...visits.values()].map(({ week, shredderId }) => {
    const { tonnesPerHour, hoursPerWeek, mobilisationCentsPerWeek } = shredderOf(shredderId);
    const here = <T extends { week: string; shredderId: string }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.week === week && row.shredderId === shredderId);
    const machines = sum(here(shreddings).map(({ massKg }) => massKg)) / 1000 / tonnesPerHour / hoursPerWeek;
    const paid = machines > 1 + 1e-9 ? Math.ceil(machines - 1e-9) : Math.max(...here(campaigns).map(partOf));
    return { week, cents: Math.round(mobilisationCentsPerWeek * paid) };
  });
  return [...running, ...settingUp, ...coming];
}

/**
 * What a haul pays at the facility; negative is revenue.
 *
 * @param streams of the plan's first week
 */
export function gateCents(
  { storageId, facilityId, form, massKg }: FlowPlan["hauls"][number],
  region: Region,
  streams: ReadonlyMap<string, StoredStream>,
): number {
  const { stream } = streams.get(storageId)!;
  const tariff = tariffFor(region.tariffs, facilityId, { fraction: stream.fraction, form, owner: stream.owner });
  if (tariff === undefined) return 0;
  const density = form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
  return Math.round((massKg * tariff.gateFeeCents) / (tariff.per === "tonne" ? 1000 : density));
}

function gateItems({ hauls }: FlowPlan, region: Region, firstWeek: string): Item[] {
  const streams = storedStreams(region, firstWeek);
  return hauls.map((haul) => ({ week: haul.week, cents: gateCents(haul, region, streams) }));
}

function overflowItems({ stocks }: FlowPlan, { settings: { prices } }: Region): Item[] {
  const price = prices.overflowCentsPerTonneWeek.value;
  return stocks.map(({ week, overflowKg }) => ({ week, cents: Math.round((overflowKg * price) / 1000) }));
}
