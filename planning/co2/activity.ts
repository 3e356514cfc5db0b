/** What of a plan, or of a settled period, the balance counts. */
import type { Co2Activity } from "../../domain/co2/balance.ts";
import type { Pickup, PlanRoute } from "../../domain/plan/plan.ts";
import type { FlowPlan } from "../../domain/plan/flowPlan.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { Settlement } from "../../domain/settlement/settlement.ts";
import { indexBy } from "../lookup.ts";
import type { Place } from "../places.ts";

type Places = Pick<Region, "collectionPoints" | "facilities" | "storages">;

/** Of one plan, or of several side by side (everyone alone). */
export function plannedActivity(flows: readonly FlowPlan[], region: Places): Co2Activity {
  const { facilities, points, pointOf } = lookups(region);
  const hauls = flows.flatMap((flow) => flow.hauls);
  return {
    drivenMetres: sum(flows.flatMap((flow) => flow.vehicleWeeks.map(({ distanceMetres }) => distanceMetres))),
    moved: hauls.map(({ storageId, facilityId, massKg }) => ({
      massKg,
      metres: greatCircleMetres(points.get(pointOf.get(storageId)!)!, facilities.get(facilityId)!),
    })),
    shreddedKg: sum(flows.flatMap((flow) => flow.shreddings.map(({ massKg }) => massKg))),
    treated: hauls.map(({ facilityId, massKg }) => ({ kind: facilities.get(facilityId)!.kind, massKg })),
  };
}

/** Of the tours of a planned week, to stand beside what was then driven and weighed. */
export function toursActivity(
  { pickups, routes }: { readonly pickups: readonly Pickup[]; readonly routes: readonly PlanRoute[] },
  region: Places,
): Co2Activity {
  const { facilities, points } = lookups(region);
  const taken = pickups
    .filter(({ routeId }) => routeId !== null)
    .map((pickup) => ({ ...pickup, facility: facilities.get(pickup.facilityId), point: points.get(pickup.pointId) }));
  return {
    drivenMetres: sum(routes.map(({ distanceMetres }) => distanceMetres)),
    moved: taken.map(({ massKg, facility, point }) => ({
      massKg,
      metres: facility === undefined || point === undefined ? 0 : greatCircleMetres(point, facility),
    })),
    shreddedKg: sum(taken.filter(({ form }) => form === "shredded").map(({ massKg }) => massKg)),
    treated: taken.flatMap(({ facility, massKg }) => (facility === undefined ? [] : [{ kind: facility.kind, massKg }])),
  };
}

/** Several side by side, such as the weeks of a period. */
export const sumOfActivities = (of: readonly Co2Activity[]): Co2Activity => ({
  drivenMetres: sum(of.map(({ drivenMetres }) => drivenMetres)),
  moved: of.flatMap(({ moved }) => moved),
  shreddedKg: sum(of.map(({ shreddedKg }) => shreddedKg)),
  treated: of.flatMap(({ treated }) => treated),
});

/**
 * Of what was weighed. Refused loads were driven, but no plant treated them. A place that is no longer in the region moves nothing
 * that could be measured; its mass counts as 0 tonne-kilometres.
 */
export function settledActivity(
  { tickets, tours }: Pick<Settlement, "tickets" | "tours">,
  region: Places,
): Co2Activity {
  const { facilities, points } = lookups(region);
  const lots = tickets.flatMap(({ facilityId, refused, lots: of }) =>
    of.map(({ pointId, form, weighedKg }) => ({
      facility: facilities.get(facilityId),
      refused,
      pointId,
      form,
      weighedKg,
    })),
  );
  return {
    drivenMetres: sum(tours.map(({ distanceMetres }) => distanceMetres)),
    moved: lots.map(({ facility, pointId, weighedKg: massKg }) => {
      const point = points.get(pointId);
      return { massKg, metres: point === undefined || facility === undefined ? 0 : greatCircleMetres(point, facility) };
    }),
    shreddedKg: sum(lots.filter(({ form }) => form === "shredded").map(({ weighedKg }) => weighedKg)),
    treated: lots
      .filter(({ refused }) => !refused)
      .flatMap(({ facility, weighedKg: massKg }) => (facility === undefined ? [] : [{ kind: facility.kind, massKg }])),
  };
}

function lookups(region: Places) {
  return {
    facilities: indexBy(region.facilities, ({ id }) => id),
    points: indexBy(region.collectionPoints, ({ id }) => id),
    pointOf: new Map(region.storages.map(({ id, pointId }) => [id, pointId])),
  };
}

/** Mean earth radius, IUGG. */
const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** The transport distance of ISO 14083 when no shortest feasible one is agreed. */
export function greatCircleMetres(a: Place, b: Place): number {
  const sinLat = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const sinLon = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const h = sinLat ** 2 + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * sinLon ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
