/** Why loads stay and what tours break, in French. */
import { figuresOf } from "../figures.ts";
import { addDays, formatClock as clock } from "../../week.ts";
import { isNever, momentOf, type Fault, type NamedLoad, type TourWords, type Why } from "./shape.ts";

const { number, money, tonnes, date } = figuresOf("fr");

const EQUIPMENT: Readonly<Record<string, string>> = {
  hookLift: "un bras à crochet",
  walkingFloor: "un fond mouvant",
  grab: "un grappin",
  trailer: "une remorque",
};

export const TOURS_FR: TourWords = {
  stays: ({ massKg, point }, why) => `${tonnes(massKg)} restent sur place (${point}) : ${why}`,
  other: (code, needed, limit) =>
    `la limite « ${code} » est dépassée : ${number(needed, 1)} nécessaires, ${number(limit, 1)} permis.`,
  why: {
    price: ({ needed, limit }) =>
      `la place la moins chère dans une tournée coûte ${money(needed)}, l’attente est évaluée à ${money(limit)}.`,
    noVehicle: () => "aucun véhicule n’est en service cette semaine.",
    notShredded: ({ shreddedOn = "" }) =>
      `le broyeur n’y aura fini que le ${date(shreddedOn)} ; ensuite, aucun véhicule adapté ne roule plus cette semaine.`,
    capability: ({ capabilities, vehicles }) =>
      `il faut ${capabilities.map((name) => EQUIPMENT[name] ?? name).join(" ou ")} ; aucun des ${vehicles} véhicules n’en a en service cette semaine.`,
    closed: () => "le point de collecte n’est accessible aucun des jours où un véhicule adapté est en service.",
    capacity: ({ needed, limit, unit }) =>
      `aucun véhicule adapté n’a assez de place (${amount(needed, unit)} nécessaires, ${amount(limit, unit)} disponibles).`,
    window: ({ needed, limit }) =>
      `le point de collecte ne serait atteint qu’à ${clock(needed)}, il n’est accessible que jusqu’à ${clock(limit)}.`,
    facilityClosed: ({ facility, needed, limit }) =>
      limit === 0
        ? `l’installation ${facility} n’est ouverte aucun des jours où un véhicule adapté est en service.`
        : `l’installation ${facility} ne serait atteinte qu’à ${clock(needed)}, elle ferme à ${clock(limit)}.`,
    facilityCapacity: ({ facility, needed, limit }) =>
      `l’installation ${facility} prend ${tonnes(limit)} par jour, il en faudrait ${tonnes(needed)}.`,
    breakLeg: ({ needed, limit }) => `un trajet dure ${hours(needed)} ; sans pause, ${hours(limit)} sont permises.`,
    driving: ({ needed, limit }) =>
      `le temps de conduite permis de ${hours(limit)} ne suffit pas (${hours(needed)} nécessaires).`,
    duration: (why) => `la tournée${on(why)} durerait ${hours(why.needed)}, ${hours(why.limit)} sont permises.`,
    distance: (why) => `la tournée${on(why)} ferait ${km(why.needed)}, ${km(why.limit)} sont permis.`,
    shift: ({ needed, limit }) =>
      `aucun service n’est assez long : le véhicule rentrerait à ${clock(needed)}, le service finit à ${clock(limit)}.`,
    lock: (why) => `la répartition a verrouillé un autre véhicule ou un autre jour ; sans ce verrou,${offer(why)}.`,
    frozen: (why) => `la seule tournée qui a de la place est verrouillée ; sans ce verrou,${offer(why)}.`,
    order: (why) => `aucune place dans une tournée ne respecte l’ordre fixé ; sans cet ordre,${offer(why)}.`,
    precedence: ({ needed, limit, monday }) =>
      isNever(needed)
        ? "le travail à faire avant n’est dans aucune tournée de cette semaine."
        : `le travail à faire avant ne finit que ${moment(needed, monday)} ; l’enlèvement commencerait ${moment(limit, monday)}.`,
    release: (why) =>
      `le chargement n’est prêt qu’à ${clock(why.needed)}, le trajet${on(why)} devrait commencer à ${clock(why.limit)}.`,
    slots: ({ needed, limit }) => `les conteneurs ont besoin de ${needed} places, le véhicule en a ${limit}.`,
    spares: ({ needed, limit }) => `il faudrait ${needed} conteneurs vides le même jour, le dépôt en a ${limit}.`,
  },
  broken: {
    vehicleTwice: () => "Le véhicule roule deux fois ce jour-là.",
    clientTwice: ({ named }) => `${load(named)} est dans deux tournées.`,
    clientLost: ({ named }) => `${load(named)} doit partir et n’est dans aucune tournée.`,
    dayOff: () => "Le véhicule n’est pas en service ce jour-là.",
    capability: ({ named }) => `${load(named)} demande un équipement que le véhicule n’a pas.`,
    capacity: ({ needed, limit, unit }) =>
      `Le véhicule est surchargé : ${amount(needed, unit)} à bord, ${amount(limit, unit)} permis.`,
    material: ({ named }) => `${load(named)} ne doit pas être dans le même trajet qu’une autre matière.`,
    facilityRefused: refused,
    notAccepted: refused,
    notEmpty: () => "Le véhicule rentrerait chargé : il n’y a de place nulle part pour vider.",
    closed: ({ named }) => `${point(named)} : pas accessible ce jour-là, ou le chargement n’est pas encore prêt.`,
    window: ({ named, needed, limit }) =>
      `${point(named)} : arrivée à ${clock(needed)} seulement, accessible jusqu’à ${clock(limit)}.`,
    facilityClosed: ({ facility, needed, limit }) =>
      limit === 0
        ? `${place(facility)} : fermée ce jour-là.`
        : `${place(facility)} : arrivée à ${clock(needed)} seulement, ouverte jusqu’à ${clock(limit)}.`,
    facilityCapacity: ({ facility, needed, limit }) =>
      `${place(facility)} : ${tonnes(limit)} par jour au plus, toutes les tournées apportent ${tonnes(needed)}.`,
    daySet: ({ named }) => `${point(named)} : ce jour ne va pas avec les autres passages.`,
    frozen: () => "La tournée est verrouillée et serait une autre.",
    lock: ({ named }) => `${load(named)} est verrouillé ailleurs.`,
    precedence: ({ named }) => `${point(named)} : un autre travail doit être fait avant l’enlèvement.`,
    release: ({ named, needed, limit }) =>
      `${load(named)} n’est prêt qu’à ${clock(needed)}, le trajet devrait commencer à ${clock(limit)}.`,
    order: () => "Les chargements sont dans un ordre qui n’est pas permis.",
    breakLeg: ({ needed, limit }) => `Un trajet dure ${hours(needed)} ; sans pause, ${hours(limit)} sont permises.`,
    breakMissing: ({ needed, limit }) =>
      `Il manque une pause : ${hours(needed)} au volant, ${hours(limit)} permises sans pause.`,
    breakShort: ({ needed, limit }) =>
      `Une pause est trop courte : ${minutes(limit)} minutes au lieu de ${minutes(needed)}.`,
    maxStops: ({ needed, limit }) => `La tournée a ${needed} arrêts, ${limit} sont permis.`,
    maxLoadPerDay: ({ needed, limit, unit }) =>
      `${amount(needed, unit)} se réunissent ce jour-là, ${amount(limit, unit)} sont permis.`,
    duration: ({ needed, limit }) => `La tournée dure ${hours(needed)}, ${hours(limit)} sont permises.`,
    distance: ({ needed, limit }) => `La tournée fait ${km(needed)}, ${km(limit)} sont permis.`,
    driving: ({ needed, limit }) => `${hours(needed)} de conduite, ${hours(limit)} sont permises.`,
    shift: ({ needed, limit }) =>
      `Le véhicule ne rentrerait qu’à ${clock(needed)}, le service finit à ${clock(limit)}.`,
    lunch: () => "Il manque la pause de midi.",
    slots: ({ needed, limit }) => `Il y aurait ${needed} conteneurs à bord, il y a de la place pour ${limit}.`,
    noEmpty: () => "Il n’y a pas de conteneur vide à bord pour le déposer.",
    notReturned: () => "Un conteneur ne revient pas là où il le doit.",
    noYard: () => "Des conteneurs vides partent ou arrivent là où il n’y a pas de dépôt de conteneurs.",
    yardClosed: () => "Le dépôt de conteneurs est fermé.",
    spares: ({ needed, limit }) => `Il faudrait ${needed} conteneurs vides, le dépôt en a ${limit}.`,
  },
};

