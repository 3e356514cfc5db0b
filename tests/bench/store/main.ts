/** `npm run bench -- store [--rounds 200]`: kills a writing process again and again; nothing acknowledged may be lost. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { killRound } from "../../support/killStore.ts";

const RESULTS = new URL("../results/store.json", import.meta.url);
const ROUNDS_A_FILE = 20;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "200" } } });
  const rounds = Number(values.rounds);
  const row = { kills: 0, acknowledged: 0, lost: 0, outOfStep: 0 };
  let folder = "";
  for (let round = 0; round < rounds; round++) {
    if (round % ROUNDS_A_FILE === 0) folder = mkdtempSync(join(tmpdir(), "gruenverbund-kill-"));
    const result = await killRound(folder, round, 1 + ((round * 37) % 400));
    row.kills++;
    row.acknowledged += result.acknowledged;
    row.lost += result.lost.length;
    row.outOfStep += result.outOfStep.length;
    if ((round + 1) % ROUNDS_A_FILE === 0) rmSync(folder, { recursive: true });
  }
  console.table([row]);
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ benchmark: "store", node: process.version, row }, null, 2)}\n`);
}
