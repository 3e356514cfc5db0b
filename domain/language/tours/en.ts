/** Why loads stay and what tours break, in English. */
import { figuresOf } from "../figures.ts";
import { addDays, formatClock as clock } from "../../week.ts";
import { isNever, momentOf, type Fault, type NamedLoad, type TourWords, type Why } from "./shape.ts";

const { number, money, tonnes, date } = figuresOf("en");

const EQUIPMENT: Readonly<Record<string, string>> = {
  hookLift: "a hook lift",
  walkingFloor: "a walking floor",
  grab: "a grab",
  trailer: "a trailer",
};

export const TOURS_EN: TourWords = {
  stays: ({ massKg, point }, why) => `${tonnes(massKg)} at ${point} stay: ${why}`,
  other: (code, needed, limit) =>
    `the limit “${code}” is exceeded: ${number(needed, 1)} needed, ${number(limit, 1)} allowed.`,
  why: {
    price: ({ needed, limit }) =>
      `the cheapest place on a tour costs ${money(needed)}, waiting is valued at ${money(limit)}.`,
    noVehicle: () => "no vehicle works in this week.",
    notShredded: ({ shreddedOn = "" }) =>
      `the shredder is done there on ${date(shreddedOn)} only, and no suitable vehicle drives after that in this week.`,
    capability: ({ capabilities, vehicles }) =>
      `it needs ${capabilities.map((name) => EQUIPMENT[name] ?? name).join(" or ")}; none of the ${vehicles} vehicles works with that in this week.`,
    closed: () => "the collection point is open on no day on which a suitable vehicle works.",
    capacity: ({ needed, limit, unit }) =>
      `no suitable vehicle has enough room (${amount(needed, unit)} needed, ${amount(limit, unit)} there).`,
    window: ({ needed, limit }) =>
      `the collection point would be reached at ${clock(needed)} only, it is open until ${clock(limit)}.`,
    facilityClosed: ({ facility, needed, limit }) =>
      limit === 0
        ? `${facility} is open on no day on which a suitable vehicle works.`
        : `${facility} would be reached at ${clock(needed)} only, it is open until ${clock(limit)}.`,
    facilityCapacity: ({ facility, needed, limit }) =>
      `${facility} takes ${tonnes(limit)} a day, ${tonnes(needed)} would be needed.`,
    breakLeg: ({ needed, limit }) => `one leg takes ${hours(needed)}; ${hours(limit)} are allowed without a break.`,
    driving: ({ needed, limit }) => `${hours(limit)} at the wheel are allowed, ${hours(needed)} would be needed.`,
    duration: (why) => `the tour${on(why)} would take ${hours(why.needed)}, ${hours(why.limit)} are allowed.`,
    distance: (why) => `the tour${on(why)} would be ${km(why.needed)} long, ${km(why.limit)} are allowed.`,
    shift: ({ needed, limit }) =>
      `no shift is long enough: the vehicle would be back at ${clock(needed)}, the shift ends at ${clock(limit)}.`,
    lock: (why) => `dispatch has locked another vehicle or day; without that lock${offer(why)}.`,
    frozen: (why) => `the only tour with room for it is locked; without that lock${offer(why)}.`,
    order: (why) => `no place on a tour keeps the order that is set; without it${offer(why)}.`,
    precedence: ({ needed, limit, monday }) =>
      isNever(needed)
        ? "the work that must come first is on no tour in this week."
        : `the work that must come first ends ${moment(needed, monday)}; the pick-up would begin ${moment(limit, monday)}.`,
    release: (why) =>
      `the load is ready at ${clock(why.needed)} only, the trip${on(why)} would have to begin at ${clock(why.limit)}.`,
    slots: ({ needed, limit }) => `its containers need ${needed} slots, the vehicle has ${limit}.`,
    spares: ({ needed, limit }) => `${needed} empty containers would be needed on one day, the yard has ${limit}.`,
  },
  broken: {
    vehicleTwice: () => "The vehicle drives twice on this day.",
    clientTwice: ({ named }) => `${load(named)} is on two tours.`,
    clientLost: ({ named }) => `${load(named)} must go and is on no tour.`,
    dayOff: () => "The vehicle does not work on this day.",
    capability: ({ named }) => `${load(named)} needs equipment that the vehicle lacks.`,
    capacity: ({ needed, limit, unit }) =>
      `The vehicle is overloaded: ${amount(needed, unit)} on board, ${amount(limit, unit)} allowed.`,
    material: ({ named }) => `${load(named)} must not be on one trip with other material.`,
    facilityRefused: refused,
    notAccepted: refused,
    notEmpty: () => "The vehicle would come home loaded: there is nowhere to tip.",
    closed: ({ named }) => `${point(named)} is not open on this day, or the load is not ready yet.`,
    window: ({ named, needed, limit }) =>
      `${point(named)} would be reached at ${clock(needed)} only, it is open until ${clock(limit)}.`,
    facilityClosed: ({ facility, needed, limit }) =>
      limit === 0
        ? `${place(facility)} is not open on this day.`
        : `${place(facility)} would be reached at ${clock(needed)} only, it is open until ${clock(limit)}.`,
    facilityCapacity: ({ facility, needed, limit }) =>
      `${place(facility)} takes ${tonnes(limit)} a day, all tours together bring ${tonnes(needed)}.`,
    daySet: ({ named }) => `For ${point(named)} this day does not go with the other visits.`,
    frozen: () => "The tour is locked and would be another one.",
    lock: ({ named }) => `${load(named)} is locked elsewhere.`,
    precedence: ({ named }) => `Other work must come before the pick-up at ${point(named)}.`,
    release: ({ named, needed, limit }) =>
      `${load(named)} is ready at ${clock(needed)} only, the trip would have to begin at ${clock(limit)}.`,
    order: () => "The loads must not come in this order.",
    breakLeg: ({ needed, limit }) => `One leg takes ${hours(needed)}; ${hours(limit)} are allowed without a break.`,
    breakMissing: ({ needed, limit }) =>
      `A break is missing: ${hours(needed)} at the wheel, ${hours(limit)} allowed without one.`,
    breakShort: ({ needed, limit }) => `A break is too short: ${minutes(limit)} minutes instead of ${minutes(needed)}.`,
    maxStops: ({ needed, limit }) => `The tour has ${needed} stops, ${limit} are allowed.`,
    maxLoadPerDay: ({ needed, limit, unit }) =>
      `${amount(needed, unit)} come together on this day, ${amount(limit, unit)} are allowed.`,
    duration: ({ needed, limit }) => `The tour takes ${hours(needed)}, ${hours(limit)} are allowed.`,
    distance: ({ needed, limit }) => `The tour is ${km(needed)} long, ${km(limit)} are allowed.`,
    driving: ({ needed, limit }) => `${hours(needed)} at the wheel, ${hours(limit)} are allowed.`,
    shift: ({ needed, limit }) =>
      `The vehicle would be back at ${clock(needed)} only, the shift ends at ${clock(limit)}.`,
    lunch: () => "The lunch break is missing.",
    slots: ({ needed, limit }) => `${needed} containers would be on board, there is room for ${limit}.`,
    noEmpty: () => "No empty container is on board to be set down.",
    notReturned: () => "A container does not come back where it belongs.",
    noYard: () => "Empty containers begin or end where no container yard is.",
    yardClosed: () => "The container yard is closed.",
    spares: ({ needed, limit }) => `${needed} empty containers would be needed, the yard has ${limit}.`,
  },
};

