/** What both stores refuse, and how both write pages' cursors, so that they behave alike. */
import {
  MOST_BYTES,
  MOST_WRITES,
  PAGE,
  StoreMisuse,
  type Expected,
  type Item,
  type Key,
  type NewItem,
  type Query,
  type Write,
} from "../ports/store.ts";

const MOST_KEY_BYTES = 1024;

export function assertKey({ pk, sk }: Key): void {
  for (const [name, part] of [
    ["pk", pk],
    ["sk", sk],
  ] as const) {
    const bytes = Buffer.byteLength(part);
    if (bytes < 1 || bytes > MOST_KEY_BYTES)
      throw new StoreMisuse(`${name} must have 1 to ${MOST_KEY_BYTES} bytes, not ${bytes}: ${part.slice(0, 60)}`);
    if (!part.isWellFormed()) throw new StoreMisuse(`${name} is not well-formed text`);
  }
}

/** The data as text, which both stores keep, so that numbers come back as they went in. */
export function dataText({ data, ...item }: NewItem): string {
  assertKey(item);
  if (item.index !== undefined) assertKey(item.index);
  if (item.expiresAt !== undefined && !Number.isSafeInteger(item.expiresAt))
    throw new StoreMisuse(`expiresAt of ${item.sk} is not a whole number of seconds: ${item.expiresAt}`);
  const text = JSON.stringify(data, refuseLoss);
  if (text === undefined) throw new StoreMisuse(`the data of ${item.sk} is not JSON`);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    throw new StoreMisuse(`the data of ${item.sk} has ${bytes} bytes; at most ${MOST_BYTES} go into the store`);
  return text;
}

/** JSON.stringify writes NaN as null and leaves functions out without a word. */
function refuseLoss(name: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new StoreMisuse(`${name} is ${value}, which JSON lacks`);
  if (["function", "symbol", "bigint"].includes(typeof value))
    throw new StoreMisuse(`${name} is a ${typeof value}, which JSON lacks`);
  return value;
}

export function assertWrites(writes: readonly Write[]): void {
  if (writes.length === 0 || writes.length > MOST_WRITES)
    throw new StoreMisuse(`a transaction has 1 to ${MOST_WRITES} writes, not ${writes.length}`);
  const keys = new Set(writes.map((write) => JSON.stringify([keyOf(write).pk, keyOf(write).sk])));
  if (keys.size < writes.length) throw new StoreMisuse("a transaction names each key once");
}

export function keyOf(write: Write): Key {
  if ("put" in write) return write.put;
  return "remove" in write ? write.remove : write.check;
}

export function holds(expected: Expected, current: Pick<Item, "version"> | undefined): boolean {
  if (expected === "any") return true;
  if (expected === "absent") return current === undefined;
  if (expected === "present") return current !== undefined;
  return current?.version === expected;
}

export function pageSize({ limit }: Query): number {
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1))
    throw new StoreMisuse(`limit must be a whole number from 1, not ${limit}`);
  return Math.min(limit ?? PAGE, PAGE);
}

export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

export function readCursor<T>(cursor: string): T {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString()) as T;
  } catch {
    throw new StoreMisuse("the cursor is not one that a page gave");
  }
}

/** The sort keys of a query as one span: at or after `from`, before `before`; `null` when no key can lie in it. */
export function sortSpan({ prefix = "", from, before }: Query): { from?: string; before?: string } | null {
  const starts = [prefix, from ?? ""].filter((text) => text !== "");
  const ends = [afterPrefix(prefix), before].filter((text) => text !== undefined);
  const start = starts.sort(byBytes).at(-1);
  const end = ends.sort(byBytes)[0];
  if (start !== undefined && end !== undefined && byBytes(start, end) >= 0) return null;
  return { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { before: end }) };
}

/** Order of UTF-8 bytes, which both stores sort by; JavaScript compares UTF-16 units. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The least text after all texts that begin with `prefix`; undefined when there is none. */
function afterPrefix(prefix: string): string | undefined {
  const points = [...prefix];
  while (points.length > 0) {
    const last = points.pop()!.codePointAt(0)!;
    // Between U+D7FF and U+E000 lie the surrogates, which are no characters.
    if (last < 0x10ffff) return points.join("") + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1);
  }
  return undefined;
}
