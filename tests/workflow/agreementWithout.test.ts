// Several say nothing, then more say no: the others go on with a split of their own, until fewer than two are left.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Agreement } from "../../domain/agreement/agreement.ts";
import { decideSignedIn } from "../../functions/usecases/agreements/decide.ts";
import { exportBallot } from "../../functions/usecases/agreements/exportBallot.ts";
import { proposeWeek } from "../../functions/usecases/agreements/proposeWeek.ts";
import { readBallot, type KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { currentOf, readProposal, readRecord } from "../../functions/usecases/agreements/readAgreement.ts";
import { verifyAgreement } from "../../functions/usecases/agreements/verifyAgreement.ts";
import { askedOf } from "../../functions/usecases/agreements/asked.ts";
import { approvalDriver, type ApprovalDriver } from "../support/approval.ts";
import { formulaTable, publishFormulaWeek, saarlouisFiles } from "../support/publishedWeek.ts";
import { testSystem, type TestSystem } from "../support/system.ts";
import type { Plan } from "../../domain/plan/plan.ts";

const region = "saarlouis";
const id = "2026-W48-period";

let system: TestSystem;
let driver: ApprovalDriver;
let plan: Plan;
beforeEach(async () => {
  const files = await saarlouisFiles();
  system = await testSystem(files);
  driver = approvalDriver(system);
  plan = await publishFormulaWeek(system.ports, files);
  await proposeWeek(system.ports, { region, week: "2026-W48" });
  await driver.idle();
}, 60_000);
afterEach(() => system.close());

async function current(): Promise<{ agreement: Agreement; state: string; version: number }> {
  const { record } = await readRecord(system.ports.store, region, id);
  const { version, state } = currentOf(record);
  const { agreement } = await readProposal(system.ports.store, { region, agreement: id, version });
  return { agreement, state, version };
}

/** Everybody that is asked decides, as `refuse` and `silent` (AGS) say. */
async function decideAll(refuse: readonly string[], silent: readonly string[] = []): Promise<void> {
  const { agreement, version } = await current();
  const asked = askedOf(agreement).filter(({ ags }) => !silent.includes(ags));
  // Who refuses comes last: it ends the vote.
  asked.sort((a, b) => Number(refuse.includes(a.ags)) - Number(refuse.includes(b.ags)));
  for (const { ags, role } of asked) {
    const { shareCents } = agreement.members.find((one) => one.ags === ags)!;
    const principal = { subject: `${role}-${ags}`, name: role, grants: [{ role, region, municipality: ags }] };
    const decision = refuse.includes(ags) ? ("rejected" as const) : ("approved" as const);
    const outcome = await decideSignedIn(system.ports, { region, agreement: id, version, ags, role }, principal, {
      decision,
      amount: (shareCents / 100).toFixed(2),
      ...(decision === "rejected" ? { reason: "Nein." } : {}),
    });
    if (decision === "approved") expect(outcome.kind).toBe("decided");
    else if (outcome.kind === "decided") break;
  }
  await driver.idle();
}

/** Sum exact, nobody above alone, the cost of exactly these by the game; the same of every split that stands ready. */
function expectSound({ members, jointCostCents, fallbacks }: Agreement): void {
  const costOf = (ags: readonly string[]): number => {
    const alone = plan.municipalities.filter((one) => ags.includes(one.ags)).map((one) => one.standAloneCostCents);
    return formulaTable(alone).at(-1)!;
  };
  const names = members.map(({ ags }) => ags);
  expect(jointCostCents).toBe(costOf(names));
  expect(members.reduce((sum, { shareCents }) => sum + shareCents, 0)).toBe(jointCostCents);
  for (const { shareCents, standAloneCostCents } of members)
    expect(shareCents).toBeLessThanOrEqual(standAloneCostCents);
  expect(fallbacks.map(({ withoutAgs }) => withoutAgs)).toEqual(members.length > 2 ? names : []);
  for (const { withoutAgs, jointCostCents: joint, shares } of fallbacks) {
    const others = names.filter((ags) => ags !== withoutAgs);
    expect(joint).toBe(costOf(others));
    expect(Object.keys(shares)).toEqual(others);
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBe(joint);
  }
}

test("three are silent, one of the rest refuses, then another: each time the others are asked anew, at once", async () => {
  const silent = ["10044113", "10044117", "10044123"];
  expect((await current()).state).toBe("open");
  await decideAll([], silent);
  await driver.advanceTo("2026-12-08T00:30:00+01:00");
  await driver.idle();
  const second = await current();
  expect([second.version, second.state, second.agreement.members.length]).toEqual([2, "open", 10]);
  expect(second.agreement.members.map(({ ags }) => ags)).not.toEqual(expect.arrayContaining(silent));
  expectSound(second.agreement);
  await decideAll(["10044115"]);
  const third = await current();
  expect([third.version, third.state, third.agreement.members.length]).toEqual([3, "open", 9]);
  expectSound(third.agreement);
  // It is the split that was shown with the version before.
  const ready = second.agreement.fallbacks.find(({ withoutAgs }) => withoutAgs === "10044115")!;
  expect(Object.fromEntries(third.agreement.members.map(({ ags, shareCents }) => [ags, shareCents]))).toEqual(
    ready.shares,
  );
  await decideAll(["10044111"]);
  const fourth = await current();
  expect([fourth.version, fourth.state, fourth.agreement.members.length]).toEqual([4, "open", 8]);
  expectSound(fourth.agreement);
  await decideAll([]);
  const ended = await current();
  expect([ended.version, ended.state]).toEqual([4, "inForce"]);
  const link = [...system.mails].reverse().find(({ text }) => text.includes("/a/"))!;
  const secret = /\/a\/([A-Za-z0-9_-]{43})/.exec(link.text)![1]!;
  const view = (await readBallot(system.ports, secret)) as KnownBallot;
  const { findings } = await verifyAgreement(await exportBallot(system.ports, view, "agreement"), "a.json");
  expect(findings).toEqual([]);
}, 120_000);

test("all but one are silent: nothing follows, and everybody hears that it is over", async () => {
  const all = plan.municipalities.map(({ ags }) => ags);
  await decideAll([], all.slice(1));
  await driver.advanceTo("2026-12-08T00:30:00+01:00");
  await driver.idle();
  expect(await current()).toMatchObject({ version: 1, state: "lapsed" });
  const results = system.mails.filter(({ id: mail }) => mail.includes("result-lapsed"));
  expect(new Set(results.map(({ to }) => to[0]!.address)).size).toBeGreaterThan(2 * 13);
  for (const { text } of results.filter(({ to }) => !to[0]!.address.includes("wallerfangen")))
    expect(text).toContain("weniger als zwei Kommunen");
}, 120_000);
