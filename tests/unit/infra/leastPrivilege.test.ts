// What every role may do, worked out here once more from the table of functions, and compared to the last action and resource.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FUNCTIONS, type FunctionSpec } from "../../../functions/contract/functions.ts";
import { ROOT } from "../../../infra/bundling/bundle.ts";
import { handlerPath, portsOf } from "../../../infra/bundling/entry.ts";
import { functionsOf, workflowFiles } from "../../../infra/workflowFiles.ts";
import { plain, resourcesOf, synthesise } from "./stage.ts";

const TRAVEL_KEY = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gruenverbund/travel-AbCdEf";
const { System } = synthesise("prod", { travel: "openrouteservice", travelSecretArn: TRAVEL_KEY }).templates;
const AT = "aws";
const HERE = "eu-central-1:<AWS::AccountId>";
const HEADS = `arn:${AT}:s3:::gruenverbund-prod-audit-<AWS::AccountId>/heads/*`;
const BUCKET = `arn:${AT}:s3:::gruenverbund-prod-plans-<AWS::AccountId>`;

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

interface Document {
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}

/** Inside the role, and of policies of their own that name it. */
function statementsOf(roleId: string): Statement[] {
  const attached = resourcesOf(System, "AWS::IAM::Policy")
    .filter(([, { Properties }]) => (Properties!["Roles"] as unknown[]).some((role) => plain(role) === `<${roleId}>`))
    .map(([, { Properties }]) => Properties as unknown as Document);
  const inline = (System.Resources[roleId]!.Properties!["Policies"] ?? []) as readonly Document[];
  return [...attached, ...inline].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** `action on resource`, each pair, sorted. */
function rightsOf(roleId: string): string[] {
  return statementsOf(roleId)
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} on ${named(plain(resource))}`)),
    )
    .sort();
}

/** Without the hash that CDK puts behind logical ids. */
function named(resource: string): string {
  return resource
    .replace(/<Table[0-9A-F]{8}Arn[0-9A-F]+>/, "table")
    .replace(/<Key[0-9A-F]{8}Arn[0-9A-F]+>/, "key")
    .replace(/<SigningKey[0-9A-F]{8}Arn[0-9A-F]+>/, "signing key")
    .replace(/<Secret[0-9A-F]+>/, "secret")
    .replace(/<FailedEvents[0-9A-F]{8}\.Arn>/, "failed events")
    .replace(/<(\w+)Function[0-9A-F]{8}\.Arn>/, "function $1")
    .replace(/<Mail(\w+?)[0-9A-F]{8}>/, "$1");
}

const on = (resource: string, ...actions: string[]): string[] => actions.map((action) => `${action} on ${resource}`);

function expectedOf({ name, calledBy, needs }: FunctionSpec): string[] {
  const { store, blobs, archive, travelMatrix, signer, secrets, mailer, workflows } = needs;
  const writes = store === "write" || blobs === "write";
  const machines = [
    "agreement-approval",
    "board-optimization",
    "board-publication",
    "coalition-costs",
    "settlement-reckoning",
    "weekly-planning",
    "year-planning",
  ].map((one) => `gruenverbund-prod-${one}`);
  return [
    ...on(
      `arn:${AT}:logs:${HERE}:log-group:/aws/lambda/gruenverbund-prod-${name}:*`,
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ),
    ...on("*", "xray:PutTraceSegments", "xray:PutTelemetryRecords"),
    ...(store === undefined
      ? []
      : ["table", "table/index/by-index"].flatMap((one) => on(one, "dynamodb:GetItem", "dynamodb:Query"))),
    ...(store === "write"
      ? on("table", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem")
      : []),
    ...(blobs === undefined ? [] : [...on(BUCKET, "s3:ListBucket"), ...on(`${BUCKET}/*`, "s3:GetObject")]),
    ...(blobs === "write" ? on(`${BUCKET}/*`, "s3:DeleteObject", "s3:PutObject") : []),
    ...(archive === undefined ? [] : on(HEADS, "s3:PutObject")),
    ...(store === undefined && blobs === undefined ? [] : on("key", "kms:Decrypt", "kms:DescribeKey")),
    ...(writes ? on("key", "kms:Encrypt", "kms:GenerateDataKey") : []),
    ...(travelMatrix === undefined ? [] : on(TRAVEL_KEY, "secretsmanager:GetSecretValue")),
    ...(secrets === undefined ? [] : on("secret", "secretsmanager:GetSecretValue")),
    ...(signer === undefined ? [] : on("signing key", "kms:GetPublicKey")),
    ...(signer === "sign" ? on("signing key", "kms:Sign") : []),
    ...(mailer === undefined
      ? []
      : ["identity/<MailIdentity>", "configuration-set/<MailConfigurationSet>"].flatMap((one) =>
          on(`arn:${AT}:ses:${HERE}:${one.replace(/<Mail(\w+)>/, "$1")}`, "ses:SendEmail", "ses:SendRawEmail"),
        )),
    ...(workflows === undefined
      ? []
      : machines.flatMap((machine) => [
          ...on(
            `arn:${AT}:states:${HERE}:stateMachine:${machine}`,
            "states:StartExecution",
            "states:SendTaskFailure",
            "states:SendTaskHeartbeat",
            "states:SendTaskSuccess",
          ),
          ...on(`arn:${AT}:states:${HERE}:execution:${machine}:*`, "states:DescribeExecution", "states:StopExecution"),
        ])),
    ...(calledBy === "schedule" ? on("failed events", "sqs:SendMessage") : []),
  ].sort();
}

/** Role of the function or machine with this construct id. */
function roleOf(prefix: string): string {
  const found = resourcesOf(System, "AWS::IAM::Role").filter(([id]) =>
    new RegExp(`^${prefix}Role[0-9A-F]{8}$`).test(id),
  );
  expect(found).toHaveLength(1);
  return found[0]![0];
}

describe("a function may do exactly what its needs say", () => {
  test.each(FUNCTIONS.map((spec) => [spec.name, spec] as const))("%s", (name, spec) => {
    expect(rightsOf(roleOf(name))).toEqual(expectedOf(spec));
  });
});

test("no policy names an action with *, and * as the whole resource is X-Ray's and the log deliveries' alone", () => {
  const all = resourcesOf(System, "AWS::IAM::Role").flatMap(([id]) => rightsOf(id));
  expect(all.filter((right) => right.split(" on ")[0]!.includes("*"))).toEqual([]);
  const unbound = new Set(all.filter((right) => right.endsWith(" on *")).map((right) => right.split(":")[0]));
  expect([...unbound].sort()).toEqual(["logs", "xray"]);
});

test("one function may put heads of the audit log, and nobody may read, change, delete or unlock them", () => {
  const all = resourcesOf(System, "AWS::IAM::Role").flatMap(([id]) =>
    rightsOf(id).map((right) => [id.replace(/Role[0-9A-F]{8}$/, ""), right] as const),
  );
  expect(all.filter(([, right]) => right.includes("-audit-"))).toEqual([
    ["mailAuditHeads", `s3:PutObject on ${HEADS}`],
  ]);
});

test("three functions may sign, and those that anyone may call cannot", () => {
  const all = resourcesOf(System, "AWS::IAM::Role").flatMap(([id]) =>
    rightsOf(id).map((right) => [id.replace(/Role[0-9A-F]{8}$/, ""), right] as const),
  );
  expect(all.filter(([, right]) => right === "kms:Sign on signing key").map(([id]) => id)).toEqual([
    "priceWeek",
    "planBoard",
    "informMembers",
  ]);
});

test("mail may only be sent in our own name", () => {
  const sending = resourcesOf(System, "AWS::IAM::Role")
    .flatMap(([id]) => statementsOf(id))
    .filter(({ Action }) => [Action].flat().includes("ses:SendEmail"));
  expect(sending).toHaveLength(FUNCTIONS.filter(({ needs }) => needs.mailer === true).length);
  for (const { Condition } of sending)
    expect(Condition).toEqual({ StringEquals: { "ses:FromAddress": "gruenverbund@gruenverbund.example" } });
});

describe("a workflow may call exactly the functions of its file", () => {
  test.each(workflowFiles().map((file) => [file.name, file] as const))("%s", (name, file) => {
    const called = rightsOf(roleOf(name.replaceAll("-", ""))).filter((right) => right.startsWith("lambda:"));
    expect(called).toEqual(functionsOf(file).map((one) => `lambda:InvokeFunction on function ${one}`));
  });
});

test("the scheduler may call what it schedules and keep what failed, and nothing else", () => {
  expect(rightsOf(roleOf("Schedules"))).toEqual([
    "lambda:InvokeFunction on function askWeighings",
    "lambda:InvokeFunction on function mailAuditHeads",
    "lambda:InvokeFunction on function reconcileAgreements",
    "lambda:InvokeFunction on function reconcileWeeks",
    "lambda:InvokeFunction on function startScheduledWeek",
    "sqs:SendMessage on failed events",
  ]);
});

test("only CDK's own hand-over of the firewall's address has a role that is not ours", () => {
  const ours = new Set([
    ...FUNCTIONS.map(({ name }) => name),
    "agreementapproval",
    "boardoptimization",
    "boardpublication",
    "coalitioncosts",
    "settlementreckoning",
    "weeklyplanning",
    "yearplanning",
    "Schedules",
  ]);
  const others = resourcesOf(System, "AWS::IAM::Role")
    .map(([id]) => id)
    .filter((id) => !ours.has(id.replace(/Role[0-9A-F]{8}$/, "")));
  expect(others.map((id) => id.replace(/[0-9A-F]{8}$/, ""))).toEqual([
    "CustomCrossRegionExportReaderCustomResourceProviderRole",
  ]);
});

describe("the rights of a function are those of the ports that its handler takes", () => {
  const taken = /createHandler = \(\s*ports: Pick<\s*Ports,([^>]+)>/;
  test.each(FUNCTIONS.map((spec) => [spec.name, spec] as const))("%s", (_, spec) => {
    const source = readFileSync(join(ROOT, handlerPath(spec)), "utf8");
    const ports = [...(taken.exec(source)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, port]) => port);
    const always = ["clock", "log"];
    expect([...new Set([...ports, ...always])].sort()).toEqual(portsOf(spec).sort());
  });
});
