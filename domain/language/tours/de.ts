/** Why loads stay and what tours break, in German. Plans, mails and boards say it with these words. */
import { formatEuros, formatNumber } from "../../money.ts";
import { addDays, formatClock, formatDate } from "../../week.ts";
import { isNever, momentOf, type Fault, type NamedLoad, type TourWords, type Why } from "./shape.ts";

const EQUIPMENT: Readonly<Record<string, string>> = {
  hookLift: "Hakengerät",
  walkingFloor: "Schubboden",
  grab: "Greifer",
  trailer: "Anhänger",
};

export const TOURS_DE: TourWords = {
  stays: ({ massKg, point }, why) => `${amount(massKg, "kg")} in ${point} bleiben stehen: ${why}`,
  other: (code, needed, limit) =>
    `die Grenze „${code}“ ist überschritten: ${formatNumber(needed, 1)} nötig, ${formatNumber(limit, 1)} erlaubt.`,
  why: {
    price: ({ needed, limit }) =>
      `der günstigste Einbau in eine Tour kostet ${formatEuros(needed)}, das Warten ist mit ${formatEuros(limit)} bewertet.`,
    noVehicle: () => "kein Fahrzeug hat in dieser Woche Dienst.",
    notShredded: ({ shreddedOn = "" }) =>
      `der Häcksler ist dort erst am ${formatDate(shreddedOn)} fertig, danach fährt in dieser Woche kein passendes Fahrzeug mehr.`,
    capability: ({ capabilities, vehicles }) =>
      `gebraucht wird ${capabilities.map((name) => EQUIPMENT[name] ?? name).join(" oder ")}; keines der ${vehicles} Fahrzeuge hat das in dieser Woche im Dienst.`,
    closed: () => "die Sammelstelle ist an keinem Tag zugänglich, an dem ein passendes Fahrzeug Dienst hat.",
    capacity: ({ needed, limit, unit }) =>
      `kein passendes Fahrzeug hat genug Platz (${amount(needed, unit)} nötig, ${amount(limit, unit)} vorhanden).`,
    window: ({ needed, limit }) =>
      `die Sammelstelle wäre erst um ${formatClock(needed)} Uhr erreicht, sie ist nur bis ${formatClock(limit)} Uhr zugänglich.`,
    facilityClosed: ({ facility, needed, limit }) =>
      limit === 0
        ? `${facility} nimmt an keinem Tag an, an dem ein passendes Fahrzeug Dienst hat.`
        : `${facility} wäre erst um ${formatClock(needed)} Uhr erreicht, die Annahme endet um ${formatClock(limit)} Uhr.`,
    facilityCapacity: ({ facility, needed, limit }) =>
      `${facility} nimmt am Tag ${amount(limit, "kg")} an, nötig wären ${amount(needed, "kg")}.`,
    breakLeg: ({ needed, limit }) =>
      `eine Strecke dauert ${hours(needed)} Stunden; ohne Pause dürfen es ${hours(limit)} sein.`,
    driving: ({ needed, limit }) =>
      `die erlaubte Lenkzeit von ${hours(limit)} Stunden reicht nicht (${hours(needed)} nötig).`,
    duration: (why) =>
      `die Tour${on(why)} würde ${hours(why.needed)} Stunden dauern, erlaubt sind ${hours(why.limit)}.`,
    distance: (why) => `die Tour${on(why)} würde ${km(why.needed)} lang, erlaubt sind ${km(why.limit)}.`,
    shift: ({ needed, limit }) =>
      `keine Schicht reicht: das Fahrzeug käme um ${formatClock(needed)} Uhr zurück, Schichtende ist ${formatClock(limit)} Uhr.`,
    lock: (why) => `die Disposition hat Fahrzeug oder Tag anders festgelegt; ohne die Festlegung${offer(why)}.`,
    frozen: (why) => `die einzige Tour mit Platz dafür ist festgeschrieben; ohne die Festschreibung${offer(why)}.`,
    order: (why) => `keine Stelle einer Tour hält die festgelegte Reihenfolge ein; ohne sie${offer(why)}.`,
    precedence: ({ needed, limit, monday }) =>
      isNever(needed)
        ? "die Arbeit, die vorher zu tun ist, ist in dieser Woche auf keiner Tour."
        : `die Arbeit, die vorher zu tun ist, endet erst ${moment(needed, monday)}; die Abholung begänne ${moment(limit, monday)}.`,
    release: (why) =>
      `die Ladung ist erst um ${formatClock(why.needed)} Uhr abholbereit, die Fahrt${on(why)} müsste um ${formatClock(why.limit)} Uhr beginnen.`,
    slots: ({ needed, limit }) => `die Behälter brauchen ${needed} Plätze, das Fahrzeug hat ${limit}.`,
    spares: ({ needed, limit }) => `${needed} leere Behälter wären am selben Tag nötig, das Lager hat ${limit}.`,
  },
  broken: {
    vehicleTwice: () => "Das Fahrzeug fährt an diesem Tag zweimal.",
    clientTwice: ({ named }) => `${load(named)} liegt auf zwei Touren.`,
    clientLost: ({ named }) => `${load(named)} muss gefahren werden und liegt auf keiner Tour.`,
    dayOff: () => "Das Fahrzeug hat an diesem Tag keinen Dienst.",
    capability: ({ named }) => `${load(named)} braucht eine Ausstattung, die das Fahrzeug nicht hat.`,
    capacity: ({ needed, limit, unit }) =>
      `Das Fahrzeug ist überladen: ${amount(needed, unit)} an Bord, erlaubt sind ${amount(limit, unit)}.`,
    material: ({ named }) => `${load(named)} darf nicht mit anderem Material in einer Fahrt liegen.`,
    facilityRefused: refused,
    notAccepted: refused,
    notEmpty: () => "Das Fahrzeug käme beladen zurück: nirgends ist Platz zum Abladen.",
    closed: ({ named }) => `${point(named)} ist an diesem Tag nicht zugänglich, oder die Ladung ist noch nicht bereit.`,
    window: ({ named, needed, limit }) =>
      `${point(named)} wäre erst um ${formatClock(needed)} Uhr erreicht, zugänglich ist die Stelle bis ${formatClock(limit)} Uhr.`,
    facilityClosed: ({ facility, needed, limit }) =>
      limit === 0
        ? `${place(facility)} nimmt an diesem Tag nicht an.`
        : `${place(facility)} wäre erst um ${formatClock(needed)} Uhr erreicht, die Annahme endet um ${formatClock(limit)} Uhr.`,
    facilityCapacity: ({ facility, needed, limit }) =>
      `${place(facility)} nimmt am Tag ${amount(limit, "kg")} an, alle Touren zusammen bringen ${amount(needed, "kg")}.`,
    daySet: ({ named }) => `Dieser Tag passt für ${point(named)} nicht zu den anderen Abholungen.`,
    frozen: () => "Die Tour ist festgelegt und wäre eine andere.",
    lock: ({ named }) => `${load(named)} ist anderswo festgelegt.`,
    precedence: ({ named }) => `Vor der Abholung in ${point(named)} ist eine andere Arbeit zu tun.`,
    release: ({ named, needed, limit }) =>
      `${load(named)} ist erst um ${formatClock(needed)} Uhr abholbereit, die Fahrt müsste um ${formatClock(limit)} Uhr beginnen.`,
    order: () => "Die Ladungen liegen in einer Reihenfolge, die nicht erlaubt ist.",
    breakLeg: ({ needed, limit }) =>
      `Eine Strecke dauert ${hours(needed)} Stunden; ohne Pause dürfen es ${hours(limit)} sein.`,
    breakMissing: ({ needed, limit }) =>
      `Es fehlt eine Lenkpause: ${hours(needed)} Stunden am Steuer, ohne Pause dürfen es ${hours(limit)} sein.`,
    breakShort: ({ needed, limit }) =>
      `Eine Lenkpause ist zu kurz: ${minutes(limit)} Minuten, nötig sind ${minutes(needed)}.`,
    maxStops: ({ needed, limit }) => `Die Tour hat ${needed} Halte, erlaubt sind ${limit}.`,
    maxLoadPerDay: ({ needed, limit, unit }) =>
      `An diesem Tag kommen ${amount(needed, unit)} zusammen, erlaubt sind ${amount(limit, unit)}.`,
    duration: ({ needed, limit }) => `Die Tour dauert ${hours(needed)} Stunden, erlaubt sind ${hours(limit)}.`,
    distance: ({ needed, limit }) => `Die Tour ist ${km(needed)} lang, erlaubt sind ${km(limit)}.`,
    driving: ({ needed, limit }) => `Die Lenkzeit beträgt ${hours(needed)} Stunden, erlaubt sind ${hours(limit)}.`,
    shift: ({ needed, limit }) =>
      `Das Fahrzeug käme erst um ${formatClock(needed)} Uhr zurück, Schichtende ist ${formatClock(limit)} Uhr.`,
    lunch: () => "Es fehlt die Mittagspause.",
    slots: ({ needed, limit }) => `An Bord wären ${needed} Behälter, Platz ist für ${limit}.`,
    noEmpty: () => "Es ist kein leerer Behälter an Bord, der abgestellt werden könnte.",
    notReturned: () => "Ein Behälter kommt nicht dorthin zurück, wohin er gehört.",
    noYard: () => "Leere Behälter beginnen oder enden, wo kein Behälterlager ist.",
    yardClosed: () => "Das Behälterlager ist geschlossen.",
    spares: ({ needed, limit }) => `${needed} leere Behälter wären nötig, das Lager hat ${limit}.`,
  },
};

