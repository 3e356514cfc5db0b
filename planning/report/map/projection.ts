/** From degrees to the drawing's units: equirectangular, longitudes shrunk by the cosine of the middle latitude. */

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** Position on the drawing; y grows downwards. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly unitsPerKm: number;
  readonly spot: (place: Place) => Spot;
}

const WIDTH = 1000;
/** A tall region must not need scrolling to be seen whole. */
const MOST_HEIGHT = 1050;
const LEAST_HEIGHT = 420;
const MARGIN = 42;
/** Mean length of a degree of latitude (earth radius 6371.0088 km). */
const KM_PER_DEGREE = 111.195;

export function projectionFor(places: readonly Place[]): Projection {
  const box = boundsOf(places);
  const shrink = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const east = Math.max((box.east - box.west) * shrink, 0.01);
  const north = Math.max(box.north - box.south, 0.01);
  const scale = Math.min((WIDTH - 2 * MARGIN) / east, (MOST_HEIGHT - 2 * MARGIN) / north);
  const height = Math.max(LEAST_HEIGHT, Math.round(north * scale + 2 * MARGIN));
  const left = (WIDTH - east * scale) / 2;
  const top = (height - north * scale) / 2;
  const spot = ({ latitude, longitude }: Place): Spot => ({
    x: left + (longitude - box.west) * shrink * scale,
    y: top + (box.north - latitude) * scale,
  });
  return { width: WIDTH, height, unitsPerKm: scale / KM_PER_DEGREE, spot };
}

function boundsOf(places: readonly Place[]) {
  const box = { south: Infinity, west: Infinity, north: -Infinity, east: -Infinity };
  for (const { latitude, longitude } of places) {
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
  }
  return Number.isFinite(box.south) ? box : { south: 0, west: 0, north: 0, east: 0 };
}
