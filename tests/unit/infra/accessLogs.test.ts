import { expect, test } from "vitest";
import { plain, synthesise, type Resource } from "./stage.ts";

const prod = synthesise("prod", { regions: "saarlouis,saarland", alarmMail: "duty@example.org" });
const dev = synthesise("dev");

test("no log in front of the functions holds a path, for the path of an approval is its secret", () => {
  const all = [...Object.values(prod.templates), ...Object.values(dev.templates)].flatMap((template) =>
    Object.entries((template as { Resources: Record<string, Resource> }).Resources),
  );
  const ofType = (type: string) => all.filter(([, { Type }]) => Type === type);
  for (const [, { Properties }] of ofType("AWS::ApiGatewayV2::Stage")) {
    const { Format } = Properties!["AccessLogSettings"] as { Format: string };
    const named = [...Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name);
    // The route is a pattern of the contract; for pages it is `$default`.
    expect(named).toEqual([
      ...["requestId", "requestTime", "routeKey", "status", "responseLatency", "responseLength"],
      ...["integrationErrorMessage", "authorizer.error"],
    ]);
  }
  const distributions = ofType("AWS::CloudFront::Distribution");
  expect(distributions.length).toBeGreaterThan(1);
  for (const [, { Properties }] of distributions) {
    const { Logging, DefaultCacheBehavior } = Properties!["DistributionConfig"] as Record<string, object | undefined>;
    expect(Logging).toBeUndefined();
    expect(DefaultCacheBehavior).not.toHaveProperty("RealtimeLogConfigArn");
  }
  for (const [, { Properties }] of ofType("AWS::CloudFront::Function"))
    expect(plain(Properties!["FunctionCode"])).not.toContain("console");
  const types = new Set(all.map(([, { Type }]) => Type));
  for (const type of ["CloudFront::RealtimeLogConfig", "Logs::DeliverySource", "WAFv2::LoggingConfiguration"])
    expect(types).not.toContain(`AWS::${type}`);
  expect(JSON.stringify(ofType("AWS::WAFv2::WebACL"))).not.toContain('"SampledRequestsEnabled":true');
});
