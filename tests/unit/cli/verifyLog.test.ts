import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../../cli/main.ts";
import { logText, madeChain } from "../../support/auditChain.ts";
import { ROOT } from "../house/sourceFiles.ts";

const folder = mkdtempSync(join(tmpdir(), "gruenverbund-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

const chain = madeChain(4);
const TEXT = logText(chain);

function fileOf(text: string): string {
  const file = join(folder, "log.jsonl");
  writeFileSync(file, text);
  return file;
}

async function verifyLog(...args: string[]): Promise<{ code: number; out: string }> {
  let out = "";
  const write = (text: string): void => void (out += text);
  const code = await main(["verify-log", ...args], { stdout: write, stderr: write, isTerminal: false, columns: 2000 });
  return { code, out };
}

test("a log that holds is told with its ends and its head", async () => {
  const { code, out } = await verifyLog(fileOf(TEXT), "--head", chain[1]!.sha256);
  expect(code).toBe(0);
  expect(out).toContain("entries 1 to 4 of tiny");
  expect(out).toContain(chain[3]!.sha256);
  expect(out).toContain("entry 2 of it");
});

test("every break is told with its line", async () => {
  const lines = TEXT.split("\n");
  lines[2] = lines[2]!.replace('"shareCents":1000', '"shareCents":1001');
  const { code, out } = await verifyLog(fileOf(lines.join("\n")), "--head", "f".repeat(64));
  expect(code).toBe(1);
  expect(out).toContain("row 3 [seq 2] (audit.hash)");
  expect(out).toContain("(audit.head)");
  expect(out).toContain("2 errors");
});

test("what is no log, no file or no head is refused with exit code 2", async () => {
  expect(await verifyLog(fileOf(`${TEXT}{"torn`))).toMatchObject({ code: 2, out: expect.stringContaining("row 6") });
  expect(await verifyLog(join(folder, "nothing"))).toMatchObject({
    code: 2,
    out: expect.stringContaining("cannot be read"),
  });
  expect(await verifyLog(fileOf(TEXT), "--head", "abc")).toMatchObject({ code: 2 });
});

test("the script of docs/audit.md, without this program, says the same", () => {
  const page = readFileSync(join(ROOT, "docs/audit.md"), "utf8");
  const script = /```bash\n(#!\/bin\/bash\n[^`]*)```/.exec(page)![1]!;
  expect(script.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
  const run = (text: string, ...rest: string[]) => {
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script, "pruefe.sh", fileOf(text), ...rest], {
      encoding: "utf8",
    });
    return { status, said: stdout + stderr };
  };
  expect(run(TEXT)).toEqual({ status: 0, said: `Die Kette hält: 4 Einträge, Kopf ${chain[3]!.sha256}\n` });
  expect(run(TEXT, chain[1]!.sha256).status).toBe(0);
  expect(run(TEXT, "f".repeat(64)).status).toBe(1);
  expect(run(TEXT.replace('"shareCents":1000', '"shareCents":1001'))).toMatchObject({
    status: 1,
    said: expect.stringContaining("Zeile 3"),
  });
  expect(run(TEXT.split("\n").toSpliced(2, 1).join("\n"))).toMatchObject({
    status: 1,
    said: expect.stringContaining("Zeile 3"),
  });
});
