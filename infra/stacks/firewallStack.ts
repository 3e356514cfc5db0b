/** The firewall of the pages and the certificate of their domain. CloudFront takes both only from us-east-1, so they are a stack of their own. */
import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { HostedZone } from "aws-cdk-lib/aws-route53";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** Requests of one address in five minutes. A town hall shares one. */
const MOST_REQUESTS = 3000;

export class FirewallStack extends Stack {
  readonly firewallArn: string;
  /** For the domain of the settings; undefined without one. */
  readonly certificateArn: string | undefined;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const visible = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      metricName: `gruenverbund-${settings.stage}-${metricName}`,
      sampledRequestsEnabled: false,
    });
    /** @param counted rules that only count */
    const managed = (priority: number, name: string, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS",
          name,
          ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        },
      },
      visibilityConfig: visible(name),
    });
    const acl = new CfnWebACL(this, "Firewall", {
      name: `gruenverbund-${settings.stage}`,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      rules: [
        {
          name: "floods",
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { limit: MOST_REQUESTS, aggregateKeyType: "IP" } },
          visibilityConfig: visible("floods"),
        },
        managed(1, "AWSManagedRulesAmazonIpReputationList"),
        managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
        // 500 reports in one request are more than 8 KB, and the API has a limit of its own; machines may not name themselves.
        managed(3, "AWSManagedRulesCommonRuleSet", ["SizeRestrictions_BODY", "NoUserAgent_HEADER"]),
      ],
      visibilityConfig: visible("all"),
    });
    this.firewallArn = acl.attrArn;
    this.certificateArn = settings.certificateArn ?? this.ownCertificate(settings);
  }

  /** Proven and renewed by a record that ACM puts into the zone. */
  private ownCertificate({ domain, hostedZoneId }: Settings): string | undefined {
    if (domain === undefined || hostedZoneId === undefined) return undefined;
    const zone = HostedZone.fromHostedZoneId(this, "Zone", hostedZoneId);
    const certificate = new Certificate(this, "Certificate", {
      domainName: domain,
      validation: CertificateValidation.fromDns(zone),
    });
    return certificate.certificateArn;
  }
}
