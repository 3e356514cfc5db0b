/** What wakes someone: failed and late workflows, errors, throttling, events nobody managed, waits past their time. */
import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import type { Unit } from "./unit.ts";
import type { Workflow } from "./workflow.ts";

export interface AlarmsProps {
  readonly settings: Settings;
  readonly key: IKey;
  readonly units: readonly Unit[];
  readonly workflows: readonly Workflow[];
  readonly tableName: string;
  readonly failed: IQueue;
  readonly api: HttpApi;
}

const FIVE_MINUTES = Duration.minutes(5);
const SUM = { period: FIVE_MINUTES, statistic: "Sum" };

export class Alarms extends Construct {
  readonly topic: Topic;
  private readonly stage: string;

  constructor(scope: Construct, { settings, key, units, workflows, tableName, failed, api }: AlarmsProps) {
    super(scope, "Alarms");
    this.stage = settings.stage;
    this.topic = new Topic(this, "Topic", {
      topicName: `gruenverbund-${settings.stage}-alarms`,
      masterKey: key,
      enforceSSL: true,
    });
    if (settings.alarmMail !== undefined) this.topic.addSubscription(new EmailSubscription(settings.alarmMail));

    for (const { machine, node } of workflows) {
      this.when(`${node.id}-failed`, machine.metricFailed(SUM), "executions failed");
      this.when(`${node.id}-timed-out`, machine.metricTimedOut(SUM), "executions ran out of time");
      this.when(`${node.id}-throttled`, machine.metricThrottled(SUM), "executions were throttled");
    }
    for (const unit of units) {
      new MetricFilter(unit, "Errors", {
        logGroup: unit.logGroup,
        filterPattern: FilterPattern.stringValue("$.level", "=", "ERROR"),
        ...this.metric("Errors"),
      });
      if (unit.node.id === "reconcileWeeks")
        new MetricFilter(unit, "Overdue", {
          logGroup: unit.logGroup,
          // functions/usecases/weeks/reconcileWeeks.ts
          filterPattern: FilterPattern.stringValue("$.message", "=", "week overdue"),
          ...this.metric("OverdueWaits"),
        });
    }
    this.when("errors", this.own("Errors"), "functions wrote errors");
    this.when("overdue-waits", this.own("OverdueWaits"), "waits are past their time: weeks that nobody drives on");
    // Without a dimension: all functions of this account and region.
    const ofFunctions = (metricName: string) => new Metric({ namespace: "AWS/Lambda", metricName, ...SUM });
    this.when("functions-failed", ofFunctions("Errors"), "functions failed or ran out of time");
    this.when("functions-throttled", ofFunctions("Throttles"), "functions were throttled");
    this.when("api-failed", api.metricServerError(SUM), "the API answered with 5xx");
    const tableEvents = (metricName: string) =>
      new Metric({ namespace: "AWS/DynamoDB", metricName, dimensionsMap: { TableName: tableName }, ...SUM });
    this.when("table-reads-throttled", tableEvents("ReadThrottleEvents"), "reads of the table were throttled");
    this.when("table-writes-throttled", tableEvents("WriteThrottleEvents"), "writes to the table were throttled");
    const waiting = failed.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: "Maximum" });
    this.when("failed-events", waiting, "events lie in the queue of those that no function managed");
  }

  private readonly namespace = "Gruenverbund";

  private metric(name: string) {
    return { metricNamespace: this.namespace, metricName: `${name}-${this.stage}`, metricValue: "1" };
  }

  private own(name: string): Metric {
    return new Metric({ namespace: this.namespace, metricName: `${name}-${this.stage}`, ...SUM });
  }

  private when(id: string, metric: IMetric, what: string): void {
    const alarm = new Alarm(this, id, {
      alarmName: `gruenverbund-${this.stage}-${id}`,
      alarmDescription: `Grünverbund (${this.stage}): ${what}. What to do: docs/cloud.md, Alarms.`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
