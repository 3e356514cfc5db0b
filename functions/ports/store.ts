/**
 * Items with versions: what the system remembers. A region is a partition; regions never share a lock.
 *
 * Every write names what it expects to find. What it does not find is an outcome (`conflict`) and no exception: whoever
 * writes reads again and decides. An item whose `expiresAt` has passed is absent, for readers and for conditions alike,
 * however late it is really removed.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface Key {
  /** Partition. 1 to 1,024 bytes of UTF-8. */
  readonly pk: string;
  /** Sort key within the partition, in byte order of UTF-8. 1 to 1,024 bytes. */
  readonly sk: string;
}

export interface NewItem extends Key {
  /** At most `MOST_BYTES` as JSON; larger things go to Blobs, and their key here. */
  readonly data: Json;
  /** A second way to find it: `query({ index: true, pk })`. */
  readonly index?: Key;
  /** Seconds since 1970; from then on the item is absent. */
  readonly expiresAt?: number;
}

export interface Item extends NewItem {
  /** 1 for a new item, one more at every write; an item put after an expiry may go on counting. */
  readonly version: number;
}

/** What must be so for a write: nothing there, exactly this version, anything there, or no matter. */
export type Expected = "absent" | "present" | "any" | number;

export type Write =
  | { readonly put: NewItem; readonly expected: Expected }
  | { readonly remove: Key; readonly expected: Expected }
  /** Writes nothing; the others go through only if it holds. */
  | { readonly check: Key; readonly expected: Exclude<Expected, "any"> };

export type WriteOutcome =
  | { readonly status: "written"; readonly version: number }
  /** `current` is what was there instead. */
  | { readonly status: "conflict"; readonly current: Item | undefined };

export type TransactOutcome =
  | { readonly status: "written" }
  /** Index of one write whose expectation did not hold; nothing was written. */
  | { readonly status: "conflict"; readonly at: number };

export interface Query {
  readonly pk: string;
  /** Look the partition up among the `index` keys. In the cloud that index may lag by a moment. */
  readonly index?: boolean;
  /** Only sort keys that begin so. */
  readonly prefix?: string;
  /** Only sort keys at or after this one. */
  readonly from?: string;
  /** Only sort keys before this one. */
  readonly before?: string;
  readonly descending?: boolean;
  /** Items a page. Default and most: `PAGE`. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface Page {
  readonly items: readonly Item[];
  /** There may be more. */
  readonly next?: string;
}

export interface Store {
  get(key: Key): Promise<Item | undefined>;
  /** Reads what was written before, also in the cloud, but for `index`. */
  query(query: Query): Promise<Page>;
  put(item: NewItem, expected: Expected): Promise<WriteOutcome>;
  remove(key: Key, expected: Expected): Promise<WriteOutcome>;
  /** All or nothing, at most `MOST_WRITES`, each key once. */
  transact(writes: readonly Write[]): Promise<TransactOutcome>;
}

/** A record as JSON. What is undefined in it is left out when it is written. */
export const asJson = (record: object): Json => record as Json;

/** DynamoDB takes 400 KB an item, names included. */
export const MOST_BYTES = 350_000;
export const MOST_WRITES = 100;
export const PAGE = 200;

/** Misuse by the caller: an empty or overlong key, an item too large, a value that JSON does not know. */
export class StoreMisuse extends Error {
  override readonly name = "StoreMisuse";
}
