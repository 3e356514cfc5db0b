/** What wakes someone: failed and late workflows, errors, throttling, events nobody managed, waits past their time. */
import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { ownMetric } from "../names.ts";
import type { Settings } from "../settings.ts";
import type { Workflow } from "./workflow.ts";

export interface AlarmsProps {
  readonly settings: Settings;
  readonly key: IKey;
  readonly workflows: readonly Workflow[];
  readonly tableName: string;
  readonly failed: IQueue;
  readonly api: HttpApi;
}

const FIVE_MINUTES = Duration.minutes(5);
const SUM = { period: FIVE_MINUTES, statistic: "Sum" };

export class Alarms extends Construct {
  readonly topic: Topic;
  private readonly stage: Settings["stage"];

  constructor(scope: Construct, { settings, key, workflows, tableName, failed, api }: AlarmsProps) {
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

  private own(name: string): Metric {
    const { metricNamespace: namespace, metricName } = ownMetric(this.stage, name);
    return new Metric({ namespace, metricName, ...SUM });
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
