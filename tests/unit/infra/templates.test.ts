import { describe, expect, test } from "vitest";
import { Match, Template } from "aws-cdk-lib/assertions";
import { tableShape } from "../../../functions/adapters/dynamodb/tableShape.ts";
import { FUNCTIONS } from "../../../functions/contract/functions.ts";
import { ROUTES } from "../../../functions/contract/index.ts";
import { portsOf } from "../../../infra/bundling/entry.ts";
import { plain, resourcesOf, synthesise, type Resource } from "./stage.ts";

const prod = synthesise("prod", { regions: "saarlouis,saarland", alarmMail: "duty@example.org" });
const dev = synthesise("dev");
const { System, Logs, Data, Firewall } = prod.templates;
const system = Template.fromJSON(System as never);
const logs = Template.fromJSON(Logs as never);
const data = Template.fromJSON(Data as never);

/** CloudFront's own policy of this name. */
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

/** Types that hold what cannot be made again. */
const HOLDING = [
  "AWS::DynamoDB::GlobalTable",
  "AWS::S3::Bucket",
  "AWS::KMS::Key",
  "AWS::Cognito::UserPool",
  "AWS::Logs::LogGroup",
  "AWS::SQS::Queue",
];

describe("data", () => {
  test("prod keeps what holds data when its stack goes; dev lets it go", () => {
    for (const [{ templates }, policy] of [
      [prod, "Retain"],
      [dev, "Delete"],
    ] as const) {
      const holding = [templates.Data, templates.Logs, templates.System].flatMap((one) =>
        HOLDING.flatMap((type) => resourcesOf(one, type)),
      );
      expect(holding.length).toBeGreaterThan(35);
      for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of holding)
        expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, policy, policy]);
    }
  });

  test("the table has the keys, the index and the expiry of the adapter's shape, on demand, recoverable, encrypted", () => {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = tableShape("x");
    const [, table] = resourcesOf(Data, "AWS::DynamoDB::GlobalTable")[0]!;
    expect(table.Properties!["KeySchema"]).toEqual(KeySchema);
    expect(new Set(table.Properties!["AttributeDefinitions"] as unknown[])).toEqual(new Set(AttributeDefinitions));
    expect(table.Properties!["GlobalSecondaryIndexes"]).toEqual(GlobalSecondaryIndexes);
    data.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
      BillingMode: "PAY_PER_REQUEST",
      TimeToLiveSpecification: { AttributeName: "expires_at", Enabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
      Replicas: [
        { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
    });
  });

  test("both buckets are versioned and closed to the public; the audit log's is locked", () => {
    data.resourceCountIs("AWS::S3::Bucket", 2);
    data.allResourcesProperties("AWS::S3::Bucket", {
      VersioningConfiguration: { Status: "Enabled" },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    data.hasResourceProperties("AWS::S3::Bucket", {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "COMPLIANCE", Years: 10, Days: Match.absent() } },
      },
    });
    data.hasResourceProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: "Deny",
            Action: "s3:PutObject",
            Principal: { AWS: "*" },
            Condition: { Null: { "s3:if-none-match": "true" } },
          }),
        ]),
      },
    });
    Template.fromJSON(dev.templates.Data as never).hasResourceProperties("AWS::S3::Bucket", {
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 1 } } },
    });
    data.hasResourceProperties("AWS::S3::Bucket", { LifecycleConfiguration: Match.anyValue() });
    data.allResourcesProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ]),
      },
    });
  });

  test("published weeks are signed by a key of its own kind that never leaves KMS", () => {
    data.hasResourceProperties("AWS::KMS::Key", { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
  });

  test("the key turns each year, and the accounts cannot be deleted by mistake nor made by strangers", () => {
    data.hasResourceProperties("AWS::KMS::Key", { EnableKeyRotation: true });
    data.hasResourceProperties("AWS::Cognito::UserPool", {
      DeletionProtection: "ACTIVE",
      MfaConfiguration: "OPTIONAL",
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    const groups = resourcesOf(Data, "AWS::Cognito::UserPoolGroup").map(
      ([, { Properties }]) => Properties!["GroupName"],
    );
    expect(groups).toEqual(
      ["saarlouis", "saarland"].flatMap((region) =>
        ["dispatcher", "finance", "admin"].map((role) => `${role}:${region}`),
      ),
    );
    data.hasResourceProperties("AWS::Cognito::UserPoolDomain", { ManagedLoginVersion: 2 });
    system.hasResourceProperties("AWS::Cognito::ManagedLoginBranding", { UseCognitoProvidedValues: true });
    system.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      AllowedOAuthFlows: ["code"],
      GenerateSecret: false,
      ExplicitAuthFlows: Match.not(Match.arrayWith(["ALLOW_USER_PASSWORD_AUTH"])),
    });
    data.hasResourceProperties("AWS::Cognito::UserPoolClient", {
      AllowedOAuthFlows: ["client_credentials"],
      GenerateSecret: true,
    });
  });
});

