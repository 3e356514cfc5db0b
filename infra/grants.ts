/** What a function may do, from its `needs` and nothing else; exact actions on exact resources. */
import type { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { FunctionSpec, Needs } from "../functions/contract/functions.ts";
import { executionArns, workflowArn } from "./names.ts";
import type { Stage } from "./settings.ts";

export interface Grantable {
  readonly stage: Stage;
  readonly tableArn: string;
  readonly bucketArn: string;
  /** Under Object Lock; encrypted by S3, so that putting is all that there is to grant. */
  readonly archive: { readonly bucketArn: string; readonly prefix: string };
  /** Encrypts table and bucket. */
  readonly keyArn: string;
  readonly workflows: readonly string[];
  readonly mail: { readonly identityArn: string; readonly configurationSetArn: string; readonly from: string };
}

const READ_ITEMS = ["dynamodb:GetItem", "dynamodb:Query"];
/** What the store's adapter calls, alone and in transactions. */
const WRITE_ITEMS = ["dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:UpdateItem"];
const WRITE_OBJECTS = ["s3:DeleteObject", "s3:PutObject"];

export function statementsFor({ needs }: FunctionSpec, to: Grantable, stack: Stack): PolicyStatement[] {
  const allow = (sid: string, actions: string[], ...resources: string[]) =>
    new PolicyStatement({ sid, actions, resources });
  const statements: PolicyStatement[] = [];
  if (needs.store !== undefined) {
    statements.push(allow("ReadItems", READ_ITEMS, to.tableArn, `${to.tableArn}/index/by-index`));
    if (needs.store === "write") statements.push(allow("WriteItems", WRITE_ITEMS, to.tableArn));
  }
  if (needs.blobs !== undefined) {
    statements.push(allow("ListObjects", ["s3:ListBucket"], to.bucketArn));
    statements.push(allow("ReadObjects", ["s3:GetObject"], `${to.bucketArn}/*`));
    if (needs.blobs === "write") statements.push(allow("WriteObjects", WRITE_OBJECTS, `${to.bucketArn}/*`));
  }
  if (needs.archive === true)
    statements.push(allow("KeepForEver", ["s3:PutObject"], `${to.archive.bucketArn}/${to.archive.prefix}*`));
  if (needs.store !== undefined || needs.blobs !== undefined)
    statements.push(allow("UseKey", keyActions(needs), to.keyArn));
  if (needs.mailer === true) {
    const send = allow(
      "SendMail",
      ["ses:SendEmail", "ses:SendRawEmail"],
      to.mail.identityArn,
      to.mail.configurationSetArn,
    );
    send.addCondition("StringEquals", { "ses:FromAddress": to.mail.from });
    statements.push(send);
  }
  if (needs.workflows === true) {
    const machines = to.workflows.map((workflow) => workflowArn(stack, to.stage, workflow));
    const executions = to.workflows.map((workflow) => executionArns(stack, to.stage, workflow));
    const start = ["states:StartExecution"];
    const answer = ["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"];
    if (machines.length > 0) {
      statements.push(allow("StartAndAnswerWorkflows", [...start, ...answer], ...machines));
      statements.push(allow("FollowWorkflows", ["states:DescribeExecution", "states:StopExecution"], ...executions));
    }
  }
  return statements;
}

function keyActions({ store, blobs }: Needs): string[] {
  const writes = store === "write" || blobs === "write";
  return ["kms:Decrypt", "kms:DescribeKey", ...(writes ? ["kms:Encrypt", "kms:GenerateDataKey"] : [])];
}
