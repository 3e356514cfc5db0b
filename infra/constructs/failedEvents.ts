/** The queue of events that a function called by a schedule or by an event did not manage, kept for people to look at. */
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import type { Settings } from "../settings.ts";

export function failedEvents(scope: Construct, { stage, retain }: Settings): Queue {
  const queue = new Queue(scope, "FailedEvents", {
    queueName: `gruenverbund-${stage}-failed-events`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  acknowledge(queue, { "AwsSolutions-SQS3": "This is the dead-letter queue of the others." });
  return queue;
}
