/** `node tests/bench/runtime/kills.ts [KILLS] [SEED]`: kill -9 at random moments of plannings; every one ends with the same plan. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../../functions/adapters/system/systemClock.ts";
import { Random } from "../../../optimizer/routing/random.ts";
import { planWithKills } from "../../support/killRuntime.ts";
import { writeRecentFolder } from "../../support/recentFolder.ts";

const kills = Number(process.argv[2] ?? 50);
const random = new Random(Number(process.argv[3] ?? 1));
const folder = mkdtempSync(join(tmpdir(), "gruenverbund-kills-"));
const region = join(folder, "tiny");
writeRecentFolder(region, systemClock.now().slice(0, 10));

const started = systemClock.elapsed();
const { planSha256 } = await planWithKills(join(folder, "0"), region, []);
// The first planning may have waited for other work: when no moment fell into a run, they were drawn from too long a time.
let usual = systemClock.elapsed() - started;
process.stdout.write(`undisturbed ${(usual / 1000).toFixed(1)} s, plan ${planSha256.slice(0, 12)}\n`);

let done = 0;
let other = 0;
let twice = 0;
for (let run = 1; done < kills; run++) {
  const most = 1 + Math.floor(5 * random.fraction());
  const moments = Array.from({ length: Math.min(most, kills - done) }, () => random.fraction() * usual);
  const data = join(folder, String(run));
  const result = await planWithKills(data, region, moments);
  done += result.kills;
  if (result.kills === 0) usual /= 2;
  if (result.planSha256 !== planSha256) other++;
  if (result.repeated.length > 0) twice++;
  process.stdout.write(`run ${run}: ${result.kills} kills, plan ${result.planSha256.slice(0, 12)}\n`);
  rmSync(data, { recursive: true });
}
rmSync(folder, { recursive: true });
process.stdout.write(`${done} kills, ${other} other plans, ${twice} runs with a step that ended twice\n`);
process.exitCode = other + twice === 0 ? 0 : 1;
