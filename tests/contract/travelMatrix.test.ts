import { describe, expect, test } from "vitest";
import { googleMaps } from "../../functions/adapters/googlemaps/googleMaps.ts";
import { openrouteservice } from "../../functions/adapters/openrouteservice/openrouteservice.ts";
import { osrm } from "../../functions/adapters/osrm/osrm.ts";
import { tiles } from "../../functions/adapters/roads/roadMatrix.ts";
import { googleMapsServer, openrouteserviceServer, osrmServer } from "../support/roadServers.ts";
import { travelMatrixSuite } from "./travelMatrixSuite.ts";

const KEY = "right-key";

describe("openrouteservice", () => {
  travelMatrixSuite({
    start: () => openrouteserviceServer(KEY),
    service: (host, apiKey = KEY) => openrouteservice({ apiKey, host }),
    // 14,400 pairs, 3,500 a request.
    requestsFor120: 5,
    remembers: true,
    needsKey: true,
  });
});

describe("OSRM", () => {
  travelMatrixSuite({
    start: osrmServer,
    service: (host) => osrm({ host }),
    // 50 by 50 places: three by three tiles.
    requestsFor120: 9,
    remembers: true,
    needsKey: false,
  });
});

describe("Google Maps", () => {
  travelMatrixSuite({
    start: () => googleMapsServer(KEY),
    service: (url, apiKey = KEY) => googleMaps({ apiKey, url: `${url}/json` }),
    // 100 pairs a request.
    requestsFor120: 144,
    remembers: false,
    needsKey: true,
  });
});

describe("tiles", () => {
  const some = (count: number) => Array.from({ length: count }, (_, i) => ({ latitude: i, longitude: 0 }));

  test.each([
    // One new place among 3,000: two strips.
    [1, 3000, { places: 3500, pairs: 3500 }, 1],
    [3000, 1, { places: 3500, pairs: 3500 }, 1],
    [59, 59, { places: 3500, pairs: 3500 }, 1],
    [60, 60, { places: 3500, pairs: 3500 }, 2],
    [3, 60, { places: 25, pairs: 100 }, 3],
    [0, 5, { places: 25, pairs: 100 }, 0],
  ])("%i sources and %i destinations within %j take %i requests", (sources, destinations, limits, expected) => {
    const cut = tiles(some(sources), some(destinations), limits);
    expect(cut).toHaveLength(expected);
    for (const tile of cut) {
      expect(tile.sources.length * tile.destinations.length).toBeLessThanOrEqual(limits.pairs);
      expect(Math.max(tile.sources.length, tile.destinations.length)).toBeLessThanOrEqual(limits.places);
    }
    expect(cut.reduce((sum, t) => sum + t.sources.length * t.destinations.length, 0)).toBe(sources * destinations);
  });
});
