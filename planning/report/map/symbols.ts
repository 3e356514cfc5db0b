/**
 * Symbols and names of the map, in one of two sizes: the drawing shrinks to a third on a phone, so a second, larger set is
 * drawn for it and the style sheet shows one of the two.
 */
import { markup, type Html } from "../html.ts";
import { apart } from "./apart.ts";
import { boxAround, placeLabels, type Box, type LabelWish } from "./labels.ts";
import type { Projection, Spot } from "./projection.ts";
import { scaleBar } from "./scaleBar.ts";
import type { TourLine } from "./tourLines.ts";

export interface Marker {
  readonly name: string;
  /** Number of a collection point, letter of a facility; empty for a depot. */
  readonly sign: string;
  readonly at: Spot;
  readonly hue: number;
}

export interface MapContent {
  readonly sites: readonly Marker[];
  readonly works: readonly Marker[];
  readonly depots: readonly Marker[];
  readonly places: readonly { readonly name: string; readonly at: Spot }[];
}

const f = (n: number): string => n.toFixed(1);

function text(kind: string, at: Spot, size: number, content: string): Html {
  return markup`<text class="${kind}" x="${f(at.x)}" y="${f(at.y)}" font-size="${f(size)}">${content}</text>`;
}

function depot({ at, name, hue }: Marker, r: number): Html {
  const path = `M${f(at.x)} ${f(at.y - r)}L${f(at.x + r)} ${f(at.y + r * 0.8)}H${f(at.x - r)}z`;
  return markup`<path class="depot hue-${hue}" d="${path}"><title>${name}</title></path>`;
}

function works(marker: Marker, r: number): Html {
  const { x, y } = marker.at;
  return markup`<rect class="works" x="${f(x - r)}" y="${f(y - r)}" width="${f(2 * r)}" height="${f(2 * r)}"><title>${marker.name}</title></rect>${text("works-letter", marker.at, r * 1.35, marker.sign)}`;
}

function site(marker: Marker, r: number): Html {
  const { x, y } = marker.at;
  return markup`<circle class="site" cx="${f(x)}" cy="${f(y)}" r="${f(r)}"><title>${marker.name}</title></circle>${text("site-number", marker.at, r * 1.2, marker.sign)}`;
}

/** The number of a tour stands on its line and disappears with it, so it belongs to the group of the line. */
export function tourTag({ tour, tag }: TourLine, scale: number, group: string): Html {
  const r = 9.5 * scale;
  const wide = tour.number > 9 ? r * 1.25 : r;
  const box = markup`<rect class="tag" x="${f(tag.x - wide)}" y="${f(tag.y - r)}" width="${f(2 * wide)}" height="${f(2 * r)}" rx="${f(r)}"/>`;
  return markup`<g class="tag-group ${group}">${box}${text("tag-number", tag, r * 1.3, String(tour.number))}</g>`;
}

function nameWishes(content: MapContent, scale: number): LabelWish[] {
  const names = content.places.map(({ name, at }) => ({ text: name, anchor: at, size: 15 * scale, reach: 3.2 }));
  return [...names].sort((a, b) => b.text.length - a.text.length);
}

/** Names of facilities only where there is room for them; on a phone their letters lead to the list. */
function worksWishes(content: MapContent, r: number): LabelWish[] {
  return content.works.map(({ name, at }) => ({
    text: name,
    anchor: { x: at.x, y: at.y + r + 10 },
    size: 13,
    reach: 2.4,
  }));
}

/** Facilities keep their place, sites give way to them, depots to both. */
function spread(content: MapContent, r: number): MapContent {
  const spots = (markers: readonly Marker[]) => markers.map((one) => one.at);
  const works = apart(content.works, [], r);
  const sites = apart(content.sites, spots(works), r);
  return { ...content, works, sites, depots: apart(content.depots, [...spots(works), ...spots(sites)], r) };
}

export function overlay(
  given: MapContent,
  lines: readonly TourLine[],
  projection: Projection,
  scale: number,
  group: string,
): Html {
  const r = 10 * scale;
  const content = spread(given, r);
  const taken: Box[] = [...content.sites, ...content.works, ...content.depots].map(({ at }) =>
    boxAround(at, r + 2, r + 2),
  );
  const tags = lines.map(({ tag }) => boxAround(tag, 11 * scale, 10 * scale));
  const wishes = [...nameWishes(content, scale), ...(scale === 1 ? worksWishes(content, r) : [])];
  const corner: Box = {
    left: projection.width * 0.75,
    right: projection.width,
    top: projection.height - 50 * scale,
    bottom: projection.height,
  };
  const labels = placeLabels(wishes, [...taken, ...tags, corner], projection);
  const kinds = wishes.map((_, index) => (index < content.places.length ? "place" : "plant"));
  return markup`<g class="${group}">
${labels.map((label, index) => text(kinds[index] ?? "place", label.at, label.size, label.text))}
${content.depots.map((one) => depot(one, r * 0.9))}${content.sites.map((one) => site(one, r))}${content.works.map((one) => works(one, r))}
</g>${scaleBar(projection, 14 * scale, group)}`;
}
