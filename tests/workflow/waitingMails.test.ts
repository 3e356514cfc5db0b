// Mails of the planning and of the log that a mail service does not take for now: nothing waits for them, and none is lost.
import { afterEach, beforeEach, expect, test } from "vitest";
import { append } from "../../functions/usecases/audit/append.ts";
import { listUndelivered } from "../../functions/usecases/mail/undelivered.ts";
import { readWeek } from "../../functions/usecases/weeks/readWeek.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { testSystem, type TestSystem } from "../support/system.ts";

const region = "tiny";
let system: TestSystem;
let away: (address: string) => boolean = () => true;
beforeEach(async () => {
  away = () => true;
  system = await testSystem(undefined, {
    around: (ports) => ({
      ...ports,
      mailer: {
        send: (mail) =>
          away(mail.to[0]!.address)
            ? Promise.reject(new Error(`<${mail.to[0]!.address}> come back later`))
            : ports.mailer.send(mail),
      },
    }),
  });
});
afterEach(() => system.close());

async function quarters(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    system.clock.milliseconds += 15 * 60_000;
    await system.call("reconcileAgreements", {});
  }
}

const sent = (part: string): string[] => system.mails.filter(({ id }) => id.includes(part)).map(({ id }) => id);
const waiting = async (): Promise<string[]> =>
  (await listUndelivered(system.ports.store, region)).map(({ occasion }) => occasion);

test("tours that cannot be mailed wait, the plan does not, and they arrive once", async () => {
  const { execution } = await startPlan(system.ports, {
    region,
    week: "2026-W48",
    options: { seed: 1, iterations: 300 },
  });
  expect(await system.finish(execution)).toBe("SUCCEEDED");
  expect((await readWeek(system.ports.store, region, "2026-W48")).status).toBe("planned");
  expect(await waiting()).toContain("tours");
  await quarters(2);
  expect(sent("-tours-")).toEqual([]);
  away = () => false;
  await quarters(4);
  expect(sent("-tours-").length).toBeGreaterThan(0);
  expect(new Set(sent("-tours-")).size).toBe(sent("-tours-").length);
  expect(await waiting()).not.toContain("tours");
  expect(await system.call("reconcileAgreements", {})).toMatchObject({ mailsLeft: 0 });
});

test("yards are asked later, one for itself, as long as they have time to answer", async () => {
  system.clock.milliseconds += 4 * 24 * 3600_000;
  let first = "";
  away = (address) => (first ||= address) === address;
  const { asked } = (await system.call("askReports", { region, week: "2026-W49" })) as { asked: number };
  expect(asked).toBeGreaterThan(1);
  expect(sent("-report-")).toHaveLength(asked - 1);
  await quarters(1);
  expect(sent("-report-")).toHaveLength(asked - 1);
  away = () => false;
  await quarters(2);
  expect(sent("-report-")).toHaveLength(asked);
  await quarters(2);
  expect(sent("-report-")).toHaveLength(asked);
  // Too late to answer: nobody is asked any more.
  system.clock.milliseconds += 7 * 24 * 3600_000;
  away = () => true;
  await system.call("askReports", { region, week: "2026-W50" });
  system.clock.milliseconds += 25 * 3600_000;
  away = () => false;
  expect(await system.call("reconcileAgreements", {})).toMatchObject({ mailsLeft: 0 });
  expect(sent("-report-")).toHaveLength(asked);
});

test("the head of the log reaches whoever lacks it, as it was on that day", async () => {
  const count = (await system.call("mailAuditHeads", {})) as { sent: number; failed: number };
  expect(count.sent).toBe(0);
  expect(count.failed).toBeGreaterThan(0);
  expect(await waiting()).toEqual(Array.from({ length: count.failed }, () => "auditHead"));
  await append(system.ports, region, { kind: "a.b", subject: "x", data: {} });
  away = () => false;
  await quarters(2);
  expect(sent("-audit-head-")).toHaveLength(count.failed);
  expect(new Set(system.mails.map(({ text }) => /--head ([0-9a-f]{64})/.exec(text)?.[1])).size).toBe(1);
  expect(await waiting()).toEqual([]);
});
