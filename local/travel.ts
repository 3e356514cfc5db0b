/**
 * Which travel matrix this machine uses: an estimate by the region's own settings, or the road network of a service that
 * the environment names.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../domain/problem.ts";
import type { Region } from "../domain/region/tables.ts";
import { googleMaps } from "../functions/adapters/googlemaps/googleMaps.ts";
import { greatCircle } from "../functions/adapters/greatcircle/greatCircle.ts";
import { openrouteservice } from "../functions/adapters/openrouteservice/openrouteservice.ts";
import { osrm } from "../functions/adapters/osrm/osrm.ts";
import { roadMatrix } from "../functions/adapters/roads/roadMatrix.ts";
import type { RoadService } from "../functions/adapters/roads/roadService.ts";
import { sqliteStore, type SqliteStore } from "../functions/adapters/sqlite/sqliteStore.ts";
import { systemClock } from "../functions/adapters/system/systemClock.ts";
import type { TravelMatrix } from "../functions/ports/travelMatrix.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const SERVICES: Readonly<Record<string, (env: Environment) => RoadService>> = {
  openrouteservice: (env) => {
    const host = env["OPENROUTESERVICE_HOST"];
    const apiKey =
      host === undefined ? required(env, "OPENROUTESERVICE_API_KEY") : (env["OPENROUTESERVICE_API_KEY"] ?? "");
    return openrouteservice({ apiKey, ...(host === undefined ? {} : { host }) });
  },
  osrm: (env) => osrm({ host: required(env, "OSRM_HOST") }),
  googlemaps: (env) => googleMaps({ apiKey: required(env, "GOOGLE_MAPS_API_KEY") }),
};
const ESTIMATE = "estimate";

/**
 * By `TRAVEL`: `estimate` (default), `openrouteservice`, `osrm` or `googlemaps`. Answers of a service are remembered under
 * `DATA_DIR`. Throws an InputError when a name or a key is missing.
 */
export function travelMatrixOf(region: Region, env: Environment = process.env): TravelMatrix {
  const name = env["TRAVEL"] ?? ESTIMATE;
  if (name === ESTIMATE) {
    const { detourFactor, speedKmh } = region.settings.travel;
    return greatCircle({ detourFactor: detourFactor.value, speedKmh: speedKmh.value });
  }
  const service = SERVICES[name];
  if (service === undefined)
    throw misconfigured(
      "TRAVEL",
      `"${name}" is no travel matrix.`,
      `Use ${[ESTIMATE, ...Object.keys(SERVICES)].join(", ")}.`,
    );
  const folder = env["DATA_DIR"] ?? ".data";
  const road = service(env);
  return roadMatrix(road, remembered(folder), systemClock);
}

/** One opening for each folder, however many matrices are asked for. */
const opened = new Map<string, SqliteStore>();

function remembered(folder: string): SqliteStore {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true });
  const store = sqliteStore(join(folder, "travel.sqlite"), systemClock);
  opened.set(folder, store);
  return store;
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === "")
    throw misconfigured(name, "It is not set.", `Set it, or leave TRAVEL away to plan with estimated distances.`);
  return value;
}

function misconfigured(field: string, cause: string, action: string): InputError {
  return new InputError([{ code: "travel.misconfigured", severity: "error", place: { field }, cause, action }]);
}
