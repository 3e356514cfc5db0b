/** The second half of a sentence on a load that stays: what keeps it there, in figures. */
import { formatEuros, formatNumber } from "../../domain/money.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { UnservedReason } from "../../domain/routing/solution.ts";
import { addDays, formatClock, formatDate, mondayOf } from "../../domain/week.ts";

const DAY_SECONDS = 86_400;

const EQUIPMENT: Readonly<Record<string, string>> = {
  hookLift: "Hakengerät",
  walkingFloor: "Schubboden",
  grab: "Greifer",
  trailer: "Anhänger",
};

export interface ReasonContext {
  readonly region: Region;
  readonly week: string;
  /** Name of the facility that the load goes to. */
  readonly facility: string;
  /** Any one of these can take the load. */
  readonly capabilities: readonly string[];
}

export function reasonWords(reason: UnservedReason, context: ReasonContext): string {
  const { code, limit, needed } = reason;
  const { facility } = context;
  switch (code) {
    case "price":
      return `der günstigste Einbau in eine Tour kostet ${formatEuros(needed)}, das Warten ist mit ${formatEuros(limit)} bewertet.`;
    case "capacity":
      return `kein passendes Fahrzeug hat genug Platz (${amount(needed, reason.unit)} nötig, ${amount(limit, reason.unit)} vorhanden).`;
    case "window":
      return `die Sammelstelle wäre erst um ${formatClock(needed)} Uhr erreicht, sie ist nur bis ${formatClock(limit)} Uhr zugänglich.`;
    case "facilityClosed":
      if (limit === 0) return `${facility} nimmt an keinem Tag an, an dem ein passendes Fahrzeug Dienst hat.`;
      return `${facility} wäre erst um ${formatClock(needed)} Uhr erreicht, die Annahme endet um ${formatClock(limit)} Uhr.`;
    case "facilityCapacity":
      return `${facility} nimmt am Tag ${formatNumber(limit / 1000, 1)} t an, nötig wären ${formatNumber(needed / 1000, 1)} t.`;
    case "closed":
      return "die Sammelstelle ist an keinem Tag zugänglich, an dem ein passendes Fahrzeug Dienst hat.";
    case "breakLeg":
      return `eine Strecke dauert ${hours(needed)} Stunden; ohne Pause dürfen es ${hours(limit)} sein.`;
    case "driving":
      return `die erlaubte Lenkzeit von ${hours(limit)} Stunden reicht nicht (${hours(needed)} nötig).`;
    case "duration":
      return `die Tour${on(reason, context)} würde ${hours(needed)} Stunden dauern, erlaubt sind ${hours(limit)}.`;
    case "distance":
      return `die Tour${on(reason, context)} würde ${formatNumber(needed / 1000, 1)} km lang, erlaubt sind ${formatNumber(limit / 1000, 1)} km.`;
    case "shift":
      return `keine Schicht reicht: das Fahrzeug käme um ${formatClock(needed)} Uhr zurück, Schichtende ist ${formatClock(limit)} Uhr.`;
    case "capability":
      return `gebraucht wird ${equipment(context.capabilities)}; keines der ${context.region.vehicles.length} Fahrzeuge hat das in dieser Woche im Dienst.`;
    case "slots":
      return `die Behälter brauchen ${needed} Plätze, das Fahrzeug hat ${limit}.`;
    case "spares":
      return `${needed} leere Behälter wären am selben Tag nötig, das Lager hat ${limit}.`;
    case "lock":
      return `die Disposition hat Fahrzeug oder Tag anders festgelegt; ohne die Festlegung${offer(reason, context)}.`;
    case "frozen":
      return `die einzige Tour mit Platz dafür ist festgeschrieben; ohne die Festschreibung${offer(reason, context)}.`;
    case "order":
      return `keine Stelle einer Tour hält die festgelegte Reihenfolge ein; ohne sie${offer(reason, context)}.`;
    case "precedence":
      return precedence(reason, context);
    case "release":
      return `die Ladung ist erst um ${formatClock(needed)} Uhr abholbereit, die Fahrt${on(reason, context)} müsste um ${formatClock(limit)} Uhr beginnen.`;
    case "noVehicle":
      return "kein Fahrzeug hat in dieser Woche Dienst.";
    default:
      return `die Grenze „${code}“ ist überschritten: ${formatNumber(needed, 1)} nötig, ${formatNumber(limit, 1)} erlaubt.`;
  }
}

function hours(seconds: number): string {
  return formatNumber(seconds / 3600, 1);
}

function amount(value: number, unit: string): string {
  if (unit === "kg") return `${formatNumber(value / 1000, 1)} t`;
  return unit === "litres" ? `${formatNumber(value / 1000, 1)} m³` : `${formatNumber(value)} ${unit}`;
}

/** ` von Hakenlift 1 am 24.11.2026`; nothing where no insertion stands behind the reason. */
function on({ insertions: [first] }: UnservedReason, { region, week }: ReasonContext): string {
  if (first === undefined) return "";
  return ` von ${region.vehicles[first.vehicle]!.name} am ${formatDate(addDays(mondayOf(week), first.day))}`;
}

/** ` kostete der Einbau 12,50 € (Tour von … am …)`: where it would go, and for how much. */
function offer(reason: UnservedReason, context: ReasonContext): string {
  const cents = reason.insertions.reduce((sum, { priceCents }) => sum + priceCents, 0);
  return ` kostete der Einbau ${formatEuros(cents)} (Tour${on(reason, context)})`;
}

function equipment(capabilities: readonly string[]): string {
  return capabilities.map((name) => EQUIPMENT[name] ?? name).join(" oder ");
}

/** `limit` and `needed` count from the begin of the week; what is never done is so at its end. */
function precedence({ limit, needed }: UnservedReason, { week }: ReasonContext): string {
  const moment = (seconds: number): string => {
    const day = Math.floor(seconds / DAY_SECONDS);
    return `am ${formatDate(addDays(mondayOf(week), day))} um ${formatClock(seconds - day * DAY_SECONDS)} Uhr`;
  };
  if (needed >= 7 * DAY_SECONDS) return "die Arbeit, die vorher zu tun ist, ist in dieser Woche auf keiner Tour.";
  return `die Arbeit, die vorher zu tun ist, endet erst ${moment(needed)}; die Abholung begänne ${moment(limit)}.`;
}
