import { expect, test } from "vitest";
import type { Agreement, ApproverRole } from "../../../../domain/agreement/agreement.ts";
import { consentOf, tally, type Ballot } from "../../../../domain/agreement/ballot.ts";
import { levelOf } from "../../../../domain/agreement/level.ts";
import {
  allowedEvents,
  EVENTS,
  STATES,
  transition,
  type AgreementFacts,
} from "../../../../domain/agreement/stateMachine.ts";
import { sampleAgreement } from "../../../support/sampleAgreement.ts";

const BEFORE_COMMENT = "2026-11-25T14:59:59Z";
const OPEN = "2026-12-01T09:00:00Z";
const AFTER = "2026-12-09T23:00:00Z";
const [ALTDORF, BERGHEIM, CRONAU] = ["99001001", "99001002", "99001003"] as const;

const ballot = (ags: string, role: ApproverRole, decision: Ballot["decision"] = "approved"): Ballot => ({
  ...{ ags, role, decision },
  contactId: `${role}-${ags}`,
  deputy: false,
  amountCents: 0,
  reason: decision === "rejected" ? "zu teuer" : null,
  at: OPEN,
});
const ALL = [ballot(ALTDORF, "mayor"), ballot(ALTDORF, "finance"), ballot(BERGHEIM, "mayor"), ballot(CRONAU, "mayor")];

const facts = (change: Partial<AgreementFacts> = {}): AgreementFacts => ({
  agreement: sampleAgreement(),
  state: "open",
  ballots: [],
  ...change,
});
const kindOf = (change: Partial<AgreementFacts>, event: (typeof EVENTS)[number], now = OPEN): string => {
  const result = transition(facts(change), event, now);
  return result.kind === "allowed" ? result.state : result.reason;
};

test("the table: what may happen in which state, and nothing else", () => {
  expect(Object.fromEntries(STATES.map((state) => [state, allowedEvents(state)]))).toEqual({
    draft: ["inform", "supersede", "withdraw"],
    informed: ["open", "supersede", "withdraw"],
    open: ["approve", "refuse", "lapse", "supersede", "withdraw"],
    approved: ["supersede", "withdraw", "enterIntoForce"],
    refused: [],
    lapsed: [],
    superseded: [],
    withdrawn: [],
    inForce: ["settle"],
    settled: [],
  });
});

test("an event that is not in the table is refused with the state in words", () => {
  for (const state of STATES)
    for (const event of EVENTS.filter((one) => !allowedEvents(state).includes(one)))
      expect(transition(facts({ state }), event, OPEN)).toEqual({
        kind: "refused",
        reason: expect.stringMatching(/ geht nicht: Die Vereinbarung ist .+\.$/) as string,
      });
});

test("mayors are not asked before administration and finance could comment", () => {
  expect(kindOf({ state: "informed" }, "open", BEFORE_COMMENT)).toMatch(/Stellung nehmen/);
  expect(kindOf({ state: "informed" }, "open", "2026-11-25T15:00:00Z")).toBe("open");
});

test("above the value limit mayor and finance must both agree", () => {
  expect(kindOf({ ballots: ALL.filter(({ role }) => role !== "finance") }, "approve")).toBe("Es fehlt noch: Altdorf.");
  expect(kindOf({ ballots: ALL }, "approve")).toBe("approved");
});

test("one refusal refuses, whatever the others said", () => {
  const ballots = [...ALL.slice(0, 2), ballot(BERGHEIM, "mayor", "rejected")];
  expect(kindOf({ ballots }, "refuse")).toBe("refused");
  expect(kindOf({ ballots }, "approve")).toMatch(/^Bergheim hat abgelehnt/);
  expect(kindOf({ ballots: ALL }, "refuse")).toBe("Niemand hat abgelehnt.");
  const finance = [...ALL.filter(({ role }) => role === "mayor"), ballot(ALTDORF, "finance", "rejected")];
  expect(consentOf(sampleAgreement().members[0]!, finance)).toBe("rejected");
});

test("silence never approves: it lapses at the deadline and not before, on both sides of the second", () => {
  const ballots = ALL.slice(0, 3);
  expect(kindOf({ ballots }, "lapse", "2026-12-09T22:59:58Z")).toMatch(/^Die Frist läuft noch/);
  expect(kindOf({ ballots }, "lapse", "2026-12-09T22:59:59Z")).toBe("lapsed");
  expect(kindOf({ ballots }, "approve", AFTER)).toMatch(/Schweigen ist keine Zustimmung/);
  expect(kindOf({ ballots: ALL }, "lapse", AFTER)).toBe("Alle haben entschieden.");
});

test("all who decided in time approve, even if it is evaluated after the deadline", () => {
  expect(kindOf({ ballots: ALL }, "approve", AFTER)).toBe("approved");
});

test("a frame agreement enters into force on the day after publication, by local time, with every paper", () => {
  const frame: Agreement = sampleAgreement({
    kind: "frame",
    members: sampleAgreement().members.map((member) => ({ ...member, level: "L3" })),
  });
  const paper = {
    scanSha256: "b".repeat(64),
    resolutionDate: "2026-12-10",
    supervisoryDate: "2026-12-14",
    publicationDate: "2026-12-16",
  };
  const of = (now: string, withPaper = true) =>
    kindOf(
      { agreement: frame, state: "approved", ballots: ALL, ...(withPaper ? { paper } : {}) },
      "enterIntoForce",
      now,
    );
  expect(of("2026-12-16T22:59:59Z")).toMatch(/Tag nach der Bekanntmachung/);
  expect(of("2026-12-16T23:00:00Z")).toBe("inForce");
  expect(of("2027-01-01T00:00:00Z", false)).toMatch(/Es fehlen/);
  expect(kindOf({ state: "approved", ballots: ALL }, "enterIntoForce")).toBe("inForce");
});

test("levels follow from the agreement: kind, frame, share and value limit", () => {
  const question = { kind: "period", shareCents: 50_000, valueLimitCents: 50_000, withinFrame: false } as const;
  expect(levelOf(question)).toBe("L1");
  expect(levelOf({ ...question, shareCents: 50_001 })).toBe("L2");
  expect(levelOf({ ...question, kind: "week", withinFrame: true })).toBe("L0");
  expect(levelOf({ ...question, kind: "week" })).toBe("L1");
  expect(levelOf({ ...question, kind: "frame" })).toBe("L3");
});

test("a member at L0 is told and not asked", () => {
  const agreement = sampleAgreement({
    members: sampleAgreement().members.map((member) => ({ ...member, level: "L0" })),
  });
  expect(tally(agreement, [])).toEqual({ kind: "approved" });
});