function refused({ named, facility }: Fault): string {
  return `${load(named)} wird dort nicht angenommen: ${facility ?? "die Anlage"}.`;
}

/** Begins a sentence. */
function load(named: NamedLoad | null): string {
  return named === null ? "Eine Ladung" : `Die Ladung in ${named.point} (${amount(named.massKg, "kg")})`;
}

const point = (named: NamedLoad | null): string => named?.point ?? "Die Sammelstelle";
const place = (facility: string | null): string => facility ?? "Die Anlage";

/** ` von Hakenlift 1 am 24.11.2026`; nothing where no insertion stands behind the reason. */
function on({ tour }: Why): string {
  return tour === null ? "" : ` von ${tour.vehicle} am ${formatDate(tour.date)}`;
}

/** Where it would go, and for how much. */
function offer(why: Why): string {
  return ` kostete der Einbau ${formatEuros(why.priceCents)} (Tour${on(why)})`;
}

function moment(since: number, monday: string): string {
  const { day, seconds } = momentOf(since);
  return `am ${formatDate(addDays(monday, day))} um ${formatClock(seconds)} Uhr`;
}

function amount(value: number, unit: string): string {
  if (unit === "kg") return `${formatNumber(value / 1000, 1)} t`;
  return unit === "litres" ? `${formatNumber(value / 1000, 1)} m³` : formatNumber(value);
}

const hours = (seconds: number): string => formatNumber(seconds / 3600, 1);
const minutes = (seconds: number): string => formatNumber(seconds / 60);
const km = (metres: number): string => `${formatNumber(metres / 1000, 1)} km`;
