import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { travelMatrixOf } from "../../../local/travel.ts";
import { osrmServer } from "../../support/roadServers.ts";
import { tinyValidRegion } from "../../support/tinyRegion.ts";

const region = tinyValidRegion();
const places = [
  { latitude: 49.3, longitude: 6.7 },
  { latitude: 49.31, longitude: 6.72 },
];

test("without a word from the environment distances are estimated, and said to be", async () => {
  const matrix = await travelMatrixOf(region, {}).matrix(places);
  expect(matrix.estimated).toBe(true);
  expect(matrix.origin).toContain("Luftlinie");
});

test("a service that is named is asked, once for all openings", async () => {
  const server = await osrmServer();
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-travel-"));
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const env = { TRAVEL: "osrm", OSRM_HOST: server.url, DATA_DIR: folder };
  const first = await travelMatrixOf(region, env).matrix(places);
  const again = await travelMatrixOf(region, env).matrix(places);
  expect(first.estimated).toBe(false);
  expect(again).toEqual(first);
  expect(server.requests).toHaveLength(1);
});

test.each([
  [{ TRAVEL: "horse" }, "horse"],
  [{ TRAVEL: "openrouteservice" }, "OPENROUTESERVICE_API_KEY"],
  [{ TRAVEL: "osrm" }, "OSRM_HOST"],
  [{ TRAVEL: "googlemaps", GOOGLE_MAPS_API_KEY: "" }, "GOOGLE_MAPS_API_KEY"],
])("%j is refused by name", (env, words) => {
  expect(() => travelMatrixOf(region, env)).toThrow(words);
});
