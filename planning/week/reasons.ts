/** Why a load stays where it is, in sentences for people. */
import type { Pickup, Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { formatNumber } from "../../domain/money.ts";
import { openingHours } from "../../domain/openingHours.ts";
import { haulingCapability } from "../../domain/region/rules.ts";
import type { UnservedReason } from "../../domain/routing/solution.ts";
import { addDays, daysBetween, formatDate, mondayOf } from "../../domain/week.ts";
import { indexBy } from "../lookup.ts";
import { reasonWords } from "./reasonWords.ts";

export function unservedSentences(
  region: Region,
  week: string,
  pickups: readonly Pickup[],
  reasons: readonly UnservedReason[],
): Plan["unserved"] {
  const points = indexBy(region.collectionPoints, (p) => p.id);
  const facilities = indexBy(region.facilities, (f) => f.id);
  return reasons.map((reason) => {
    const { client, code, limit, needed } = reason;
    const pickup = pickups[client]!;
    const what = `${formatNumber(pickup.massKg / 1000, 1)} t in ${points.get(pickup.pointId)!.name} bleiben stehen: `;
    if (comesTooLate(region, week, pickup)) {
      const sentence = `${what}der Häcksler ist dort erst am ${formatDate(addDays(pickup.earliestDate, -1))} fertig, danach fährt in dieser Woche kein passendes Fahrzeug mehr.`;
      return { pickupId: pickup.id, code: "notShredded", reason: sentence, limit, needed };
    }
    const facility = facilities.get(pickup.facilityId)!.name;
    const words = reasonWords(reason, { region, week, facility, capabilities: pickup.capabilities });
    return { pickupId: pickup.id, code, reason: what + words, limit, needed };
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
