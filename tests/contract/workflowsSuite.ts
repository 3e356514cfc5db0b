/** What every adapter of the Workflows port does. Call it inside a `describe`. */
import { expect, test } from "vitest";
import type { Workflows } from "../../functions/ports/workflows.ts";

/**
 * The workflow `ask` waits for a token: its function `ask` is given `{ token, question }` and hands them to `asked`. It ends
 * with the answer; `Refused` fails it. Its task times out after an hour and needs a heartbeat every ten minutes.
 */
export interface WorkflowsUnderTest {
  readonly workflows: Workflows;
  /** The token that the function was given for this question. */
  asked(question: string): Promise<string>;
  /** Moves time on. */
  advance(seconds: number): Promise<void>;
}

const NOWHERE = "arn:aws:states:local:000000000000:execution:ask:nowhere";

/** @param open what is under test, empty; called once a test */
export function workflowsSuite(open: () => Promise<WorkflowsUnderTest>): void {
  test("an execution runs until its task is answered, and ends with the answer", async () => {
    const { workflows, asked } = await open();
    const { kind, id } = await workflows.start("ask", "week-10", { question: "Grünschnitt?" });
    expect(kind).toBe("started");
    expect(await workflows.describe(id)).toMatchObject({
      id,
      workflow: "ask",
      name: "week-10",
      status: "RUNNING",
      input: { question: "Grünschnitt?" },
    });
    expect(await workflows.sendTaskSuccess(await asked("Grünschnitt?"), { answer: "½" })).toBe("accepted");
    const ended = await workflows.describe(id);
    expect(ended).toMatchObject({ status: "SUCCEEDED", output: { answer: "½" } });
    expect(ended!.stoppedAt! >= ended!.startedAt).toBe(true);
  });

  test("a second start of the same name and input is the first, running or ended", async () => {
    const { workflows, asked } = await open();
    const first = await workflows.start("ask", "same", { question: "a" });
    expect(await workflows.start("ask", "same", { question: "a" })).toEqual({ kind: "existing", id: first.id });
    await workflows.sendTaskSuccess(await asked("a"), 1);
    expect(await workflows.start("ask", "same", { question: "a" })).toEqual({ kind: "existing", id: first.id });
    expect((await workflows.describe(first.id))!.output).toBe(1);
  });

  test("ten starts at once of one name start one execution", async () => {
    const { workflows, asked } = await open();
    const starts = await Promise.all(
      Array.from({ length: 10 }, () => workflows.start("ask", "together", { question: "t" })),
    );
    expect(new Set(starts.map(({ id }) => id)).size).toBe(1);
    expect(await workflows.sendTaskSuccess(await asked("t"), null)).toBe("accepted");
  });

  test("the same name with another input is a conflict and changes nothing", async () => {
    const { workflows } = await open();
    const { id } = await workflows.start("ask", "taken", { question: "a" });
    expect(await workflows.start("ask", "taken", { question: "b" })).toEqual({ kind: "conflict", id });
    expect((await workflows.describe(id))!.input).toEqual({ question: "a" });
  });

  test("a failure sent to a task is its error", async () => {
    const { workflows, asked } = await open();
    const { id } = await workflows.start("ask", "fails", { question: "f" });
    expect(await workflows.sendTaskFailure(await asked("f"), "Refused", "The council said no.")).toBe("accepted");
    expect(await workflows.describe(id)).toMatchObject({
      status: "FAILED",
      error: "Refused",
      cause: "The council said no.",
    });
  });

  test("a token is answered once, and a forged one is unknown", async () => {
    const { workflows, asked } = await open();
    await workflows.start("ask", "once", { question: "o" });
    const token = await asked("o");
    expect(await workflows.sendTaskSuccess(token, 1)).toBe("accepted");
    expect(await workflows.sendTaskSuccess(token, 2)).toBe("closed");
    expect(await workflows.sendTaskFailure(token, "Late", "")).toBe("closed");
    expect(await workflows.sendTaskHeartbeat(token)).toBe("closed");
    expect(await workflows.sendTaskSuccess("forged", 1)).toBe("unknown");
  });

  test("heartbeats keep a task alive; without one it fails after HeartbeatSeconds", async () => {
    const { workflows, asked, advance } = await open();
    const { id } = await workflows.start("ask", "beats", { question: "h" });
    const token = await asked("h");
    await advance(599);
    expect(await workflows.sendTaskHeartbeat(token)).toBe("accepted");
    await advance(599);
    expect((await workflows.describe(id))!.status).toBe("RUNNING");
    await advance(1);
    expect(await workflows.describe(id)).toMatchObject({ status: "FAILED", error: "States.HeartbeatTimeout" });
    expect(await workflows.sendTaskHeartbeat(token)).toBe("closed");
  });

  test("stopping ends a running execution as ABORTED; stopping again changes nothing", async () => {
    const { workflows, asked } = await open();
    const { id } = await workflows.start("ask", "stops", { question: "s" });
    const token = await asked("s");
    await workflows.stop(id, { error: "Withdrawn", cause: "No longer needed." });
    const stopped = await workflows.describe(id);
    expect(stopped).toMatchObject({ status: "ABORTED", error: "Withdrawn", cause: "No longer needed." });
    await workflows.stop(id);
    expect(await workflows.describe(id)).toEqual(stopped);
    expect(await workflows.sendTaskSuccess(token, 1)).toBe("closed");
  });

  test("an execution that does not exist is undefined, and an unknown workflow is an error", async () => {
    const { workflows } = await open();
    expect(await workflows.describe(NOWHERE)).toBeUndefined();
    await expect(workflows.start("nowhere", "x", null)).rejects.toThrow('There is no workflow "nowhere".');
  });

  test("texts of any script and signs of JSON come back as they were sent", async () => {
    const { workflows, asked } = await open();
    const input = { question: 'Ä "\\" \n 🌿', list: [1.5, null, true, { deep: [] }] };
    const { id } = await workflows.start("ask", "texts", input);
    await workflows.sendTaskSuccess(await asked(input.question), input);
    expect(await workflows.describe(id)).toMatchObject({ input, output: input });
  });
}
