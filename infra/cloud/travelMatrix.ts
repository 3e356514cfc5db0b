/** Which travel matrix the cloud uses: an estimate by the region's own settings, or a road service that needs no key. */
import type { Region } from "../../domain/region/tables.ts";
import { greatCircle } from "../../functions/adapters/greatcircle/greatCircle.ts";
import { openrouteservice } from "../../functions/adapters/openrouteservice/openrouteservice.ts";
import { osrm } from "../../functions/adapters/osrm/osrm.ts";
import { roadMatrix } from "../../functions/adapters/roads/roadMatrix.ts";
import type { RoadService } from "../../functions/adapters/roads/roadService.ts";
import type { TravelMatrix } from "../../functions/ports/travelMatrix.ts";
import { clock } from "./clock.ts";
import { required } from "./environment.ts";
import { store } from "./store.ts";

const SERVICES: Readonly<Record<string, (host: string) => RoadService>> = {
  osrm: (host) => osrm({ host }),
  openrouteservice: (host) => openrouteservice({ host, apiKey: "" }),
};

export function travelMatrix(region: Region): TravelMatrix {
  const service = SERVICES[required("TRAVEL")];
  if (service !== undefined) return roadMatrix(service(required("TRAVEL_HOST")), store, clock);
  const { detourFactor, speedKmh } = region.settings.travel;
  return greatCircle({ detourFactor: detourFactor.value, speedKmh: speedKmh.value });
}
