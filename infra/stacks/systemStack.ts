/** What runs: functions, workflows, API, schedules, mail, pages, alarms. Holds no data, so it can be made anew. */
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Code, Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ROUTES } from "../../functions/contract/index.ts";
import type { FunctionSpec } from "../../functions/contract/functions.ts";
import { Alarms } from "../constructs/alarms.ts";
import { budget } from "../constructs/budget.ts";
import { failedEvents } from "../constructs/failedEvents.ts";
import { Api } from "../constructs/httpApi.ts";
import { Mail } from "../constructs/mail.ts";
import { Pages } from "../constructs/pages.ts";
import { Schedules } from "../constructs/schedules.ts";
import { SignInClient } from "../constructs/signInClient.ts";
import { Unit } from "../constructs/unit.ts";
import { Workflow } from "../constructs/workflow.ts";
import { environmentOf } from "../environmentOf.ts";
import { statementsFor } from "../grants.ts";
import { bucketName } from "../names.ts";
import type { Settings } from "../settings.ts";
import { workflowFiles } from "../workflowFiles.ts";
import type { DataStack } from "./dataStack.ts";

export interface SystemProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly firewallArn: string;
  readonly certificateArn: string | undefined;
  readonly functions: readonly FunctionSpec[];
  readonly codeOf: (spec: FunctionSpec) => Code;
}

export class SystemStack extends Stack {
  constructor(scope: Construct, id: string, all: SystemProps) {
    const { settings, data, firewallArn, certificateArn, functions, codeOf, ...props } = all;
    super(scope, id, props);
    const failed = failedEvents(this, settings);
    const mail = new Mail(this, settings);
    const files = workflowFiles();
    const api = new Api(this, settings);
    const pages = new Pages(this, { settings, api: api.api, firewallArn, certificateArn });
    const { pool, machines } = data.signIn;
    const people = new SignInClient(this, pool, pages.origin).client;
    const issuer = `https://cognito-idp.${this.region}.${this.urlSuffix}/${pool.userPoolId}`;
    const grantable = {
      stage: settings.stage,
      tableArn: data.table.tableArn,
      tableName: data.table.tableName,
      bucketArn: `arn:${this.partition}:s3:::${bucketName(this, settings.stage, "plans")}`,
      bucketName: bucketName(this, settings.stage, "plans"),
      archive: {
        bucketArn: `arn:${this.partition}:s3:::${bucketName(this, settings.stage, "audit")}`,
        bucketName: bucketName(this, settings.stage, "audit"),
        prefix: "heads/",
      },
      keyArn: data.key.keyArn,
      signingKeyArn: data.signingKey.keyArn,
      travelSecretArn: settings.travelSecretArn,
      secretArn: data.secret.secretArn,
      workflows: files.map(({ name }) => name),
      site: { origin: pages.origin, issuer, clientId: people.userPoolClientId },
      mail: {
        identityArn: mail.identity.emailIdentityArn,
        configurationSetArn: this.formatArn({
          service: "ses",
          resource: "configuration-set",
          resourceName: mail.configurationSet.configurationSetName,
        }),
        configurationSetName: mail.configurationSet.configurationSetName,
        from: mail.from,
      },
    };
    const units = functions.map(
      (spec) =>
        new Unit(this, {
          spec,
          settings,
          failed,
          code: codeOf(spec),
          environment: environmentOf(spec, grantable, settings, this),
          statements: statementsFor(spec, grantable, this),
        }),
    );
    const byName = new Map<string, Function>(units.map((unit) => [unit.node.id, unit.function]));
    const workflows = files.map((file) => new Workflow(this, { settings, file, functions: byName }));
    new Schedules(this, { settings, functions: byName, failed });
    const recordBounce = byName.get("recordBounce");
    if (recordBounce !== undefined) mail.tell(recordBounce, failed);
    api.serve({
      routes: ROUTES,
      functions: byName,
      pages: functions.filter(({ calledBy }) => calledBy === "page"),
      issuer,
      audience: [people.userPoolClientId, machines.userPoolClientId],
    });
    new Alarms(this, {
      settings,
      key: data.key,
      ...{ workflows, failed },
      tableName: data.table.tableName,
      api: api.api,
    });
    budget(this, settings);
    new CfnOutput(this, "Address", { value: pages.origin });
    new CfnOutput(this, "CloudFront", { value: pages.distribution.distributionDomainName });
    new CfnOutput(this, "PlansBucket", { value: grantable.bucketName });
    new CfnOutput(this, "AuditBucket", { value: grantable.archive.bucketName });
  }
}
