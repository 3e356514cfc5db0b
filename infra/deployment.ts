/** All stacks of one stage. */
import { App, type AppProps, Tags, Validations } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks } from "cdk-nag";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FunctionSpec } from "../functions/contract/functions.ts";
import { ROOT } from "./bundling/bundle.ts";
import { PROJECT_TAG, projectTag } from "./constructs/budget.ts";
import { readSettings, type Settings } from "./settings.ts";
import { DataStack } from "./stacks/dataStack.ts";
import { FirewallStack } from "./stacks/firewallStack.ts";
import { LogStack } from "./stacks/logStack.ts";
import { SystemStack } from "./stacks/systemStack.ts";

export interface Deployment {
  readonly app: App;
  readonly settings: Settings;
  readonly firewall: FirewallStack;
  readonly data: DataStack;
  readonly system: SystemStack;
}

/** CloudFront takes its firewall only from here. */
const FIREWALL_REGION = "us-east-1";

export function deployment(
  functions: readonly FunctionSpec[],
  codeOf: (spec: FunctionSpec) => Code,
  props: AppProps = {},
): Deployment {
  const context = { ...flags(), "aws:cdk:disable-stack-trace": true, ...props.context };
  const app = new App({ analyticsReporting: false, ...props, context });
  const settings = readSettings(app.node);
  const { stage, awsRegion, retain } = settings;
  const account = process.env["CDK_DEFAULT_ACCOUNT"];
  const inRegion = (region: string) => ({
    env: { region, ...(account === undefined ? {} : { account }) },
    crossRegionReferences: true,
    terminationProtection: retain,
  });
  const firewall = new FirewallStack(app, `Gruenverbund-${stage}-Firewall`, settings, inRegion(FIREWALL_REGION));
  const data = new DataStack(app, `Gruenverbund-${stage}-Data`, settings, inRegion(awsRegion));
  const logs = new LogStack(app, `Gruenverbund-${stage}-Logs`, { ...inRegion(awsRegion), settings, functions });
  const system = new SystemStack(app, `Gruenverbund-${stage}-System`, {
    ...inRegion(awsRegion),
    settings,
    data,
    firewallArn: firewall.firewallArn,
    certificateArn: firewall.certificateArn,
    functions,
    codeOf,
  });
  system.addStackDependency(logs);
  Tags.of(app).add(PROJECT_TAG, projectTag(settings));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, settings, firewall, data, system };
}

/** Feature flags of CDK: those recommended for a new app at the version that the project began with. */
function flags(): Record<string, unknown> {
  const { context } = JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8")) as { context: Record<string, unknown> };
  return context;
}
