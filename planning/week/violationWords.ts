/** What does not hold on a tour made by hand, as a German sentence with its figures. */
import { formatNumber } from "../../domain/money.ts";
import type { Pickup } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { Violation } from "../../domain/routing/violation.ts";
import { addDays, formatClock, formatDate, mondayOf } from "../../domain/week.ts";

export interface ViolationContext {
  readonly region: Region;
  readonly week: string;
  readonly pickups: readonly Pickup[];
}

/** Says what is wrong, not on which tour: see `tourWords`. */
export function violationWords(violation: Violation, context: ViolationContext): string {
  const { code, limit, needed, unit } = violation;
  const point = pointName(violation, context);
  const facility = context.region.facilities[violation.facility]?.name ?? "die Anlage";
  const load = loadWords(violation, context);
  switch (code) {
    case "dayOff":
      return "Das Fahrzeug hat an diesem Tag keinen Dienst.";
    case "capability":
      return `${load} braucht eine Ausstattung, die das Fahrzeug nicht hat.`;
    case "capacity":
      return `Das Fahrzeug ist überladen: ${amount(needed, unit)} an Bord, erlaubt sind ${amount(limit, unit)}.`;
    case "material":
      return `${load} darf nicht mit anderem Material in einer Fahrt liegen.`;
    case "facilityRefused":
    case "notAccepted":
      return `${load} wird dort nicht angenommen: ${facility}.`;
    case "notEmpty":
      return "Das Fahrzeug käme beladen zurück: nirgends ist Platz zum Abladen.";
    case "closed":
      return `${point} ist an diesem Tag nicht zugänglich, oder die Ladung ist noch nicht bereit.`;
    case "window":
      return `${point} wäre erst um ${formatClock(needed)} Uhr erreicht, zugänglich ist die Stelle bis ${formatClock(limit)} Uhr.`;
    case "facilityClosed":
      if (limit === 0) return `${facility} nimmt an diesem Tag nicht an.`;
      return `${facility} wäre erst um ${formatClock(needed)} Uhr erreicht, die Annahme endet um ${formatClock(limit)} Uhr.`;
    case "facilityCapacity":
      return `${facility} nimmt am Tag ${amount(limit, "kg")} an, alle Touren zusammen bringen ${amount(needed, "kg")}.`;
    case "breakLeg":
      return `Eine Strecke dauert ${hours(needed)} Stunden; ohne Pause dürfen es ${hours(limit)} sein.`;
    case "breakMissing":
      return `Es fehlt eine Lenkpause: ${hours(needed)} Stunden am Steuer, ohne Pause dürfen es ${hours(limit)} sein.`;
    case "breakShort":
      return `Eine Lenkpause ist zu kurz: ${minutes(limit)} Minuten, nötig sind ${minutes(needed)}.`;
    case "driving":
      return `Die Lenkzeit beträgt ${hours(needed)} Stunden, erlaubt sind ${hours(limit)}.`;
    case "duration":
      return `Die Tour dauert ${hours(needed)} Stunden, erlaubt sind ${hours(limit)}.`;
    case "distance":
      return `Die Tour ist ${formatNumber(needed / 1000, 1)} km lang, erlaubt sind ${formatNumber(limit / 1000, 1)} km.`;
    case "shift":
      return `Das Fahrzeug käme erst um ${formatClock(needed)} Uhr zurück, Schichtende ist ${formatClock(limit)} Uhr.`;
    case "vehicleTwice":
      return "Das Fahrzeug fährt an diesem Tag zweimal.";
    case "clientTwice":
      return `${load} liegt auf zwei Touren.`;
    case "lock":
      return `${load} ist anderswo festgelegt.`;
    case "frozen":
      return "Die Tour ist festgelegt und wäre eine andere.";
    default:
      return `Die Grenze „${code}“ ist überschritten: ${formatNumber(needed, 1)} nötig, ${formatNumber(limit, 1)} erlaubt.`;
  }
}

/** `Abrollkipper 1, 24.11.2026`; nothing of what is on no tour. */
export function tourWords(
  { vehicle, day }: { readonly vehicle: number; readonly day: number },
  context: ViolationContext,
) {
  const name = context.region.vehicles[vehicle]?.name;
  return name === undefined ? "" : `${name}, ${formatDate(addDays(mondayOf(context.week), day))}`;
}

/** `Die Ladung in Wadgassen (5,2 t)`: begins a sentence. */
function loadWords(violation: Violation, context: ViolationContext): string {
  const pickup = context.pickups[violation.client];
  if (pickup === undefined) return "Eine Ladung";
  return `Die Ladung in ${pointName(violation, context)} (${amount(pickup.massKg, "kg")})`;
}

function pointName({ client }: Violation, { region, pickups }: ViolationContext): string {
  const id = pickups[client]?.pointId;
  return region.collectionPoints.find((point) => point.id === id)?.name ?? "Die Sammelstelle";
}

function amount(value: number, unit: string): string {
  if (unit === "kg") return `${formatNumber(value / 1000, 1)} t`;
  return unit === "litres" ? `${formatNumber(value / 1000, 1)} m³` : formatNumber(value);
}

const hours = (seconds: number): string => formatNumber(seconds / 3600, 1);
const minutes = (seconds: number): string => formatNumber(seconds / 60);
