import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { groupCommit, type GroupCommit } from "../../../functions/adapters/sqlite/groupCommit.ts";
import { sqliteStore } from "../../../functions/adapters/sqlite/sqliteStore.ts";

let folder: string;
let db: DatabaseSync;
let group: GroupCommit;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gruenverbund-group-"));
  db = new DatabaseSync(join(folder, "group.db"));
  db.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER PRIMARY KEY, filling TEXT)");
  group = groupCommit(db);
});

afterEach(() => {
  if (db.isOpen) db.close();
  rmSync(folder, { recursive: true });
});

const insert = (n: number, filling = "x") =>
  group.run(() => db.prepare("INSERT INTO t VALUES (?, ?)").run(n, filling).changes);

/** As another process sees it: what is committed. */
function committed(): number[] {
  const other = new DatabaseSync(join(folder, "group.db"), { readOnly: true });
  const rows = other.prepare("SELECT n FROM t ORDER BY n").all() as { n: number }[];
  other.close();
  return rows.map(({ n }) => n);
}

test("what is acknowledged is committed, and nothing is visible before", async () => {
  const writes = [1, 2, 3].map((n) => insert(n));
  expect(committed()).toEqual([]);
  await writes[0];
  expect(committed()).toEqual([1, 2, 3]);
  expect(await Promise.all(writes)).toEqual([1, 1, 1]);
});

test("a write that fails takes back what it did, and nothing of the others", async () => {
  const half = group.run(() => {
    db.prepare("INSERT INTO t VALUES (7, 'half')").run();
    throw new Error("second half failed");
  });
  const outcomes = await Promise.allSettled([insert(1), half, insert(1), insert(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
  expect(committed()).toEqual([1, 2]);
});

test("writes of one group see each other in the order in which they came", async () => {
  const count = () => group.run(() => (db.prepare("SELECT count(*) AS c FROM t").get() as { c: number }).c);
  expect(await Promise.all([count(), insert(1), count(), insert(2), count()])).toEqual([0, 1, 1, 1, 2]);
});

test("when the disk is full the whole group is refused, and the next one goes", async () => {
  db.exec("PRAGMA max_page_count = 8");
  const outcomes = await Promise.allSettled([insert(1), insert(2, "x".repeat(100_000)), insert(3)]);
  const { rejected, fulfilled } = Object.groupBy(outcomes, ({ status }) => status);
  expect(rejected?.length).toBeGreaterThan(0);
  expect(committed().length).toBe(fulfilled?.length ?? 0);
  expect(db.isTransaction).toBe(false);
  expect(await insert(4)).toBe(1);
});

test("a commit that fails acknowledges nobody", async () => {
  db.exec("PRAGMA foreign_keys = ON; CREATE TABLE u (n INTEGER REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED)");
  const orphan = group.run(() => db.prepare("INSERT INTO u VALUES (99)").run());
  const outcomes = await Promise.allSettled([insert(1), orphan]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(committed()).toEqual([]);
  expect(await insert(2)).toBe(1);
});

test("closing the store commits what waits", async () => {
  const clock = { now: () => "2026-11-23T06:00:00Z", elapsed: () => 0 };
  const file = join(folder, "store.db");
  const store = sqliteStore(file, clock);
  const put = store.put({ pk: "p", sk: "s", data: 1 }, "absent");
  store.close();
  expect(await put).toEqual({ status: "written", version: 1 });
  const again = sqliteStore(file, clock);
  expect((await again.get({ pk: "p", sk: "s" }))?.data).toBe(1);
  again.close();
});
