/** Public figures of an invented region, small enough to reckon by hand; names that would break out of a cell or of markup. */
import type { PlanSaving, PublicFigures } from "../../functions/usecases/openData/figures.ts";

export const SHARP_NAME = `=1+1 <b>"Grün"; & 'Co',\nzwei</b>`;

const saving = (week: string, lastWeek: string, arrivals: PlanSaving["arrivals"]): PlanSaving => ({
  ...{ week, firstWeek: week, lastWeek, run: "0123456789abcdef", planSha256: "a".repeat(64) },
  ...{ publishedAt: "2026-11-26T05:30:00.123Z", factorSet: "Beispielfaktoren (1)", notices: [], arrivals },
  members: { planned: 2, sharing: 2 },
  costCents: { alone: 425_262, joint: 310_678 },
  distanceMetres: { alone: 149_123, joint: 132_700 },
  kgCo2e: { alone: 2067.25, joint: 1723.5 },
  emissionLines: [
    { line: "transport", alone: 143.25, joint: 127.5 },
    { line: "shredding", alone: 178, joint: 197 },
    { line: "treatment", alone: 1746, joint: 1399 },
  ],
});

export const sampleFigures = (change: Partial<PublicFigures> = {}): PublicFigures => ({
  ...{ region: "tiny", name: "Kreis Beispiel", synthetic: "Alles erfunden.", attribution: ["© Amt"] },
  municipalities: [
    { ags: "10044001", name: "Altdorf" },
    { ags: "10044002", name: "Bergheim" },
  ],
  points: [
    {
      id: "p1",
      name: SHARP_NAME,
      ags: "10044001",
      municipality: "Altdorf",
      latitude: 49.3,
      longitude: 6.7,
      status: "open",
    },
    {
      id: "p2",
      name: "Hof",
      ags: "10044002",
      municipality: "Bergheim",
      latitude: 49.4,
      longitude: 6.8,
      status: "closed",
    },
  ],
  facilities: [{ id: "f", name: "Werk", kind: "composting", latitude: 49.5, longitude: 6.9 }],
  outlines: null,
  plans: [
    saving("2026-W48", "2026-W51", [{ week: "2026-W48", kg: 1000 }]),
    saving("2026-W47", "2026-W50", [
      { week: "2026-W47", kg: 500 },
      { week: "2026-W48", kg: 999_999 },
    ]),
  ],
  months: [
    { month: "2026-10", weighedKg: 12_345, expectedKg: null, expectedWeeks: 0 },
    { month: "2026-11", weighedKg: 0, expectedKg: 1500, expectedWeeks: 2 },
  ],
  ...{ factors: null, co2: null, settledCo2: null },
  ...change,
});
