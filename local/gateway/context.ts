/** What Lambda tells a function about its call. */
import type { Context } from "aws-lambda";

export interface CallOf {
  readonly functionName: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
}

/** @param elapsed milliseconds that never go back */
export function lambdaContext(call: CallOf, requestId: string, elapsed: () => number): Context {
  const { functionName, memoryMegabytes, timeoutSeconds } = call;
  const end = elapsed() + 1000 * timeoutSeconds;
  const nothing = (): void => undefined;
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: String(memoryMegabytes),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(end - elapsed())),
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}
