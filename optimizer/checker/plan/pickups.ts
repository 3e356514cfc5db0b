/** The week's loads: they are the hauls of the first week, each on one tour or left with a reason. */
import type { Pickup } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { haulingCapabilities, haulingCapability } from "../../../domain/region/rules.ts";
import { mondayOf } from "../../../domain/week.ts";
import { apart, differs, finding } from "../finding.ts";
import { density, streamIn } from "../flow/facts.ts";
import type { PlanContext } from "./context.ts";

export function checkPickups(context: PlanContext): Problem[] {
  const { plan } = context;
  return [
    ...plan.pickups.flatMap((pickup, k) => [...checkPickup(context, pickup), ...checkServed(context, pickup, k)]),
    ...checkUnserved(context),
    ...checkMasses(context),
  ];
}

function checkPickup({ plan, region }: PlanContext, pickup: Pickup): Problem[] {
  const id = `pickup ${pickup.id}`;
  const storage = region.storages.find((s) => s.id === pickup.storageId);
  const stream = storage === undefined ? undefined : streamIn(region, storage, plan.week);
  const point = region.collectionPoints.find((p) => p.id === storage?.pointId);
  if (storage === undefined || stream === undefined || point === undefined) {
    return [
      finding(
        "check.pickup.unknown",
        { id, field: "storageId" },
        `The region has no storage "${pickup.storageId}".`,
        "Use a storage of the region.",
      ),
    ];
  }
  const findings: Problem[] = [];
  const derived = { pointId: point.id, streamId: stream.id, fraction: stream.fraction };
  for (const field of ["pointId", "streamId", "fraction"] as const) {
    if (pickup[field] !== derived[field])
      findings.push(differs("check.pickup.field", { id, field }, pickup[field], derived[field], "the storage"));
  }
  const litres = (pickup.massKg * 1000) / density(stream, pickup.form);
  if (apart(pickup.volumeLitres, litres, 0.5 + 1e-6))
    findings.push(
      differs("check.pickup.volume", { id, field: "volumeLitres" }, pickup.volumeLitres, litres, "mass and density"),
    );
  const fleet = new Set(region.vehicles.map(haulingCapability));
  const possible = haulingCapabilities(storage, point, pickup.form).filter((capability) => fleet.has(capability));
  if (pickup.capabilities.join() !== possible.join()) {
    findings.push(
      differs(
        "check.pickup.capability",
        { id, field: "capabilities" },
        pickup.capabilities,
        possible,
        "the storage, its equipment and the fleet",
      ),
    );
  }
  if (pickup.earliestDate < mondayOf(plan.week))
    findings.push(
      differs(
        "check.pickup.earliest",
        { id, field: "earliestDate" },
        pickup.earliestDate,
        mondayOf(plan.week),
        "the planned week",
      ),
    );
  return findings;
}

/** Exactly once on a tour, which it names, or not at all and listed. */
function checkServed({ plan }: PlanContext, pickup: Pickup, k: number): Problem[] {
  const id = `pickup ${pickup.id}`;
  const tours = plan.routes.flatMap((route) =>
    route.stops.flatMap((stop) => (stop.kind === "pickup" && stop.id === pickup.id ? [route.id] : [])),
  );
  const listed = plan.unserved.filter((u) => u.pickupId === pickup.id).length;
  const findings: Problem[] = [];
  if (plan.pickups.findIndex((p) => p.id === pickup.id) < k)
    findings.push(finding("check.pickup.twice", { id }, "Two pick-ups have this id.", "Give each its own."));
  if (tours.length > 1)
    findings.push(
      finding(
        "check.pickup.twice",
        { id },
        `Is fetched ${tours.length} times, by ${tours.join(", ")}.`,
        "Fetch it once.",
      ),
    );
  if ((tours[0] ?? null) !== pickup.routeId)
    findings.push(
      differs("check.pickup.route", { id, field: "routeId" }, pickup.routeId, tours[0] ?? null, "the routes"),
    );
  if (tours.length === 0 && listed !== 1)
    findings.push(
      finding(
        "check.pickup.lost",
        { id },
        `On no route and ${listed} times among the unserved.`,
        "List it once with its reason.",
      ),
    );
  if (tours.length > 0 && listed > 0)
    findings.push(finding("check.pickup.lost", { id }, "On a route and among the unserved.", "Take it off the list."));
  return findings;
}

function checkUnserved({ plan }: PlanContext): Problem[] {
  return plan.unserved.flatMap(({ pickupId, reason }, k) => {
    const place = { id: `pickup ${pickupId}`, field: `unserved[${k}]` };
    const findings: Problem[] = [];
    if (!plan.pickups.some((p) => p.id === pickupId))
      findings.push(
        finding("check.pickup.unknown", place, "There is no such pick-up.", "List only pick-ups of the plan."),
      );
    if (reason.trim() === "")
      findings.push(finding("check.pickup.reason", place, "Gives no reason.", "Say why it stays."));
    return findings;
  });
}

/** Mass by storage, form and facility: what the joint flow hauls in the first week, to the kilogram. */
function checkMasses({ plan }: PlanContext): Problem[] {
  type Load = {
    readonly storageId: string;
    readonly form: string;
    readonly facilityId: string;
    readonly massKg: number;
  };
  const sums = (loads: readonly Load[]) => {
    const byKey = new Map<string, number>();
    for (const load of loads) {
      const key = `${load.storageId} ${load.form} to ${load.facilityId}`;
      byKey.set(key, (byKey.get(key) ?? 0) + load.massKg);
    }
    return byKey;
  };
  const loads = sums(plan.pickups);
  const hauls = sums(plan.flow.joint.hauls.filter((h) => h.week === plan.week));
  return [...new Set([...loads.keys(), ...hauls.keys()])].flatMap((key) => {
    const [stated, derived] = [loads.get(key) ?? 0, hauls.get(key) ?? 0];
    return stated === derived
      ? []
      : [differs("check.pickup.mass", { id: key, field: "massKg" }, stated, derived, "flow.joint in the planned week")];
  });
}
