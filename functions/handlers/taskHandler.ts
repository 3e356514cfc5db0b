/** The stack around every function that a workflow or a schedule calls: the payload is checked, what it did is written down. */
import type { Context } from "aws-lambda";
import * as z from "zod";
import type { Log } from "../ports/log.ts";

/** Payloads name things and hold small figures; what is larger lies in the blobs. Far below what Step Functions carries. */
const MOST_BYTES = 100_000;

export type TaskLambda = (event: unknown, context: Pick<Context, "awsRequestId">) => Promise<unknown>;

/** Rejects with what the use case threw: its name is the error that the workflow catches. */
export function taskHandler<S extends z.ZodType>(
  name: string,
  payload: S,
  ports: { readonly log: Log },
  use: (payload: z.infer<S>) => Promise<unknown>,
): TaskLambda {
  return async (event, { awsRequestId }) => {
    const parsed = payload.safeParse(event);
    if (!parsed.success)
      throw new TypeError(`${name} was called with a wrong payload: ${z.prettifyError(parsed.error)}`);
    try {
      const result = await use(parsed.data);
      refuseLarge(name, result);
      ports.log.info("task done", { task: name, request: awsRequestId });
      return result ?? {};
    } catch (error) {
      ports.log.error("task failed", error, { task: name, request: awsRequestId });
      throw error;
    }
  };
}

function refuseLarge(name: string, result: unknown): void {
  const bytes = Buffer.byteLength(JSON.stringify(result ?? {}));
  if (bytes > MOST_BYTES)
    throw new RangeError(`${name} answers with ${bytes} bytes; a payload has at most ${MOST_BYTES}`);
}
