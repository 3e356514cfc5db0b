/** What a tour sheet says: plain German text by stop, before anything is drawn. */
import type { Pickup, Plan, PlanRoute, RouteStop } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { formatNumber } from "../../../domain/money.ts";
import { formatDate } from "../../../domain/week.ts";
import {
  clock,
  dayName,
  duration,
  FORM_NAMES,
  kilometres,
  loadOf,
  pickupCount,
  tonnes,
  weekName,
} from "../../../planning/report/words.ts";
import { geoUri } from "./qr.ts";

export interface SheetStop {
  readonly number: number;
  readonly kind: RouteStop["kind"];
  readonly arrival: string;
  readonly departure: string;
  readonly place: string;
  readonly task: string;
  /** What and how much, where it comes from or goes to. */
  readonly details: readonly string[];
  /** What the driver writes down, each with room behind it. */
  readonly fields: readonly string[];
  /** Absent for a break, which has no place of its own. */
  readonly geo?: string;
}

export interface SheetContent {
  readonly region: string;
  readonly tour: string;
  readonly vehicle: string;
  readonly date: string;
  readonly depot: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly stops: readonly SheetStop[];
}

export function sheetContent(plan: Plan, region: Region, route: PlanRoute): SheetContent {
  const first = route.stops[0];
  const last = route.stops.at(-1);
  return {
    region: plan.regionName,
    tour: route.id,
    vehicle: route.vehicleName,
    date: `${dayName(route.date)}, ${formatDate(route.date)} (${weekName(plan.week)})`,
    depot: first?.name ?? "",
    facts: [
      ["Abfahrt", first === undefined ? "" : `${clock(first.departureAt)} Uhr`],
      ["Rückkehr", last === undefined ? "" : `${clock(last.arrivalAt)} Uhr`],
      ["Ladungen", `${pickupCount(route)} (${tonnes(loadOf(route))})`],
      ["Strecke", kilometres(route.distanceMetres)],
      ["Lenkzeit", duration(route.drivingSeconds)],
    ],
    stops: route.stops.map((stop, index) => sheetStop(plan, region, route, stop, index)),
  };
}

function sheetStop(plan: Plan, region: Region, route: PlanRoute, stop: RouteStop, index: number): SheetStop {
  const base = {
    number: index + 1,
    kind: stop.kind,
    arrival: clock(stop.arrivalAt),
    departure: clock(stop.departureAt),
    place: stop.name,
    ...(stop.kind === "break" ? {} : { geo: geoUri(stop) }),
  };
  const none = { details: [], fields: [] };
  switch (stop.kind) {
    case "pickup":
      return { ...base, ...pickupWords(plan, region, stop) };
    case "facility":
      return { ...base, ...unloadingWords(plan, route, stop, index) };
    case "break":
      return { ...base, ...none, place: "Lenkpause", task: `${minutesOf(stop)} Minuten` };
    case "depot": {
      const leaving = index === 0;
      return { ...base, ...none, task: leaving ? "Abfahrt" : "Rückkehr", fields: ["km-Stand"] };
    }
  }
}

const HOW = { heap: "Haufen laden", rollOff: "Abrollcontainer aufnehmen", skip: "Absetzmulde aufnehmen" } as const;

function pickupWords(plan: Plan, region: Region, stop: RouteStop): Pick<SheetStop, "task" | "details" | "fields"> {
  const pickup = pickupOf(plan, stop);
  const storage = region.storages.find(({ id }) => id === pickup.storageId);
  const stream = region.streams.find(({ id }) => id === pickup.streamId);
  const facility = region.facilities.find(({ id }) => id === pickup.facilityId);
  const cubicMetres = formatNumber(pickup.volumeLitres / 1000);
  return {
    task: storage === undefined ? "Laden" : HOW[storage.kind],
    details: [
      `${stream?.name ?? pickup.streamId}, ${FORM_NAMES[pickup.form]}`,
      `geplant ${formatNumber(pickup.massKg)} kg (${cubicMetres} m³), nach ${facility?.name ?? pickup.facilityId}`,
    ],
    fields: ["Bemerkung"],
  };
}

function unloadingWords(plan: Plan, route: PlanRoute, stop: RouteStop, index: number) {
  const since = route.stops.slice(0, index).findLastIndex(({ kind }) => kind === "facility");
  const aboard = route.stops.slice(since + 1, index).filter(({ kind }) => kind === "pickup");
  const from = aboard.filter((one) => pickupOf(plan, one).facilityId === stop.id).map(({ name }) => name);
  return {
    task: "Abladen und wiegen",
    details: [
      `geplant ${formatNumber(stop.massKg)} kg`,
      ...(from.length === 0 ? [] : [`aus: ${[...new Set(from)].join("; ")}`]),
    ],
    fields: ["Wiegeschein Nr.", "netto kg"],
  };
}

function minutesOf({ startAt, departureAt }: RouteStop): number {
  return Math.round((Date.parse(departureAt) - Date.parse(startAt)) / 60_000);
}

function pickupOf(plan: Plan, stop: RouteStop): Pickup {
  const pickup = plan.pickups.find(({ id }) => id === stop.id);
  if (pickup === undefined) throw new Error(`stop ${stop.id} is no pick-up of the plan`);
  return pickup;
}
