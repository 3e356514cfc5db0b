// A deployment without bundles, for tests of what its templates say.
import { Code } from "aws-cdk-lib/aws-lambda";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FUNCTIONS } from "../../../functions/contract/functions.ts";
import { deployment, type Deployment } from "../../../infra/deployment.ts";
import type { Stage } from "../../../infra/settings.ts";

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Synthesised extends Deployment {
  /** By the last word of the stack's name: Firewall, Data, Logs, System. */
  readonly templates: Readonly<Record<"Firewall" | "Data" | "Logs" | "System", Template>>;
}

/** Validation by plugins is left out; rules.test.ts has it. */
export function synthesise(stage: Stage, context: Readonly<Record<string, string>> = {}): Synthesised {
  const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-synth-"));
  const before = process.env["CDK_VALIDATION"];
  process.env["CDK_VALIDATION"] = "false";
  try {
    mkdirSync(join(scratch, "code"));
    writeFileSync(join(scratch, "code", "index.mjs"), "export const handler = async () => ({});\n");
    const code = Code.fromAsset(join(scratch, "code"));
    const made = deployment(FUNCTIONS, () => code, { outdir: join(scratch, "out"), context: { stage, ...context } });
    made.app.synth();
    const read = (name: string) =>
      JSON.parse(readFileSync(join(scratch, "out", `Gruenverbund-${stage}-${name}.template.json`), "utf8")) as Template;
    return {
      ...made,
      templates: { Firewall: read("Firewall"), Data: read("Data"), Logs: read("Logs"), System: read("System") },
    };
  } finally {
    if (before === undefined) delete process.env["CDK_VALIDATION"];
    else process.env["CDK_VALIDATION"] = before;
    rmSync(scratch, { recursive: true, force: true });
  }
}

export function resourcesOf({ Resources }: Template, type: string): [id: string, resource: Resource][] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}

/** A value of a template as text: what is known only when deployed in angle brackets. */
export function plain(value: unknown): string {
  if (typeof value === "string") return value;
  const object = value as Record<string, unknown>;
  if ("Fn::Join" in object) return (object["Fn::Join"] as [string, unknown[]])[1].map(plain).join("");
  if ("Ref" in object) return `<${String(object["Ref"])}>`;
  if ("Fn::GetAtt" in object) return `<${(object["Fn::GetAtt"] as string[]).join(".")}>`;
  if ("Fn::ImportValue" in object) {
    const name = plain(object["Fn::ImportValue"]);
    return `<${name.replace(/^.*:ExportsOutput(?:Ref|FnGetAtt)/, "")}>`;
  }
  throw new Error(`no text: ${JSON.stringify(value)}`);
}
