/**
 * A settled week of three members, small enough to reckon by hand: A drives (its truck is owed 100.00 €), a plant and a contractor
 * are owed the rest; C would pay more than alone and is relieved.
 */
import type { Billing } from "../../domain/billing/billing.ts";
import { SETTLED_LINES, Settlement, type SettledLine, type SettledMember } from "../../domain/settlement/settlement.ts";

const [A, B, C] = ["99001001", "99001002", "99001003"] as const;

const lines = (given: Partial<Record<SettledLine, readonly [source: number, share: number]>>) =>
  SETTLED_LINES.map((line) => {
    const [sourceCents, shareCents] = given[line] ?? [0, 0];
    return { line, sourceCents, shareCents };
  });

const member = (change: Partial<SettledMember> & Pick<SettledMember, "ags" | "name" | "lines">): SettledMember => ({
  ...{
    population: 1000,
    weighedKg: 0,
    plannedKg: 0,
    fractions: [],
    distanceMetres: 0,
    durationSeconds: 0,
    tourIds: [],
  },
  ...{ soloCents: 0, ruleShareCents: 0, guaranteeCents: 0, guaranteeOf: "standAlone", topUpCents: 0, shareCents: 0 },
  ...{ savingCents: 0, contributionCents: 0, providedCents: 0, estimationCents: 0, advanceCents: 0, balanceCents: 0 },
  ...change,
});

/** Parses, so that a settlement that the schema does not know is none. */
export function sampleSettlement(change: Partial<Settlement> = {}): Settlement {
  return Settlement.parse({
    ...{ schema: "gruenverbund/settlement/1", id: "2026-W48_2026-W48", region: "tiny", regionName: "Kreis Beispiel" },
    period: { firstWeek: "2026-W48", lastWeek: "2026-W48", weeks: ["2026-W48"] },
    ...{ rule: "tonnes", nearestTo: "tonnes", agreement: null },
    tickets: [
      {
        ...{ id: "w.4711", number: "4711", weighbridge: "w", weighedAt: "2026-11-24T10:12:00+01:00", week: "2026-W48" },
        ...{ facilityId: "compost", netKg: 10_000, refused: false, tourId: "alt-hook_2026-11-24" },
        lots: [
          {
            ...{ storageId: "alt-mixed", pointId: "p-alt", fraction: "mixed", form: "loose", owner: "municipality" },
            ...{ plannedKg: 9000, weighedKg: 10_000 },
            parts: [
              { ags: A, value: 5000 },
              { ags: B, value: 3000 },
              { ags: C, value: 2000 },
            ],
          },
        ],
      },
    ],
    tours: [
      {
        ...{ id: "alt-hook_2026-11-24", week: "2026-W48", run: "0123456789abcdef", date: "2026-11-24" },
        ...{ vehicleId: "alt-hook", vehicleName: "Haken Altdorf", ownerId: A, distanceMetres: 117_647 },
        ...{ durationSeconds: 7200, basis: "planned", ticketIds: ["w.4711"] },
      },
    ],
    items: [
      {
        ...{ id: "i1", line: "haulage", week: "2026-W48", label: "Kilometer", quantity: 117.647, unit: "km" },
        ...{ centsPerUnit: 85, cents: 10_000, payeeId: A, evidence: { kind: "tour", id: "alt-hook_2026-11-24" } },
        parts: [
          { ags: A, value: 5000 },
          { ags: B, value: 3000 },
          { ags: C, value: 2000 },
        ],
      },
      {
        ...{ id: "i2", line: "gate", week: "2026-W48", label: "Annahme gemischt", quantity: 10, unit: "t" },
        ...{ centsPerUnit: 5000, cents: 50_000, payeeId: "compost", evidence: { kind: "ticket", id: "w.4711" } },
        parts: [
          { ags: A, value: 25_000 },
          { ags: B, value: 15_000 },
          { ags: C, value: 10_000 },
        ],
      },
    ],
    costLines: SETTLED_LINES.map((line) => ({
      ...{ line, cents: { haulage: 10_000, gate: 50_000 }[line as string] ?? 0 },
      itemIds: { haulage: ["i1"], gate: ["i2"] }[line as string] ?? [],
    })),
    ...{ jointCostCents: 60_000, soloTotalCents: 81_000, poolCents: 0 },
    members: [
      member({
        ...{ ags: A, name: "Altdorf", weighedKg: 5000, plannedKg: 4500, distanceMetres: 58_823, durationSeconds: 3600 },
        fractions: [{ fraction: "mixed", weighedKg: 5000, ticketIds: ["w.4711"] }],
        tourIds: ["alt-hook_2026-11-24"],
        lines: lines({ haulage: [5000, 5200], gate: [25_000, 26_000] }),
        ...{ soloCents: 45_000, ruleShareCents: 30_000, guaranteeCents: 45_000, topUpCents: 1200, shareCents: 31_200 },
        ...{ savingCents: 13_800, contributionCents: 5500, providedCents: 10_000, estimationCents: -100 },
        balanceCents: 31_200 - 100 - 5500 - 10_000,
      }),
      member({
        ...{
          ags: B,
          name: "Bergheim",
          weighedKg: 3000,
          plannedKg: 2700,
          distanceMetres: 35_294,
          durationSeconds: 2160,
        },
        fractions: [{ fraction: "mixed", weighedKg: 3000, ticketIds: ["w.4711"] }],
        tourIds: ["alt-hook_2026-11-24"],
        lines: lines({ haulage: [3000, 3133], gate: [15_000, 15_667] }),
        ...{ soloCents: 26_000, ruleShareCents: 18_000, guaranteeCents: 26_000, topUpCents: 800, shareCents: 18_800 },
        ...{ savingCents: 7200, estimationCents: 160, balanceCents: 18_960 },
      }),
      member({
        ...{ ags: C, name: "Cronau", weighedKg: 2000, plannedKg: 1800, distanceMetres: 23_530, durationSeconds: 1440 },
        fractions: [{ fraction: "mixed", weighedKg: 2000, ticketIds: ["w.4711"] }],
        tourIds: ["alt-hook_2026-11-24"],
        lines: lines({ haulage: [2000, 1667], gate: [10_000, 8333] }),
        ...{ soloCents: 10_000, ruleShareCents: 12_000, guaranteeCents: 10_000, topUpCents: -2000, shareCents: 10_000 },
        ...{ estimationCents: -60, advanceCents: 4000, balanceCents: 5940 },
      }),
    ],
    providers: [
      { id: A, name: "Altdorf", kind: "member", cents: 10_000, itemIds: ["i1"] },
      { id: "compost", name: "Kompostwerk Mitte", kind: "facility", cents: 50_000, itemIds: ["i2"] },
    ],
    estimation: {
      ...{ scoring: "crps", centsPerTonne: 2000 },
      rows: [A, B, C].map((ags, i) => ({
        ...{ ags, week: "2026-W48", fraction: "mixed", forecastKg: [4500, 2700, 1800][i], sdKg: 0 },
        ...{ weighedKg: [5000, 3000, 2000][i], scoreKg: [500, 300, 200][i], ticketIds: ["w.4711"] },
      })),
      members: [
        { ags: A, scoreKg: 500, fairKg: 550, cents: -100 },
        { ags: B, scoreKg: 300, fairKg: 220, cents: 160 },
        { ags: C, scoreKg: 200, fairKg: 230, cents: -60 },
      ],
    },
    vat: {
      ...{ taxable: false, ratePercent: 19 },
      notTaxable: {
        vatCents: 9500,
        members: [
          { ags: A, netCents: 31_200, vatCents: 4940, grossCents: 36_140 },
          { ags: B, netCents: 18_800, vatCents: 2977, grossCents: 21_777 },
          { ags: C, netCents: 10_000, vatCents: 1583, grossCents: 11_583 },
        ],
      },
      ifTaxable: {
        vatCents: 11_400,
        members: [
          { ags: A, netCents: 31_200, vatCents: 5928, grossCents: 37_128 },
          { ags: B, netCents: 18_800, vatCents: 3572, grossCents: 22_372 },
          { ags: C, netCents: 10_000, vatCents: 1900, grossCents: 11_900 },
        ],
      },
    },
    game: {
      ...{ players: [A, B, C], soloCents: [45_000, 26_000, 10_000], values: [], examined: [] },
      ...{ modelJointCents: 60_000, lowerBoundCents: 60_000, calibration: 1, method: "von Hand", findings: [] },
    },
    ...{ notices: ["Alles erfunden."], inputsSha256: "0".repeat(64) },
    ...change,
  });
}