describe("functions", () => {
  test("each function of the contract is there, on arm64 and Node 24, with its size, traced, with its own log", () => {
    const functions = resourcesOf(System, "AWS::Lambda::Function").filter(([id]) => !id.startsWith("Custom"));
    expect(functions).toHaveLength(FUNCTIONS.length);
    for (const { name, memoryMegabytes, timeoutSeconds } of FUNCTIONS) {
      system.hasResourceProperties("AWS::Lambda::Function", {
        FunctionName: `gruenverbund-prod-${name}`,
        Architectures: ["arm64"],
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        MemorySize: memoryMegabytes,
        Timeout: timeoutSeconds,
        TracingConfig: { Mode: "Active" },
      });
      logs.hasResourceProperties("AWS::Logs::LogGroup", {
        LogGroupName: `/aws/lambda/gruenverbund-prod-${name}`,
        RetentionInDays: 90,
      });
    }
  });

  test("a function's environment holds what its ports ask for, and nothing else", () => {
    const asked: Readonly<Record<string, readonly string[]>> = {
      store: ["TABLE"],
      blobs: ["BUCKET"],
      archive: ["ARCHIVE", "ARCHIVE_PREFIX"],
      mailer: ["MAIL_CONFIGURATION_SET", "MAIL_FROM"],
      workflows: ["WORKFLOWS"],
      travelMatrix: ["TRAVEL"],
      signer: ["SIGNING_KEY"],
      site: ["CLIENT_ID", "ISSUER", "ORIGIN", "STAGE"],
      secrets: ["SECRET"],
    };
    for (const spec of FUNCTIONS) {
      const [, { Properties }] = resourcesOf(System, "AWS::Lambda::Function").find(
        ([, one]) => one.Properties!["FunctionName"] === `gruenverbund-prod-${spec.name}`,
      )!;
      const { Variables } = Properties!["Environment"] as { Variables: Record<string, unknown> };
      const expected = ["FUNCTION", "NODE_OPTIONS", ...portsOf(spec).flatMap((port) => asked[port] ?? [])];
      expect([spec.name, ...Object.keys(Variables).sort()]).toEqual([spec.name, ...expected.sort()]);
    }
  });

  test("the key of a travel service is named to the functions that ask it, and is in no template", () => {
    const secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gruenverbund/travel-AbCdEf";
    const { templates } = synthesise("prod", { travel: "openrouteservice", travelSecretArn: secret });
    const told = resourcesOf(templates.System, "AWS::Lambda::Function").filter(([, { Properties }]) =>
      JSON.stringify(Properties!["Environment"] ?? {}).includes("TRAVEL_SECRET"),
    );
    expect(told.map(([, { Properties }]) => Properties!["FunctionName"])).toEqual(
      FUNCTIONS.filter(({ needs }) => needs.travelMatrix === true).map(({ name }) => `gruenverbund-prod-${name}`),
    );
    expect(JSON.stringify(templates.System)).not.toMatch(/SecretString|resolve:secretsmanager/);
  });

  test("what nobody waits for goes to the queue of failed events", () => {
    const async = FUNCTIONS.filter(({ calledBy }) => calledBy === "schedule");
    system.resourceCountIs("AWS::Lambda::EventInvokeConfig", async.length);
    system.allResourcesProperties("AWS::Lambda::EventInvokeConfig", {
      DestinationConfig: { OnFailure: Match.anyValue() },
    });
  });
});

