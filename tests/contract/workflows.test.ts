import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, onTestFinished, test } from "vitest";
import { stepFunctions } from "../../functions/adapters/stepfunctions/stepFunctions.ts";
import type { JsonObject } from "../../local/workflow/machine.ts";
import { machineArn } from "../../local/workflow/arns.ts";
import { serve } from "../support/stepFunctionsServer.ts";
import { drive } from "../workflow/driver.ts";
import { workflowsSuite } from "./workflowsSuite.ts";

const ASK = {
  QueryLanguage: "JSONata",
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Arguments: {
        FunctionName: "ask",
        Payload: { token: "{% $states.context.Task.Token %}", question: "{% $states.input.question %}" },
      },
      TimeoutSeconds: 3600,
      HeartbeatSeconds: 600,
      End: true,
    },
  },
};

async function openLocal() {
  const tokens = new Map<string, string>();
  const driver = drive({
    machines: { ask: ASK },
    functions: {
      ask: (payload) => {
        const { question, token } = payload as JsonObject;
        tokens.set(String(question), String(token));
      },
    },
  });
  const server = await serve(driver.interpreter);
  onTestFinished(async () => {
    await server.close();
    expect([...driver.faults, ...server.faults]).toEqual([]);
  });
  return { driver, server, tokens, workflows: stepFunctions(server.client, { ask: machineArn("ask") }) };
}

describe("workflows by the Step Functions client on the embedded interpreter", () => {
  workflowsSuite(async () => {
    const { driver, tokens, workflows } = await openLocal();
    return {
      workflows,
      async asked(question) {
        await driver.interpreter.settled();
        return tokens.get(question)!;
      },
      advance: (seconds) => driver.advance(seconds),
    };
  });

  test("executions are listed latest first, by status and page by page", async () => {
    const { server, tokens, workflows, driver } = await openLocal();
    for (const name of ["a", "b", "c", "d", "e"]) await workflows.start("ask", name, { question: name });
    await driver.interpreter.settled();
    await workflows.sendTaskSuccess(tokens.get("c")!, 1);
    const stateMachineArn = machineArn("ask");
    const list = async (more: object) => server.client.send(new ListExecutionsCommand({ stateMachineArn, ...more }));
    const names = (page: Awaited<ReturnType<typeof list>>) => page.executions!.map(({ name }) => name);
    const first = await list({ statusFilter: "RUNNING", maxResults: 3 });
    expect(names(first)).toEqual(["e", "d", "b"]);
    const second = await list({ statusFilter: "RUNNING", maxResults: 3, nextToken: first.nextToken });
    expect(names(second)).toEqual(["a"]);
    expect(second.nextToken).toBeUndefined();
    expect(names(await list({ statusFilter: "SUCCEEDED" }))).toEqual(["c"]);
  });

  test("the history tells what was entered, left and why it ended", async () => {
    const { server, tokens, workflows, driver } = await openLocal();
    const { id } = await workflows.start("ask", "told", { question: "q" });
    await driver.advance(1);
    await workflows.sendTaskSuccess(tokens.get("q")!, { answer: 42 });
    const { events } = await server.client.send(new GetExecutionHistoryCommand({ executionArn: id }));
    expect(events!.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskStateExited",
      "ExecutionSucceeded",
    ]);
    expect(events![2]!.stateExitedEventDetails).toEqual({ name: "Ask", output: '{"answer":42}' });
    expect(events![3]!.executionSucceededEventDetails!.output).toBe('{"answer":42}');
    expect(events![3]!.timestamp!.getTime() - events![0]!.timestamp!.getTime()).toBe(1000);
  });

  test.each([
    ["a name with a space", { name: "a b" }, "InvalidName"],
    ["input that is not JSON", { input: "{" }, "InvalidExecutionInput"],
    ["input above 256 KiB", { input: JSON.stringify("x".repeat(262_144)) }, "InvalidExecutionInput"],
    ["an ARN that is none", { stateMachineArn: "ask" }, "InvalidArn"],
  ])("a start with %s is refused by the service's own error", async (_what, fields, name) => {
    const { server } = await openLocal();
    const command = new StartExecutionCommand({ stateMachineArn: machineArn("ask"), ...fields });
    await expect(server.client.send(command)).rejects.toMatchObject({ name });
  });

  test("a machine that does not exist is the client's typed error", async () => {
    const { server } = await openLocal();
    const command = new StartExecutionCommand({ stateMachineArn: machineArn("none") });
    await expect(server.client.send(command)).rejects.toBeInstanceOf(StateMachineDoesNotExist);
  });

  test.each([
    ["AWSStepFunctions.CreateStateMachine", "{}", "UnknownOperationException"],
    ["AWSStepFunctions.constructor", "{}", "UnknownOperationException"],
    ["AWSStepFunctions.DescribeExecution", "[", "ValidationException"],
    ["AWSStepFunctions.DescribeExecution", '{"executionArn":7}', "ValidationException"],
  ])("%s with %s is a 400 and not a fault", async (target, body, type) => {
    const { server } = await openLocal();
    const response = await fetch(server.endpoint, { method: "POST", headers: { "x-amz-target": target }, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: type });
  });
});

describe("when the service fails", () => {
  test("throttling and other errors are thrown and not taken for an answer", async () => {
    const mock = mockClient(SFNClient);
    onTestFinished(() => mock.restore());
    mock.rejects(Object.assign(new Error("slow down"), { name: "ThrottlingException" }));
    const workflows = stepFunctions(new SFNClient({ region: "eu-central-1" }), { ask: machineArn("ask") });
    for (const call of [
      () => workflows.start("ask", "x", {}),
      () => workflows.describe("x"),
      () => workflows.stop("x"),
      () => workflows.sendTaskSuccess("t", 1),
      () => workflows.sendTaskHeartbeat("t"),
    ])
      await expect(call()).rejects.toThrow("slow down");
  });
});
