import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Json } from "../../../functions/ports/workflows.ts";
import { executionArn } from "../../../local/workflow/arns.ts";
import type { JsonObject } from "../../../local/workflow/machine.ts";
import { sendTaskSuccess } from "../../../local/workflow/service.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { drive, manualClock, type Driver, type Functions } from "../../workflow/driver.ts";
import { randomWorkflow } from "./randomWorkflow.ts";

interface Ended {
  readonly output: string;
  readonly steps: number;
  readonly calls: number;
}

/** Runs to the end; after each step it may close the interpreter and go on with another on the same file. */
async function run(definition: JsonObject, file: string, restarts: () => boolean): Promise<Ended> {
  const tokens: { token: string; value: number }[] = [];
  let calls = 0;
  const functions: Functions = {
    work: (payload) => {
      calls++;
      const { value, failures, attempt } = payload as { value: number; failures: number; attempt: number };
      if (attempt < failures) throw Object.assign(new Error("busy"), { name: "Busy" });
      return (2 * value + 1) % 1000;
    },
    ask: (payload) => {
      calls++;
      tokens.push(payload as { token: string; value: number });
    },
  };
  const clock = manualClock();
  const open = (opened: number): Driver =>
    drive({ machines: { machine: definition }, functions, file, clock, tokenPrefix: `process-${opened}-` });
  let opened = 1;
  let driver = open(opened);
  await driver.start("one", 1);
  const arn = executionArn("machine", "one");
  for (let steps = 1; ; steps++) {
    await driver.interpreter.settled();
    const { status, output } = await driver.read(arn);
    expect(driver.faults).toEqual([]);
    if (status !== "RUNNING") {
      expect(status).toBe("SUCCEEDED");
      driver.interpreter.close();
      return { output: output!, steps, calls };
    }
    if (restarts()) {
      driver.interpreter.close();
      driver = open(++opened);
    } else await step(driver, tokens);
  }
}

/** One answer, or else on to the next moment that something waits for. */
async function step(driver: Driver, tokens: { token: string; value: number }[]): Promise<void> {
  const next = tokens.shift();
  if (next !== undefined) {
    const answer: Json = (next.value * 3) % 1000;
    await sendTaskSuccess(driver.interpreter, next.token, JSON.stringify(answer));
    return;
  }
  driver.clock.milliseconds = Math.max(driver.clock.milliseconds, driver.interpreter.nextDue()!);
  driver.interpreter.look();
}

test.each([1, 2, 3, 4])("random workflows give the same however often they are restarted, seed %i", async (seed) => {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-restart-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const random = new Random(seed);
  let restarted = 0;
  for (let index = 0; index < 4; index++) {
    const states = randomWorkflow(random);
    const definition = { QueryLanguage: "JSONata", StartAt: Object.keys(states)[0]!, States: states };
    const undisturbed = await run(definition, ":memory:", () => false);
    const disturbed = await run(definition, join(folder, `${index}-restarted.sqlite`), () => {
      const restarts = random.below(3) === 0;
      restarted += Number(restarts);
      return restarts;
    });
    expect(disturbed.output).toBe(undisturbed.output);
    // All is settled when it is closed, so that nothing is called again.
    expect(disturbed.calls).toBe(undisturbed.calls);
  }
  expect(restarted).toBeGreaterThan(0);
});
