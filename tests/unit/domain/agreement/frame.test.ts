import { expect, test } from "vitest";
import { agreedCents, frameFaults, isWithinFrame } from "../../../../domain/agreement/frame.ts";
import { sampleAgreement } from "../../../support/sampleAgreement.ts";

// Four weeks: Altdorf 600.00 (above its limit of 500.00), Bergheim 250.50, Cronau 149.50; each pays 50.00 more alone.
const frame = sampleAgreement();
const week = sampleAgreement({
  kind: "week",
  period: { firstWeek: "2026-W49", lastWeek: "2026-W52" },
  plan: { ...frame.plan, week: "2026-W49" },
});

test("an agreement of the same members by the same rule is a frame for the weeks of its period", () => {
  expect(frameFaults(frame, week)).toEqual([]);
  const at = (first: string) => frameFaults(frame, { ...week, plan: { week: first } });
  expect([at("2026-W47"), at("2026-W48"), at("2026-W51"), at("2026-W52")].map((faults) => faults.length)).toEqual([
    1, 0, 0, 1,
  ]);
  // The last week of one year and the first of the next: weeks are compared as days.
  const turn = sampleAgreement({ period: { firstWeek: "2026-W52", lastWeek: "2027-W02" } });
  expect(frameFaults(turn, { ...week, plan: { week: "2027-W01" } })).toEqual([]);
});

test("anything else is none, and all that keeps it from being one is said at once", () => {
  const other = sampleAgreement({ region: "elsewhere", rule: "equal", members: frame.members.slice(1) });
  expect(frameFaults({ ...other, kind: "week" }, { ...week, plan: { week: "2027-W01" } })).toHaveLength(5);
  expect(frameFaults({ ...frame, members: [...frame.members].reverse() }, week)).toEqual([]);
});

test("consent reaches up to the share, or to what a mayor may release alone, never above the guarantee", () => {
  // Altdorf pays more than the limit, so its share is the bound; the others have their guarantee below the limit.
  expect(frame.members.map(agreedCents)).toEqual([60_000, 30_050, 19_950]);
  expect(agreedCents({ ...frame.members[1]!, valueLimitCents: 27_000 })).toBe(27_000);
  expect(agreedCents({ ...frame.members[1]!, valueLimitCents: 0 })).toBe(25_050);
});

test("shares are compared week for week, exactly to the cent", () => {
  const within = (shareCents: number, lastWeek = "2026-W52", ags = "99001002") =>
    isWithinFrame(frame, { period: { firstWeek: "2026-W49", lastWeek }, ags, shareCents });
  expect([within(30_050), within(30_051)]).toEqual([true, false]);
  // One week has a quarter: 30 050 / 4 = 7 512.5.
  expect([within(7_512, "2026-W49"), within(7_513, "2026-W49")]).toEqual([true, false]);
  expect(within(1, "2026-W52", "99009999")).toBe(false);
});
