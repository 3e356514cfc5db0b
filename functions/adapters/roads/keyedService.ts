/** A road service whose key is fetched when the first question is asked: what is remembered needs none. */
import type { RoadService } from "./roadService.ts";

/** @param serviceOf the service with a key; all but its answers must be the same for every key */
export function keyedService(serviceOf: (apiKey: string) => RoadService, key: () => Promise<string>): RoadService {
  return {
    ...serviceOf(""),
    block: async (sources, destinations) => serviceOf(await key()).block(sources, destinations),
  };
}
