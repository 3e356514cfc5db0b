// Writes to a store until it is killed: new items, new versions of old ones, transactions; several at once. Every
// acknowledged write is a line `["sort key", version]`, written synchronously, so that no line runs ahead of its write.
import { writeSync } from "node:fs";
import { sqliteStore } from "../../functions/adapters/sqlite/sqliteStore.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";

const [file = "", round = ""] = process.argv.slice(2);
const store = sqliteStore(file, systemClock);
const say = (sk: string, version: number) => writeSync(1, `${JSON.stringify([sk, version])}\n`);
const item = (sk: string, count: number) => ({
  pk: "region#kill",
  sk,
  data: { count, filling: "x".repeat(500) },
  index: { pk: "due", sk: String(count % 7) },
});

async function write(writer: number): Promise<never> {
  for (let count = 0; ; count++) {
    const fresh = `${round}-${writer}-${count}`;
    const created = await store.put(item(fresh, count), "absent");
    if (created.status === "written") say(fresh, created.version);
    const shared = await store.put(item(`shared-${count % 5}`, count), "any");
    if (shared.status === "written") say(`shared-${count % 5}`, shared.version);
    const pair = [`${fresh}-a`, `${fresh}-b`];
    const together = await store.transact(pair.map((sk) => ({ put: item(sk, count), expected: "absent" })));
    if (together.status === "written") for (const sk of pair) say(sk, 1);
  }
}

await Promise.all([0, 1, 2, 3].map(write));
