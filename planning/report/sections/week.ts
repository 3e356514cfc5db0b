/** Wochentafel: vehicles by days, and under it every tour with its stops. */
import type { Plan, RouteStop } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { addDays, mondayOf } from "../../../domain/week.ts";
import { markup, type Content, type Html } from "../html.ts";
import { dataTable } from "../table.ts";
import { badge, type Tour, vehicleIds } from "../tours.ts";
import {
  clock,
  dayMonth,
  dayName,
  dayShort,
  duration,
  FORM_NAMES,
  FRACTION_NAMES,
  kilometres,
  loadOf,
  money,
  pickupCount,
  plural,
  tonnes,
  weekDates,
} from "../words.ts";

const WORKDAYS = 5;

/** Monday to Friday always, the weekend only when somebody works on it. */
function daysOf(plan: Plan): string[] {
  const monday = mondayOf(plan.week);
  const used = new Set([...plan.routes, ...plan.shredderVisits].map((one) => one.date));
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day)).filter(
    (date, day) => day < WORKDAYS || used.has(date),
  );
}

function span(tour: Tour): string {
  const { stops } = tour.route;
  return `${clock(stops[0]?.departureAt ?? "")}–${clock(stops.at(-1)?.arrivalAt ?? "")}`;
}

function chip(tour: Tour): Html {
  const { route } = tour;
  return markup`<a class="chip hue-${tour.hue}" href="#${tour.anchor}" data-tour="${tour.number}">${badge(tour)}<span class="visually-hidden">Tour: </span><b>${span(tour)}</b>
<span>${plural(pickupCount(route), "Ladung", "Ladungen")}, ${kilometres(route.distanceMetres)}, ${tonnes(loadOf(route))}</span></a>`;
}

function boardCell(date: string, content: readonly Html[]): Html {
  const empty = content.length === 0;
  return markup`<td role="cell" data-day="${dayShort(date)}"${empty ? markup` class="is-empty"` : null}>${empty ? markup`<span class="empty">–</span>` : content}</td>`;
}

function vehicleRow(vehicleId: string, tours: readonly Tour[], days: readonly string[]): Html {
  const own = tours.filter((tour) => tour.route.vehicleId === vehicleId);
  const cells = days.map((date) => boardCell(date, own.filter((tour) => tour.route.date === date).map(chip)));
  return markup`<tr role="row"><th role="rowheader" scope="row">${own[0]?.route.vehicleName ?? vehicleId}</th>${cells}</tr>
`;
}

function shredderRow(shredderId: string, plan: Plan, region: Region, days: readonly string[]): Html {
  const name = region.shredders.find((one) => one.id === shredderId)?.name ?? shredderId;
  const visits = (date: string) =>
    plan.shredderVisits
      .filter((visit) => visit.shredderId === shredderId && visit.date === date)
      .map((visit) => {
        const point = region.collectionPoints.find((one) => one.id === visit.pointId)?.name ?? visit.pointId;
        return markup`<div class="chip"><b>${point}</b><span>${tonnes(visit.massKg)} häckseln</span></div>`;
      });
  return markup`<tr role="row"><th role="rowheader" scope="row">Häckselkampagne: ${name}</th>${days.map((date) => boardCell(date, visits(date)))}</tr>
`;
}

/** The roles are written out because a table loses them where the style sheet lays it out as blocks (phones). */
function board(plan: Plan, region: Region, tours: readonly Tour[]): Html {
  const days = daysOf(plan);
  const shredders = [...new Set(plan.shredderVisits.map((visit) => visit.shredderId))];
  return markup`<table class="board" role="table"><caption>Fahrzeuge und Tage, ${weekDates(plan.week)}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Fahrzeug</th>${days.map((date) => markup`<th role="columnheader" scope="col">${dayName(date)}<small>${dayMonth(date)}</small></th>`)}</tr></thead>
<tbody role="rowgroup">${vehicleIds(plan).map((id) => vehicleRow(id, tours, days))}${shredders.map((id) => shredderRow(id, plan, region, days))}</tbody></table>`;
}

const STOP_WORDS: Readonly<Record<RouteStop["kind"], string>> = {
  depot: "Depot",
  pickup: "laden",
  facility: "abladen",
  break: "Pause",
};

function material(stop: RouteStop, plan: Plan): string {
  const pickup = stop.kind === "pickup" ? plan.pickups.find((one) => one.id === stop.id) : undefined;
  const words = STOP_WORDS[stop.kind];
  return pickup === undefined ? words : `${words}: ${FRACTION_NAMES[pickup.fraction]}, ${FORM_NAMES[pickup.form]}`;
}

function stopRow(stop: RouteStop, plan: Plan): Content[] {
  const times =
    stop.arrivalAt === stop.departureAt ? clock(stop.arrivalAt) : `${clock(stop.arrivalAt)}–${clock(stop.departureAt)}`;
  return [times, stop.name, material(stop, plan), stop.massKg === 0 ? "–" : tonnes(stop.massKg)];
}

function tourDetails(tour: Tour, plan: Plan): Html {
  const { route, anchor } = tour;
  const facts = `${duration(route.durationSeconds)}, davon ${duration(route.drivingSeconds)} am Steuer, ${kilometres(route.distanceMetres)}, ${money(route.costCents)}`;
  return markup`<details class="tour" id="${anchor}" data-tour="${tour.number}"><summary>${badge(tour)}
<strong>${dayShort(route.date)} ${dayMonth(route.date)}, ${span(tour)}</strong> <span>${route.vehicleName}</span>
<span class="muted">${plural(pickupCount(route), "Ladung", "Ladungen")}, ${kilometres(route.distanceMetres)}, ${tonnes(loadOf(route))}</span></summary>
${dataTable({
  id: `${anchor}-stops`,
  caption: markup`Tour ${tour.number}: ${facts}`,
  columns: [{ head: "Zeit" }, { head: "Halt" }, { head: "Tätigkeit" }, { head: "Menge", numeric: true }],
  rows: route.stops.map((stop) => stopRow(stop, plan)),
})}</details>
`;
}

export function weekSection(plan: Plan, region: Region, tours: readonly Tour[]): Html {
  if (tours.length === 0 && plan.shredderVisits.length === 0)
    return markup`<p>In dieser Woche ist keine Tour nötig.</p>`;
  return markup`<p>Jede Tour führt zu ihren Halten mit Zeiten und Tonnen. Dieselben Touren liegen als Kalender (<code>tours.ics</code>) und für
Navigationsgeräte (<code>tours/*.gpx</code>) bei.</p>
${board(plan, region, tours)}
<h3>Touren im Einzelnen</h3>
${tours.map((tour) => tourDetails(tour, plan))}`;
}
