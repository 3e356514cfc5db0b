import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REGION_PROBLEM_CODES } from "../../../../domain/region/problemCodes.ts";
import { ROOT, sourceFiles } from "../../house/sourceFiles.ts";

const page = readFileSync(join(ROOT, "docs/problems.md"), "utf8");
const listed = new Set([...page.matchAll(/`([a-z]+(?:\.[a-zA-Z*]+)+)`/g)].map(([, code]) => code!));
const regionPart = page.split("## Planning")[0]!;

/** Codes where the sources make a problem: `code: "a.b"`, `error("a.b"`, `finding("a.b"` and the like. */
function codesInSources(): string[] {
  const folders = ["domain", "optimizer", "planning", "functions", "cli", "local"];
  const files = sourceFiles([".ts"]).filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  const pattern = /(?:code: |(?:error|warning|finding|problem)\(\s*)"([a-z]+(?:\.[a-zA-Z]+)+)"/g;
  const codes = files.flatMap((path) => [...readFileSync(join(ROOT, path), "utf8").matchAll(pattern)]);
  return [...new Set(codes.map(([, code]) => code!))].sort();
}

test("docs/problems.md explains every code of a region folder, in the order of the list", () => {
  const rows = [...regionPart.matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code);
  expect(rows).toEqual([...REGION_PROBLEM_CODES]);
});

test("docs/problems.md lists every code that the sources use, some by their group", () => {
  const codes = codesInSources();
  expect(codes.length).toBeGreaterThan(REGION_PROBLEM_CODES.length);
  const groups = [...listed].filter((code) => code.endsWith(".*")).map((code) => code.slice(0, -1));
  const isListed = (code: string): boolean => listed.has(code) || groups.some((group) => code.startsWith(group));
  expect(codes.filter((code) => !isListed(code))).toEqual([]);
});
