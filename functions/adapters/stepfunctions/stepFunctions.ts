/**
 * Workflows on Step Functions, in the cloud or on the embedded interpreter: only the client's endpoint differs. Its retries
 * are safe: a start is idempotent by its name, and a repeated answer to a token finds it closed.
 */
import { isDeepStrictEqual } from "node:util";
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  type DescribeExecutionCommandOutput,
  type SFNClient,
} from "@aws-sdk/client-sfn";
import type { Execution, ExecutionStatus, Json, TokenOutcome, Workflows } from "../../ports/workflows.ts";

/** @param arns the ARN of the state machine behind each workflow */
export function stepFunctions(client: SFNClient, arns: Readonly<Record<string, string>>): Workflows {
  const describe = async (id: string): Promise<Execution | undefined> => {
    try {
      return executionOf(await client.send(new DescribeExecutionCommand({ executionArn: id })), arns);
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };

  return {
    describe,
    async start(workflow, name, input) {
      const stateMachineArn = Object.hasOwn(arns, workflow) ? arns[workflow] : undefined;
      if (stateMachineArn === undefined) throw new RangeError(`There is no workflow "${workflow}".`);
      const id = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
      // The service answers a repeated start of a running execution as it did the first, so ask whether there is one.
      const before = await describe(id);
      if (before !== undefined) return { kind: isDeepStrictEqual(before.input, input) ? "existing" : "conflict", id };
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
        return { kind: "started", id };
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
        const other = await describe(id);
        return { kind: isDeepStrictEqual(other?.input, input) ? "existing" : "conflict", id };
      }
    },
    async stop(id, reason = {}) {
      await client.send(new StopExecutionCommand({ executionArn: id, ...reason }));
    },
    sendTaskSuccess: (taskToken, output) =>
      outcome(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),
    sendTaskFailure: (taskToken, error, cause) =>
      outcome(client.send(new SendTaskFailureCommand({ taskToken, error, cause }))),
    sendTaskHeartbeat: (taskToken) => outcome(client.send(new SendTaskHeartbeatCommand({ taskToken }))),
  };
}

async function outcome(sent: Promise<unknown>): Promise<TokenOutcome> {
  try {
    await sent;
    return "accepted";
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return "closed";
    if (error instanceof InvalidToken) return "unknown";
    throw error;
  }
}

function executionOf(said: DescribeExecutionCommandOutput, arns: Readonly<Record<string, string>>): Execution {
  const { executionArn, stateMachineArn, name, status, input, output, startDate, stopDate, error, cause } = said;
  const workflow = Object.keys(arns).find((one) => arns[one] === stateMachineArn);
  return {
    id: executionArn!,
    workflow: workflow ?? stateMachineArn!,
    name: name!,
    status: status as ExecutionStatus,
    input: parse(input) ?? {},
    startedAt: startDate!.toISOString(),
    ...(stopDate === undefined ? {} : { stoppedAt: stopDate.toISOString() }),
    ...(output === undefined ? {} : { output: parse(output)! }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

const parse = (text: string | undefined): Json | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Json);
