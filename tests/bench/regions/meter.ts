/**
 * Counts what the cloud bills. Functions run one at a time, so that the processor time of this process between a call and its
 * end is that function's own; other work on the machine stretches the wall clock, but not this.
 */
import type { FunctionSpec } from "../../../functions/contract/functions.ts";
import type { Blobs } from "../../../functions/ports/blobs.ts";
import type { NewItem, Store, Write } from "../../../functions/ports/store.ts";

export interface Meter {
  readonly calls: Record<string, number>;
  /** Processor seconds by function. */
  readonly seconds: Record<string, number>;
  /** Of DynamoDB: a write is 1 KB or part of it, twice that in a transaction; a read 4 KB. */
  writeUnits: number;
  readUnits: number;
  blobPuts: number;
  blobGets: number;
  mails: number;
}

export function emptyMeter(): Meter {
  return { calls: {}, seconds: {}, writeUnits: 0, readUnits: 0, blobPuts: 0, blobGets: 0, mails: 0 };
}

type Call = () => Promise<unknown>;

/** @param meter of the moment; the bench changes it from region to region */
export function meteredCalls(meter: () => Meter): (spec: FunctionSpec, call: Call) => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  return (spec, call) => {
    const turn = last.then(async () => {
      const before = process.cpuUsage();
      try {
        return await call();
      } finally {
        const { user, system } = process.cpuUsage(before);
        const { calls, seconds } = meter();
        calls[spec.name] = (calls[spec.name] ?? 0) + 1;
        seconds[spec.name] = (seconds[spec.name] ?? 0) + (user + system) / 1e6;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

export function meteredStore(store: Store, meter: () => Meter): Store {
  const write = (item: NewItem, factor = 1): void => {
    // The index is written as well.
    const entries = item.index === undefined ? 1 : 2;
    meter().writeUnits += factor * entries * Math.ceil(bytesOf(item) / 1024);
  };
  const read = (bytes: number): void => void (meter().readUnits += Math.max(1, Math.ceil(bytes / 4096)));
  return {
    async get(key) {
      const item = await store.get(key);
      read(item === undefined ? 0 : bytesOf(item));
      return item;
    },
    async query(query) {
      const page = await store.query(query);
      read(page.items.reduce((sum, item) => sum + bytesOf(item), 0));
      return page;
    },
    put(item, expected) {
      write(item);
      return store.put(item, expected);
    },
    remove(key, expected) {
      meter().writeUnits += 1;
      return store.remove(key, expected);
    },
    transact(writes) {
      for (const one of writes) if (isPut(one)) write(one.put, 2);
      return store.transact(writes);
    },
  };
}

export function meteredBlobs(blobs: Blobs, meter: () => Meter): Blobs {
  return {
    list: (prefix) => blobs.list(prefix),
    get(key) {
      meter().blobGets += 1;
      return blobs.get(key);
    },
    putAll(entries, options) {
      meter().blobPuts += entries.size;
      return blobs.putAll(entries, options);
    },
  };
}

const isPut = (write: Write): write is Extract<Write, { put: NewItem }> => "put" in write;
const bytesOf = (item: NewItem): number => Buffer.byteLength(JSON.stringify(item));
