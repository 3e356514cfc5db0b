/** An agreement of the tiny region's three members, made by hand: 600.00 + 250.50 + 149.50 = 1000.00 euros. */
import type { Agreement, AgreementMember } from "../../domain/agreement/agreement.ts";

const member = (ags: string, name: string, shareCents: number, level: AgreementMember["level"]): AgreementMember => ({
  ...{ ags, name, shareCents, level },
  forecastKg: 10_000,
  standAloneCostCents: shareCents + 5000,
  guaranteeCents: shareCents + 5000,
  valueLimitCents: 50_000,
  approvers: [
    { role: "mayor", contactId: `mayor-${ags}`, deputyContactId: `deputy-${ags}` },
    { role: "finance", contactId: `finance-${ags}` },
  ],
});

export function sampleAgreement(change: Partial<Agreement> = {}): Agreement {
  return {
    schema: "gruenverbund/agreement/1",
    id: "tiny-2026-W48",
    version: 1,
    kind: "period",
    region: "tiny",
    regionName: "Kreis Beispiel",
    period: { firstWeek: "2026-W48", lastWeek: "2026-W51" },
    rule: "tonnes",
    jointCostCents: 100_000,
    members: [
      member("99001001", "Altdorf", 60_000, "L2"),
      member("99001002", "Bergheim", 25_050, "L1"),
      member("99001003", "Cronau", 14_950, "L1"),
    ],
    fallbacks: [],
    plan: { week: "2026-W48", run: "0123456789abcdef", inputsSha256: "a".repeat(64) },
    commentUntil: "2026-11-25T16:00:00+01:00",
    deadline: "2026-12-09T23:59:59+01:00",
    createdAt: "2026-11-23T08:00:00+01:00",
    ...change,
  };
}
