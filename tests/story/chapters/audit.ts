/** Whoever wants to checks the chain of everything that was decided, offline. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Chapter } from "../stage.ts";

const COMMAND = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));

export const audit: Chapter = {
  title: "The audit chain verifies offline",
  async play(stage) {
    const response = await stage.api("admin.saarlouis", `/api/regions/${stage.region}/audit-log`);
    assert.equal(response.status, 200);
    const file = join(stage.folder, "protokoll.jsonl");
    writeFileSync(file, await response.text());
    const said = execFileSync(process.execPath, [COMMAND, "verify-log", file], { encoding: "utf8" });
    assert.match(said, /holds: entries 1 to \d+ of saarlouis/);
    stage.say(said.split("\n")[0]!.replace(/^\S+/, "protokoll.jsonl"));
  },
};
