import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cycles, violations, type ImportGraph } from "./importRules.ts";
import { IMPORT_TABLE } from "./importTable.ts";
import { readImports } from "./readImports.ts";
import { ROOT, sourceFiles } from "./sourceFiles.ts";

const files = sourceFiles([".ts"]);
const graph: ImportGraph = new Map(
  files.map((file) => [file, readImports(file, readFileSync(join(ROOT, file), "utf8"))]),
);

test("every import is one that the import table allows", () => {
  expect(violations(graph, IMPORT_TABLE)).toEqual([]);
});

test("no file imports itself by way of others", () => {
  expect(cycles(graph).map((cycle) => cycle.join(" -> "))).toEqual([]);
});

test("a relative import names an existing file with its ending", () => {
  const missing = [...graph].flatMap(([file, imports]) =>
    imports.flatMap((one) =>
      one.kind === "file" && !existsSync(join(ROOT, one.path)) ? [`${file} imports ${one.path}`] : [],
    ),
  );
  expect(missing).toEqual([]);
});

test("the tables' layers only name layers that exist in the table", () => {
  const named = Object.values(IMPORT_TABLE).flatMap(({ layers }) => (layers === "*" ? [] : layers));
  expect(named.filter((layer) => !(layer in IMPORT_TABLE))).toEqual([]);
});
