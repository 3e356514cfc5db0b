/**
 * What functions write, and the counts of their errors. A stack of its own: two resources for each function would bring that of the
 * system over CloudFormation's 500.
 */
import { RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { FilterPattern, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { FunctionSpec } from "../../functions/contract/functions.ts";
import { functionLogs, ownMetric } from "../names.ts";
import type { Settings } from "../settings.ts";

export interface LogProps extends StackProps {
  readonly settings: Settings;
  readonly functions: readonly FunctionSpec[];
}

export class LogStack extends Stack {
  constructor(scope: Construct, id: string, { settings, functions, ...props }: LogProps) {
    super(scope, id, props);
    for (const { name } of functions) {
      const logGroup = new LogGroup(this, name, {
        logGroupName: functionLogs(settings.stage, name),
        retention: settings.logDays,
        removalPolicy: settings.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
      const counted = (what: string) => ({ ...ownMetric(settings.stage, what), metricValue: "1" });
      new MetricFilter(logGroup, "Errors", {
        ...{ logGroup, filterPattern: FilterPattern.stringValue("$.level", "=", "ERROR") },
        ...counted("Errors"),
      });
      if (name === "reconcileWeeks")
        new MetricFilter(logGroup, "Overdue", {
          // functions/usecases/weeks/reconcileWeeks.ts
          ...{ logGroup, filterPattern: FilterPattern.stringValue("$.message", "=", "week overdue") },
          ...counted("OverdueWaits"),
        });
    }
  }
}
