import { expect, test } from "vitest";
import { readSettings } from "../../../infra/settings.ts";

const settings = (context: Readonly<Record<string, unknown>>) =>
  readSettings({ tryGetContext: (name: string) => context[name] as unknown });

test("without context it is a small dev stage that plans Saarlouis", () => {
  expect(settings({})).toMatchObject({ stage: "dev", regions: ["saarlouis"], retain: false, travel: "estimate" });
});

test("prod retains", () => {
  expect(settings({ stage: "prod", regions: ["a", "b"] })).toMatchObject({ retain: true, regions: ["a", "b"] });
});

test("everything wrong is named at once, with what is expected", () => {
  const context = {
    stage: "test",
    regions: "Saarlouis",
    mailDomain: "x",
    alarmMail: "x",
    budgetUsd: "0",
    travel: "osrm",
  };
  expect(() => settings(context)).toThrow(
    /stage=test(.|\n)*regions=(.|\n)*mailDomain=(.|\n)*budgetUsd=(.|\n)*alarmMail=(.|\n)*travelHost/,
  );
});

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef";

test.each([
  [{ domain: "plan.example.de" }, "needs either"],
  [{ domain: "plan.example.de", hostedZoneId: "Z0123456789ABC", certificateArn: CERTIFICATE }, "not both"],
  [{ hostedZoneId: "Z0123456789ABC" }, "needs -c domain"],
  [{ domain: "plan.example.de", certificateArn: CERTIFICATE.replace("us-east-1", "eu-central-1") }, "us-east-1"],
])("a domain comes with a zone or with a certificate for CloudFront: %j", (context, fault) => {
  expect(() => settings(context)).toThrow(fault);
});

test("a region twice is a mistake", () => {
  expect(() => settings({ regions: "a,a" })).toThrow("each once");
});