function refused({ named, facility }: Fault): string {
  return `${load(named)} n’y est pas accepté : ${facility ?? "l’installation"}.`;
}

/** Begins a sentence. */
function load(named: NamedLoad | null): string {
  return named === null ? "Un chargement" : `Le chargement de ${named.point} (${tonnes(named.massKg)})`;
}

const point = (named: NamedLoad | null): string => named?.point ?? "Le point de collecte";
const place = (facility: string | null): string => facility ?? "L’installation";

/** ` de Bras 1 le 24/11/2026`; nothing where no insertion stands behind the reason. */
function on({ tour }: Why): string {
  return tour === null ? "" : ` de ${tour.vehicle} le ${date(tour.date)}`;
}

function offer(why: Why): string {
  return ` la place coûterait ${money(why.priceCents)} (tournée${on(why)})`;
}

function moment(since: number, monday: string): string {
  const { day, seconds } = momentOf(since);
  return `le ${date(addDays(monday, day))} à ${clock(seconds)}`;
}

function amount(value: number, unit: string): string {
  if (unit === "kg") return tonnes(value);
  return unit === "litres" ? `${number(value / 1000, 1)}\u00A0m³` : number(value);
}

const hours = (seconds: number): string => `${number(seconds / 3600, 1)}\u00A0heures`;
const minutes = (seconds: number): string => number(seconds / 60);
const km = (metres: number): string => `${number(metres / 1000, 1)}\u00A0km`;
