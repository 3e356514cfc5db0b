/** Written reasons why a rule of cdk-nag does not hold somewhere. */
import { Validations } from "aws-cdk-lib";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IConstruct } from "constructs";

/** @param reasons by rule (`AwsSolutions-…`), or by one finding of it (`AwsSolutions-IAM5[Resource::*]`) */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}

/**
 * Acknowledges each `*` in a resource of the statements for the reason written for the statement's Sid; one without a
 * reason stays a finding, and with it the synthesis fails.
 */
export function acknowledgeWildcards(
  construct: IConstruct,
  statements: readonly PolicyStatement[],
  reasons: Readonly<Record<string, string>>,
): void {
  for (const { sid, resources } of statements) {
    const reason = reasons[sid ?? ""];
    if (reason === undefined) continue;
    for (const resource of resources.filter((one) => one.includes("*")))
      acknowledge(construct, { [`AwsSolutions-IAM5[Resource::${shown(resource)}]`]: reason });
  }
}

/** A resource as findings name it: what is known only when deployed stands in angle brackets. */
function shown(resource: string): string {
  return resource.replace(/\$\{Token\[AWS\.(\w+)\.\d+\]\}/g, "<AWS::$1>");
}
