import { expect, test } from "vitest";
import { checkPlan } from "../../../../optimizer/checker/index.ts";
import { TAMPERINGS } from "../../../support/tamperings.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";
import { handPlan } from "./handPlan.ts";
import { handTravel } from "./handTravel.ts";

const plan = handPlan();
const region = tinyValidRegion();

test("every tampering applies to the hand-reckoned plan", () => {
  expect(TAMPERINGS.length).toBeGreaterThanOrEqual(12);
  expect(TAMPERINGS.filter((t) => !t.applies(plan)).map((t) => t.name)).toEqual([]);
});

test.each(TAMPERINGS)("is found: $name", ({ apply }) => {
  const before = structuredClone(plan);
  const tampered = apply(plan);
  expect(tampered).not.toEqual(plan);
  expect(plan).toEqual(before);
  const findings = checkPlan(tampered, region, handTravel);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings)
    expect(finding).toMatchObject({ severity: "error", code: expect.stringMatching(/^check\./) as string });
});
