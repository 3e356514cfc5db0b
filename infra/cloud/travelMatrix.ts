/** Which travel matrix the cloud uses: an estimate by the region's own settings, or a road service, with a key where it asks for one. */
import type { Region } from "../../domain/region/tables.ts";
import { googleMaps } from "../../functions/adapters/googlemaps/googleMaps.ts";
import { greatCircle } from "../../functions/adapters/greatcircle/greatCircle.ts";
import { openrouteservice } from "../../functions/adapters/openrouteservice/openrouteservice.ts";
import { osrm } from "../../functions/adapters/osrm/osrm.ts";
import { keyedService } from "../../functions/adapters/roads/keyedService.ts";
import { roadMatrix } from "../../functions/adapters/roads/roadMatrix.ts";
import type { RoadService } from "../../functions/adapters/roads/roadService.ts";
import type { TravelMatrix } from "../../functions/ports/travelMatrix.ts";
import { clock } from "./clock.ts";
import { required } from "./environment.ts";
import { store } from "./store.ts";

/** `TRAVEL_HOST` or `TRAVEL_SECRET`, or both, as the settings of the deployment demand them. */
const host = process.env["TRAVEL_HOST"];
const secretArn = process.env["TRAVEL_SECRET"];

const SERVICES: Readonly<Record<string, (apiKey: string) => RoadService>> = {
  osrm: () => osrm({ host: required("TRAVEL_HOST") }),
  openrouteservice: (apiKey) => openrouteservice({ apiKey, ...(host === undefined ? {} : { host }) }),
  googlemaps: (apiKey) => googleMaps({ apiKey }),
};

/** For one run of a function, so that a new key counts from the next; the client is loaded when the first question needs a key. */
function keyReader(): () => Promise<string> {
  let read: Promise<() => Promise<string>> | undefined;
  return async () => {
    if (secretArn === undefined) return "";
    read ??= import("./travelKey.ts").then(({ openTravelKey }) => openTravelKey(secretArn));
    return (await read)();
  };
}

export function travelMatrix(region: Region): TravelMatrix {
  const serviceOf = SERVICES[required("TRAVEL")];
  if (serviceOf !== undefined) return roadMatrix(keyedService(serviceOf, keyReader()), store, clock);
  const { detourFactor, speedKmh } = region.settings.travel;
  return greatCircle({ detourFactor: detourFactor.value, speedKmh: speedKmh.value });
}
