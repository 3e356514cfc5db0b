import { expect, test } from "vitest";
import { renderGeoJson } from "../../../../planning/report/geojson.ts";
import { samplePlan } from "../../../support/samplePlan.ts";
import { sampleRegion } from "./sampleRegion.ts";

interface Feature {
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

const region = sampleRegion();
const plan = samplePlan(region);
const features = (JSON.parse(renderGeoJson(plan, region)) as { readonly features: readonly Feature[] }).features;
const ofKind = (kind: string): Feature[] => features.filter((feature) => feature.properties["kind"] === kind);

test("there is a line a tour, a point a stop, and every collection point and facility", () => {
  expect(ofKind("route").map((feature) => feature.id)).toEqual(plan.routes.map((route) => route.id));
  expect(ofKind("stop")).toHaveLength(plan.routes.reduce((sum, route) => sum + route.stops.length, 0));
  expect(ofKind("collectionPoint")).toHaveLength(region.collectionPoints.length);
  expect(ofKind("facility")).toHaveLength(region.facilities.length);
});

test("longitude comes before latitude", () => {
  const positions = features.flatMap(({ geometry }) =>
    geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates,
  );
  // The whole region lies between 6.4 and 7.3 degrees east, and between 49.1 and 49.6 degrees north.
  for (const [longitude, latitude] of positions as number[][]) {
    expect(longitude).toBeGreaterThan(6.4);
    expect(longitude).toBeLessThan(7.3);
    expect(latitude).toBeGreaterThan(49.1);
    expect(latitude).toBeLessThan(49.6);
  }
});

test("a line passes through the stops of its tour in order and carries figures with units", () => {
  const [line] = ofKind("route");
  const route = plan.routes[0]!;
  const rounded = (degrees: number) => Number(degrees.toFixed(6));
  const expected = route.stops.map((stop) => [rounded(stop.longitude), rounded(stop.latitude)]);
  expect(line!.geometry.coordinates).toEqual(expected);
  expect(line!.properties).toMatchObject({
    routeId: route.id,
    distanceMetres: route.distanceMetres,
    costCents: route.costCents,
  });
});

test("ids are unique and the attribution is kept", () => {
  expect(new Set(features.map((feature) => feature.id)).size).toBe(features.length);
  expect(renderGeoJson(plan, region)).toContain("GeoBasis-DE / BKG");
});

test("a tour without a drive is no line", () => {
  const still = { ...plan, routes: [{ ...plan.routes[0]!, stops: [] }] };
  expect(renderGeoJson(still, region)).not.toContain("LineString");
});
