import { expect, test } from "vitest";
import { Agreement } from "../../../../domain/agreement/agreement.ts";
import { InputError } from "../../../../domain/problem.ts";
import type { AgreementTerms } from "../../../../domain/region/settings.ts";
import type { Contact } from "../../../../domain/region/contacts.ts";
import { propose, type ProposalQuestion } from "../../../../functions/usecases/agreements/propose.ts";
import { samplePlan } from "../../../support/samplePlan.ts";
import { sampleRegion } from "../../planning/report/sampleRegion.ts";

// A Monday; Saarland has no holiday in these weeks.
const NOW = "2026-11-23T07:00:00Z";
const region = sampleRegion();
const plan = samplePlan(region);
const MEMBERS = plan.municipalities.map(({ ags }) => ags);

const contact = (ags: string, role: Contact["role"], change: Partial<Contact> = {}): Contact => ({
  ...{ id: `${role}-${ags}`, role, municipalityAgs: ags as Contact["municipalityAgs"], name: "N. N.", language: "de" },
  email: `${role}.${ags}@example.org`,
  ...change,
});
const contacts = MEMBERS.flatMap((ags) => [contact(ags, "mayor"), contact(ags, "finance")]);
const terms: AgreementTerms = {
  proposal: "automatic",
  commentWorkingDays: 3,
  decisionWorkingDays: 10,
  reminderWorkingDays: [5, 8],
  valueLimitCents: 10_000_000,
};

const question = (change: Partial<ProposalQuestion> = {}, agreements = terms, people = contacts): ProposalQuestion => ({
  plan,
  run: "0123456789abcdef",
  region: { settings: { ...region.settings, agreements }, contacts: people },
  ...{ kind: "period", id: "a", version: 1, now: NOW },
  ...change,
});

test("figures are those of the checked plan, and the guarantee is what each would pay alone", () => {
  const agreement = Agreement.parse(propose(question()));
  expect(agreement.members.map(({ ags, shareCents, guaranteeCents }) => [ags, shareCents, guaranteeCents])).toEqual(
    plan.municipalities.map((row) => [row.ags, row.shareCents, row.standAloneCostCents]),
  );
  const sum = agreement.members.reduce((cents, { shareCents }) => cents + shareCents, 0);
  expect(sum).toBe(agreement.jointCostCents);
  expect(agreement.fallbacks.map(({ withoutAgs }) => withoutAgs)).toEqual(
    plan.allocation.without.map(({ ags }) => ags),
  );
});

test("dates count working days: three to comment until 16:00, ten to decide until the end of the day", () => {
  expect(propose(question())).toMatchObject({
    commentUntil: "2026-11-26T16:00:00+01:00",
    deadline: "2026-12-10T23:59:59+01:00",
  });
  // Over Christmas: 24 December, then 28, 29, 30 and 31, then 4 January and so on.
  const later = propose(question({ now: "2026-12-21T07:00:00Z" }));
  expect(later).toMatchObject({ commentUntil: "2026-12-24T16:00:00+01:00", deadline: "2027-01-11T23:59:59+01:00" });
});

test("without days to comment the ballots open at once", () => {
  expect(propose(question({}, { ...terms, commentWorkingDays: 0 }))).toMatchObject({
    commentUntil: "2026-11-23T08:00:00+01:00",
    deadline: "2026-12-07T23:59:59+01:00",
  });
});

test("levels follow the value limit, a municipality's own before the region's; a frame is L3 for all", () => {
  const share = plan.municipalities[0]!.shareCents;
  const limits = { ...terms, valueLimitCents: 0, valueLimits: { [MEMBERS[0]!]: share } };
  expect(propose(question({}, limits)).members.map(({ level }) => level)).toEqual(
    MEMBERS.map((_, i) => (i === 0 ? "L1" : "L2")),
  );
  expect(propose(question({ kind: "frame" })).members.map(({ level }) => level)).toEqual(MEMBERS.map(() => "L3"));
});

test("a deputy counts on their days only", () => {
  const deputy = contact(MEMBERS[0]!, "mayor", {
    id: "deputy",
    deputyOf: `mayor-${MEMBERS[0]!}`,
    deputyUntil: "2026-11-23",
  });
  const deputyAt = (now: string) =>
    propose(question({ now }, terms, [...contacts, deputy])).members[0]!.approvers[0]!.deputyContactId;
  expect(deputyAt(NOW)).toBe("deputy");
  expect(deputyAt("2026-11-23T22:59:00Z")).toBe("deputy");
  expect(deputyAt("2026-11-23T23:00:00Z")).toBeUndefined();
});

test("everybody whose consent is needed and who is not entered is named at once", () => {
  const few = contacts.filter(({ id }) => id === `mayor-${MEMBERS[0]!}`);
  const attempt = () => propose(question({}, { ...terms, valueLimitCents: 0 }, few));
  expect(attempt).toThrow(InputError);
  try {
    attempt();
  } catch (error) {
    const { problems } = error as InputError;
    expect(problems).toHaveLength(2 * MEMBERS.length - 1);
    expect(problems[0]).toMatchObject({ code: "agreement.approver", place: { id: MEMBERS[0] } });
  }
});

test("a region that does not say how it approves is told what to enter", () => {
  expect(() => propose({ ...question(), region: { settings: {}, contacts } })).toThrow("agreement.terms");
});
