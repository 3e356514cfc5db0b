// The files that the tests of the house look at: everything in the project but what is installed, generated or written by a run.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const IGNORED = new Set(["node_modules", ".git", "plans", ".data", "coverage", "cdk.out", "tests/bench/results"]);

/** Paths relative to the root folder, with /, sorted, of the files that end in one of the endings. */
export function sourceFiles(endings: readonly string[], folder = ""): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(path) || IGNORED.has(entry.name) ? [] : sourceFiles(endings, path);
    return endings.some((ending) => path.endsWith(ending)) ? [path] : [];
  });
  return paths.sort();
}
