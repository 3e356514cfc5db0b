/** A part of the blobs as if it were all of them. */
import type { Blobs } from "../ports/blobs.ts";

/** @param prefix ends with a slash */
export function blobsBelow(blobs: Blobs, prefix: string): Blobs {
  return {
    list: async (start) => (await blobs.list(prefix + start)).map((key) => key.slice(prefix.length)),
    get: (key) => blobs.get(prefix + key),
    putAll: (entries, { replace = [] } = {}) =>
      blobs.putAll(new Map([...entries].map(([key, data]) => [prefix + key, data])), {
        replace: replace.map((below) => prefix + below),
      }),
  };
}
