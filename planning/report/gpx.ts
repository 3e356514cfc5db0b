/** One GPX 1.1 file a tour: waypoints for the navigation device, a route with names and times in driving order. */
import type { PlanRoute, RouteStop } from "../../domain/plan/plan.ts";
import { formatDate } from "../../domain/week.ts";
import { escapeMarkup } from "./markup.ts";
import { clock, tonnes } from "./words.ts";

const NAMESPACES =
  'xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd"';

/** GPX asks for UTC. */
function utc(timestamp: string): string {
  return new Date(timestamp).toISOString().replace(".000Z", "Z");
}

function description(stop: RouteStop): string {
  const times = `${clock(stop.arrivalAt)}–${clock(stop.departureAt)}`;
  if (stop.kind === "pickup") return `${times}, ${tonnes(stop.massKg)} laden`;
  if (stop.kind === "facility") return `${times}, ${tonnes(stop.massKg)} abladen`;
  return stop.kind === "break" ? `${times}, Lenkpause` : times;
}

const TYPES: Readonly<Record<RouteStop["kind"], string>> = {
  depot: "Depot",
  pickup: "Sammelstelle",
  facility: "Verwertungsanlage",
  break: "Pause",
};

/** The order of the child elements is fixed by the schema: time, name, desc, type. */
function point(tag: "wpt" | "rtept", stop: RouteStop, name: string): string {
  return [
    `<${tag} lat="${stop.latitude.toFixed(6)}" lon="${stop.longitude.toFixed(6)}">`,
    `<time>${utc(stop.arrivalAt)}</time>`,
    `<name>${escapeMarkup(name)}</name>`,
    `<desc>${escapeMarkup(description(stop))}</desc>`,
    `<type>${TYPES[stop.kind]}</type>`,
    `</${tag}>`,
  ].join("");
}

/** A place that a tour visits again is one waypoint. */
function waypoints(route: PlanRoute): string[] {
  const seen = new Set<string>();
  return route.stops.flatMap((stop) => {
    const key = `${stop.name} ${stop.latitude} ${stop.longitude}`;
    if (stop.kind === "break" || seen.has(key)) return [];
    seen.add(key);
    return [point("wpt", stop, stop.name)];
  });
}

export function renderGpx(route: PlanRoute, regionName: string): string {
  const title = `${regionName}, ${route.vehicleName}, ${formatDate(route.date)}`;
  const start = route.stops[0];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="Grünverbund" ${NAMESPACES}>`,
    `<metadata><name>${escapeMarkup(title)}</name>${start === undefined ? "" : `<time>${utc(start.departureAt)}</time>`}</metadata>`,
    ...waypoints(route),
    `<rte><name>${escapeMarkup(title)}</name>`,
    ...route.stops.map((stop, index) => point("rtept", stop, `${index + 1}. ${stop.name}`)),
    "</rte>",
    "</gpx>",
    "",
  ].join("\n");
}
