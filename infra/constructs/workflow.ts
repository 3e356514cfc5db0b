/** A state machine from a file of `workflows/`: the same text that runs locally, with ARNs for the names of functions. */
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { Policy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { DefinitionBody, LogLevel, StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { acknowledge, acknowledgeWildcards } from "../acknowledge.ts";
import { executionArns, workflowArn, workflowName } from "../names.ts";
import type { Settings, Stage } from "../settings.ts";
import { functionsOf, isDistributed, type WorkflowFile } from "../workflowFiles.ts";

export interface WorkflowProps {
  readonly settings: Settings;
  readonly file: WorkflowFile;
  readonly functions: ReadonlyMap<string, IFunction>;
}

export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, { settings, file, functions }: WorkflowProps) {
    super(scope, file.name);
    const stack = Stack.of(this);
    const { stage } = settings;
    const called = functionsOf(file).map((name) => {
      const target = functions.get(name);
      if (target === undefined) throw new Error(`${file.path} calls ${name}, which is no function of the contract`);
      return [name, target] as const;
    });
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("states.amazonaws.com") });
    const statements = [
      new PolicyStatement({
        sid: "CallFunctions",
        actions: ["lambda:InvokeFunction"],
        resources: called.map(([, { functionArn }]) => functionArn),
      }),
      ...(isDistributed(file) ? ownChildren(stack, stage, file.name) : []),
    ];
    for (const statement of statements) role.addToPolicy(statement);
    acknowledgeWildcards(role, statements, {
      FollowOwnChildren: "Children of a distributed Map have names that are not known before they are started.",
    });
    acknowledge(role, {
      "AwsSolutions-IAM5[Resource::*]":
        "CloudWatch's log deliveries and X-Ray's trace segments are granted on no narrower resource.",
    });
    const log = new LogGroup(this, "Log", {
      logGroupName: `/aws/vendedlogs/states/${workflowName(stage, file.name)}`,
      retention: settings.logDays,
      removalPolicy: settings.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.machine = new StateMachine(this, "Machine", {
      stateMachineName: workflowName(stage, file.name),
      definitionBody: DefinitionBody.fromString(file.text),
      definitionSubstitutions: Object.fromEntries(called.map(([name, { functionArn }]) => [name, functionArn])),
      role,
      tracingEnabled: true,
      // Inputs and results are keys and counts, yet no one needs them in a log.
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
      removalPolicy: settings.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const policy = role.node.tryFindChild("DefaultPolicy") as Policy | undefined;
    if (policy !== undefined) this.machine.node.addDependency(policy);
  }
}

/** A distributed Map starts and follows executions of its own machine, named `machine/label:id`. */
function ownChildren(stack: Stack, stage: Stage, workflow: string): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: "StartOwnChildren",
      actions: ["states:StartExecution"],
      resources: [workflowArn(stack, stage, workflow)],
    }),
    new PolicyStatement({
      sid: "FollowOwnChildren",
      actions: ["states:DescribeExecution", "states:StopExecution"],
      resources: [executionArns(stack, stage, workflow).replace(/:\*$/, "/*")],
    }),
  ];
}
