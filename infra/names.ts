/** Names of what others refer to before it exists, or from outside. */
import { Arn, ArnFormat, type Stack } from "aws-cdk-lib";
import type { Stage } from "./settings.ts";

export const functionName = (stage: Stage, name: string): string => `gruenverbund-${stage}-${name}`;
export const workflowName = (stage: Stage, workflow: string): string => `gruenverbund-${stage}-${workflow}`;

/** Names of buckets are of the whole world, so the account is in them. */
export const bucketName = (stack: Stack, stage: Stage, what: "plans" | "audit"): string =>
  `gruenverbund-${stage}-${what}-${stack.account}`;

/** A function is told the machine that later is told the function, so its ARN is written and not referred to. */
export function workflowArn(stack: Stack, stage: Stage, workflow: string): string {
  return Arn.format(
    {
      service: "states",
      resource: "stateMachine",
      resourceName: workflowName(stage, workflow),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    stack,
  );
}

/** Every execution of a workflow. */
export function executionArns(stack: Stack, stage: Stage, workflow: string): string {
  return Arn.format(
    {
      service: "states",
      resource: "execution",
      resourceName: `${workflowName(stage, workflow)}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    stack,
  );
}

/** Where a function writes; the stack of logs makes it, that of the system names it. */
export const functionLogs = (stage: Stage, name: string): string => `/aws/lambda/${functionName(stage, name)}`;

/** What logs count and alarms watch. */
export const ownMetric = (stage: Stage, name: string): { metricNamespace: string; metricName: string } => ({
  ...{ metricNamespace: "Gruenverbund", metricName: `${name}-${stage}` },
});
