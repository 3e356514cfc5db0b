/** One function of the system: its bundle, its role with exactly its rights, and the queue of what failed. Its log lies in a stack of its own. */
import { ArnFormat, Duration, Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type Code, Function, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { FunctionSpec } from "../../functions/contract/functions.ts";
import { acknowledge, acknowledgeWildcards } from "../acknowledge.ts";
import { functionLogs, functionName } from "../names.ts";
import type { Settings } from "../settings.ts";

export interface UnitProps {
  readonly spec: FunctionSpec;
  readonly settings: Settings;
  readonly code: Code;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  /** Takes the events of functions called without anyone waiting. */
  readonly failed: IQueue;
}

/** Most of one function at once, in prod; a new account has too little concurrency to keep some back. */
const RESERVED: Readonly<Record<string, number>> = {
  // Two would look at the same weeks.
  reconcileWeeks: 1,
  reconcileAgreements: 1,
  // Two would ask the same people.
  askWeighings: 1,
  // A wave of bounces must not take the API's room.
  recordBounce: 5,
  // Nor must the coalitions of many regions at once.
  priceCoalitions: 300,
};

export class Unit extends Construct {
  readonly function: Function;

  constructor(scope: Construct, { spec, settings, code, environment, statements, failed }: UnitProps) {
    super(scope, spec.name);
    const name = functionName(settings.stage, spec.name);
    // By name and not by reference: the stack of logs would export every one of them.
    const logGroup = LogGroup.fromLogGroupName(this, "Log", functionLogs(settings.stage, spec.name));
    const alone = spec.calledBy === "schedule";
    const all = [writeLog(this, name), ...statements, ...(alone ? [keepFailed(failed)] : [])];
    // Inside the role: a policy of its own for each function would bring the stack over CloudFormation's 500 resources.
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { Use: new PolicyDocument({ statements: [...all, TRACE] }) },
    });
    acknowledgeWildcards(role, all, REASONS);
    acknowledge(role, { "AwsSolutions-IAM5[Resource::*]": "X-Ray takes trace segments on no narrower resource." });
    const reserved = settings.stage === "prod" ? RESERVED[spec.name] : undefined;
    this.function = new Function(this, "Function", {
      functionName: name,
      description: `Grünverbund (${settings.stage}): ${spec.calledBy} ${spec.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code,
      handler: "index.handler",
      // CDK would add the right to trace as a policy.
      role: role.withoutPolicyUpdates(),
      logGroup,
      memorySize: spec.memoryMegabytes,
      timeout: Duration.seconds(spec.timeoutSeconds),
      tracing: Tracing.ACTIVE,
      environment: { FUNCTION: spec.name, NODE_OPTIONS: "--enable-source-maps", ...environment },
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      ...(alone
        ? {
            onFailure: { bind: () => ({ destination: failed.queueArn }) },
            retryAttempts: 2,
            maxEventAge: Duration.hours(6),
          }
        : {}),
    });
  }
}

/** X-Ray takes segments on no narrower resource. */
const TRACE = new PolicyStatement({ actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources: ["*"] });

/** CDK's own destination grants more than sending. */
function keepFailed(queue: IQueue): PolicyStatement {
  return new PolicyStatement({ sid: "KeepFailed", actions: ["sqs:SendMessage"], resources: [queue.queueArn] });
}

function writeLog(scope: Construct, name: string): PolicyStatement {
  const group = Stack.of(scope).formatArn({
    service: "logs",
    resource: "log-group",
    resourceName: `/aws/lambda/${name}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new PolicyStatement({
    sid: "WriteLog",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [group],
  });
}

/** Why a resource of a statement ends in `*`, by the statement's Sid. */
const REASONS: Readonly<Record<string, string>> = {
  WriteLog: "The streams of the function's own log group have names that are not known before.",
  ReadObjects: "Every object of the one bucket: keys come with regions and weeks.",
  WriteObjects: "Every object of the one bucket: keys come with regions and weeks.",
  KeepForEver: "What is kept has names of region and day, all below the one prefix of the locked bucket.",
  FollowWorkflows: "Executions of the named workflow have names that are not known before they are started.",
};
