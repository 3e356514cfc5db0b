import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findNode24 } from "../../../scripts/node24.mjs";

test("the tests run on Node 24 or newer", () => {
  expect(Number.parseInt(process.versions.node, 10)).toBeGreaterThanOrEqual(24);
});

test("a running Node that is new enough is taken as it is", () => {
  expect(findNode24("24.0.0", temporaryFolder())).toBe(process.execPath);
  expect(findNode24("100.1.0", temporaryFolder())).toBe(process.execPath);
});

test("an older Node hands over to the installed one", () => {
  const folder = temporaryFolder();
  const [platform, file] = process.platform === "win32" ? ["win", "node.exe"] : [process.platform, "node"];
  const installed = join(folder, "node_modules", `node-${platform}-${process.arch}`, "bin", file);
  mkdirSync(dirname(installed), { recursive: true });
  writeFileSync(installed, "");
  expect(findNode24("20.20.2", folder)).toBe(installed);
});

test("an older Node with nothing installed finds none", () => {
  expect(findNode24("20.20.2", temporaryFolder())).toBeUndefined();
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-node-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
