/** Coordinates: everything lies inside the region's bounding box, and the box is the right way up. */
import type { Problem } from "../../problem.ts";
import { error, placeOf, type Check, type Draft } from "../draft.ts";
import type { RegionSettings } from "../settings.ts";
import { DOCUMENTS, type TableName } from "../tables.ts";

type Box = RegionSettings["boundingBox"];

const LOCATED = [
  ["municipalities", "latitude", "longitude"],
  ["collectionPoints", "latitude", "longitude"],
  ["facilities", "latitude", "longitude"],
  ["vehicles", "depotLatitude", "depotLongitude"],
] as const satisfies readonly (readonly [TableName, string, string])[];

function isUpright(box: Box): boolean {
  return box.south < box.north && box.west < box.east;
}

function holds(box: Box, latitude: number, longitude: number): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}

const boxIsUpright: Check = ({ boundingBox }) => {
  if (boundingBox === null || isUpright(boundingBox)) return [];
  const cause = "South must be less than north, and west less than east.";
  const place = { file: DOCUMENTS.settings.file, field: "boundingBox" };
  return [error("box.upsideDown", place, cause, "Exchange the values that are the wrong way round.")];
};

const placesLieInTheBox: Check = (draft) => {
  const box = draft.boundingBox;
  return box === null || !isUpright(box) ? [] : LOCATED.flatMap((columns) => outside(draft, box, columns));
};

function outside(draft: Draft, box: Box, [name, latitudeField, longitudeField]: (typeof LOCATED)[number]): Problem[] {
  return draft.tables[name].flatMap((row) => {
    const fields = row.fields as Readonly<Record<string, number | undefined>>;
    const latitude = fields[latitudeField];
    const longitude = fields[longitudeField];
    if (latitude === undefined || longitude === undefined || holds(box, latitude, longitude)) return [];
    const swapped = holds(box, longitude, latitude);
    const span = `latitude ${box.south} to ${box.north}, longitude ${box.west} to ${box.east}`;
    return [
      error(
        "coordinate.outside",
        placeOf(name, row, latitudeField),
        `${latitude}, ${longitude} lies outside the region's box (${span}).`,
        swapped
          ? `Latitude and longitude seem to be exchanged: write ${latitudeField} ${longitude} and ${longitudeField} ${latitude}.`
          : "Correct the coordinates, or widen boundingBox in region.json if the place is right.",
      ),
    ];
  });
}

export const coordinateChecks: readonly Check[] = [boxIsUpright, placesLieInTheBox];
