/** Every place of a region that a vehicle may drive to, and the travel between them. */
import type { Region } from "../domain/region/tables.ts";

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Travel {
  readonly metres: Float64Array;
  readonly seconds: Float64Array;
  /** Where the figures come from; German. */
  readonly origin: string;
  readonly estimated: boolean;
}

/** Indices into the travel matrix: collection points first, then facilities, then depots of vehicles. */
export interface Places {
  readonly all: readonly Place[];
  readonly point: ReadonlyMap<string, number>;
  readonly facility: ReadonlyMap<string, number>;
  /** By vehicle; vehicles of one depot share a place. */
  readonly depot: ReadonlyMap<string, number>;
}

export function placesOf(region: Region): Places {
  const all: Place[] = [];
  const known = new Map<string, number>();
  const add = (latitude: number, longitude: number): number => {
    const key = `${latitude} ${longitude}`;
    const at = known.get(key) ?? all.push({ latitude, longitude }) - 1;
    known.set(key, at);
    return at;
  };
  return {
    all,
    point: new Map(region.collectionPoints.map((p) => [p.id, add(p.latitude, p.longitude)])),
    facility: new Map(region.facilities.map((f) => [f.id, add(f.latitude, f.longitude)])),
    depot: new Map(region.vehicles.map((v) => [v.id, add(v.depotLatitude, v.depotLongitude)])),
  };
}

/** Metres and seconds from one place to another. */
export function leg(places: Places, travel: Travel, from: number, to: number): { metres: number; seconds: number } {
  const at = from * places.all.length + to;
  return { metres: travel.metres[at]!, seconds: travel.seconds[at]! };
}
