/** Bundles of the functions by esbuild: one module each, minified, with source map and metafile, nothing left outside. */
import { build, type Metafile } from "esbuild";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FUNCTIONS, type FunctionSpec } from "../../functions/contract/functions.ts";
import { browserScripts } from "./browserScripts.ts";
import { entryOf } from "./entry.ts";
import { copyHandbook, handbookBeside } from "./handbook.ts";
import { pureSchemas } from "./pureSchemas.ts";

export const ROOT = resolve(import.meta.dirname, "../..");

export interface Bundle {
  readonly name: string;
  /** Folder with `index.mjs`, its source map and what lies beside it: the asset. */
  readonly folder: string;
  /** Bytes of the modules that are loaded before the first event, minified. */
  readonly startBytes: number;
  /** Bytes of all modules, with those loaded at first use. */
  readonly allBytes: number;
  readonly metafile: Metafile;
}

/** Packages that never run on Lambda, and what stands for them. */
const INSTEAD = {
  "@aws-sdk/credential-provider-node": join(ROOT, "infra/cloud/credentials.ts"),
  bowser: join(ROOT, "infra/bundling/never.ts"),
};
/** For the parts of bundles that were CommonJS and ask for modules of Node at run time. */
const BANNER = `import{createRequire}from"node:module";const require=createRequire(import.meta.url);`;

/** @param folder gets one folder a function; what was there before is removed */
export async function bundleFunctions(
  folder: string,
  specs: readonly FunctionSpec[] = FUNCTIONS,
): Promise<ReadonlyMap<string, Bundle>> {
  await rm(folder, { recursive: true, force: true });
  const bundles = await Promise.all(specs.map((spec) => bundleFunction(spec, join(folder, spec.name))));
  return new Map(bundles.map((bundle) => [bundle.name, bundle]));
}

async function bundleFunction(spec: FunctionSpec, folder: string): Promise<Bundle> {
  // The place of the output is the same wherever the files go, so that source maps and hashes are.
  const out = join(ROOT, "bundle");
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: entryOf(spec), resolveDir: ROOT, sourcefile: `${spec.name}.entry.ts`, loader: "ts" },
    outdir: out,
    entryNames: "index",
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    write: false,
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    preserveSymlinks: true,
    legalComments: "none",
    alias: INSTEAD,
    plugins: [pureSchemas, browserScripts, handbookBeside],
    banner: { js: BANNER },
    logLevel: "error",
  });
  await mkdir(folder, { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(join(folder, relative(out, path)), contents);
  if (spec.needs.engine === true)
    await copyFile(fileURLToPath(import.meta.resolve("highs/runtime")), join(folder, "highs.wasm"));
  if (spec.needs.handbook === true) await copyHandbook(ROOT, folder);
  const modules = Object.entries(metafile.outputs).filter(([path]) => path.endsWith(".mjs"));
  return {
    name: spec.name,
    folder,
    startBytes: startBytes(metafile),
    allBytes: modules.reduce((sum, [, { bytes }]) => sum + bytes, 0),
    metafile,
  };
}

/** The entry, and what it imports before anything else is asked for. */
function startBytes({ outputs }: Metafile): number {
  const waiting = Object.keys(outputs).filter((path) => path.endsWith("/index.mjs"));
  const seen = new Set(waiting);
  for (const path of waiting)
    for (const { path: next, kind } of outputs[path]!.imports)
      if (kind === "import-statement" && next in outputs && !seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
  return waiting.reduce((sum, path) => sum + outputs[path]!.bytes, 0);
}
