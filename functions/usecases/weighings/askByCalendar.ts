/**
 * Every working day, for each region that does not want it by hand: whoever can say it is asked what the work list needs to know, and
 * dispatch and finance hear of what nobody answered in time. Called twice it does nothing twice.
 */
import { localDate } from "../../../domain/localTime.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { addDays, daysBetween, mondayOf } from "../../../domain/week.ts";
import { allItems } from "../records/allItems.ts";
import { REGIONS_PK } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import { weeksOfPeriod } from "../settlement/period.ts";
import { listSettlements } from "../settlement/records.ts";
import { publishedWeeks } from "../weeks/publishedWeeks.ts";
import { askAbout, type AskBackPorts } from "./askBack.ts";
import { isAskingDay } from "./askingDays.ts";
import { tellOverdue } from "./tellOverdue.ts";
import { currentTerms, situationOf, type Situation } from "./situation.ts";

/** Under which the audit log has what the calendar asked. */
const CALENDAR = "calendar";
/** The last eight weeks; those that began longer ago are left to people. */
const LOOK_BACK_DAYS = 49;
/** A trip whose scale has not written anything since is asked about after so many days. */
const FILE_DAYS = 14;

export interface AskedByCalendar {
  readonly regions: number;
  /** Matters that somebody was asked about. */
  readonly asked: number;
  /** Mails about matters that nobody answered in time. */
  readonly told: number;
  /** Mails that could not go out, and regions that could not be looked at; tried again the next day. */
  readonly failed: number;
}

export async function askByCalendar(ports: AskBackPorts): Promise<AskedByCalendar> {
  const all = { regions: 0, asked: 0, told: 0, failed: 0 };
  for (const { sk: region } of await allItems(ports.store, { pk: REGIONS_PK })) {
    try {
      const done = await askRegion(ports, region);
      if (done === undefined) continue;
      all.regions++;
      all.asked += done.asked;
      all.told += done.told;
      all.failed += done.failed;
    } catch (error) {
      // One region is no reason to leave the others unasked.
      all.failed++;
      ports.log.error("weighings not asked", error, { region });
    }
  }
  return all;
}

/** @returns undefined where nothing is asked by the calendar, or not today */
async function askRegion(ports: AskBackPorts, region: string): Promise<Omit<AskedByCalendar, "regions"> | undefined> {
  const today = localDate(ports.clock.now());
  const { municipalities } = await readIndex(ports.store, region);
  if (!isAskingDay(municipalities[0]!.ags, today)) return undefined;
  if ((await currentTerms(ports, region)).asking === "byHand") return undefined;
  const weeks = await openWeeks(ports, region, today);
  if (weeks.length === 0) return undefined;
  const situation = await situationOf(ports, region, weeks);
  // What was weighed is not told here, or not yet: whoever drove is not asked about every single trip.
  if (situation.weighings.length === 0) return undefined;
  const items = situation.items.filter((item) => weeks.includes(item.week ?? "") && isDue(item, situation, today));
  const told = await tellOverdue(ports, region, { situation, items });
  const { asked, failed } = await askAbout(ports, { region, situation, items, by: CALENDAR });
  return { asked, told: told.told, failed: failed + told.failed };
}

/** Published, begun, and not settled; oldest first. */
async function openWeeks({ store }: AskBackPorts, region: string, today: string): Promise<string[]> {
  const [published, closed] = await Promise.all([publishedWeeks(store, region), listSettlements(store, region)]);
  const settled = new Set(closed.flatMap(({ period }) => weeksOfPeriod(period)));
  const first = addDays(today, -LOOK_BACK_DAYS);
  return published.filter((week) => !settled.has(week) && mondayOf(week) <= today && mondayOf(week) >= first).reverse();
}

/** A scale's file comes days after the trip: only when it came, its tickets can be missing. */
function isDue({ code, facts, place }: WorkItem, { weighings, unloadings }: Situation, today: string): boolean {
  if (code !== "tour.withoutWeighing") return true;
  const unloading = unloadings.find(({ tourId, stop }) => tourId === place.tourId && stop === facts["stop"]);
  if (unloading === undefined) return true;
  const { date, facilityId } = unloading;
  return (
    daysBetween(date, today) >= FILE_DAYS ||
    weighings.some(({ ticket }) => ticket.facilityId === facilityId && localDate(ticket.weighedAt) >= date)
  );
}
