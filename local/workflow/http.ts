/** The Step Functions API over HTTP (AWS JSON 1.0), so that its client talks to the interpreter as it does to the cloud. */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import * as z from "zod";
import { executionArn, machineArn, parseMachineArn } from "./arns.ts";
import { history } from "./history.ts";
import type { Interpreter } from "./interpreter.ts";
import type { ExecutionRow } from "./journal/records.ts";
import * as service from "./service.ts";
import { ServiceError } from "./serviceError.ts";

/** The largest request: 256 KiB of payload, escaped as text within JSON. */
const MOST_REQUEST_BYTES = 2_000_000;

const text = z.string();
const page = { maxResults: z.int().min(0).max(1000).optional(), nextToken: text.optional() };
const STATUS = z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]);

type Operation = (interpreter: Interpreter, body: unknown) => Promise<object>;

const seconds = (milliseconds: number): number => milliseconds / 1000;

const operations: Readonly<Record<string, Operation>> = {
  async StartExecution(interpreter, body) {
    const shape = z.object({ stateMachineArn: text, name: text.optional(), input: text.optional() });
    const { executionArn: arn, startDate } = await service.startExecution(interpreter, shape.parse(body));
    return { executionArn: arn, startDate: seconds(startDate) };
  },
  async DescribeExecution(interpreter, body) {
    const { executionArn: arn } = z.object({ executionArn: text }).parse(body);
    return describe(await service.readExecution(interpreter, arn));
  },
  async StopExecution(interpreter, body) {
    const shape = z.object({ executionArn: text, error: text.max(256).optional(), cause: text.max(32768).optional() });
    const { executionArn: arn, error, cause } = shape.parse(body);
    return { stopDate: seconds(await service.stopExecution(interpreter, arn, error, cause)) };
  },
  async ListExecutions(interpreter, body) {
    const shape = z.object({ stateMachineArn: text, statusFilter: STATUS.optional(), ...page });
    const { stateMachineArn, statusFilter: status, maxResults, nextToken } = shape.parse(body);
    const machine = parseMachineArn(stateMachineArn);
    if (machine === undefined) throw new ServiceError("InvalidArn", `Invalid ARN: '${stateMachineArn}'`);
    const before = nextToken === undefined ? undefined : pageStart(nextToken);
    const size = maxResults === undefined || maxResults === 0 ? 100 : maxResults;
    const rows = await service.listExecutions(interpreter, { machine, status, most: size + 1, before });
    const shown = rows.slice(0, size);
    const last = rows.length > size ? { nextToken: pageToken(shown.at(-1)!.id) } : {};
    return { executions: shown.map(summary), ...last };
  },
  async GetExecutionHistory(interpreter, body) {
    const shape = z.object({ executionArn: text, reverseOrder: z.boolean().optional(), ...page });
    const { executionArn: arn, reverseOrder = false, maxResults, nextToken } = shape.parse(body);
    const all = history(interpreter, await service.readExecution(interpreter, arn));
    const start = nextToken === undefined ? 0 : pageStart(nextToken);
    const end = start + (maxResults === undefined || maxResults === 0 ? 100 : maxResults);
    const events = (reverseOrder ? all.reverse() : all).slice(start, end);
    const rest = end < all.length ? { nextToken: pageToken(end) } : {};
    return { events: events.map((event) => ({ ...event, timestamp: seconds(event.timestamp) })), ...rest };
  },
  async SendTaskSuccess(interpreter, body) {
    const { taskToken, output } = z.object({ taskToken: text, output: text }).parse(body);
    await service.sendTaskSuccess(interpreter, taskToken, output);
    return {};
  },
  async SendTaskFailure(interpreter, body) {
    const shape = z.object({ taskToken: text, error: text.max(256).optional(), cause: text.max(32768).optional() });
    const { taskToken, error = "", cause = "" } = shape.parse(body);
    await service.sendTaskFailure(interpreter, taskToken, error, cause);
    return {};
  },
  async SendTaskHeartbeat(interpreter, body) {
    const { taskToken } = z.object({ taskToken: text }).parse(body);
    await service.sendTaskHeartbeat(interpreter, taskToken);
    return {};
  },
};

const pageToken = (position: number): string => Buffer.from(String(position)).toString("base64url");

function pageStart(token: string): number {
  const position = Number(Buffer.from(token, "base64url").toString());
  if (Number.isSafeInteger(position) && position >= 0) return position;
  throw new ServiceError("ValidationException", "Invalid nextToken");
}

function summary(row: ExecutionRow): object {
  return {
    executionArn: executionArn(row.machine, row.name),
    stateMachineArn: machineArn(row.machine),
    name: row.name,
    status: row.status,
    startDate: seconds(row.started),
    ...(row.stopped === null ? {} : { stopDate: seconds(row.stopped) }),
  };
}

function describe(row: ExecutionRow): object {
  return {
    ...summary(row),
    input: row.input,
    inputDetails: { included: true },
    ...(row.output === null ? {} : { output: row.output, outputDetails: { included: true } }),
    ...(row.error === null || row.error === "" ? {} : { error: row.error }),
    ...(row.cause === null || row.cause === "" ? {} : { cause: row.cause }),
    redriveCount: 0,
  };
}

/**
 * Handles requests of the Step Functions API on any path.
 *
 * @param onFault told of what is no fault of the request; the client then gets a bare InternalServerError
 */
export function stepFunctionsHandler(interpreter: Interpreter, onFault: (error: unknown) => void): RequestListener {
  return (request, response) => {
    void answer(interpreter, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => refuse(response, error, onFault),
    );
  };
}

async function answer(interpreter: Interpreter, request: IncomingMessage): Promise<object> {
  const name = /^AWSStepFunctions\.(\w+)$/.exec(String(request.headers["x-amz-target"] ?? ""))?.[1] ?? "";
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  const body = await readBody(request);
  if (operation === undefined) throw new ServiceError("UnknownOperationException", `Unknown operation '${name}'`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new ServiceError("ValidationException", "The request is not JSON.");
  }
  return operation(interpreter, parsed);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_REQUEST_BYTES) throw new ServiceError("ValidationException", "The request is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function refuse(response: ServerResponse, error: unknown, onFault: (error: unknown) => void): void {
  if (error instanceof ServiceError) send(response, 400, { __type: error.code, message: error.message });
  else if (error instanceof z.ZodError) send(response, 400, { __type: "ValidationException", message: error.message });
  else {
    onFault(error);
    send(response, 500, { __type: "InternalServerError", message: "Internal error" });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/x-amz-json-1.0" });
  response.end(JSON.stringify(body));
}
