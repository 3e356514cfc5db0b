import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "../unit/house/sourceFiles.ts";

test("the launcher passes arguments, output and exit code through", () => {
  const launcher = launcherWith(
    `const said: string = process.argv.slice(2).join("|"); console.log(said); process.exit(3);`,
  );
  const { status, stdout } = spawnSync(process.execPath, [launcher, "plan", "a folder", "--seed", "1"]);
  expect(stdout.toString()).toBe("plan|a folder|--seed|1\n");
  expect(status).toBe(3);
});

test("the launcher hands a signal on and ends as its child ends", async () => {
  const launcher = launcherWith(`
    process.on("SIGTERM", () => { console.log("tidied up"); process.exit(7); });
    setInterval(() => undefined, 1000);
    console.log("ready");`);
  const child = spawn(process.execPath, [launcher], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (said === "") child.kill("SIGTERM");
    said += chunk.toString();
  });
  const [code] = await once(child, "close");
  expect(said).toBe("ready\ntidied up\n");
  expect(code).toBe(7);
});

test("a child that dies of a signal is reported as such", () => {
  const launcher = launcherWith(`process.kill(process.pid, "SIGKILL");`);
  expect(spawnSync(process.execPath, [launcher]).signal).toBe("SIGKILL");
});

/** The launcher in a folder of its own, in front of a main.ts with this text. */
function launcherWith(main: string): string {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-launcher-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ["cli", "scripts"]) mkdirSync(join(folder, part));
  for (const file of ["cli/gruenverbund.mjs", "scripts/node24.mjs"]) cpSync(join(ROOT, file), join(folder, file));
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  writeFileSync(join(folder, "cli", "main.ts"), main);
  return join(folder, "cli", "gruenverbund.mjs");
}
