import { expect, test } from "vitest";
import type { Violation, ViolationCode } from "../../../../domain/routing/violation.ts";
import { tourWords, violationWords } from "../../../../planning/week/violationWords.ts";
import { samplePlan } from "../../../support/samplePlan.ts";
import { readRegion } from "../../../../functions/usecases/readRegion.ts";
import { fileBlobs } from "../../../../functions/adapters/files/fileBlobs.ts";
import { ROOT } from "../../house/sourceFiles.ts";

const { region } = await readRegion(fileBlobs(`${ROOT}/examples/saarlouis`), "2026-11-23T06:00:00Z");
const { week, pickups } = samplePlan(region!);
const context = { region: region!, week, pickups };

function violation(code: ViolationCode, limit: number, needed: number, unit = "s"): Violation {
  return { code, vehicle: 0, day: 1, stop: 0, client: 0, facility: 0, limit, needed, unit };
}

/** Every rule that the routing problem of a week can break. */
const CODES: readonly ViolationCode[] = [
  ...(["dayOff", "capability", "capacity", "material", "facilityRefused", "notAccepted", "notEmpty"] as const),
  ...(["closed", "window", "facilityClosed", "facilityCapacity", "breakLeg", "breakMissing", "breakShort"] as const),
  ...(["driving", "duration", "distance", "shift", "vehicleTwice", "clientTwice", "lock", "frozen"] as const),
];

test.each(CODES)("%s has words of its own, in one sentence", (code) => {
  const words = violationWords(violation(code, 3600, 7200), context);
  expect(words).toMatch(/^[A-ZÄÖÜ].*\.$/);
  expect(words).not.toContain(code);
  expect(words).not.toMatch(/undefined|NaN/);
});

test("figures are written in the unit that people use", () => {
  // 15:45 is 56,700 s; 26 minutes more.
  expect(violationWords(violation("shift", 56_700, 58_260), context)).toBe(
    "Das Fahrzeug käme erst um 16:11 Uhr zurück, Schichtende ist 15:45 Uhr.",
  );
  expect(violationWords(violation("capacity", 11_000, 15_200, "kg"), context)).toBe(
    "Das Fahrzeug ist überladen: 15,2 t an Bord, erlaubt sind 11,0 t.",
  );
  expect(violationWords(violation("breakShort", 900, 2_700), context)).toBe(
    "Eine Lenkpause ist zu kurz: 15 Minuten, nötig sind 45.",
  );
  expect(tourWords({ vehicle: 0, day: 1 }, context)).toBe(`${region!.vehicles[0]!.name}, 24.11.2026`);
  expect(tourWords({ vehicle: -1, day: -1 }, context)).toBe("");
});
