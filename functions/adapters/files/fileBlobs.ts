/**
 * Blobs in a folder.
 *
 * Everything is written to a staging folder first. A root that does not exist yet appears by one rename, whole. Into an
 * existing root the files are renamed one by one, `plan.json` last, after the staging folder has been renamed to
 * `….ready`: from then on the change is decided, and whoever opens the folder after a kill completes it.
 */
import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Blobs } from "../../ports/blobs.ts";
import { assertInside, isMissing, PARTIAL, pathOf } from "./keys.ts";
import { syncFolder, writeDurably } from "./durable.ts";
import { complete, newStaging, recover, REMOVALS, release } from "./staging.ts";

export function fileBlobs(folder: string): Blobs {
  const root = resolve(folder);
  let recovered: Promise<void> | undefined;
  const ready = (): Promise<void> => (recovered ??= recover(root));
  return {
    list: async (prefix) => {
      await ready();
      return keysBelow(root, prefix);
    },
    get: async (key) => {
      const path = pathOf(root, key);
      await ready();
      return readIfThere(root, path);
    },
    putAll: async (entries, { replace = [] } = {}) => {
      const paths = [...entries.keys()].map((key) => pathOf(root, key));
      await ready();
      for (const path of paths) await assertInside(root, path);
      if (await exists(root)) await putIntoFolder(root, entries, replace);
      else await putNewFolder(root, entries);
    },
  };
}

type Entries = ReadonlyMap<string, Uint8Array | string>;

async function putNewFolder(root: string, entries: Entries): Promise<void> {
  const parent = dirname(root);
  await mkdir(parent, { recursive: true });
  const staging = newStaging(parent, basename(root));
  try {
    await mkdir(staging, { recursive: true });
    await writeEntries(staging, entries);
    await rename(staging, root);
    await syncFolder(parent);
  } finally {
    await release(staging);
  }
}

async function putIntoFolder(root: string, entries: Entries, replace: readonly string[]): Promise<void> {
  const staging = newStaging(root, "");
  try {
    await mkdir(staging);
    await writeEntries(staging, entries);
    const below = await Promise.all(replace.map((prefix) => keysBelow(root, prefix)));
    const stale = [...new Set(below.flat())].filter((key) => !entries.has(key));
    await writeDurably(join(staging, REMOVALS), JSON.stringify(stale));
    await complete(root, staging);
  } finally {
    await release(staging);
  }
}

async function writeEntries(staging: string, entries: Entries): Promise<void> {
  const folders = new Set([staging]);
  for (const [key, data] of entries) {
    const path = pathOf(staging, key);
    await writeDurably(path, data);
    for (let above = dirname(path); above.length > staging.length; above = dirname(above)) folders.add(above);
  }
  for (const folder of folders) await syncFolder(folder);
}

/** Only the folder that the prefix names is looked through. */
async function keysBelow(root: string, prefix: string): Promise<string[]> {
  try {
    const above = prefix.split("/").slice(0, -1);
    const folder = above.length === 0 ? root : pathOf(root, above.join("/"));
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((key) => key.startsWith(prefix) && !key.split("/").some((part) => part.startsWith(PARTIAL)))
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readIfThere(root: string, path: string): Promise<Uint8Array | undefined> {
  try {
    await assertInside(root, path);
    return await readFile(path);
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === "EISDIR") return undefined;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
