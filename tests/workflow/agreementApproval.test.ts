// The approval of an agreement, state by state, with the real workflow, store and mails; only time is moved by hand.
import { afterEach, beforeEach, expect, test } from "vitest";
import { readBallot, type KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import type { DecideOutcome, DecideQuestion } from "../../functions/usecases/agreements/ballotActions.ts";
import {
  ALTDORF,
  approvalSystem,
  BERGHEIM,
  CRONAU,
  keyOf,
  signedIn,
  type ApprovalSystem,
} from "../support/approval.ts";

let system: ApprovalSystem;
beforeEach(async () => {
  system = await approvalSystem();
});
afterEach(() => system.close());

const OPENED = "2026-11-25T16:00:00+01:00";
const AFTER_DEADLINE = "2026-12-10T00:30:00+01:00";
const AMOUNTS: Readonly<Record<string, string>> = { [ALTDORF]: "600,00", [BERGHEIM]: "250,50", [CRONAU]: "149.50" };

const vote = (
  role: "mayor" | "finance",
  ags: string,
  change: Partial<DecideQuestion> = {},
  link = `${role}-${ags}`,
): Promise<DecideOutcome> =>
  decide(system.ports, system.secret(link), {
    ...{ client: "browser", version: 1, decision: "approved", amount: AMOUNTS[ags]! },
    identity: { kind: "signIn", principal: signedIn(role, ags) },
    ...change,
  });

const view = async (contactId: string): Promise<KnownBallot> =>
  (await readBallot(system.ports, system.secret(contactId))) as KnownBallot;

test("all approve: informed, opened, decided, in force, everybody told, and the log says so", async () => {
  const { execution } = await system.propose();
  expect(await system.state()).toBe("informed");
  expect(system.mailsTo("ada")).toHaveLength(1);
  expect(system.mailsTo(`finance-${ALTDORF}`)).toHaveLength(1);
  expect(system.mailsTo(`mayor-${ALTDORF}`)).toHaveLength(0);
  await system.advanceTo(OPENED);
  expect(await system.state()).toBe("open");
  expect((await view(`mayor-${ALTDORF}`)).standing.kind).toBe("open");
  expect((await vote("mayor", BERGHEIM)).kind).toBe("decided");
  expect((await vote("mayor", CRONAU)).kind).toBe("decided");
  expect((await vote("mayor", ALTDORF)).kind).toBe("decided");
  await system.idle();
  expect(await system.state()).toBe("open");
  expect((await vote("finance", ALTDORF)).kind).toBe("decided");
  await system.idle();
  expect(await system.state()).toBe("inForce");
  expect((await system.ports.workflows.describe(execution))!.status).toBe("SUCCEEDED");
  expect((await system.logKinds()).filter((kind) => kind.startsWith("agreement."))).toEqual([
    ...["agreement.proposed", "agreement.informed", "agreement.opened"],
    ...new Array<string>(4).fill("agreement.decided"),
    ...["agreement.approved", "agreement.inForce"],
  ]);
  expect(new Set(system.mails.map(({ id }) => id)).size).toBe(system.mails.length);
  expect(keyOf().version).toBe(1);
});

test("a refusal ends the vote at once, the split without that member is proposed, and the old links show what came of it", async () => {
  const { execution } = await system.propose();
  await system.advanceTo(OPENED);
  await vote("mayor", CRONAU);
  const old = system.secret(`mayor-${ALTDORF}`);
  expect(await vote("mayor", BERGHEIM, { decision: "rejected" })).toMatchObject({
    kind: "problems",
    problems: [{ field: "reason" }],
  });
  const refused = await vote("mayor", BERGHEIM, { decision: "rejected", reason: "Zu teuer." });
  expect(refused).toMatchObject({
    kind: "decided",
    receipt: { ballot: { decision: "rejected", reason: "Zu teuer." } },
  });
  // Nobody can decide past it, whether the workflow has noticed or not.
  expect((await vote("mayor", ALTDORF)).kind).toBe("closed");
  await system.idle();
  expect((await system.ports.workflows.describe(execution))!.status).toBe("SUCCEEDED");
  expect(await system.state(1)).toBe("refused");
  expect(await system.state(2)).toBe("open");
  expect(await readBallot(system.ports, old)).toMatchObject({
    standing: { kind: "closed", state: "refused", against: ["Bergheim"], next: 2 },
  });
  const now = await view(`mayor-${ALTDORF}`);
  expect(now.standing.kind).toBe("open");
  expect(now.agreement).toMatchObject({ version: 2, jointCostCents: 76_950 });
  expect(now.agreement.members.map(({ ags, shareCents }) => [ags, shareCents])).toEqual([
    [ALTDORF, 61_000],
    [CRONAU, 15_950],
  ]);
  // The week is not touched: nothing but the agreement was written.
  const change = { version: 2, amount: "610,00" };
  expect((await vote("mayor", ALTDORF, change)).kind).toBe("decided");
  expect((await vote("finance", ALTDORF, change)).kind).toBe("decided");
  expect((await vote("mayor", CRONAU, { version: 2, amount: "159,50" })).kind).toBe("decided");
  await system.idle();
  expect(await system.state(2)).toBe("inForce");
});

test("silence is no consent: reminders on the fifth and eighth working day, the deputy with the last, then the vote lapses", async () => {
  await system.propose();
  await system.advanceTo(OPENED);
  for (const [role, ags] of [
    ["mayor", BERGHEIM],
    ["mayor", CRONAU],
    ["finance", ALTDORF],
  ] as const)
    await vote(role, ags);
  await system.idle();
  const subjects = (): string[] => system.mailsTo(`mayor-${ALTDORF}`).map(({ id }) => id.replace(/^.*-v1-/, ""));
  await system.advanceTo("2026-12-02T07:59:00+01:00");
  expect(subjects()).toEqual([`ballot-mayor-mayor-${ALTDORF}`]);
  await system.advanceTo("2026-12-02T08:10:00+01:00");
  expect(subjects().at(-1)).toBe(`reminder-1-mayor-mayor-${ALTDORF}`);
  expect(system.mailsTo(`deputy-${ALTDORF}`)).toHaveLength(0);
  await system.advanceTo("2026-12-07T08:10:00+01:00");
  expect(subjects().at(-1)).toBe(`reminder-2-mayor-mayor-${ALTDORF}`);
  expect(system.mailsTo(`deputy-${ALTDORF}`)).toHaveLength(1);
  // Whoever has decided is left in peace.
  expect(system.mailsTo(`mayor-${CRONAU}`).filter(({ id }) => id.includes("reminder"))).toEqual([]);
  await system.advanceTo("2026-12-09T23:59:58+01:00");
  expect(await system.state(1)).toBe("open");
  await system.advanceTo(AFTER_DEADLINE);
  expect(await system.state(1)).toBe("lapsed");
  expect(await system.state(2)).toBe("open");
  expect((await view(`mayor-${BERGHEIM}`)).agreement.members.map(({ name }) => name)).toEqual(["Bergheim", "Cronau"]);
  const kinds = await system.logKinds();
  expect(kinds.filter((kind) => kind === "agreement.reminded")).toHaveLength(2);
  expect(kinds.filter((kind) => kind === "agreement.escalated")).toHaveLength(1);
});

test("mayor and deputy both decide: one decision, and the second gets the receipt of the first", async () => {
  await system.propose();
  await system.advanceTo(OPENED);
  // Bergheim's deputy is entered for these days, so that both were asked at once.
  const [mayor, deputy] = await Promise.all([
    vote("mayor", BERGHEIM),
    vote("mayor", BERGHEIM, { decision: "rejected", reason: "Nein." }, `deputy-${BERGHEIM}`),
  ]);
  expect([mayor.kind, deputy.kind].sort()).toEqual(["already", "decided"]);
  const receipts = [mayor, deputy].map((one) => "receipt" in one && one.receipt);
  expect(receipts[0]).toEqual(receipts[1]);
  expect((await system.logKinds()).filter((kind) => kind === "agreement.decided")).toHaveLength(1);
});

test("a deputy decides on their own days only", async () => {
  await system.propose();
  await system.advanceTo("2026-12-05T09:00:00+01:00");
  expect((await view(`deputy-${BERGHEIM}`)).standing.kind).toBe("expired");
  expect((await vote("mayor", BERGHEIM, {}, `deputy-${BERGHEIM}`)).kind).toBe("closed");
});

test("two tabs, a double click, a replayed form: one decision, one receipt, one mail", async () => {
  await system.propose();
  await system.advanceTo(OPENED);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => vote("mayor", CRONAU)));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...new Array<string>(4).fill("already"), "decided"]);
  const again = await vote("mayor", CRONAU, { decision: "rejected", reason: "Doch nicht." });
  expect(again).toMatchObject({ kind: "already", receipt: { ballot: { decision: "approved" } } });
  await system.idle();
  expect(system.mailsTo(`mayor-${CRONAU}`).filter(({ id }) => id.includes("receipt"))).toHaveLength(1);
  expect(await view(`mayor-${CRONAU}`)).toMatchObject({ standing: { kind: "decided", mine: true, state: "open" } });
});

