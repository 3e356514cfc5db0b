/** Why a load stays where it is, in sentences for people. */
import type { Pickup, Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { formatEuros, formatNumber } from "../../domain/money.ts";
import { openingHours } from "../../domain/openingHours.ts";
import { haulingCapability } from "../../domain/region/rules.ts";
import type { UnservedReason } from "../../domain/routing/solution.ts";
import { addDays, daysBetween, formatClock, formatDate, mondayOf } from "../../domain/week.ts";
import { indexBy } from "../lookup.ts";

export function unservedSentences(
  region: Region,
  week: string,
  pickups: readonly Pickup[],
  reasons: readonly UnservedReason[],
): Plan["unserved"] {
  const points = indexBy(region.collectionPoints, (p) => p.id);
  const facilities = indexBy(region.facilities, (f) => f.id);
  return reasons.map(({ client, code, limit, needed }) => {
    const pickup = pickups[client]!;
    const what = `${formatNumber(pickup.massKg / 1000, 1)} t in ${points.get(pickup.pointId)!.name} bleiben stehen: `;
    if (comesTooLate(region, week, pickup)) {
      const reason = `${what}der Häcksler ist dort erst am ${formatDate(addDays(pickup.earliestDate, -1))} fertig, danach fährt in dieser Woche kein passendes Fahrzeug mehr.`;
      return { pickupId: pickup.id, code: "notShredded", reason, limit, needed };
    }
    const facility = facilities.get(pickup.facilityId)!.name;
    return { pickupId: pickup.id, code, reason: what + because(code, limit, needed, facility), limit, needed };
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

function because(code: string, limit: number, needed: number, facility: string): string {
  switch (code) {
    case "price":
      return `der günstigste Einbau in eine Tour kostet ${formatEuros(needed)}, das Warten ist mit ${formatEuros(limit)} bewertet.`;
    case "capacity":
      return `kein passendes Fahrzeug hat genug Platz (${formatNumber(needed)} nötig, ${formatNumber(limit)} vorhanden).`;
    case "window":
      return `die Sammelstelle wäre erst um ${formatClock(needed)} Uhr erreicht, sie ist nur bis ${formatClock(limit)} Uhr zugänglich.`;
    case "facilityClosed":
      return `${facility} wäre erst um ${formatClock(needed)} Uhr erreicht, die Annahme endet um ${formatClock(limit)} Uhr.`;
    case "facilityCapacity":
      return `${facility} nimmt am Tag ${formatNumber(limit / 1000, 1)} t an, nötig wären ${formatNumber(needed / 1000, 1)} t.`;
    case "driving":
      return `die erlaubte Lenkzeit von ${formatNumber(limit / 3600, 1)} Stunden reicht nicht (${formatNumber(needed / 3600, 1)} nötig).`;
    case "shift":
      return `keine Schicht reicht: das Fahrzeug käme um ${formatClock(needed)} Uhr zurück, Schichtende ist ${formatClock(limit)} Uhr.`;
    default:
      return "kein Fahrzeug mit der nötigen Ausstattung hat in dieser Woche Dienst.";
  }
}