describe("the API", () => {
  const authorizers = resourcesOf(System, "AWS::ApiGatewayV2::Authorizer");

  test("has one route for each of the contract, with a token where the contract names roles, and one for the pages", () => {
    expect(authorizers).toHaveLength(1);
    system.resourceCountIs(
      "AWS::ApiGatewayV2::Route",
      ROUTES.length +
        FUNCTIONS.flatMap(({ calledBy, paths }) => (calledBy === "page" ? (paths ?? ["$default"]) : [])).length,
    );
    system.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "$default", AuthorizationType: "NONE" });
    system.hasResourceProperties("AWS::ApiGatewayV2::Route", { RouteKey: "ANY /finanzen", AuthorizationType: "NONE" });
    for (const { method, path, access } of ROUTES)
      system.hasResourceProperties("AWS::ApiGatewayV2::Route", {
        RouteKey: `${method} ${path}`,
        ...(access.kind === "roles"
          ? { AuthorizationType: "JWT", AuthorizerId: { Ref: authorizers[0]![0] } }
          : { AuthorizationType: "NONE", AuthorizerId: Match.absent() }),
      });
  });

  test("verifies tokens of our pool for our two clients", () => {
    const { JwtConfiguration } = authorizers[0]![1].Properties as {
      JwtConfiguration: { Issuer: unknown; Audience: unknown[] };
    };
    expect(plain(JwtConfiguration.Issuer)).toMatch(
      /^https:\/\/cognito-idp\.eu-central-1\.<AWS::URLSuffix>\/<SignInPool/,
    );
    expect(JwtConfiguration.Audience.map(plain)).toEqual([
      expect.stringMatching(/^<SignInClientPeople/),
      expect.stringMatching(/^<SignInPoolMachineClient/),
    ]);
  });

  test("is throttled, and its log holds no address, header or query of a caller", () => {
    const [, { Properties }] = resourcesOf(System, "AWS::ApiGatewayV2::Stage")[0]!;
    expect(Properties!["DefaultRouteSettings"]).toMatchObject({ ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 });
    const { Format } = Properties!["AccessLogSettings"] as { Format: string };
    expect(Format).toContain("$context.requestId");
    expect(Format).not.toMatch(/sourceIp|userAgent|identity|path\b|header|query/i);
  });

  test("lies behind CloudFront with the firewall, over HTTPS, with nothing cached, and the cookie made a token there", () => {
    system.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        WebACLId: Match.anyValue(),
        DefaultCacheBehavior: Match.objectLike({
          ViewerProtocolPolicy: "redirect-to-https",
          CachePolicyId: CACHING_DISABLED,
          FunctionAssociations: [{ EventType: "viewer-request", FunctionARN: Match.anyValue() }],
        }),
      },
    });
    system.hasResourceProperties("AWS::CloudFront::Function", { FunctionConfig: { Runtime: "cloudfront-js-2.0" } });
    Template.fromJSON(Firewall as never).hasResourceProperties("AWS::WAFv2::WebACL", { Scope: "CLOUDFRONT" });
    expect(prod.firewall.region).toBe("us-east-1");
    expect([prod.data.region, prod.system.region]).toEqual(["eu-central-1", "eu-central-1"]);
  });
});

describe("the address of the pages", () => {
  /** What the function of the pages and the sign-in are told. */
  const told = ({ System: template }: typeof prod.templates) => {
    const [, pages] = resourcesOf(template, "AWS::Lambda::Function").find(([id]) => id.startsWith("pagesFunction"))!;
    const { Variables } = pages.Properties!["Environment"] as { Variables: Record<string, unknown> };
    const [[, client]] = resourcesOf(template, "AWS::Cognito::UserPoolClient") as [[string, Resource]];
    return [plain(Variables["ORIGIN"]), ...(client.Properties!["CallbackURLs"] as unknown[]).map(plain)];
  };
  const distributionOf = ({ System: template }: typeof prod.templates) =>
    resourcesOf(template, "AWS::CloudFront::Distribution")[0]![1].Properties!["DistributionConfig"] as {
      Aliases?: string[];
      ViewerCertificate?: { AcmCertificateArn: unknown; MinimumProtocolVersion: string };
    };

  test("is CloudFront's from the first deployment on, and people come back to it after signing in", () => {
    expect(told(prod.templates)).toEqual([
      expect.stringMatching(/^https:\/\/<PagesDistribution\w+\.DomainName>$/),
      expect.stringMatching(/^https:\/\/<PagesDistribution\w+\.DomainName>\/sign-in\/callback$/),
    ]);
    expect(distributionOf(prod.templates)).not.toHaveProperty("Aliases");
  });

  test("is one's own with a zone: a certificate proven there, TLS 1.2, and a name for IPv4 and IPv6", () => {
    const { templates } = synthesise("prod", { domain: "plan.example.org", hostedZoneId: "Z0123456789ABC" });
    expect(told(templates)).toEqual(["https://plan.example.org", "https://plan.example.org/sign-in/callback"]);
    expect(distributionOf(templates)).toMatchObject({
      Aliases: ["plan.example.org"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021", AcmCertificateArn: expect.anything() },
    });
    Template.fromJSON(templates.Firewall as never).hasResourceProperties("AWS::CertificateManager::Certificate", {
      DomainName: "plan.example.org",
      DomainValidationOptions: [{ DomainName: "plan.example.org", HostedZoneId: "Z0123456789ABC" }],
      ValidationMethod: "DNS",
    });
    const records = resourcesOf(templates.System, "AWS::Route53::RecordSet").map(([, { Properties }]) => Properties!);
    expect(records.map(({ Name, Type, HostedZoneId }) => [Name, Type, HostedZoneId])).toEqual(
      ["A", "AAAA"].map((type) => ["plan.example.org", type, "Z0123456789ABC"]),
    );
  });

  test("is one's own with a certificate made elsewhere, and then nothing is written into a zone", () => {
    const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef";
    const { templates } = synthesise("prod", { domain: "plan.example.org", certificateArn });
    expect(distributionOf(templates).ViewerCertificate!.AcmCertificateArn).toBe(certificateArn);
    expect(resourcesOf(templates.Firewall, "AWS::CertificateManager::Certificate")).toEqual([]);
    expect(resourcesOf(templates.System, "AWS::Route53::RecordSet")).toEqual([]);
  });
});

describe("workflows and schedules", () => {
  test("each workflow logs everything but its data, and is traced", () => {
    system.resourceCountIs("AWS::StepFunctions::StateMachine", 7);
    system.allResourcesProperties("AWS::StepFunctions::StateMachine", {
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: "ALL", IncludeExecutionData: false, Destinations: Match.anyValue() },
    });
  });

  test("each region is planned weekly and weeks are reconciled every quarter of an hour, by the clock of Berlin", () => {
    const schedules = resourcesOf(System, "AWS::Scheduler::Schedule").map(([, { Properties }]) => Properties!);
    expect(schedules.map(({ Name, ScheduleExpression }) => [Name, ScheduleExpression])).toEqual([
      ["week-saarlouis", "cron(0 6 ? * THU *)"],
      ["week-saarland", "cron(0 6 ? * THU *)"],
      ["reconcile-weeks", "rate(15 minutes)"],
      ["reconcile-agreements", "rate(15 minutes)"],
      ["mail-audit-heads", "cron(0 7 ? * FRI *)"],
      ["ask-weighings", "cron(30 7 ? * MON-FRI *)"],
    ]);
    for (const { ScheduleExpressionTimezone, Target } of schedules) {
      expect(ScheduleExpressionTimezone).toBe("Europe/Berlin");
      expect(Target).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() }, RetryPolicy: expect.anything() });
    }
    expect((schedules[0]!["Target"] as { Input: string }).Input).toBe('{"region":"saarlouis"}');
  });

  test("bounces and complaints of our mails reach the function that records them", () => {
    system.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: {
        MatchingEventTypes: ["bounce", "complaint", "reject"],
        EventBridgeDestination: Match.anyValue(),
      },
    });
    system.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: Match.objectLike({ source: ["aws.ses"] }),
      Targets: [
        Match.objectLike({ DeadLetterConfig: Match.anyValue(), Input: Match.absent(), InputPath: Match.absent() }),
      ],
    });
  });
});

