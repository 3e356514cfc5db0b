/** Outlines of the members as RFC 7946 wants them: outer rings run counterclockwise, holes clockwise; nothing but name and AGS. */
import type { Outlines } from "./figures.ts";

type Position = readonly [number, number];
type Ring = readonly Position[];
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @returns null where nothing in it is the outline of a member */
export function outlinesOf(
  document: unknown,
  municipalities: readonly { readonly ags: string; readonly name: string }[],
): Outlines | null {
  const collection = fieldsOf(document);
  const names = new Map(municipalities.map(({ ags, name }) => [ags, name]));
  const features = listOf(collection["features"]).flatMap((value) => {
    const feature = fieldsOf(value);
    const ags = String(fieldsOf(feature["properties"])["ags"] ?? feature["id"] ?? "");
    const geometry = geometryOf(fieldsOf(feature["geometry"]));
    const name = names.get(ags);
    if (name === undefined || geometry === null) return [];
    return [{ type: "Feature", id: ags, properties: { ags, name }, geometry }];
  });
  const attribution = typeof collection["attribution"] === "string" ? collection["attribution"] : "";
  return features.length === 0 ? null : { type: "FeatureCollection", attribution, features };
}

function geometryOf({ type, coordinates }: Fields): object | null {
  if (type === "Polygon") return { type, coordinates: polygonOf(coordinates) };
  if (type === "MultiPolygon") return { type, coordinates: listOf(coordinates).map(polygonOf) };
  return null;
}

const polygonOf = (value: unknown): Ring[] =>
  listOf(value)
    .map(ringOf)
    .filter((ring) => ring.length > 3)
    .map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse()));

const ringOf = (value: unknown): Ring =>
  listOf(value).flatMap((position): Position[] => {
    const [longitude, latitude] = listOf(position);
    return typeof longitude === "number" && typeof latitude === "number" ? [[longitude, latitude]] : [];
  });

/** Positive when counterclockwise. */
function signedArea(ring: Ring): number {
  let area = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    area += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  return area;
}
