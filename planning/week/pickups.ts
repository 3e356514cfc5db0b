/** The planned week in the yard: which loads are to be fetched, and when the shredder comes. */
import type { FlowPlan, Haul } from "../../domain/plan/flowPlan.ts";
import type { Pickup, Plan } from "../../domain/plan/plan.ts";
import { haulingCapabilities, haulingCapability } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { referenceVehicle } from "../flow/haulOptions.ts";
import { groupBy, indexBy } from "../lookup.ts";

export type ShredderVisit = Plan["shredderVisits"][number];

/** Hours of a shredder's working day. */
const SHREDDER_HOURS_A_DAY = 8;
const WORKING_DAYS = 5;

/**
 * Spreads the week's campaigns over its working days: one shredder works through its sites in the order of the most
 * material first, starting on Monday; a site begun in the afternoon is dated the day it ends.
 */
export function shredderVisits(region: Region, flow: FlowPlan, week: string): ShredderVisit[] {
  const pointOf = new Map(region.storages.map((s) => [s.id as string, s.pointId as string]));
  const monday = mondayOf(week);
  return region.shredders.flatMap((shredder) => {
    const mine = flow.shreddings.filter((s) => s.week === week && s.shredderId === shredder.id);
    const sites = [...groupBy(mine, (s) => pointOf.get(s.storageId)!)].map(([pointId, rows]) => ({
      pointId,
      massKg: rows.reduce((kg, r) => kg + r.massKg, 0),
    }));
    sites.sort((a, b) => b.massKg - a.massKg || (a.pointId < b.pointId ? -1 : 1));
    let hours = 0;
    return sites.map(({ pointId, massKg }) => {
      hours += massKg / 1000 / shredder.tonnesPerHour;
      const day = Math.min(WORKING_DAYS - 1, Math.max(0, Math.ceil(hours / SHREDDER_HOURS_A_DAY) - 1));
      return { shredderId: shredder.id, pointId, date: addDays(monday, day), massKg };
    });
  });
}

/**
 * Cuts the hauls of the week into loads of at most one reference vehicle. Loads of one haul are equal to within a
 * kilogram, so that no tour is left with crumbs.
 */
export function pickupsOf(region: Region, flow: FlowPlan, week: string, visits: readonly ShredderVisit[]): Pickup[] {
  const monday = mondayOf(week);
  const storages = indexBy(region.storages, (s) => s.id);
  const streams = indexBy(region.streams, (s) => s.id);
  const points = indexBy(region.collectionPoints, (p) => p.id);
  return flow.hauls
    .filter((haul) => haul.week === week)
    .flatMap((haul) => {
      const storage = storages.get(haul.storageId)!;
      const stream = streams.get(storage.streamId)!;
      const density = haul.form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
      const possible = haulingCapabilities(storage, points.get(storage.pointId)!, haul.form);
      const capabilities = possible.filter((c) => region.vehicles.some((v) => haulingCapability(v) === c));
      const shredded = visits
        .filter((v) => v.pointId === storage.pointId)
        .map((v) => v.date)
        .sort();
      return loadsOf(region, haul, density).map((massKg, i) => ({
        id: `${haul.storageId}-${haul.form}-${haul.facilityId}-${i + 1}`,
        storageId: storage.id,
        pointId: storage.pointId,
        streamId: stream.id,
        fraction: stream.fraction,
        form: haul.form,
        facilityId: haul.facilityId,
        massKg,
        volumeLitres: Math.round((massKg / density) * 1000),
        capabilities: [...capabilities],
        earliestDate: haul.form === "shredded" ? addDays(shredded.at(-1) ?? addDays(monday, -1), 1) : monday,
        routeId: null,
      }));
    });
}

function loadsOf(region: Region, haul: Haul, density: number): number[] {
  const vehicle = referenceVehicle(region, haul.capability);
  const loadKg = Math.floor(Math.min(vehicle.capacityKg, (vehicle.capacityLitres / 1000) * density) * 0.999);
  const loads = Math.ceil(haul.massKg / loadKg);
  const each = Math.floor(haul.massKg / loads);
  return Array.from({ length: loads }, (_, i) => each + (i < haul.massKg - each * loads ? 1 : 0));
}
