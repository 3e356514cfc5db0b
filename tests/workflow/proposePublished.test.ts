// A published week is proposed by itself where the terms say so; whatever hinders that, the week stands.
import { afterEach, expect, test } from "vitest";
import { currentOf, findRecord, readProposal } from "../../functions/usecases/agreements/readAgreement.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { weekRecord } from "../../functions/usecases/weeks/readWeek.ts";
import { createHandler } from "../../functions/handlers/workflow/proposeSplit.ts";
import { approvalFolder, approvalSystem, CRONAU, type ApprovalSystem } from "../support/approval.ts";

const region = "tiny";
const week = "2026-W48";
const id = "2026-W48-period";

let system: ApprovalSystem;
afterEach(() => system.close());

async function publish(folder: Record<string, string>, prepare?: (system: ApprovalSystem) => void): Promise<unknown> {
  system = await approvalSystem({}, folder);
  prepare?.(system);
  const { execution } = await startPlan(system.ports, { region, week, options: { seed: 1, iterations: 50 } });
  await system.idle();
  const ended = await system.ports.workflows.describe(execution);
  expect([ended!.status, (await weekRecord(system.ports.store, region, week)).status]).toEqual([
    "SUCCEEDED",
    "planned",
  ]);
  return ended!.output;
}

const automatic = (): Record<string, string> => approvalFolder({ proposal: "automatic" });
const held = () => findRecord(system.ports.store, region, id);
const told = () => system.mailsTo("dora").filter(({ id: mail }) => mail.includes("notProposed"));

async function again(): Promise<unknown> {
  const { run } = await weekRecord(system.ports.store, region, week);
  const answer = await system.call("proposeSplit", { run: { region, week, run } });
  await system.idle();
  return answer;
}

test("the split of a published week is proposed, once for a run, whatever became of it", async () => {
  expect(await publish(automatic())).toMatchObject({ notified: true, proposal: "proposed" });
  const { record } = (await held())!;
  expect(record.versions.map(({ state }) => state)).toEqual(["informed"]);
  const { agreement } = await readProposal(system.ports.store, { region, agreement: id, version: 1 });
  expect(agreement.plan.run).toBe((await weekRecord(system.ports.store, region, week)).run);
  expect(told()).toEqual([]);
  expect(await again()).toEqual({ kind: "known" });
  // Once it has lapsed it is not proposed again behind everybody's back.
  await system.advanceTo("2026-12-11T00:30:00+01:00");
  expect(currentOf((await held())!.record).state).not.toBe("informed");
  const versions = (await held())!.record.versions.length;
  expect(await again()).toEqual({ kind: "known" });
  expect((await held())!.record.versions).toHaveLength(versions);
});

test("where the terms leave it to people, or there are none, nothing is proposed", async () => {
  expect(await publish(approvalFolder())).toMatchObject({ proposal: "byHand" });
  expect(await held()).toBeUndefined();
});

test("somebody missing in contacts.csv does not touch the week: dispatchers hear who, and what to do", async () => {
  const files = automatic();
  const contacts = files["contacts.csv"]!.split("\n").filter((line) => !line.startsWith(`mayor-${CRONAU};`));
  const output = await publish({ ...files, "contacts.csv": contacts.join("\n") });
  expect(output).toMatchObject({ notified: true, proposal: "failed" });
  expect(await held()).toBeUndefined();
  const [mail, ...more] = told();
  expect(more).toEqual([]);
  expect(mail!.text).toContain("Bürgermeister/in Cronau: niemand eingetragen");
  expect(mail!.text).toContain("contacts.csv");
  expect(mail!.text).toContain('POST /api/regions/tiny/agreements {"week":"2026-W48"}');
  expect(system.logged.filter((line) => line.startsWith("published week not proposed"))).toHaveLength(1);
  expect(await again()).toEqual({ kind: "failed" });
  expect(told()).toHaveLength(1);
});

test("a task that goes astray does not undo the plan, and the dispatchers hear of it", async () => {
  const output = await publish(automatic(), (made) => {
    const real = createHandler(made.ports);
    made.replace("proposeSplit", (event, context) =>
      (event as { failure?: unknown }).failure === undefined
        ? Promise.reject(new RangeError("no such blob"))
        : real(event, context),
    );
  });
  expect(output).toMatchObject({ proposal: "failed" });
  expect(told()).toHaveLength(1);
});

test("nor does one that cannot even tell them", async () => {
  const output = await publish(automatic(), (made) =>
    made.replace("proposeSplit", () => Promise.reject(new RangeError("no such function"))),
  );
  expect(output).toMatchObject({ proposal: "failed" });
});

test("a week that another agreement under way covers is not proposed a second time", async () => {
  system = await approvalSystem({}, automatic());
  await system.propose();
  const { execution } = await startPlan(system.ports, { region, week, options: { seed: 1, iterations: 50 } });
  await system.idle();
  expect((await system.ports.workflows.describe(execution))!.output).toMatchObject({ proposal: "covered" });
  expect(await held()).toBeUndefined();
});
