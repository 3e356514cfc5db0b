// kill -9 in the middle of a planning: the next start goes on and ends with the same plan. 50 kills: tests/bench/runtime.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { planWithKills } from "../support/killRuntime.ts";
import { writeRecentFolder } from "../support/recentFolder.ts";

test("a planning that is killed twice ends with the same plan, and no step ends twice", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const region = join(folder, "tiny");
  writeRecentFolder(region, systemClock.now().slice(0, 10));
  const undisturbed = await planWithKills(join(folder, "a"), region, []);
  const killed = await planWithKills(join(folder, "b"), region, [1500, 2500]);
  expect(killed.planSha256).toBe(undisturbed.planSha256);
  expect(killed.repeated).toEqual([]);
});
