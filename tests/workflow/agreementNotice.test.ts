// A week inside an agreement that is in force is a notice: nobody is asked, everybody hears of it, and it can be checked.
import { afterEach, beforeEach, expect, test } from "vitest";
import { Agreement } from "../../domain/agreement/agreement.ts";
import { decideSignedIn } from "../../functions/usecases/agreements/decide.ts";
import { askedOf } from "../../functions/usecases/agreements/asked.ts";
import { exportBallot } from "../../functions/usecases/agreements/exportBallot.ts";
import type { AgreementFile } from "../../functions/usecases/agreements/agreementFile.ts";
import { proposePublished } from "../../functions/usecases/agreements/proposePublished.ts";
import { proposeWeek } from "../../functions/usecases/agreements/proposeWeek.ts";
import { currentOf, readProposal, readRecord } from "../../functions/usecases/agreements/readAgreement.ts";
import type { KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import { verifyAgreement } from "../../functions/usecases/agreements/verifyAgreement.ts";
import { key } from "../../functions/usecases/records/keys.ts";
import { weekContent } from "../../functions/usecases/records/week.ts";
import { weekRecord } from "../../functions/usecases/weeks/readWeek.ts";
import { resultOf, type RunKey } from "../../functions/usecases/run/run.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import { approvalDriver, type ApprovalDriver } from "../support/approval.ts";
import { publishFormulaWeek, saarlouisFiles, SAARLOUIS_RUN } from "../support/publishedWeek.ts";
import { testSystem, type TestSystem } from "../support/system.ts";

const region = "saarlouis";
const NEXT: RunKey = { region, week: "2026-W49", run: "00000000000000aa" };

let system: TestSystem;
let driver: ApprovalDriver;
let plan: Plan;

beforeEach(async () => {
  const files = await saarlouisFiles();
  system = await testSystem(files);
  driver = approvalDriver(system);
  plan = await publishFormulaWeek(system.ports, files, "tonnes");
  await proposeWeek(system.ports, { region, week: "2026-W48" });
  await driver.idle();
  const id = "2026-W48-period";
  const { agreement } = await readProposal(system.ports.store, { region, agreement: id, version: 1 });
  for (const { ags, role } of askedOf(agreement)) {
    const { shareCents } = agreement.members.find((one) => one.ags === ags)!;
    const principal = { subject: `${role}-${ags}`, name: role, grants: [{ role, region, municipality: ags }] };
    const question = { decision: "approved", amount: (shareCents / 100).toFixed(2) } as const;
    await decideSignedIn(system.ports, { region, agreement: id, version: 1, ags, role }, principal, question);
  }
  await driver.idle();
  expect(currentOf((await readRecord(system.ports.store, region, id)).record).state).toBe("inForce");
  system.mails.length = 0;
}, 60_000);
afterEach(() => system.close());

/** The next week's plan, with shares moved by some cents between the first two members. */
async function publishNext(cents: number, run = NEXT): Promise<void> {
  const weeks = ["2026-W49", "2026-W50", "2026-W51", "2026-W52"];
  const municipalities = plan.municipalities.map((one, i) => ({
    ...one,
    shareCents: one.shareCents + (i === 0 ? cents : i === 1 ? -cents : 0),
  }));
  const shares = Object.fromEntries(municipalities.map(({ ags, shareCents }) => [ags, shareCents]));
  const next: Plan = {
    ...{ ...plan, week: run.week, municipalities },
    period: { firstWeek: weeks[0]!, lastWeek: weeks.at(-1)!, weeks },
    allocation: { ...plan.allocation, shares },
  };
  await resultOf(system.ports.blobs, run).putAll(new Map([["plan.json", JSON.stringify(next)]]));
  const before = await weekRecord(system.ports.store, region, SAARLOUIS_RUN.week);
  const content = weekContent({ ...before, week: run.week, run: run.run });
  await system.ports.store.put({ ...key.week(region, run.week), ...content }, "any");
}

async function current(id = "2026-W49-week") {
  const { record } = await readRecord(system.ports.store, region, id);
  const { state, version } = currentOf(record);
  const held = await readProposal(system.ports.store, { region, agreement: id, version });
  return { state, ...held };
}

test("inside the frame: nobody is asked, all in charge hear of it once, and it is in force at once", async () => {
  await publishNext(0);
  expect(await proposePublished(system.ports, NEXT)).toEqual({
    kind: "proposed",
    agreement: "2026-W49-week",
    version: 1,
  });
  await driver.idle();
  const { agreement, state, sha256 } = await current();
  expect([state, new Set(agreement.members.map(({ level }) => level))]).toEqual(["inForce", new Set(["L0"])]);
  const frame = await current("2026-W48-period");
  expect(agreement.frame).toEqual({ id: "2026-W48-period", version: 1, sha256: frame.sha256 });
  const told = system.mails.map(({ to }) => to[0]!.address);
  expect(new Set(told).size).toBe(told.length);
  // 13 mayors and 13 finance offices; the dispatcher; deputies are not bothered.
  expect(told).toHaveLength(27);
  expect(system.mails.filter(({ text }) => text.includes("/a/"))).toEqual([]);
  expect(system.mails.every(({ id }) => id.includes("notice"))).toBe(true);
  const { items } = await system.ports.store.query({ pk: `audit#${region}`, prefix: "entry#" });
  const kinds = items.map(({ data }) => data as { kind: string; subject: string });
  expect(kinds.filter(({ subject }) => subject === "agreements/2026-W49-week/v1").map(({ kind }) => kind)).toEqual([
    ...["agreement.proposed", "agreement.informed", "agreement.opened", "agreement.approved", "agreement.inForce"],
  ]);
  expect(await proposePublished(system.ports, NEXT)).toEqual({ kind: "known" });
  // The same week planned again is a notice of its own.
  const again = { ...NEXT, run: "00000000000000bb" };
  await publishNext(1, again);
  expect(await proposePublished(system.ports, again)).toMatchObject({
    agreement: "2026-W49-week-00000000",
    version: 1,
  });
  expect(sha256).toHaveLength(64);
}, 60_000);

test("outside the frame for one member: only that member is asked", async () => {
  const first = plan.municipalities[0]!;
  // Dillingen is above its limit, so anything above the agreed share is outside.
  await publishNext(1);
  await proposePublished(system.ports, NEXT);
  await driver.idle();
  const { agreement, state } = await current();
  expect(state).toBe("open");
  expect(askedOf(agreement).map(({ ags, role }) => [ags, role])).toEqual([
    [first.ags, "mayor"],
    [first.ags, "finance"],
  ]);
}, 60_000);

test("whoever has the file reckons the levels again: frame, bounds, decisions and hash", async () => {
  await publishNext(0);
  await proposePublished(system.ports, NEXT);
  await driver.idle();
  const { agreement, sha256: proposalSha256 } = await current();
  const view = { agreement, proposalSha256, member: agreement.members[0]!, role: "mayor" } as KnownBallot;
  const text = await exportBallot(system.ports, view, "agreement");
  const codes = async (change: (file: AgreementFile) => void): Promise<string[]> => {
    const file = JSON.parse(text) as AgreementFile;
    change(file);
    const { findings } = await verifyAgreement(JSON.stringify(file), "notice.json");
    return [...new Set(findings.map(({ code, place }) => `${code} ${place.field ?? ""}`))];
  };
  expect(await codes(() => undefined)).toEqual([]);
  expect(await codes(({ content }) => delete content.frame)).toContain("agreement.frame frame");
  expect(await codes(({ content }) => delete content.agreement.frame)).toEqual(
    expect.arrayContaining(["agreement.frame frame", "agreement.level Dillingen/Saar"]),
  );
  expect(await codes(({ content }) => (content.frame!.state = "open"))).toContain("agreement.frame frame.state");
  expect(await codes(({ content }) => (content.frame!.agreement.members[0]!.shareCents -= 1))).toEqual(
    expect.arrayContaining(["agreement.frame frame", "agreement.level Dillingen/Saar"]),
  );
  expect(await codes(({ content }) => content.frame!.decisions.pop())).toContain("agreement.state frame.state");
  expect(await codes(({ content }) => (content.frame!.agreement.rule = "equal"))).toContain("agreement.frame frame");
  expect(Agreement.parse(agreement).frame).toBeDefined();
}, 60_000);

test("without a frame a week is released like any other split, and nobody can pass it off as a notice", async () => {
  const { week } = NEXT;
  await publishNext(0, { ...NEXT, week: "2026-W52" });
  await proposePublished(system.ports, { ...NEXT, week: "2026-W52" });
  expect((await current("2026-W52-period")).agreement.members.every(({ level }) => level !== "L0")).toBe(true);
  expect(week).toBe("2026-W49");
}, 60_000);
