/** The planned week in the yard: which loads are to be fetched, and from when on. */
import type { FlowPlan, Haul } from "../../domain/plan/flowPlan.ts";
import type { Pickup } from "../../domain/plan/plan.ts";
import { storedStreams } from "../../domain/region/densities.ts";
import { haulingCapabilities, haulingCapability } from "../../domain/region/rules.ts";
import type { Region } from "../../domain/region/tables.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { referenceVehicle } from "../flow/haulOptions.ts";
import { indexBy } from "../lookup.ts";
import type { ShredderVisit } from "./shredderVisits.ts";

/**
 * Cuts the hauls of the week into loads of at most one reference vehicle. Loads of one haul are equal to within a
 * kilogram, so that no tour is left with crumbs.
 */
export function pickupsOf(region: Region, flow: FlowPlan, week: string, visits: readonly ShredderVisit[]): Pickup[] {
  const monday = mondayOf(week);
  const storages = indexBy(region.storages, (s) => s.id);
  const streams = storedStreams(region, week);
  const points = indexBy(region.collectionPoints, (p) => p.id);
  return flow.hauls
    .filter((haul) => haul.week === week)
    .flatMap((haul) => {
      const storage = storages.get(haul.storageId)!;
      const { stream } = streams.get(storage.id)!;
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
