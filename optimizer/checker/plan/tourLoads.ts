/** What is on board along one tour. */
import type { Pickup } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { haulingCapability } from "../../../domain/region/rules.ts";
import type { CheckCode } from "../codes.ts";
import { differs, finding } from "../finding.ts";
import { total } from "../flow/facts.ts";
import type { Tour } from "./tourStops.ts";

export function checkTourLoads(tour: Tour): Problem[] {
  const findings: Problem[] = [];
  let aboard: Pickup[] = [];
  tour.stops.forEach(({ stop, pickup, facility }, k) => {
    const place = { id: tour.id, field: `stops[${k}]` };
    if (pickup !== undefined) {
      aboard.push(pickup);
      if (stop.massKg !== pickup.massKg)
        findings.push(
          differs(
            "check.tour.mass",
            { ...place, field: `${place.field}.massKg` },
            stop.massKg,
            pickup.massKg,
            `pick-up ${pickup.id}`,
          ),
        );
      findings.push(...checkTaking(tour, pickup, aboard, place));
      return;
    }
    const tipped = facility === undefined ? 0 : total(aboard.map((p) => p.massKg));
    if (stop.massKg !== tipped)
      findings.push(
        differs(
          "check.tour.mass",
          { ...place, field: `${place.field}.massKg` },
          stop.massKg,
          tipped,
          "what is on board",
        ),
      );
    if (facility === undefined) return;
    const astray = aboard.filter((p) => p.facilityId !== facility.id);
    findings.push(
      ...astray.map((p) =>
        finding(
          "check.tour.facility",
          place,
          `Tips ${p.id} at ${facility.id}; it goes to ${p.facilityId}.`,
          "Tip where it is planned.",
        ),
      ),
    );
    aboard = [];
  });
  if (aboard.length > 0) {
    findings.push(
      finding(
        "check.tour.notEmpty",
        { id: tour.id },
        `Returns with ${aboard.map((p) => p.id).join(", ")} on board.`,
        "Tip before the depot.",
      ),
    );
  }
  return findings;
}

/** The last of `aboard` has just been taken on. */
function checkTaking(
  { vehicle, route }: Tour,
  pickup: Pickup,
  aboard: readonly Pickup[],
  place: { id: string; field: string },
): Problem[] {
  const findings: Problem[] = [];
  const report = (code: CheckCode, cause: string, action: string) => findings.push(finding(code, place, cause, action));
  const capability = haulingCapability(vehicle);
  const kg = total(aboard.map((p) => p.massKg));
  const litres = total(aboard.map((p) => p.volumeLitres));
  const materials = new Set(aboard.map((p) => `${p.form} ${p.streamId}`));
  if (!pickup.capabilities.includes(capability))
    report(
      "check.tour.capability",
      `${vehicle.id} hauls with ${capability}; ${pickup.id} needs ${pickup.capabilities.join(" or ")}.`,
      "Send another vehicle.",
    );
  if (kg > vehicle.capacityKg)
    report(
      "check.tour.capacity",
      `${kg} kg on board; ${vehicle.id} carries ${vehicle.capacityKg} kg.`,
      "Tip before, or serve less.",
    );
  if (litres > vehicle.capacityLitres)
    report(
      "check.tour.capacity",
      `${litres} l on board; ${vehicle.id} holds ${vehicle.capacityLitres} l.`,
      "Tip before, or serve less.",
    );
  if (materials.size > 1)
    report("check.tour.material", `${[...materials].join(" and ")} share a trip.`, "Tip in between.");
  if (route.date < pickup.earliestDate)
    report(
      "check.tour.tooEarly",
      `${pickup.id} is taken on ${route.date}, it is ready from ${pickup.earliestDate}.`,
      "Wait for the shredder.",
    );
  return findings;
}
