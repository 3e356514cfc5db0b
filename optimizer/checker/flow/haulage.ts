/** The work of vehicles: trips of the reference vehicle, calibrated, spread over vehicles. docs/model.md, "Haulage". */
import type { FlowPlan, Haul, VehicleWeek } from "../../../domain/plan/flowPlan.ts";
import { openingHours } from "../../../domain/openingHours.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Capability } from "../../../domain/region/common.ts";
import type { FleetVehicle } from "../../../domain/region/fleet.ts";
import { haulingCapability } from "../../../domain/region/rules.ts";
import { apart, differs, finding } from "../finding.ts";
import { density, mayUse, total, type Facts } from "./facts.ts";

/** Days with a shift in a week, and the mean length of a shift from its first to its last minute. */
export function shiftPattern(vehicle: FleetVehicle): { readonly days: number; readonly shiftSeconds: number } {
  const lengths: number[] = [];
  for (const day of openingHours(vehicle.shiftHours)) {
    if (day.length > 0) lengths.push(Math.max(...day.map((w) => w.latest)) - Math.min(...day.map((w) => w.earliest)));
  }
  return { days: lengths.length, shiftSeconds: lengths.length === 0 ? 0 : total(lengths) / lengths.length };
}

export function checkHaulage(plan: FlowPlan, facts: Facts): Problem[] {
  return [
    ...plan.vehicleWeeks.flatMap((row, k) => checkVehicleWeek(row, facts, `${facts.label}.vehicleWeeks[${k}]`)),
    ...checkWork(plan, facts),
  ];
}

function checkVehicleWeek(row: VehicleWeek, facts: Facts, id: string): Problem[] {
  const vehicle = facts.vehicles.get(row.vehicleId)!;
  const findings: Problem[] = [];
  if (!mayUse(facts, vehicle.ownerId)) {
    findings.push(
      finding(
        "check.flow.equipment",
        { id, field: "vehicleId" },
        `${vehicle.id} belongs to ${vehicle.ownerId}, who is neither in the group nor a contractor.`,
        "Use the group's own or a contractor's.",
      ),
    );
  }
  if (row.capability !== haulingCapability(vehicle)) {
    findings.push(
      differs(
        "check.flow.capability",
        { id, field: "capability" },
        row.capability,
        haulingCapability(vehicle),
        "the vehicle",
      ),
    );
  }
  return [...findings, ...checkSpeed(row, facts, id), ...checkShifts(row, vehicle, facts, id)];
}

function checkSpeed(row: VehicleWeek, facts: Facts, id: string): Problem[] {
  const { value: speedKmh } = facts.region.settings.travel.speedKmh;
  const reach = (row.durationSeconds / 3600) * speedKmh * 1000;
  // Both figures of a row are rounded on their own: one metre, and what is driven in one second.
  if (row.distanceMetres <= reach + 1 + speedKmh / 3.6) return [];
  return [
    finding(
      "check.flow.speed",
      { id, field: "distanceMetres" },
      `${row.distanceMetres} m in ${row.durationSeconds} s; the mean speed allows ${reach} m.`,
      "Plan more hours or fewer kilometres.",
    ),
  ];
}

function checkShifts(row: VehicleWeek, vehicle: FleetVehicle, facts: Facts, id: string): Problem[] {
  const { days, shiftSeconds } = shiftPattern(vehicle);
  const field = "durationSeconds";
  if (days === 0 && row.durationSeconds > 0)
    return [
      finding(
        "check.flow.shifts",
        { id, field },
        `${vehicle.id} has no shift in the week.`,
        "Use a vehicle that works.",
      ),
    ];
  if (!facts.members.includes(vehicle.ownerId) || row.durationSeconds <= days * shiftSeconds + 1) return [];
  return [
    finding(
      "check.flow.shifts",
      { id, field },
      `${row.durationSeconds} s in a week; ${days} shifts last ${days * shiftSeconds} s.`,
      "Spread the work over more vehicles.",
    ),
  ];
}

/** The rows of one capability and week sum to the calibrated work of its hauls, a unit of rounding a row. */
function checkWork(plan: FlowPlan, facts: Facts): Problem[] {
  const capabilities = new Set([...plan.hauls, ...plan.vehicleWeeks].map((row) => row.capability));
  return [...capabilities].flatMap((capability) =>
    facts.weeks.flatMap((week) => {
      const id = `${facts.label}.vehicleWeeks ${week} ${capability}`;
      const hauls = plan.hauls.filter((h) => h.week === week && h.capability === capability);
      const rows = plan.vehicleWeeks.filter((v) => v.week === week && v.capability === capability);
      const work = workOf(hauls, capability, facts);
      if (work === null)
        return [
          finding(
            "check.flow.noVehicle",
            { id },
            `The region has no vehicle that hauls with ${capability}.`,
            "Use a capability of the fleet.",
          ),
        ];
      const slack = Math.max(1, rows.length) + 1e-6;
      const seconds = total(rows.map((r) => r.durationSeconds));
      const metres = total(rows.map((r) => r.distanceMetres));
      const findings: Problem[] = [];
      if (apart(seconds, work.seconds, slack))
        findings.push(differs("check.flow.work", { id, field: "durationSeconds" }, seconds, work.seconds, "the hauls"));
      if (apart(metres, work.metres, slack))
        findings.push(differs("check.flow.work", { id, field: "distanceMetres" }, metres, work.metres, "the hauls"));
      return findings;
    }),
  );
}

/** Calibrated seconds and metres; `null` when nobody hauls with this capability. */
function workOf(
  hauls: readonly Haul[],
  capability: Capability,
  facts: Facts,
): { seconds: number; metres: number } | null {
  const vehicle = referenceVehicle(facts.region.vehicles, capability);
  if (vehicle === undefined) return hauls.length === 0 ? { seconds: 0, metres: 0 } : null;
  let seconds = 0;
  let metres = 0;
  for (const haul of hauls) {
    const trips = tripsOf(haul, vehicle, facts);
    const trip = roundTrip(haul, facts);
    seconds += trips * trip.seconds;
    metres += trips * trip.metres;
  }
  return { seconds: facts.calibration * seconds, metres: facts.calibration * metres };
}

function tripsOf(haul: Haul, vehicle: FleetVehicle, facts: Facts): number {
  const { stream } = facts.storages.get(haul.storageId)!;
  const byVolume = (vehicle.capacityLitres * density(stream, haul.form)) / 1000;
  return haul.massKg / Math.min(vehicle.capacityKg, byVolume);
}

/** Point → facility → point with loading and unloading. */
function roundTrip(haul: Haul, { storages, facilities, travel, region }: Facts): { seconds: number; metres: number } {
  const { point } = storages.get(haul.storageId)!;
  const facility = facilities.get(haul.facilityId)!;
  const there = travel(point, facility);
  const back = travel(facility, point);
  const { loadSeconds, unloadSeconds } = region.settings.handling;
  return {
    metres: there.metres + back.metres,
    seconds: there.seconds + back.seconds + loadSeconds.value + unloadSeconds.value,
  };
}

/** Smallest `capacityLitres`, then smallest `capacityKg`, then id. */
export function referenceVehicle(fleet: readonly FleetVehicle[], capability: Capability): FleetVehicle | undefined {
  return fleet
    .filter((vehicle) => haulingCapability(vehicle) === capability)
    .toSorted(
      (a, b) => a.capacityLitres - b.capacityLitres || a.capacityKg - b.capacityKg || (a.id < b.id ? -1 : 1),
    )[0];
}
