/**
 * Imports tickets, closes their week, refuses a load and corrects, on the folder of a local installation; what is done already it
 * leaves as it is. Says each moment before and after a write as a line, and stops for ever at the one it was given, for its killer.
 * Arguments: folder, file of tickets, number of the moment (0: none).
 */
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { greatCircle } from "../../functions/adapters/greatcircle/greatCircle.ts";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import type { Blobs } from "../../functions/ports/blobs.ts";
import type { Store } from "../../functions/ports/store.ts";
import { closeSettlement } from "../../functions/usecases/settlement/closeSettlement.ts";
import { correctSettlement } from "../../functions/usecases/settlement/correct.ts";
import { settlementId } from "../../functions/usecases/settlement/period.ts";
import { reckon, type ReckonPorts } from "../../functions/usecases/settlement/reckon.ts";
import { correctionsOf, findClosed } from "../../functions/usecases/settlement/records.ts";
import { decideWeighing } from "../../functions/usecases/weighings/decide.ts";
import { findWeighing } from "../../functions/usecases/weighings/records.ts";
import { takeFile } from "../../functions/usecases/weighings/takeFile.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { KILL_CLOCK, KILL_REASON } from "./settlementKillCase.ts";

const [folder = "", file = "", until = "0"] = process.argv.slice(2);
const [region, week, by] = ["tiny", "2026-W48", "carla"];
let moment = 0;
let step = "import";

async function say(what: string): Promise<void> {
  writeSync(1, `${JSON.stringify({ moment: ++moment, step, what })}\n`);
  if (moment === Number(until)) await new Promise(() => setInterval(() => undefined, 60_000));
}

async function around<T>(what: string, write: () => Promise<T>): Promise<T> {
  await say(`before ${what}`);
  const outcome = await write();
  await say(`after ${what}`);
  return outcome;
}

const inner = sqliteStore(join(folder, "store.sqlite"), KILL_CLOCK);
const store: Store = {
  get: (key) => inner.get(key),
  query: (query) => inner.query(query),
  put: (item, expected) => around("put", () => inner.put(item, expected)),
  remove: (key, expected) => around("remove", () => inner.remove(key, expected)),
  transact: (writes) => around("transact", () => inner.transact(writes)),
};
const files = fileBlobs(join(folder, "blobs"));
const blobs: Blobs = { ...files, putAll: (entries, options) => around("blobs", () => files.putAll(entries, options)) };
const ports: ReckonPorts = {
  ...{ store, blobs, clock: KILL_CLOCK, engine: highsSolver },
  travelMatrix: ({ settings: { travel } }) =>
    greatCircle({ detourFactor: travel.detourFactor.value, speedKmh: travel.speedKmh.value }),
  workflows: {
    start: () => Promise.reject(new Error("so small a week is reckoned at once")),
    describe: () => Promise.resolve(undefined),
  } as unknown as ReckonPorts["workflows"],
};

const text = readFileSync(file, "utf8");
const { rows } = await takeFile(ports, region, { file: "w.csv", text, profile: "waage", by, dry: false });
const id = settlementId([week]);
step = "close";
if ((await findClosed(store, region, id)) === undefined) {
  const { settlement, items } = await reckon(ports, region, { weeks: [week] });
  if (settlement === null) throw new Error(`open work: ${JSON.stringify(items)}`);
  await closeSettlement(ports, region, { weeks: [week], expected: settlement.inputsSha256, by });
}
step = "refuse";
const ticket = rows.at(-1)!.ticketId!;
const held = await findWeighing(store, region, ticket);
if (held!.weighing.decisions.length === 0)
  await decideWeighing(ports, region, { ticket, decision: { kind: "refuse", reason: KILL_REASON }, by });
step = "correct";
if ((await correctionsOf(store, region, id)).length === 0)
  await correctSettlement(ports, region, { id, reason: KILL_REASON, by });
inner.close();
