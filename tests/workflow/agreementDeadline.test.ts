// Deadlines by the server's clock alone: to the second, and over the changes between winter and summer time.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decide } from "../../functions/usecases/agreements/decide.ts";
import { verifyAgreement } from "../../functions/usecases/agreements/verifyAgreement.ts";
import { exportBallot } from "../../functions/usecases/agreements/exportBallot.ts";
import { readBallot, type KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { toTimestamp } from "../../domain/localTime.ts";
import { approvalSystem, BERGHEIM, CRONAU, signedIn, type ApprovalSystem } from "../support/approval.ts";
import { approvalSite } from "../support/approvalSite.ts";
import { FormBrowser, formsOf } from "../support/formBrowser.ts";
import { drive, manualClock } from "./driver.ts";

let system: ApprovalSystem;
beforeEach(async () => {
  system = await approvalSystem();
});
afterEach(() => system.close());

const DEADLINE = "2026-12-09T23:59:59+01:00";

const approve = (ags: string, amount: string) =>
  decide(system.ports, system.secret(`mayor-${ags}`), {
    ...{ client: "c", version: 1, decision: "approved", amount },
    identity: { kind: "signIn", principal: signedIn("mayor", ags) },
  });

test("one second before the deadline counts, the deadline's own second does not, nor what comes after", async () => {
  await system.propose();
  await system.advanceTo("2026-12-09T12:00:00+01:00");
  system.clock.milliseconds = Date.parse(DEADLINE) - 1000;
  expect((await approve(BERGHEIM, "250,50")).kind).toBe("decided");
  const text = await exportBallot(
    system.ports,
    (await readBallot(system.ports, system.secret(`mayor-${BERGHEIM}`))) as KnownBallot,
    "receipt",
  );
  expect((await verifyAgreement(text, "beleg.json")).findings).toEqual([]);
  for (const late of [0, 1000]) {
    system.clock.milliseconds = Date.parse(DEADLINE) + late;
    expect(await approve(CRONAU, "149,50")).toMatchObject({ kind: "closed", view: { standing: { kind: "expired" } } });
  }
});

test("a decision that passes the deadline while it is being checked is too late", async () => {
  await system.propose();
  await system.advanceTo("2026-12-09T12:00:00+01:00");
  system.clock.milliseconds = Date.parse(DEADLINE) - 1;
  const { clock } = system.ports;
  let looks = 0;
  // The clock passes the deadline between the look at the link and the decision.
  const passing = { ...clock, now: () => (++looks > 3 ? new Date(Date.parse(DEADLINE)).toISOString() : clock.now()) };
  const outcome = await decide({ ...system.ports, clock: passing }, system.secret(`mayor-${BERGHEIM}`), {
    ...{ client: "c", version: 1, decision: "approved", amount: "250,50" },
    identity: { kind: "signIn", principal: signedIn("mayor", BERGHEIM) },
  });
  expect(looks).toBeGreaterThan(3);
  expect(outcome.kind).toBe("closed");
  expect((await system.logKinds()).filter((kind) => kind === "agreement.decided")).toEqual([]);
});

test("what a browser says of the time is of no account", async () => {
  const site = await approvalSite();
  try {
    const years = { date: "Thu, 01 Jan 2032 00:00:00 GMT", "if-modified-since": "Thu, 01 Jan 2032 00:00:00 GMT" };
    const browser = new FormBrowser(site.origin, years);
    const [amount] = formsOf((await browser.get(site.path(`mayor-${BERGHEIM}`))).body);
    const step = await browser.submit(amount!, { amount: "250,50", at: "2032-01-01T00:00:00Z" }, ["intent", "approve"]);
    const done = await browser.submit(formsOf(step.body)[0]!, {
      code: site.code(BERGHEIM),
      at: "1999-01-01T00:00:00Z",
    });
    expect(done.body).toContain("Zugestimmt");
    await site.advanceTo("2026-12-10T01:00:00+01:00");
    const past = new FormBrowser(site.origin, { date: "Mon, 23 Nov 2026 08:00:00 GMT" });
    expect(formsOf((await past.get(site.path(`mayor-${CRONAU}`))).body)).toEqual([]);
  } finally {
    await site.close();
  }
});

/** Opened on the Friday before, with the change in the night to Sunday. */
const CHANGES = [
  {
    name: "summer time begins on 29 March 2026",
    created: "2026-03-25T08:00:00+01:00",
    opens: "2026-03-27T16:00:00+01:00",
    // Good Friday and Easter Monday are none of the five and eight working days.
    reminders: ["2026-04-07T08:00:00+02:00", "2026-04-10T08:00:00+02:00"],
    deadline: "2026-04-13T23:59:59+02:00",
  },
  {
    name: "it ends on 25 October 2026",
    created: "2026-10-21T08:00:00+02:00",
    opens: "2026-10-23T16:00:00+02:00",
    reminders: ["2026-10-30T08:00:00+01:00", "2026-11-04T08:00:00+01:00"],
    deadline: "2026-11-06T23:59:59+01:00",
  },
];

describe.each(CHANGES)("$name", ({ created, opens, reminders, deadline }) => {
  test("reminders leave at eight o'clock on the wall, and the vote ends with the day", async () => {
    system.clock.milliseconds = Date.parse(created);
    await system.propose({ createdAt: created, commentUntil: opens, deadline });
    await system.advanceTo(opens);
    expect(await system.state()).toBe("open");
    const sent = (): number => system.mailsTo(`mayor-${CRONAU}`).filter(({ id }) => id.includes("reminder")).length;
    for (const [number, moment] of reminders.entries()) {
      const at = Date.parse(moment);
      await system.advanceTo(new Date(at - 1000).toISOString());
      expect(sent()).toBe(number);
      // Roles are reminded some seconds one after the other.
      await system.advanceTo(new Date(at + 60_000).toISOString());
      expect(sent()).toBe(number + 1);
    }
    await system.advanceTo(new Date(Date.parse(deadline) - 1000).toISOString());
    expect(await system.state()).toBe("open");
    await system.advanceTo(new Date(Date.parse(deadline) + 120_000).toISOString());
    expect(await system.state()).toBe("lapsed");
  });
});

test("the end of the day on which the clocks change is in the new time, and a wait until then ends exactly there", async () => {
  const ends = [
    ["2026-03-29", "2026-03-29T23:59:59+02:00", 23],
    ["2026-10-25", "2026-10-25T23:59:59+01:00", 25],
  ] as const;
  for (const [day, end, hours] of ends) {
    expect(toTimestamp(day, 24 * 3600 - 1)).toBe(end);
    expect((Date.parse(end) + 1000 - Date.parse(toTimestamp(day, 0))) / 3600_000).toBe(hours);
    const clock = manualClock(Date.parse(toTimestamp(day, 0)));
    const states = { W: { Type: "Wait", Timestamp: "{% $states.input %}", End: true } };
    const driver = drive({ machines: { wait: { QueryLanguage: "JSONata", StartAt: "W", States: states } }, clock });
    const arn = await driver.start("one", end);
    await driver.advance(hours * 3600 - 2);
    expect((await driver.read(arn)).status).toBe("RUNNING");
    await driver.advance(1);
    expect((await driver.read(arn)).status).toBe("SUCCEEDED");
  }
});
