/** Why a load stays where it is: with everything that a sentence names, and as the German sentence that a plan holds. */
import type { Pickup, Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { TOURS_DE } from "../../domain/language/tours/de.ts";
import { saidWhy } from "../../domain/language/tours/say.ts";
import type { Why } from "../../domain/language/tours/shape.ts";
import { openingHours } from "../../domain/openingHours.ts";
import { haulingCapability } from "../../domain/region/rules.ts";
import type { UnservedReason } from "../../domain/routing/solution.ts";
import { addDays, daysBetween, mondayOf } from "../../domain/week.ts";
import { indexBy } from "../lookup.ts";

export function unservedSentences(
  region: Region,
  week: string,
  pickups: readonly Pickup[],
  reasons: readonly UnservedReason[],
): Plan["unserved"] {
  return whysOf(region, week, pickups, reasons).map((why, index) => {
    const { code, limit, needed } = why;
    return { pickupId: pickups[reasons[index]!.client]!.id, code, reason: saidWhy(TOURS_DE, why), limit, needed };
  });
}

/** One a reason, in their order. */
export function whysOf(
  region: Region,
  week: string,
  pickups: readonly Pickup[],
  reasons: readonly UnservedReason[],
): Why[] {
  const points = indexBy(region.collectionPoints, (p) => p.id);
  const facilities = indexBy(region.facilities, (f) => f.id);
  const monday = mondayOf(week);
  return reasons.map(({ client, code, limit, needed, unit, insertions }): Why => {
    const pickup = pickups[client]!;
    const tooLate = comesTooLate(region, week, pickup);
    const [first] = insertions;
    return {
      ...{ limit, needed, unit, monday },
      code: tooLate ? "notShredded" : code,
      load: { massKg: pickup.massKg, point: points.get(pickup.pointId)!.name },
      facility: facilities.get(pickup.facilityId)!.name,
      capabilities: pickup.capabilities,
      vehicles: region.vehicles.length,
      tour:
        first === undefined
          ? null
          : { vehicle: region.vehicles[first.vehicle]!.name, date: addDays(monday, first.day) },
      priceCents: insertions.reduce((sum, { priceCents }) => sum + priceCents, 0),
      ...(tooLate ? { shreddedOn: addDays(pickup.earliestDate, -1) } : {}),
    };
  });
}

/** Whether no vehicle that could fetch the load works, at a point that is open, from the day on which it is ready. */
function comesTooLate(region: Region, week: string, pickup: Pickup): boolean {
  const access = openingHours(region.collectionPoints.find((p) => p.id === pickup.pointId)!.accessHours);
  const fleet = region.vehicles.filter((v) => pickup.capabilities.includes(haulingCapability(v)));
  const shifts = fleet.map((v) => openingHours(v.shiftHours));
  const from = daysBetween(mondayOf(week), pickup.earliestDate);
  const reachable = (day: number) => access[day]!.length > 0 && shifts.some((days) => days[day]!.length > 0);
  return from > 0 && ![0, 1, 2, 3, 4, 5, 6].some((day) => day >= from && reachable(day));
}
