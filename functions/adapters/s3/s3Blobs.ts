/**
 * Blobs in an S3 bucket.
 *
 * One key put alone is one object, which S3 makes visible whole. Several keys, or a put that replaces, are written as objects
 * nobody can see yet, and then one small manifest is put over the version that was read (If-Match): readers go by the
 * manifest, so they see all or nothing, and of two writers one begins again. A put that dies leaves objects that nothing names.
 */
import type { S3Client } from "@aws-sdk/client-s3";
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Blobs } from "../../ports/blobs.ts";
import { type Bucket, s3Bucket } from "./bucket.ts";
import { assertKey, generationOf, manifestOf, objectOf, type ScopeOf } from "./layout.ts";
import { changed, readManifest, superseded } from "./manifest.ts";

/** Pauses before a put that met another one is tried again, each up to half as long again by chance. */
const RETRY_PAUSES_MS = [20, 50, 100, 200, 400, 800, 1600, 3200];
const UPLOADS_AT_ONCE = 16;
/** A reader whose object was superseded under its hands looks again so often. */
const READS = 5;

type Entries = ReadonlyMap<string, Uint8Array | string>;

export function s3Blobs(client: S3Client, bucketName: string, scopeOf: ScopeOf = () => ""): Blobs {
  const bucket = s3Bucket(client, bucketName);
  return {
    list: (prefix) => list(bucket, scopeOf, prefix),
    get(key) {
      return attempt(
        () => assertKey(key),
        () => get(bucket, scopeOf(key), key),
      );
    },
    putAll(entries, { replace = [] } = {}) {
      return attempt(
        () => [...entries.keys()].forEach(assertKey),
        () => putAll(bucket, scopeOf, entries, replace),
      );
    },
  };
}

async function attempt<T>(check: () => void, action: () => Promise<T>): Promise<T> {
  check();
  return action();
}

async function get(bucket: Bucket, scope: string, key: string): Promise<Uint8Array | undefined> {
  let manifest = await readManifest(bucket, scope);
  for (let read = 0; read < READS; read++) {
    const name = manifest.entries[key];
    if (name === null) return undefined;
    const found = await bucket.get(name ?? objectOf(key));
    if (found !== undefined) return found.bytes;
    const again = await readManifest(bucket, scope);
    if (again.etag === manifest.etag) {
      if (name === undefined) return undefined;
      throw new Error(`the object behind ${key} is missing: ${name}`);
    }
    manifest = again;
  }
  throw new Error(`${key} was put again ${READS} times while it was read; try again`);
}

/** Objects first and manifests second: what a put removes or moves in between is then still found in one of them. */
async function list(bucket: Bucket, scopeOf: ScopeOf, prefix: string): Promise<string[]> {
  const alone = await bucket.list(objectOf(prefix));
  const keys = new Set(alone.map((name) => name.slice(objectOf("").length)));
  const [start, end] = manifestOf("\n").split("\n") as [string, string];
  const below = (await bucket.list(`${start}${prefix}`)).map((name) => name.slice(start.length, -end.length));
  for (const scope of new Set([scopeOf(prefix), ...below])) {
    const { entries } = await readManifest(bucket, scope);
    for (const [key, name] of Object.entries(entries)) {
      if (name === null) keys.delete(key);
      else if (key.startsWith(prefix)) keys.add(key);
    }
  }
  return [...keys].sort();
}

async function putAll(bucket: Bucket, scopeOf: ScopeOf, entries: Entries, replace: readonly string[]): Promise<void> {
  const [scope, ...others] = new Set([...entries.keys(), ...replace].map(scopeOf));
  if (scope === undefined) return;
  if (others.length > 0)
    throw new RangeError(
      `cannot be put together, as they lie in scopes of their own: ${[scope, ...others].join(", ")}`,
    );
  const [only] = entries;
  if (only !== undefined && entries.size === 1 && replace.length === 0) {
    const [key, data] = only;
    const { entries: known } = await readManifest(bucket, scope);
    if (known[key] === undefined) return bucket.put(objectOf(key), data);
  }
  const id = randomUUID();
  const objects = new Map([...entries.keys()].map((key) => [key, generationOf(id, key)]));
  try {
    await upload(bucket, entries, objects);
  } catch (error) {
    await discard(bucket, [...objects.values()]);
    throw error;
  }
  await commit(bucket, scope, id, objects, replace);
}

async function upload(bucket: Bucket, entries: Entries, objects: ReadonlyMap<string, string>): Promise<void> {
  const queue = entries.entries();
  const work = async (): Promise<void> => {
    for (const [key, data] of queue) await bucket.put(objects.get(key)!, data);
  };
  const done = await Promise.allSettled(Array.from({ length: UPLOADS_AT_ONCE }, work));
  for (const one of done) if (one.status === "rejected") throw one.reason;
}

/** From the conditional put on, an error leaves open whether the put is visible, so its objects stay. */
async function commit(
  bucket: Bucket,
  scope: string,
  id: string,
  objects: ReadonlyMap<string, string>,
  replace: readonly string[],
): Promise<void> {
  const goes = (key: string): boolean => replace.some((prefix) => key.startsWith(prefix));
  for (const wait of [...RETRY_PAUSES_MS, undefined]) {
    const before = await readManifest(bucket, scope);
    if (before.puts.includes(id)) return;
    const alone = await ownObjects(bucket, replace);
    const after = changed(before, { id, objects, goes, alone });
    if (await bucket.putIf(manifestOf(scope), JSON.stringify(after), before.etag))
      return discard(bucket, [...superseded(before, after), ...alone.map(objectOf)]);
    if (wait !== undefined) await pause(wait + randomInt(wait / 2));
  }
  await discard(bucket, [...objects.values()]);
  throw new Error(`a put of ${objects.size} keys met others ${RETRY_PAUSES_MS.length + 1} times; try again`);
}

/** Keys with an object of their own where a put replaces. */
async function ownObjects(bucket: Bucket, replace: readonly string[]): Promise<string[]> {
  const names = (await Promise.all(replace.map((prefix) => bucket.list(objectOf(prefix))))).flat();
  return [...new Set(names.map((name) => name.slice(objectOf("").length)))];
}

/** What nothing names any more costs storage and does no harm, so a failure to remove it is none of the put. */
async function discard(bucket: Bucket, names: readonly string[]): Promise<void> {
  if (names.length > 0) await bucket.remove(names).catch(() => undefined);
}
