/** The travel matrix of a region's places, as planning and as the checker want it. */
import type { Region } from "../../domain/region/tables.ts";
import { placesOf, type Place, type Places, type Travel } from "../../planning/places.ts";
import type { TravelMatrix } from "../ports/travelMatrix.ts";

/** Metres and seconds between two places of the region, by coordinates. */
export type TravelLookup = (from: Place, to: Place) => { readonly metres: number; readonly seconds: number };

export interface RegionTravel {
  readonly places: Places;
  readonly travel: Travel;
  readonly lookup: TravelLookup;
}

export async function travelOf(port: TravelMatrix, region: Region): Promise<RegionTravel> {
  const places = placesOf(region);
  const matrix = await port.matrix(places.all);
  const travel = {
    metres: matrix.distanceMetres,
    seconds: matrix.durationSeconds,
    origin: matrix.origin,
    estimated: matrix.estimated,
  };
  const index = new Map(places.all.map((place, i) => [keyOf(place), i]));
  const at = (place: Place): number => {
    const i = index.get(keyOf(place));
    if (i === undefined) throw new RangeError(`${keyOf(place)} is no place of this region`);
    return i;
  };
  const lookup: TravelLookup = (from, to) => {
    const cell = at(from) * places.all.length + at(to);
    return { metres: travel.metres[cell]!, seconds: travel.seconds[cell]! };
  };
  return { places, travel, lookup };
}

function keyOf({ latitude, longitude }: Place): string {
  return `${latitude} ${longitude}`;
}