export const sampleBilling = (): Billing => ({
  ...{ schema: "gruenverbund/billing/1", paymentDays: 30, profiles: [] },
  parties: [
    {
      ...{ ags: A, name: 'Stadt <Altdorf> & "Söhne"', street: "Großer Markt 1", postalCode: "66740", city: "Altdorf" },
      ...{ email: "rechnung@altdorf.example", iban: "DE02120300000000202051", vatId: "DE123456789" },
      ...{ taxNumber: "040/123/45678", leitwegId: leitweg(A) },
      contact: { name: "Karla Kämmerin", phone: "+49 6831 123", email: "karla@altdorf.example" },
    },
    {
      ...{ ags: B, name: "Gemeinde Bergheim", street: "Hauptstraße 2", postalCode: "66359", city: "Bergheim" },
      ...{ email: "rechnung@bergheim.example", leitwegId: leitweg(B) },
    },
    {
      ...{ ags: C, name: "Gemeinde Cronau", street: "Dorfplatz 3", postalCode: "66360", city: "Cronau" },
      ...{ email: "rechnung@cronau.example", leitwegId: leitweg(C) },
    },
  ],
});

/** With the check digits that fit (ISO 7064, mod 97-10). */
function leitweg(coarse: string): string {
  return `${coarse}-${String(98 - Number(BigInt(`${coarse}00`) % 97n)).padStart(2, "0")}`;
}