describe("watching over it", () => {
  test("someone is told of failures, time-outs, throttling, errors, overdue waits and events nobody managed", () => {
    const alarms = resourcesOf(System, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties!);
    expect(alarms.map(({ AlarmName }) => String(AlarmName).replace("gruenverbund-prod-", "")).sort()).toEqual(
      [
        ..."agreement-approval board-optimization board-publication coalition-costs settlement-reckoning weekly-planning year-planning"
          .split(" ")
          .flatMap((one) => [`${one}-failed`, `${one}-throttled`, `${one}-timed-out`]),
        ...["api-failed", "errors", "failed-events", "functions-failed", "functions-throttled", "overdue-waits"],
        ...["table-reads-throttled", "table-writes-throttled"],
      ].sort(),
    );
    for (const { AlarmActions, TreatMissingData } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(TreatMissingData).toBe("notBreaching");
    }
    system.hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email", Endpoint: "duty@example.org" });
  });

  test("everything carries the tag that the budget counts", () => {
    system.hasResourceProperties("AWS::Budgets::Budget", {
      Budget: {
        CostFilters: { TagKeyValue: ["user:project$gruenverbund-prod"] },
        BudgetLimit: { Amount: 200, Unit: "USD" },
      },
      NotificationsWithSubscribers: [Match.anyValue(), Match.anyValue()],
    });
    const functions = resourcesOf(System, "AWS::Lambda::Function").filter(([id]) => !id.startsWith("Custom"));
    for (const [, { Properties }] of functions)
      expect(Properties!["Tags"]).toEqual([{ Key: "project", Value: "gruenverbund-prod" }]);
  });

  test("without a mail address nobody is subscribed, and nothing is reserved in dev", () => {
    const small = Template.fromJSON(dev.templates.System as never);
    small.resourceCountIs("AWS::SNS::Subscription", 0);
    small.allResourcesProperties("AWS::Lambda::Function", { ReservedConcurrentExecutions: Match.absent() });
    system.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "gruenverbund-prod-reconcileWeeks",
      ReservedConcurrentExecutions: 1,
    });
  });

  test("no template holds a secret", () => {
    for (const template of [System, Data, Firewall])
      expect(JSON.stringify(template)).not.toMatch(
        /(?<!Generate)SecretString|AKIA|BEGIN [A-Z ]*PRIVATE KEY|password"\s*:\s*"/i,
      );
  });
});
