/** Reads `municipalities.geojson` as it comes: whatever is not a polygon with positions is left out, never an error. */
import type { Place, Projection } from "./projection.ts";

export interface Outline {
  readonly ags: string;
  readonly name: string;
  readonly rings: readonly (readonly Place[])[];
}

export interface Outlines {
  readonly outlines: readonly Outline[];
  readonly attribution: string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

function placeOf(position: unknown): Place[] {
  const [longitude, latitude] = listOf(position);
  const valid = typeof longitude === "number" && typeof latitude === "number" && Number.isFinite(longitude + latitude);
  return valid ? [{ latitude, longitude }] : [];
}

function ringsOf(geometry: Fields): Place[][] {
  const polygons = geometry["type"] === "MultiPolygon" ? listOf(geometry["coordinates"]) : [geometry["coordinates"]];
  if (geometry["type"] !== "Polygon" && geometry["type"] !== "MultiPolygon") return [];
  const rings = polygons.flatMap((polygon) => listOf(polygon));
  return rings.map((ring) => listOf(ring).flatMap(placeOf)).filter((ring) => ring.length > 3);
}

export function readOutlines(document: unknown): Outlines {
  const collection = fieldsOf(document);
  const outlines = listOf(collection["features"]).flatMap((value): Outline[] => {
    const feature = fieldsOf(value);
    const properties = fieldsOf(feature["properties"]);
    const rings = ringsOf(fieldsOf(feature["geometry"]));
    const ags = textOf(properties["ags"] ?? feature["id"]);
    return rings.length === 0 ? [] : [{ ags, name: textOf(properties["name"]), rings }];
  });
  return { outlines, attribution: textOf(collection["attribution"]) };
}

/**
 * Path data on a grid of one unit. Every corner is rounded by itself, so neighbours keep their common border; corners that
 * fall together or lie on a straight line are left out, which keeps the page small.
 */
export function pathOf(outline: Outline, projection: Projection): string {
  return outline.rings.map((ring) => ringPath(ring.map(projection.spot))).join("");
}

function ringPath(spots: readonly { readonly x: number; readonly y: number }[]): string {
  let [x, y] = [Math.round(spots[0]?.x ?? 0), Math.round(spots[0]?.y ?? 0)];
  let path = `M${x} ${y}l`;
  let separator = "";
  for (const spot of spots.slice(1)) {
    const [dx, dy] = [Math.round(spot.x) - x, Math.round(spot.y) - y];
    if (dx === 0 && dy === 0) continue;
    path += `${separator}${dx}${dy < 0 ? "" : " "}${dy}`;
    separator = " ";
    [x, y] = [x + dx, y + dy];
  }
  return `${path}z`.replace("lz", "z");
}

/** Does any corner lie on the drawing? Regions far off are not drawn. */
export function isVisible(outline: Outline, projection: Projection): boolean {
  return outline.rings.some((ring) =>
    ring.some((place) => {
      const { x, y } = projection.spot(place);
      return x > 0 && y > 0 && x < projection.width && y < projection.height;
    }),
  );
}
