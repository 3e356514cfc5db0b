/**
 * What a map shows, as the server says it. Texts are plain: nothing of them is ever read as markup. Positions are WGS 84 degrees.
 */
import type { Html } from "../page.ts";

/** Longitude first, as GeoJSON has it. */
export type Position = readonly [longitude: number, latitude: number];

export interface MapPoint {
  /** Unique in its layer; named by the event `map:select`. */
  readonly id: string;
  readonly name: string;
  readonly position: Position;
  /** One text a column of its layer; an empty one is left out of the popup. */
  readonly cells: readonly string[];
}

/** Areas under everything else, with their names: the municipalities. Each has `properties.name`. */
export interface AreasLayer {
  readonly kind: "areas";
  /** Heading in the list. */
  readonly name: string;
  /** For the list; the drawing takes its names from the GeoJSON. */
  readonly names: readonly string[];
  /** A FeatureCollection of polygons (RFC 7946), or the address of one on this site. */
  readonly areas: { readonly geojson: object } | { readonly url: string };
}

/** `site`: a round sign; `works`: a square one; `depot`: a house. */
export type MapSymbol = "site" | "works" | "depot";

export interface PointsLayer {
  readonly kind: "points";
  readonly name: string;
  readonly symbol: MapSymbol;
  /** Headings of the cells. */
  readonly columns: readonly string[];
  readonly points: readonly MapPoint[];
}

/** A coloured line with numbered stops, in order. */
export interface TourLayer {
  readonly kind: "tour";
  readonly id: string;
  readonly name: string;
  /** 0 to 7: colour and dash of the house. */
  readonly hue: number;
  readonly line: readonly Position[];
  readonly columns: readonly string[];
  readonly stops: readonly MapPoint[];
}

export type MapLayer = AreasLayer | PointsLayer | TourLayer;

/** Pictures of the land under the layers, from a host that is named here and nowhere else. */
export interface BaseTiles {
  /** `https://host/path/{z}/{x}/{y}.png` */
  readonly url: string;
  readonly attribution: string;
  /** Of the tiles; default 18. */
  readonly maxZoom?: number;
}

export interface MapView {
  /** Unique on the page. */
  readonly id: string;
  /** What the map shows; its accessible name. */
  readonly title: string;
  readonly layers: readonly MapLayer[];
  /** Of the outlines and whatever else is drawn. */
  readonly attribution: readonly string[];
  /** Default: none, the map is drawn from its layers alone. */
  readonly tiles?: BaseTiles;
  /** In place of the list that the layers make; it must say the same. */
  readonly list?: Html;
  /** Default true. Closed, the list is one press away (without scripts and on paper it is open for all that). */
  readonly listOpen?: boolean;
}
