/** The environment of a function: what the modules of `infra/cloud` that it was given ask for, and nothing else. */
import type { Stack } from "aws-cdk-lib";
import type { FunctionSpec } from "../functions/contract/functions.ts";
import type { Grantable } from "./grants.ts";
import { workflowArn } from "./names.ts";
import type { Settings } from "./settings.ts";

export interface Named extends Grantable {
  readonly tableName: string;
  readonly bucketName: string;
  readonly archive: Grantable["archive"] & { readonly bucketName: string };
  /** Of the pages and of those who sign in there. */
  readonly site: { readonly origin: string; readonly issuer: string; readonly clientId: string };
  readonly mail: Grantable["mail"] & { readonly configurationSetName: string };
}

export function environmentOf(
  { needs }: FunctionSpec,
  to: Named,
  { stage, operator, travel, travelHost, travelSecretArn }: Settings,
  stack: Stack,
): Record<string, string> {
  const arns = to.workflows.map((workflow) => [workflow, workflowArn(stack, to.stage, workflow)]);
  return {
    ...(needs.store === undefined ? {} : { TABLE: to.tableName }),
    ...(needs.blobs === undefined ? {} : { BUCKET: to.bucketName }),
    ...(needs.archive === undefined ? {} : { ARCHIVE: to.archive.bucketName, ARCHIVE_PREFIX: to.archive.prefix }),
    ...(needs.mailer === undefined
      ? {}
      : { MAIL_FROM: to.mail.from, MAIL_CONFIGURATION_SET: to.mail.configurationSetName }),
    ...(needs.signer === undefined ? {} : { SIGNING_KEY: to.signingKeyArn }),
    ...(needs.site === undefined
      ? {}
      : {
          ...{ ORIGIN: to.site.origin, ISSUER: to.site.issuer, CLIENT_ID: to.site.clientId, STAGE: stage },
          ...(operator === undefined ? {} : { OPERATOR: JSON.stringify(operator) }),
        }),
    ...(needs.secrets === undefined ? {} : { SECRET: to.secretArn }),
    ...(needs.workflows === undefined ? {} : { WORKFLOWS: stack.toJsonString(Object.fromEntries(arns)) }),
    ...(needs.travelMatrix === undefined
      ? {}
      : {
          TRAVEL: travel,
          ...(travelHost === undefined ? {} : { TRAVEL_HOST: travelHost }),
          ...(travelSecretArn === undefined ? {} : { TRAVEL_SECRET: travelSecretArn }),
        }),
  };
}
