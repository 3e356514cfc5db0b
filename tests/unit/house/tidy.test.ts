import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, sourceFiles } from "./sourceFiles.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const code = sourceFiles([".ts", ".mjs", ".js"]);

const MOST_LINES = 400;
// Written in pieces, so that this file does not find itself.
const UNFINISHED = new RegExp(["\\bTO" + "DO\\b", "\\bFIX" + "ME\\b"].join("|"));
const SWITCHED_OFF = /\b(?:describe|test|it|suite|bench)(?:\.\w+)*\.(?:only|skip|todo)\b/;

test("no source file has more lines than a newcomer reads", () => {
  expect(code.filter((path) => read(path).split("\n").length > MOST_LINES + 1)).toEqual([]);
});

test("nothing is marked as unfinished", () => {
  expect(code.filter((path) => UNFINISHED.test(read(path)))).toEqual([]);
});

test("no test is switched off or runs alone", () => {
  expect(code.filter((path) => SWITCHED_OFF.test(read(path)))).toEqual([]);
});

test("the marks of a switched-off test are recognised, and a conditional skip is not one of them", () => {
  expect(["test.on" + "ly(", "describe.concurrent.sk" + "ip("].every((text) => SWITCHED_OFF.test(text))).toBe(true);
  expect(SWITCHED_OFF.test("test.skipIf(noJava)(")).toBe(false);
});

test("package-lock.json records no download address, so any registry serves it", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, { resolved?: string }> };
  const resolved = Object.values(packages).flatMap((one) => one.resolved ?? []);
  expect(Object.keys(packages).length).toBeGreaterThan(1);
  expect(resolved).toEqual([]);
});

test("package.json pins every version exactly", () => {
  const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string> | undefined>;
  const kinds = ["dependencies", "devDependencies", "optionalDependencies"];
  const versions = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("CHANGELOG.md has an Unreleased heading", () => {
  expect(read("CHANGELOG.md")).toMatch(/^## \[?Unreleased\]?$/m);
});

test("LICENSE is the whole European Union Public Licence 1.2", () => {
  const licence = read("LICENSE");
  expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  const articles = Array.from({ length: 15 }, (_, index) => new RegExp(`^${index + 1}\\.[A-Z]`, "m"));
  expect(articles.filter((article) => !article.test(licence))).toEqual([]);
  expect(licence).toContain("Appendix");
  expect(licence.trimEnd()).toMatch(/require the production of a new EUPL version\.$/);
});

test("the folders of the tree say what belongs in them", () => {
  const folders = ["infra", "functions", "workflows", "optimizer", "tests", "events", "examples", "local", "web"];
  expect(folders.filter((folder) => !existsSync(join(ROOT, folder, "README.md")))).toEqual([]);
});
