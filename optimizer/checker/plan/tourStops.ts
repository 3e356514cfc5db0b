/** What the stops of a tour stand for, and that each stands where the region says. */
import type { Pickup, PlanRoute, RouteStop } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Facility } from "../../../domain/region/facilities.ts";
import type { FleetVehicle } from "../../../domain/region/fleet.ts";
import type { CollectionPoint } from "../../../domain/region/places.ts";
import { differs, finding } from "../finding.ts";
import type { Coordinate } from "../flow/facts.ts";
import type { PlanContext } from "./context.ts";

export interface ResolvedStop {
  readonly stop: RouteStop;
  /** By the region, not by the plan. */
  readonly at: Coordinate;
  readonly pickup?: Pickup;
  readonly point?: CollectionPoint;
  readonly facility?: Facility;
}

/** One tour with what its ids stand for. */
export interface Tour {
  readonly route: PlanRoute;
  readonly id: string;
  readonly vehicle: FleetVehicle;
  /** Monday is 0. */
  readonly day: number;
  readonly stops: readonly ResolvedStop[];
}

export function resolveStops(
  context: PlanContext,
  route: PlanRoute,
  vehicle: FleetVehicle,
  id: string,
): { stops: ResolvedStop[]; findings: Problem[] } {
  const findings = checkEnds(route, id);
  const stops: ResolvedStop[] = [];
  const depot = { latitude: vehicle.depotLatitude, longitude: vehicle.depotLongitude };
  let at: Coordinate = depot;
  route.stops.forEach((stop, k) => {
    const place = { id, field: `stops[${k}]` };
    const resolved = resolveStop(context, stop, vehicle, depot, at);
    if (resolved === null) {
      findings.push(
        finding(
          "check.tour.unknown",
          place,
          `There is no ${stop.kind} "${stop.id}".`,
          "Use an id of the plan and its region.",
        ),
      );
      return;
    }
    at = resolved.at;
    if (stop.latitude !== at.latitude || stop.longitude !== at.longitude) {
      findings.push(
        differs("check.tour.place", place, [stop.latitude, stop.longitude], [at.latitude, at.longitude], "the region"),
      );
    }
    stops.push(resolved);
  });
  return { stops, findings };
}

function checkEnds({ stops }: PlanRoute, id: string): Problem[] {
  const depots = stops.flatMap((stop, k) => (stop.kind === "depot" ? [k] : []));
  if (stops.length >= 3 && depots.join() === `0,${stops.length - 1}`) return [];
  return [
    finding(
      "check.tour.ends",
      { id, field: "stops" },
      `The depot stands at stops ${depots.join(", ") || "none"} of ${stops.length}.`,
      "Begin and end at the depot, with stops between.",
    ),
  ];
}

function resolveStop(
  { plan, region }: PlanContext,
  stop: RouteStop,
  vehicle: FleetVehicle,
  depot: Coordinate,
  before: Coordinate,
): ResolvedStop | null {
  switch (stop.kind) {
    case "depot":
      return stop.id === vehicle.id ? { stop, at: depot } : null;
    case "break":
      return stop.id === vehicle.id ? { stop, at: before } : null;
    case "facility": {
      const facility = region.facilities.find((f) => f.id === stop.id);
      return facility === undefined ? null : { stop, at: facility, facility };
    }
    case "pickup": {
      const pickup = plan.pickups.find((p) => p.id === stop.id);
      const point = region.collectionPoints.find((p) => p.id === pickup?.pointId);
      return pickup === undefined || point === undefined ? null : { stop, at: point, pickup, point };
    }
  }
}
