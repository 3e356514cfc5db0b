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

const SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gruenverbund/travel-AbCdEf";
const HOST = "https://roads.example.de";

test.each([
  { travel: "osrm", travelHost: HOST },
  { travel: "openrouteservice", travelHost: HOST },
  { travel: "openrouteservice", travelSecretArn: SECRET },
  { travel: "openrouteservice", travelHost: HOST, travelSecretArn: SECRET },
  { travel: "googlemaps", travelSecretArn: SECRET },
])("a travel service comes with what it needs: %j", (context) => {
  expect(settings(context)).toMatchObject(context);
});

test.each([
  [{ travel: "osrm" }, "needs -c travelHost"],
  [{ travel: "openrouteservice" }, "needs -c travelHost=https://… or -c travelSecretArn=arn:…"],
  [{ travel: "googlemaps" }, "needs -c travelSecretArn"],
  [{ travel: "googlemaps", travelHost: HOST, travelSecretArn: SECRET }, "asks no host"],
  [{ travel: "osrm", travelHost: HOST, travelSecretArn: SECRET }, "asks for no key"],
  [{ travelSecretArn: SECRET }, "asks for no key"],
  [{ travel: "googlemaps", travelSecretArn: "gruenverbund/travel" }, "whole ARN"],
])("a travel service without it, or with what it does not take, is a mistake: %j", (context, fault) => {
  expect(() => settings(context)).toThrow(fault);
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
