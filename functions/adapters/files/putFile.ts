/** One file, whole or not at all: written under a temporary name beside its place, then renamed. */
import { rename } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { syncFolder, writeDurably } from "./durable.ts";
import { newStaging, release } from "./staging.ts";

/** Replaces what is there. Throws what the file system throws, and then leaves nothing behind. */
export async function putFile(path: string, data: Uint8Array | string): Promise<void> {
  const target = resolve(path);
  const partial = newStaging(dirname(target), basename(target));
  try {
    await writeDurably(partial, data);
    await rename(partial, target);
    await syncFolder(dirname(target));
  } finally {
    await release(partial);
  }
}
