/** CloudFront with the firewall in front of the HTTP API: one address for pages and API, HTTPS only, nothing cached. */
import { Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import type { Settings } from "../settings.ts";

export class Pages extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, { stage }: Settings, api: HttpApi, firewallArn: string) {
    super(scope, "Pages");
    const { region, urlSuffix } = Stack.of(this);
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
        compress: true,
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: firewallArn,
    });
    acknowledge(this.distribution, {
      "AwsSolutions-CFR1": "Mayors on holiday must be able to read; the firewall stops floods wherever they come from.",
      "AwsSolutions-CFR3":
        "CloudFront's logs hold whole addresses of callers, which we do not keep; the API logs each request without them.",
      "AwsSolutions-CFR4":
        "CloudFront's own domain fixes the minimum at TLS 1.0; a certificate for a domain of one's own comes with that domain.",
    });
  }
}
