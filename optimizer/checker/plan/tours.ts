/** The week's tours: who drives, when, where to, and what it costs. Every stop is re-derived from the region. */
import { secondsOfDay } from "../../../domain/localTime.ts";
import type { TimeWindow } from "../../../domain/routing/problem.ts";
import { openingHours } from "../../../domain/openingHours.ts";
import type { PlanRoute } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { addDays, mondayOf, weekday } from "../../../domain/week.ts";
import { apart, differs, finding } from "../finding.ts";
import { mayUse } from "../flow/facts.ts";
import { holds, showInterval, sumOfRounded } from "../flow/interval.ts";
import { agsOf, type PlanContext } from "./context.ts";
import { checkTourLoads } from "./tourLoads.ts";
import { checkTourTimes } from "./tourTimes.ts";
import { resolveStops, type Tour } from "./tourStops.ts";

export function checkTours(context: PlanContext): Problem[] {
  const findings = [...checkOneTourADay(context)];
  const tours: Tour[] = [];
  for (const route of context.plan.routes) {
    const result = resolve(context, route);
    if ("findings" in result) findings.push(...result.findings);
    else tours.push(result);
  }
  for (const tour of tours)
    findings.push(
      ...checkVehicle(context, tour),
      ...checkTourTimes(context, tour),
      ...checkTourLoads(tour),
      ...checkTourCost(tour),
    );
  return [...findings, ...checkDailyCapacity(context, tours)];
}

function resolve(context: PlanContext, route: PlanRoute): Tour | { findings: Problem[] } {
  const id = `route ${route.id}`;
  const vehicle = context.region.vehicles.find((v) => v.id === route.vehicleId);
  if (vehicle === undefined)
    return {
      findings: [
        finding(
          "check.tour.unknown",
          { id, field: "vehicleId" },
          `The region has no vehicle "${route.vehicleId}".`,
          "Use a vehicle of the region.",
        ),
      ],
    };
  const monday = mondayOf(context.plan.week);
  if (route.date < monday || route.date > addDays(monday, 6)) {
    return {
      findings: [
        finding(
          "check.tour.date",
          { id, field: "date" },
          `${route.date} is not in week ${context.plan.week}.`,
          "Plan the tour within the week.",
        ),
      ],
    };
  }
  const { stops, findings } = resolveStops(context, route, vehicle, id);
  return findings.length > 0 ? { findings } : { route, id, vehicle, day: weekday(route.date), stops };
}

function checkOneTourADay({ plan }: PlanContext): Problem[] {
  return plan.routes.flatMap((route, k) => {
    const id = `route ${route.id}`;
    const earlier = plan.routes.slice(0, k);
    const findings: Problem[] = [];
    if (earlier.some((r) => r.id === route.id))
      findings.push(finding("check.tour.twice", { id, field: "id" }, "Two routes have this id.", "Give each its own."));
    if (earlier.some((r) => r.vehicleId === route.vehicleId && r.date === route.date)) {
      findings.push(
        finding(
          "check.tour.twice",
          { id, field: "vehicleId" },
          `${route.vehicleId} drives twice on ${route.date}.`,
          "One route per vehicle and day.",
        ),
      );
    }
    return findings;
  });
}

function checkVehicle({ plan, region, travel }: PlanContext, { route, id, vehicle, day }: Tour): Problem[] {
  const findings: Problem[] = [];
  if (route.vehicleName !== vehicle.name)
    findings.push(
      differs("check.tour.vehicleName", { id, field: "vehicleName" }, route.vehicleName, vehicle.name, "vehicles.csv"),
    );
  const all = {
    region,
    travel,
    forecast: plan.forecast,
    weeks: plan.period.weeks,
    calibration: 1,
    members: agsOf(plan),
  };
  if (!mayUse(all, vehicle.ownerId))
    findings.push(
      finding(
        "check.tour.vehicle",
        { id, field: "vehicleId" },
        `${vehicle.id} belongs to ${vehicle.ownerId}, neither a member nor a contractor.`,
        "Use another vehicle.",
      ),
    );
  return [...findings, ...checkShift(route, openingHours(vehicle.shiftHours)[day] ?? [], id)];
}

function checkShift(route: PlanRoute, shift: readonly TimeWindow[], id: string): Problem[] {
  const first = shift[0];
  if (first === undefined)
    return [
      finding(
        "check.tour.shift",
        { id, field: "date" },
        `The vehicle has no shift on ${route.date}.`,
        "Choose another day.",
      ),
    ];
  const latest = Math.max(...shift.map((w) => w.latest));
  const leaves = secondsOfDay(route.stops[0]!.departureAt, route.date);
  const returns = secondsOfDay(route.stops.at(-1)!.arrivalAt, route.date);
  const findings: Problem[] = [];
  if (!(leaves >= first.earliest))
    findings.push(
      finding(
        "check.tour.shift",
        { id, field: "stops[0]" },
        `Leaves at ${leaves} s of the day; the shift begins at ${first.earliest} s.`,
        "Leave later.",
      ),
    );
  if (!(returns <= latest))
    findings.push(
      finding(
        "check.tour.shift",
        { id, field: "stops" },
        `Is back at ${returns} s of the day; the shift ends at ${latest} s.`,
        "Serve less.",
      ),
    );
  return findings;
}

/** On the stated kilometres and hours, which are checked on their own; toll by the kilometres on tolled roads. */
function checkTourCost({ route, vehicle, id }: Tour): Problem[] {
  const centsPerKm = vehicle.centsPerKm + vehicle.tollCentsPerKm * vehicle.tollShare;
  const work = sumOfRounded([
    (route.distanceMetres * centsPerKm) / 1000,
    (route.durationSeconds * vehicle.centsPerHour) / 3600,
  ]);
  const derived = { low: work.low + vehicle.fixedCentsPerShift, high: work.high + vehicle.fixedCentsPerShift };
  if (holds(derived, route.costCents)) return [];
  return [
    differs(
      "check.tour.cost",
      { id, field: "costCents" },
      route.costCents,
      showInterval(derived),
      "distance, duration and the vehicle's rates",
    ),
  ];
}

/** What a facility takes in a day from all tours. */
function checkDailyCapacity({ region }: PlanContext, tours: readonly Tour[]): Problem[] {
  return region.facilities.flatMap(({ id, capacityTonnesPerDay }) => {
    if (capacityTonnesPerDay === undefined) return [];
    const byDay = new Map<string, number>();
    for (const { route, stops } of tours) {
      for (const { stop, facility } of stops)
        if (facility?.id === id) byDay.set(route.date, (byDay.get(route.date) ?? 0) + stop.massKg);
    }
    return [...byDay]
      .filter(([, kg]) => apart(Math.max(kg, capacityTonnesPerDay * 1000), capacityTonnesPerDay * 1000, 1e-6))
      .map(([date, kg]) =>
        finding(
          "check.tour.facilityCapacity",
          { id },
          `${kg} kg are tipped on ${date}; the limit is ${capacityTonnesPerDay * 1000} kg.`,
          "Tip on another day.",
        ),
      );
  });
}
