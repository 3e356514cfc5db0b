/** `node infra/bundling/measure.ts`: bundles every function and prints how large each is, at start and in all. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFunctions } from "./bundle.ts";

const folder = await mkdtemp(join(tmpdir(), "gruenverbund-bundles-"));
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`.padStart(8);
try {
  for (const { name, startBytes, allBytes } of (await bundleFunctions(folder)).values())
    process.stdout.write(`${name.padEnd(26)}${kilobytes(startBytes)} at start${kilobytes(allBytes)} in all\n`);
} finally {
  await rm(folder, { recursive: true });
}
// esbuild's service would keep the process for a moment longer.
process.exit(0);
