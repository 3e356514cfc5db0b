/** `npx cdk synth`, `npx cdk deploy --all`: bundles the functions and writes the templates of one stage (`-c stage=prod`). */
import { Code } from "aws-cdk-lib/aws-lambda";
import { join } from "node:path";
import { FUNCTIONS } from "../functions/contract/functions.ts";
import { bundleFunctions, ROOT } from "./bundling/bundle.ts";
import { deployment } from "./deployment.ts";

const outdir = process.env["CDK_OUTDIR"] ?? join(ROOT, "cdk.out");
const bundles = await bundleFunctions(join(outdir, "bundles"));
const { app } = deployment(FUNCTIONS, ({ name }) => Code.fromAsset(bundles.get(name)!.folder), { outdir });
app.synth();
