/** Files held in memory, to be read as a region folder. */
import type { Blobs } from "../ports/blobs.ts";

type Files = Readonly<Record<string, Uint8Array | string>> | ReadonlyMap<string, Uint8Array | string>;

export function heldBlobs(given: Files): Blobs {
  const files = given instanceof Map ? given : new Map(Object.entries(given));
  const bytesOf = (data: Uint8Array | string): Uint8Array =>
    typeof data === "string" ? new TextEncoder().encode(data) : data;
  return {
    list: (prefix) => Promise.resolve([...files.keys()].filter((name) => name.startsWith(prefix)).sort()),
    get: (name) => {
      const data = files.get(name);
      return Promise.resolve(data === undefined ? undefined : bytesOf(data));
    },
    putAll: () => Promise.reject(new Error("these files are only read")),
  };
}
