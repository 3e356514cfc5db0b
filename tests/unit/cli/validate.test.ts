import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { validate } from "../../../cli/commands/validate.ts";
import { tinyFolder } from "../../support/tinyFolder.ts";
import { TINY_NOW } from "../../support/tinyRegion.ts";

const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-validate-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function folder(change: (files: Record<string, string>) => void = () => undefined): string {
  const root = mkdtempSync(join(scratch, "region-"));
  const files = tinyFolder();
  change(files);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(root, file), content);
  return root;
}

async function run(args: readonly string[], columns = 80): Promise<{ code: number; out: string }> {
  let out = "";
  const write = (text: string): void => void (out += text);
  const code = await validate([...args], { stdout: write, stderr: write, isTerminal: false, columns });
  return { code, out };
}

const replaced = (file: string, from: string, to: string) => (files: Record<string, string>) =>
  void (files[file] = files[file]!.replace(from, to));

test("a valid folder ends with 0 and says so", async () => {
  const { code, out } = await run([folder(), "--now", TINY_NOW]);
  expect(code).toBe(0);
  expect(out).toContain("is valid");
});

test("errors end with 2, and all of them are printed under their files with a count", async () => {
  const broken = folder((files) => {
    replaced("storages.csv", "p-cron", "p-kron")(files);
    replaced("vehicles.csv", "11000", "viel")(files);
    delete files["tariffs.csv"];
  });
  const { code, out } = await run([broken, "--now", TINY_NOW]);
  expect(code).toBe(2);
  for (const word of [
    "storages.csv",
    "reference.unknown",
    "vehicles.csv",
    "value.invalid",
    "tariffs.csv",
    "file.missing",
    "3 errors, 0 warnings",
  ]) {
    expect(out).toContain(word);
  }
});

test("warnings alone end with 0", async () => {
  const { code, out } = await run([folder(replaced("facilities.csv", "5200000", "")), "--now", TINY_NOW]);
  expect(code).toBe(0);
  expect(out).toContain("0 errors, 1 warning");
});

test("--json gives every problem as data", async () => {
  const { code, out } = await run([folder(replaced("storages.csv", "p-cron", "p-kron")), "--json", "--now", TINY_NOW]);
  const result = JSON.parse(out) as { valid: boolean; problems: { code: string; place: object }[] };
  expect(code).toBe(2);
  expect(result.valid).toBe(false);
  expect(result.problems.map(({ code, place }) => ({ code, place }))).toEqual([
    { code: "reference.unknown", place: { file: "storages.csv", row: 6, id: "cron-mixed", field: "pointId" } },
  ]);
});

test("explanations fit a terminal of 40 columns", async () => {
  const { out } = await run([folder(replaced("storages.csv", "p-cron", "p-kron")), "--now", TINY_NOW], 40);
  const explanations = out.split("\n").filter((line) => line.startsWith("        "));
  expect(explanations.length).toBeGreaterThan(1);
  expect(explanations.filter((line) => line.length > 40)).toEqual([]);
});

test("--now decides what lies in the future", async () => {
  const { code, out } = await run([folder(), "--now", "2026-11-19T12:00:00Z"]);
  expect(code).toBe(2);
  expect(out).toContain("date.future");
});

test("a folder that is not there is bad input", async () => {
  const { code, out } = await run([join(scratch, "nowhere"), "--now", TINY_NOW]);
  expect(code).toBe(2);
  expect(out).toContain("file.missing");
});

test("a missing folder argument, an unknown option and a bad --now are errors of use", async () => {
  for (const args of [[], [scratch, "--nope"], [scratch, "--now", "gestern"]]) {
    await expect(run(args)).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_PARSE_ARGS/) as string });
  }
});
