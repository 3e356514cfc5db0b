/** The sender's domain at SES, and what becomes of bounces and complaints: an event each, which a function records. */
import { Duration } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from "aws-cdk-lib/aws-ses";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";

export class Mail extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly from: string;

  constructor(scope: Construct, { stage, mailDomain }: Settings) {
    super(scope, "Mail");
    this.from = `gruenverbund@${mailDomain}`;
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: `gruenverbund-${stage}`,
      reputationMetrics: true,
    });
    this.configurationSet.addEventDestination("Events", {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "Bus", "default")),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    this.identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(mailDomain),
      configurationSet: this.configurationSet,
    });
  }

  /** Hands the event to the function, with what SES writes (`mail`, `bounce` or `complaint`) in `detail`. */
  tell(target: IFunction, failed: IQueue): void {
    const rule = new Rule(this, "Bounces", {
      description: "Bounces and complaints of our configuration set",
      eventPattern: {
        source: ["aws.ses"],
        detailType: ["Email Bounced", "Email Complaint Received", "Email Rejected"],
        detail: { mail: { tags: { "ses:configuration-set": [this.configurationSet.configurationSetName] } } },
      },
    });
    rule.addTarget(
      new LambdaFunction(target, {
        deadLetterQueue: failed,
        retryAttempts: 10,
        maxEventAge: Duration.hours(6),
      }),
    );
  }
}
