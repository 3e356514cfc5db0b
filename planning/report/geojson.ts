/** `routes.geojson` (RFC 7946): tours as lines, their stops, collection points and facilities as points; longitude first. */
import type { Plan, PlanRoute } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { loadOf, pickupCount } from "./words.ts";

interface Feature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry:
    | { readonly type: "Point"; readonly coordinates: readonly number[] }
    | { readonly type: "LineString"; readonly coordinates: readonly (readonly number[])[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Six decimals are a tenth of a metre. */
function position(place: { readonly latitude: number; readonly longitude: number }): number[] {
  return [Number(place.longitude.toFixed(6)), Number(place.latitude.toFixed(6))];
}

function lineOf(route: PlanRoute): Feature[] {
  if (route.stops.length < 2) return [];
  const { id, vehicleId, vehicleName, date, distanceMetres, durationSeconds, drivingSeconds, costCents } = route;
  const facts = { vehicleId, vehicleName, date, distanceMetres, durationSeconds, drivingSeconds, costCents };
  const sums = { pickups: pickupCount(route), massKg: loadOf(route) };
  const geometry = { type: "LineString", coordinates: route.stops.map(position) } as const;
  return [{ type: "Feature", id, geometry, properties: { kind: "route", routeId: id, ...facts, ...sums } }];
}

function stopsOf(route: PlanRoute): Feature[] {
  return route.stops.map((stop, index) => ({
    type: "Feature",
    id: `${route.id}/${index + 1}`,
    geometry: { type: "Point", coordinates: position(stop) },
    properties: {
      ...{
        kind: "stop",
        routeId: route.id,
        sequence: index + 1,
        stopKind: stop.kind,
        stopId: stop.id,
        name: stop.name,
      },
      ...{ arrivalAt: stop.arrivalAt, startAt: stop.startAt, departureAt: stop.departureAt, massKg: stop.massKg },
    },
  }));
}

function placeFeatures(region: Region): Feature[] {
  const points = region.collectionPoints.map((point): Feature => {
    const properties = {
      kind: "collectionPoint",
      name: point.name,
      municipalityAgs: point.municipalityAgs,
      status: point.status,
    };
    return {
      type: "Feature",
      id: `point/${point.id}`,
      geometry: { type: "Point", coordinates: position(point) },
      properties,
    };
  });
  const facilities = region.facilities.map((facility): Feature => {
    const properties = { kind: "facility", name: facility.name, facilityKind: facility.kind, status: facility.status };
    return {
      type: "Feature",
      id: `facility/${facility.id}`,
      geometry: { type: "Point", coordinates: position(facility) },
      properties,
    };
  });
  return [...points, ...facilities];
}

export function renderGeoJson(plan: Plan, region: Region): string {
  const features = [...plan.routes.flatMap((route) => [...lineOf(route), ...stopsOf(route)]), ...placeFeatures(region)];
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  const attribution = JSON.stringify(region.settings.attribution.join("; "));
  return `{"type":"FeatureCollection","region":${JSON.stringify(plan.region)},"week":${JSON.stringify(plan.week)},"attribution":${attribution},"features":[\n${lines}\n]}\n`;
}
