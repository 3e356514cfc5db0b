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

test("a region twice is a mistake", () => {
  expect(() => settings({ regions: "a,a" })).toThrow("each once");
});
