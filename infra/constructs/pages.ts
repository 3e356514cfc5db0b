/** CloudFront with the firewall in front of the HTTP API: one address for pages and API, HTTPS only, nothing cached. */
import { Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import { Construct } from "constructs";
import { join } from "node:path";
import { acknowledge } from "../acknowledge.ts";
import { ROOT } from "../bundling/bundle.ts";
import type { Settings } from "../settings.ts";

export interface PagesProps {
  readonly settings: Settings;
  readonly api: HttpApi;
  readonly firewallArn: string;
  /** For the domain of the settings; in us-east-1. */
  readonly certificateArn: string | undefined;
}

export class Pages extends Construct {
  readonly distribution: Distribution;
  /** Under which people reach the pages: `https://…`, without a path. */
  readonly origin: string;

  constructor(scope: Construct, { settings, api, firewallArn, certificateArn }: PagesProps) {
    super(scope, "Pages");
    const { region, urlSuffix } = Stack.of(this);
    const { stage, domain } = settings;
    const own =
      domain === undefined || certificateArn === undefined
        ? {}
        : {
            domainNames: [domain],
            certificate: Certificate.fromCertificateArn(this, "Certificate", certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          };
    const sessionToBearer = new Function(this, "SessionToBearer", {
      functionName: `gruenverbund-${stage}-session-to-bearer`,
      code: FunctionCode.fromFile({ filePath: join(ROOT, "infra/edge/sessionToBearer.js") }),
      runtime: FunctionRuntime.JS_2_0,
    });
    this.distribution = new Distribution(this, "Distribution", {
      comment: `Grünverbund (${stage})`,
      defaultBehavior: {
        origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: sessionToBearer }],
        compress: true,
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: firewallArn,
      ...own,
    });
    this.origin = `https://${domain ?? this.distribution.distributionDomainName}`;
    if (domain !== undefined && settings.hostedZoneId !== undefined) this.name(domain, settings.hostedZoneId);
    acknowledge(this.distribution, {
      "AwsSolutions-CFR1": "Mayors on holiday must be able to read; the firewall stops floods wherever they come from.",
      "AwsSolutions-CFR3":
        "CloudFront's logs hold whole addresses of callers, which we do not keep; the API logs each request without them.",
      ...(domain === undefined
        ? {
            "AwsSolutions-CFR4":
              "CloudFront's own domain fixes the minimum at TLS 1.0; with a domain of one's own (-c domain) it is 1.2.",
          }
        : {}),
    });
  }

  private name(domain: string, hostedZoneId: string): void {
    for (const type of ["A", "AAAA"])
      new CfnRecordSet(this, `Record${type}`, {
        hostedZoneId,
        name: domain,
        type,
        aliasTarget: {
          dnsName: this.distribution.distributionDomainName,
          hostedZoneId: CloudFrontTarget.getHostedZoneId(this),
        },
      });
  }
}