test("a new plan is a new version: the old link is dead and shows the difference, and so is its form", async () => {
  const first = await system.propose();
  await system.advanceTo(OPENED);
  await vote("mayor", CRONAU);
  const old = system.secret(`mayor-${BERGHEIM}`);
  const dates = { commentUntil: "2026-11-26T16:00:00+01:00", createdAt: "2026-11-25T17:00:00+01:00" };
  await system.propose({ jointCostCents: 90_000, ...dates });
  expect((await system.ports.workflows.describe(first.execution))!.status).toBe("SUCCEEDED");
  expect(await system.state(1)).toBe("superseded");
  expect(await readBallot(system.ports, old)).toMatchObject({
    standing: { kind: "superseded", now: { version: 2 }, difference: { jointCost: [100_000, 90_000] } },
  });
  const late = await decide(system.ports, old, {
    ...{ client: "browser", version: 1, decision: "approved", amount: "250,50" },
    identity: { kind: "signIn", principal: signedIn("mayor", BERGHEIM) },
  });
  expect(late.kind).toBe("closed");
  await system.advanceTo("2026-11-26T16:00:00+01:00");
  expect(await system.state(2)).toBe("open");
  // A form of the first version sent to the new link decides nothing either.
  expect((await vote("mayor", BERGHEIM, { version: 1 })).kind).toBe("closed");
  expect((await vote("mayor", BERGHEIM, { version: 2 })).kind).toBe("decided");
  expect(system.mailsTo(`mayor-${BERGHEIM}`).some(({ id }) => id.includes("-v2-changed-"))).toBe(true);
});

