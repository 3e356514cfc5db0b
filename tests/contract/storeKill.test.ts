import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { killRound } from "../support/killStore.ts";

test("twenty times killed while several write at once, the store loses nothing that it acknowledged", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-kill-"));
  let acknowledged = 0;
  for (let round = 0; round < 20; round++) {
    const result = await killRound(folder, round, 5 + 13 * round);
    expect(result.lost).toEqual([]);
    expect(result.outOfStep).toEqual([]);
    acknowledged += result.acknowledged;
  }
  expect(acknowledged).toBeGreaterThan(2000);
  rmSync(folder, { recursive: true });
});
