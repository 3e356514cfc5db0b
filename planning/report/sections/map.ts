/** Karte: the drawing, its legend, and the same content as lists. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { markup, type Html } from "../html.ts";
import { drawMap, mapPlaces, type MapPlaces } from "../map/drawing.ts";
import { readOutlines } from "../map/outlines.ts";
import { dataTable } from "../table.ts";
import type { Tour } from "../tours.ts";
import { dayName, FACILITY_KIND_NAMES, listed, plural, tonnes } from "../words.ts";

const DAYS = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

/** Works without a script: the style sheet hides the tours of the other days. */
function dayFilter(tours: readonly Tour[]): Html | null {
  const days = [...new Set(tours.map((tour) => tour.day))].sort((a, b) => a - b);
  if (days.length < 2) return null;
  return markup`<fieldset class="days"><legend>Touren zeigen:</legend>
<label><input type="radio" name="day" id="day-all" checked>alle</label>
${days.map(
  (day) => markup`<label><input type="radio" name="day" id="day-${day}">${DAYS[day]}</label>
`,
)}</fieldset>`;
}

function vehicleLegend(tours: readonly Tour[]): Html[] {
  const vehicles = new Map(tours.map((tour) => [tour.route.vehicleId, tour]));
  return [...vehicles.values()].map(({ hue, route }) => {
    const numbers = tours.filter((tour) => tour.route.vehicleId === route.vehicleId).map((tour) => String(tour.number));
    return markup`<li><svg class="canvas hue-${hue}" viewBox="0 0 40 20" aria-hidden="true"><path class="line" d="M0 10h40"/></svg>
<span>${route.vehicleName}: ${numbers.length === 1 ? "Tour" : "Touren"} ${listed(numbers)}</span></li>
`;
  });
}

function dashLegend(tours: readonly Tour[]): Html[] {
  const days = new Map(tours.map((tour) => [tour.day, tour.route.date]));
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(
      ([
        day,
        date,
      ]) => markup`<li><svg class="canvas hue-7" viewBox="0 0 40 20" aria-hidden="true"><path class="line dash-${day}" d="M0 10h40"/></svg>
<span>${dayName(date)}</span></li>
`,
    );
}

function symbolLegend(): Html {
  return markup`<li><svg class="canvas" viewBox="0 0 40 20" aria-hidden="true"><circle class="site" cx="20" cy="10" r="8"/></svg><span>Sammelstelle, Nummer der Liste</span></li>
<li><svg class="canvas" viewBox="0 0 40 20" aria-hidden="true"><rect class="works" x="12" y="2" width="16" height="16"/></svg><span>Verwertungsanlage, Buchstabe der Liste</span></li>
<li><svg class="canvas hue-7" viewBox="0 0 40 20" aria-hidden="true"><path class="depot" d="M20 2l8 15H12z"/></svg><span>Depot in der Farbe des Fahrzeugs</span></li>
`;
}

function legends(tours: readonly Tour[]): Html {
  const parts = [
    ["Zeichen", symbolLegend()],
    ["Farbe: Fahrzeug", vehicleLegend(tours)],
    ["Strichart: Tag", dashLegend(tours)],
  ] as const;
  return markup`<div class="legends">${parts.map(
    ([title, entries]) => markup`<div class="legend"><strong>${title}</strong><ul>${entries}</ul></div>
`,
  )}</div>`;
}

function siteTable(plan: Plan, region: Region, places: MapPlaces): Html {
  const names = new Map(region.municipalities.map((one) => [one.ags, one.name]));
  const rows = region.collectionPoints
    .filter((point) => point.status === "open")
    .map((point, index) => {
      const loads = plan.pickups.filter((pickup) => pickup.pointId === point.id && pickup.routeId !== null);
      const users = region.serviceShares
        .filter((share) => share.pointId === point.id)
        .map((share) => names.get(share.ags) ?? share.ags);
      const mass = loads.reduce((sum, load) => sum + load.massKg, 0);
      return [places.sites[index]?.sign, point.name, listed(users), loads.length === 0 ? "–" : tonnes(mass)];
    });
  return dataTable({
    id: "sites-table",
    caption: "Sammelstellen auf der Karte",
    columns: [{ head: "Nr." }, { head: "Name" }, { head: "genutzt von" }, { head: "abgeholt", numeric: true }],
    rows,
  });
}

function worksTable(plan: Plan, region: Region, places: MapPlaces): Html {
  const rows = places.works.map((works) => {
    const facility = region.facilities.find((one) => one.name === works.name);
    const mass = plan.pickups
      .filter((pickup) => pickup.facilityId === facility?.id && pickup.routeId !== null)
      .reduce((sum, one) => sum + one.massKg, 0);
    return [
      works.sign,
      works.name,
      facility === undefined ? "" : FACILITY_KIND_NAMES[facility.kind],
      mass === 0 ? "–" : tonnes(mass),
    ];
  });
  return dataTable({
    id: "works-table",
    caption: "Verwertungsanlagen auf der Karte",
    columns: [{ head: "Zeichen" }, { head: "Name" }, { head: "Art" }, { head: "angeliefert", numeric: true }],
    rows,
  });
}

export function mapSection(plan: Plan, region: Region, document: unknown, tours: readonly Tour[]): Html {
  const outlines = readOutlines(document);
  const places = mapPlaces(plan, region);
  const credits = [...new Set([outlines.attribution, ...region.settings.attribution])].filter(
    (credit) => credit !== "",
  );
  return markup`<p>${plural(tours.length, "Tour", "Touren")} der Woche. Die Linien verbinden die Halte in ihrer Reihenfolge und zeigen nicht
die befahrenen Straßen. Norden ist oben.</p>
<figure class="map">${dayFilter(tours)}
${drawMap(plan, region, outlines, tours, places)}
<figcaption id="map-words">Die Kommunen des Verbunds sind grün unterlegt. Alle Orte stehen in den Listen unter der Karte, alle
Touren mit ihren Halten in der Wochentafel. Zeichen, die sich decken würden, sind auseinandergerückt.${credits.length === 0 ? null : ` Quellen: ${credits.join("; ")}.`}</figcaption>
${legends(tours)}</figure>
${siteTable(plan, region, places)}
${worksTable(plan, region, places)}`;
}