function refused({ named, facility }: Fault): string {
  return `${load(named)} is not taken there: ${facility ?? "the facility"}.`;
}

/** Begins a sentence. */
function load(named: NamedLoad | null): string {
  return named === null ? "A load" : `The load at ${named.point} (${tonnes(named.massKg)})`;
}

const point = (named: NamedLoad | null): string => named?.point ?? "The collection point";
const place = (facility: string | null): string => facility ?? "The facility";

/** ` of Hook lift 1 on 24 Nov 2026`; nothing where no insertion stands behind the reason. */
function on({ tour }: Why): string {
  return tour === null ? "" : ` of ${tour.vehicle} on ${date(tour.date)}`;
}

function offer(why: Why): string {
  return ` the place would cost ${money(why.priceCents)} (tour${on(why)})`;
}

function moment(since: number, monday: string): string {
  const { day, seconds } = momentOf(since);
  return `on ${date(addDays(monday, day))} at ${clock(seconds)}`;
}

function amount(value: number, unit: string): string {
  if (unit === "kg") return tonnes(value);
  return unit === "litres" ? `${number(value / 1000, 1)}\u00A0m³` : number(value);
}

const hours = (seconds: number): string => `${number(seconds / 3600, 1)}\u00A0hours`;
const minutes = (seconds: number): string => number(seconds / 60);
const km = (metres: number): string => `${number(metres / 1000, 1)}\u00A0km`;
