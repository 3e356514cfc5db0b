/** Every file of every tour of a week: the sheet for the cab, the route for the device, the appointment, the lines on a map. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { renderGeoJson } from "../../../planning/report/geojson.ts";
import { renderGpx } from "../../../planning/report/gpx.ts";
import { renderIcs } from "../../../planning/report/ics.ts";
import { tourSheet } from "./tourSheet.ts";

/** Ids are letters, digits, dot, dash and underscore by schema; whatever else arrives must not become a path. */
const SAFE_ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** @returns `tours/<id>.pdf`, `.gpx`, `.ics` and `.geojson` by name; the same plan gives the same bytes */
export async function tourFiles(plan: Plan, region: Region): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  // A tour's map holds its own stops only.
  const noPlaces: Region = { ...region, collectionPoints: [], facilities: [] };
  for (const route of plan.routes) {
    if (!SAFE_ID.test(route.id)) throw new RangeError(`a tour's id cannot be a file name: ${route.id}`);
    const name = `tours/${route.id}`;
    files.set(`${name}.pdf`, await tourSheet(plan, region, route));
    files.set(`${name}.gpx`, renderGpx(route, plan.regionName));
    files.set(`${name}.ics`, renderIcs(plan, route.id));
    files.set(`${name}.geojson`, renderGeoJson({ ...plan, routes: [route] }, noPlaces));
  }
  return files;
}