test("whoever holds the mail alone decides nothing: identity of the role, by a way that the level takes", async () => {
  await system.propose();
  await system.advanceTo(OPENED);
  const { identity: _, ...without } = {
    client: "c",
    version: 1,
    decision: "approved" as const,
    amount: "250,50",
    identity: 0,
  };
  expect(await decide(system.ports, system.secret(`mayor-${BERGHEIM}`), without)).toMatchObject({
    problems: [{ field: "identity" }],
  });
  for (const principal of [signedIn("mayor", CRONAU), signedIn("finance", BERGHEIM)])
    expect(await vote("mayor", BERGHEIM, { identity: { kind: "signIn", principal } })).toMatchObject({
      problems: [{ field: "identity" }],
    });
  // Altdorf is above the limit: no code is taken, though there is a second address.
  expect((await view(`mayor-${ALTDORF}`)).standing).toEqual({
    kind: "open",
    identity: { signIn: true, passkey: true },
  });
  expect(await vote("mayor", ALTDORF, { identity: { kind: "code", code: "000000" } })).toMatchObject({
    problems: [{ field: "identity" }],
  });
  const principal = signedIn("mayor", ALTDORF);
  expect((await vote("mayor", ALTDORF, { identity: { kind: "signIn", principal } })).kind).toBe("decided");
});
