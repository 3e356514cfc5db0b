/** When the shredder comes in the planned week: sites whose material is fetched this week first. */
import type { FlowPlan } from "../../domain/plan/flowPlan.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import type { Shredder } from "../../domain/region/fleet.ts";
import type { Region } from "../../domain/region/tables.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { groupBy } from "../lookup.ts";

export type ShredderVisit = Plan["shredderVisits"][number];

const WORKING_DAYS = 5;
/** Hours that fit but for floating-point noise fit. */
const SLACK = 1e-9;

interface Site {
  readonly pointId: string;
  readonly massKg: number;
  /** Shredded material that leaves the point in the same week. */
  readonly hauledKg: number;
}

/**
 * One visit per shredder and point, dated the day it ends. The flow pays for as many machines as the hours need
 * (docs/model.md, `shredding`); each works `hoursPerWeek`, spread evenly over Monday to Friday.
 */
export function shredderVisits(region: Region, flow: FlowPlan, week: string): ShredderVisit[] {
  const pointOf = new Map(region.storages.map((s) => [s.id as string, s.pointId as string]));
  const rowsAt = groupBy(
    flow.shreddings.filter((s) => s.week === week),
    (s) => `${s.shredderId} ${pointOf.get(s.storageId)!}`,
  );
  const hauls = flow.hauls.filter((h) => h.week === week && h.form === "shredded");
  const hauledAt = groupBy(hauls, (h) => pointOf.get(h.storageId)!);
  return region.shredders.flatMap((shredder) => {
    const sites = [...new Set(pointOf.values())].flatMap((pointId): Site[] => {
      const rows = rowsAt.get(`${shredder.id} ${pointId}`);
      return rows === undefined ? [] : [{ pointId, massKg: sum(rows), hauledKg: sum(hauledAt.get(pointId) ?? []) }];
    });
    sites.sort((a, b) => b.hauledKg - a.hauledKg || b.massKg - a.massKg || (a.pointId < b.pointId ? -1 : 1));
    const days = lastDays(sites, shredder);
    return sites.map(({ pointId, massKg }, i) => ({
      shredderId: shredder.id,
      pointId,
      date: addDays(mondayOf(week), days[i]!),
      massKg,
    }));
  });
}

/**
 * The working day (0 is Monday) on which each site is done. Whichever machine is free first takes the next site; what
 * it cannot finish within the week, the next free one does. All hours together fit, so the week always suffices.
 */
function lastDays(sites: readonly Site[], shredder: Shredder): number[] {
  const hoursOf = ({ massKg }: Site) => massKg / 1000 / shredder.tonnesPerHour;
  const week = shredder.hoursPerWeek;
  const hours = sites.reduce((total, site) => total + hoursOf(site), 0);
  const machines = new Array<number>(Math.max(1, Math.ceil(hours / week - SLACK))).fill(0);
  return sites.map((site) => {
    let left = hoursOf(site);
    let end = 0;
    while (left > SLACK) {
      const free = machines.indexOf(Math.min(...machines));
      const room = week - machines[free]!;
      const part = room > SLACK ? Math.min(left, room) : left;
      machines[free]! += part;
      left -= part;
      end = Math.max(end, machines[free]!);
    }
    return Math.min(WORKING_DAYS, Math.max(1, Math.ceil((end / week) * WORKING_DAYS - SLACK))) - 1;
  });
}

function sum(rows: readonly { readonly massKg: number }[]): number {
  return rows.reduce((kg, row) => kg + row.massKg, 0);
}
