/**
 * The store in one SQLite file. An item and its index entry are one row, so they cannot fall out of step; WAL with
 * synchronous=FULL, so that what was acknowledged survives a kill or a power cut.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { Clock } from "../../ports/clock.ts";
import type { Expected, Item, Json, Key, NewItem, Page, Query, Store, Write, WriteOutcome } from "../../ports/store.ts";
import {
  assertKey,
  assertWrites,
  dataText,
  holds,
  keyOf,
  pageSize,
  readCursor,
  sortSpan,
  writeCursor,
} from "../storeRules.ts";
import { groupCommit } from "./groupCommit.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS items (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL,
    index_pk TEXT, index_sk TEXT, expires_at INTEGER,
    PRIMARY KEY (pk, sk)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS items_index ON items (index_pk, index_sk, pk, sk) WHERE index_pk IS NOT NULL;
  CREATE INDEX IF NOT EXISTS items_expiry ON items (expires_at) WHERE expires_at IS NOT NULL;`;

/** How long a second process that writes is waited for. */
const BUSY_MS = 10_000;

interface Row {
  readonly pk: string;
  readonly sk: string;
  readonly version: number;
  readonly data: string;
  readonly index_pk: string | null;
  readonly index_sk: string | null;
  readonly expires_at: number | null;
}

export interface SqliteStore extends Store {
  /** Removes what has expired; returns how many. */
  sweep(): number;
  close(): void;
}

/** @param file path of the database, or ":memory:" */
export function sqliteStore(file: string, clock: Clock): SqliteStore {
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
  db.exec(SCHEMA);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const group = groupCommit(db);
  const now = () => Math.floor(Date.parse(clock.now()) / 1000);
  const find = ({ pk, sk }: Key): Item | undefined => {
    const row = prepare("SELECT * FROM items WHERE pk = ? AND sk = ?").get(pk, sk) as unknown as Row | undefined;
    return row === undefined || expired(row, now()) ? undefined : itemOf(row);
  };
  const findVersion = ({ pk, sk }: Key): { readonly version: number } | undefined => {
    const row = prepare("SELECT version, expires_at FROM items WHERE pk = ? AND sk = ?").get(pk, sk);
    return row === undefined || expired(row as unknown as Row, now()) ? undefined : (row as unknown as Row);
  };
  return {
    get: (key) => attempt(() => (assertKey(key), find(key))),
    query: (query) => attempt(() => queryPage(prepare, query, now())),
    put: (item, expected) => attempt(() => writeOne({ put: item, expected })),
    remove: (key, expected) => attempt(() => writeOne({ remove: key, expected })),
    transact: (writes) =>
      attempt(() => {
        assertWrites(writes);
        const texts = writes.map((write) => textOf(write));
        return group.run(() => {
          // A transaction names each key once, so no write changes what another one found.
          const current = writes.map((write) => findVersion(keyOf(write)));
          const at = writes.findIndex(({ expected }, i) => !holds(expected, current[i]));
          if (at >= 0) return { status: "conflict" as const, at };
          writes.forEach((write, i) => apply(prepare, write, texts[i]!, current[i]));
          return { status: "written" as const };
        });
      }),
    sweep: () => Number(prepare("DELETE FROM items WHERE expires_at <= ?").run(now()).changes),
    close() {
      group.flush();
      db.close();
    },
  };

  function writeOne(write: Write & { readonly expected: Expected }): Promise<WriteOutcome> {
    const text = textOf(write);
    return group.run(() => {
      const current = find(keyOf(write));
      if (!holds(write.expected, current)) return { status: "conflict" as const, current };
      return { status: "written" as const, version: apply(prepare, write, text, current) };
    });
  }
}

/** SQLite answers at once; a thrown error becomes a rejected promise, as with any other store. */
function attempt<T>(work: () => T | Promise<T>): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

function textOf(write: Write): string {
  if ("put" in write) return dataText(write.put);
  assertKey(keyOf(write));
  return "";
}

/** Carries a write out; returns the version that is there now, 0 for none. */
function apply(
  prepare: (sql: string) => StatementSync,
  write: Write,
  text: string,
  current: { readonly version: number } | undefined,
): number {
  if ("check" in write) return current?.version ?? 0;
  if ("remove" in write) {
    prepare("DELETE FROM items WHERE pk = ? AND sk = ?").run(write.remove.pk, write.remove.sk);
    return 0;
  }
  const { pk, sk, index, expiresAt } = write.put;
  const version = (current?.version ?? 0) + 1;
  prepare("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    pk,
    sk,
    version,
    text,
    index?.pk ?? null,
    index?.sk ?? null,
    expiresAt ?? null,
  );
  return version;
}

function queryPage(prepare: (sql: string) => StatementSync, query: Query, now: number): Page {
  const [pk, sk] = query.index === true ? ["index_pk", "index_sk"] : ["pk", "sk"];
  const order = query.descending === true ? "DESC" : "ASC";
  const wheres = [`${pk} = ?`, "(expires_at IS NULL OR expires_at > ?)"];
  const values: SQLInputValue[] = [query.pk, now];
  const where = (sql: string, ...more: SQLInputValue[]): void => {
    wheres.push(sql);
    values.push(...more);
  };
  const span = sortSpan(query);
  if (span === null) return { items: [] };
  if (span.from !== undefined) where(`${sk} >= ?`, span.from);
  if (span.before !== undefined) where(`${sk} < ?`, span.before);
  const { cursor } = query;
  if (cursor !== undefined) {
    const key = readCursor<[string, string, string]>(cursor);
    where(`(${sk}, pk, sk) ${order === "ASC" ? ">" : "<"} (?, ?, ?)`, ...key);
  }
  const size = pageSize(query);
  const sql = `SELECT * FROM items WHERE ${wheres.join(" AND ")}
    ORDER BY ${sk} ${order}, pk ${order}, items.sk ${order} LIMIT ${size + 1}`;
  const rows = prepare(sql).all(...values) as unknown as Row[];
  const items = rows.slice(0, size).map(itemOf);
  const last = items.at(-1);
  if (rows.length <= size || last === undefined) return { items };
  const lastSort = query.index === true ? last.index!.sk : last.sk;
  return { items, next: writeCursor([lastSort, last.pk, last.sk]) };
}

function expired({ expires_at }: Pick<Row, "expires_at">, now: number): boolean {
  return expires_at !== null && expires_at <= now;
}

function itemOf(row: Row): Item {
  const item: NewItem = {
    pk: row.pk,
    sk: row.sk,
    data: JSON.parse(row.data) as Json,
    ...(row.index_pk === null || row.index_sk === null ? {} : { index: { pk: row.index_pk, sk: row.index_sk } }),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at }),
  };
  return { ...item, version: row.version };
}
