// What others have written down as rules: cdk-nag, the CloudFormation service spec, the States Language.
import validateAsl from "asl-validator";
import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { workflowFiles } from "../../../infra/workflowFiles.ts";
import { loadSpec, specFaults } from "./serviceSpec.ts";
import { plain, resourcesOf, synthesise, type Template } from "./stage.ts";

const stages = {
  dev: synthesise("dev"),
  prod: synthesise("prod", {
    alarmMail: "duty@example.org",
    domain: "plan.example.org",
    hostedZoneId: "Z0123456789ABC",
    travel: "openrouteservice",
    travelSecretArn: "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gruenverbund/travel-AbCdEf",
  }),
};
const names = ["dev", "prod"] as const;

describe("cdk-nag, AwsSolutions", () => {
  test.each(names)("%s has no finding without a written reason", (name) => {
    const { violations } = new AwsSolutionsChecks().validateScope(stages[name].app);
    expect(
      violations.map(({ ruleName, violatingResources }) => `${ruleName}: ${JSON.stringify(violatingResources)}`),
    ).toEqual([]);
  });

  test("a reason is a sentence, and the rules would find something without them", () => {
    const { app } = stages.prod;
    const reasons = app.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) => Object.values(data as Record<string, string>)),
      );
    expect(reasons.length).toBeGreaterThan(30);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });
});

describe("the CloudFormation service spec", () => {
  const spec = loadSpec();

  test.each(names)("knows every type and property of %s, and nothing required is missing", (name) => {
    for (const template of Object.values(stages[name].templates)) expect(specFaults(template, spec)).toEqual([]);
  });

  test("finds a type, a property, a nested property and a value that are wrong, and one that is missing", () => {
    const template: Template = {
      Resources: {
        A: { Type: "AWS::S3::Bukket" },
        B: { Type: "AWS::S3::Bucket", Properties: { BucketNam: "x", VersioningConfiguration: { Stat: "Enabled" } } },
        C: { Type: "AWS::Lambda::Function", Properties: { Role: { Ref: "R" }, Code: {}, MemorySize: "much" } },
        D: { Type: "AWS::Lambda::Function", Properties: { Code: {} } },
      },
    };
    expect(specFaults(template, spec).sort()).toEqual([
      "A: there is no type AWS::S3::Bukket",
      "B (AWS::S3::Bucket).VersioningConfiguration: lacks Status",
      "B (AWS::S3::Bucket).VersioningConfiguration: there is no property Stat",
      "B (AWS::S3::Bucket): there is no property BucketNam",
      "C (AWS::Lambda::Function).MemorySize: expected integer",
      "D (AWS::Lambda::Function): lacks Role",
    ]);
  });
});

describe("the States Language", () => {
  /** As it will be deployed: with an ARN for every name. */
  const definitions = resourcesOf(stages.prod.templates.System, "AWS::StepFunctions::StateMachine").map(
    ([, { Properties }]) => {
      const substitutions = Properties!["DefinitionSubstitutions"] as Record<string, unknown>;
      const text = plain(Properties!["DefinitionString"]).replace(/\$\{(\w+)\}/g, (whole, name: string) =>
        name in substitutions ? `arn:aws:lambda:eu-central-1:123456789012:function:gruenverbund-prod-${name}` : whole,
      );
      return [plain(Properties!["StateMachineName"]), text] as const;
    },
  );

  test("each file of workflows/ is deployed", () => {
    expect(definitions.map(([name]) => name)).toEqual(workflowFiles().map(({ name }) => `gruenverbund-prod-${name}`));
  });

  test.each(definitions)("%s is valid, with nothing left to substitute", (_, text) => {
    const { isValid, errorsText } = validateAsl(JSON.parse(text));
    expect([isValid, isValid ? "" : errorsText("\n")]).toEqual([true, ""]);
    expect(text).not.toContain("${");
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  });

  test("a wrong definition is not valid", () => {
    expect(validateAsl({ StartAt: "A", States: { A: { Type: "Pas", End: true } } }).isValid).toBe(false);
  });
});
