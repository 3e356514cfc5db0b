/** Blobs in memory, for tests. */
import type { Blobs } from "../../functions/ports/blobs.ts";

export function memoryBlobs(initial: Readonly<Record<string, Uint8Array | string>> = {}): Blobs {
  const bytesOf = (data: Uint8Array | string): Uint8Array =>
    typeof data === "string" ? new TextEncoder().encode(data) : data;
  const blobs = new Map(Object.entries(initial).map(([key, data]) => [key, bytesOf(data)]));
  return {
    list: (prefix) => Promise.resolve([...blobs.keys()].filter((key) => key.startsWith(prefix)).sort()),
    get: (key) => Promise.resolve(blobs.get(key)),
    putAll: (entries, { replace = [] } = {}) => {
      for (const key of [...blobs.keys()]) if (replace.some((prefix) => key.startsWith(prefix))) blobs.delete(key);
      for (const [key, data] of entries) blobs.set(key, bytesOf(data));
      return Promise.resolve();
    },
  };
}
