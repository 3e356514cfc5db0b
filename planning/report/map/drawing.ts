/** The map as inline SVG: outlines, tours, sites, facilities. North is up. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { markup, type Html } from "../html.ts";
import type { Tour } from "../tours.ts";
import { isVisible, pathOf, type Outline, type Outlines } from "./outlines.ts";
import { projectionFor, type Place, type Projection } from "./projection.ts";
import { overlay, tourTag, type MapContent, type Marker } from "./symbols.ts";
import { tourLines, type TourLine } from "./tourLines.ts";

/** Symbols on a phone are this much larger, because the drawing is that much smaller. */
const NARROW = 2.1;

export interface MapPlaces {
  readonly sites: readonly (Place & { readonly name: string; readonly sign: string })[];
  readonly works: readonly (Place & { readonly name: string; readonly sign: string })[];
}

/** Facilities that the plan delivers to, and those of the region's own municipalities, in the order of the region. */
export function mapPlaces(plan: Plan, region: Region): MapPlaces {
  const used = new Set([...plan.flow.joint.hauls, ...plan.pickups].map((one) => one.facilityId));
  const works = region.facilities.filter((facility) => used.has(facility.id));
  const sites = region.collectionPoints.filter((point) => point.status === "open");
  return {
    sites: sites.map((point, index) => ({ ...point, sign: String(index + 1) })),
    works: works.map((facility, index) => ({ ...facility, sign: letter(index) })),
  };
}

/** A … Z, AA, AB … */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

function depotsOf(tours: readonly Tour[], projection: Projection): Marker[] {
  const depots = new Map<string, Marker>();
  for (const { route, hue } of tours) {
    const start = route.stops[0];
    if (start === undefined || depots.has(route.vehicleId)) continue;
    depots.set(route.vehicleId, { name: start.name, sign: "", hue, at: projection.spot(start) });
  }
  return [...depots.values()];
}

function background(outlines: readonly Outline[], members: ReadonlySet<string>, projection: Projection): Html[] {
  const drawn = outlines.filter((outline) => isVisible(outline, projection));
  const ordered = [...drawn].sort((a, b) => Number(members.has(a.ags)) - Number(members.has(b.ags)));
  return ordered.map((outline) => {
    const kind = members.has(outline.ags) ? "member" : "other";
    return markup`<path class="${kind}" d="${pathOf(outline, projection)}"><title>${outline.name}</title></path>
`;
  });
}

function tourGroup(line: TourLine): Html {
  const { number, day, hue, route } = line.tour;
  return markup`<g class="tour-line day-${day} hue-${hue}" data-tour="${number}"><title>Tour ${number}: ${route.vehicleName}</title>
<path class="casing" d="${line.path}"/><path class="line dash-${day}" d="${line.path}"/></g>
`;
}

/** Numbers come after all lines, so that no line crosses them. */
function tagGroup(line: TourLine): Html {
  const { number, day, hue } = line.tour;
  return markup`<g class="tour-line day-${day} hue-${hue}" data-tour="${number}">${tourTag(line, 1, "for-wide")}${tourTag(line, NARROW, "for-narrow")}</g>
`;
}

export function drawMap(
  plan: Plan,
  region: Region,
  outlines: Outlines,
  tours: readonly Tour[],
  places: MapPlaces,
): Html {
  const members = new Set(plan.municipalities.map((one) => one.ags));
  const corners = outlines.outlines.filter((one) => members.has(one.ags)).flatMap((one) => one.rings.flat());
  const stops = tours.flatMap((tour) => tour.route.stops);
  const projection = projectionFor([...corners, ...stops, ...places.sites, ...places.works]);
  const lines = tourLines(tours, projection);
  const marker = (one: Place & { readonly name: string; readonly sign: string }): Marker => ({
    ...one,
    hue: 0,
    at: projection.spot(one),
  });
  const content: MapContent = {
    sites: places.sites.map(marker),
    works: places.works.map(marker),
    depots: depotsOf(tours, projection),
    places: region.municipalities
      .filter((one) => members.has(one.ags))
      .map((one) => ({ name: one.name, at: projection.spot(one) })),
  };
  return markup`<svg class="canvas" viewBox="0 0 ${projection.width} ${projection.height}" role="img" aria-labelledby="map-title map-words">
<title id="map-title">Karte der Touren in ${plan.regionName}</title>
${background(outlines.outlines, members, projection)}${lines.map(tourGroup)}
${overlay(content, lines, projection, 1, "for-wide")}${overlay(content, lines, projection, NARROW, "for-narrow")}
${lines.map(tagGroup)}</svg>`;
}
