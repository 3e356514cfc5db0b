import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "../unit/house/sourceFiles.ts";

test("a linked node_modules is not emptied by an install", () => {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-install-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["scripts", "elsewhere"]) mkdirSync(join(folder, part));
  for (const file of ["scripts/install.mjs", "scripts/node24.mjs"]) cpSync(join(ROOT, file), join(folder, file));
  writeFileSync(join(folder, "package-lock.json"), "{}");
  writeFileSync(join(folder, "elsewhere", "kept.txt"), "kept");
  symlinkSync(join(folder, "elsewhere"), join(folder, "node_modules"));
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "scripts", "install.mjs")]);
  expect(status).toBe(2);
  expect(stderr.toString()).toContain("node_modules is a link");
  expect(existsSync(join(folder, "elsewhere", "kept.txt"))).toBe(true);
});
