/** What runs by the clock: the week of every region, and the look at weeks whose workflow went astray. */
import { Duration, Stack, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnSchedule, CfnScheduleGroup } from "aws-cdk-lib/aws-scheduler";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";

export interface SchedulesProps {
  readonly settings: Settings;
  readonly functions: ReadonlyMap<string, IFunction>;
  readonly failed: IQueue;
}

/** Thursday, 06:00, as on one machine (local/settings.ts): yards are asked then, and dispatchers have two days for the next week. */
export const WEEKLY = "cron(0 6 ? * THU *)";
/** Friday, 07:00, as on one machine (local/jobs.ts). */
export const AUDIT_HEADS = "cron(0 7 ? * FRI *)";
/** Weekdays, 07:30, as on one machine (local/jobs.ts); the function leaves holidays out. */
export const ASK_WEIGHINGS = "cron(30 7 ? * MON-FRI *)";
export const RECONCILE = "rate(15 minutes)";

export class Schedules extends Construct {
  constructor(scope: Construct, { settings, functions, failed }: SchedulesProps) {
    super(scope, "Schedules");
    const group = new CfnScheduleGroup(this, "Group", { name: `gruenverbund-${settings.stage}` });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ sid: "KeepFailed", actions: ["sqs:SendMessage"], resources: [failed.queueArn] }),
    );
    const schedule = (id: string, target: string, expression: string, input: unknown): void => {
      const called = functions.get(target);
      if (called === undefined) return;
      new CfnSchedule(this, id, {
        name: id,
        groupName: group.ref,
        scheduleExpression: expression,
        scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN.timezoneName,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: called.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify(input),
          deadLetterConfig: { arn: failed.queueArn },
          retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: Duration.hours(6).toSeconds() },
        },
      });
    };
    for (const region of settings.regions) schedule(`week-${region}`, "startScheduledWeek", WEEKLY, { region });
    schedule("reconcile-weeks", "reconcileWeeks", RECONCILE, {});
    schedule("reconcile-agreements", "reconcileAgreements", RECONCILE, {});
    schedule("mail-audit-heads", "mailAuditHeads", AUDIT_HEADS, {});
    schedule("ask-weighings", "askWeighings", ASK_WEIGHINGS, {});
    const names = ["startScheduledWeek", "reconcileWeeks", "reconcileAgreements", "mailAuditHeads", "askWeighings"];
    const called = names.flatMap((name) => functions.get(name) ?? []);
    if (called.length > 0)
      role.addToPolicy(
        new PolicyStatement({
          sid: "CallFunctions",
          actions: ["lambda:InvokeFunction"],
          resources: called.map(({ functionArn }) => functionArn),
        }),
      );
  }
}
