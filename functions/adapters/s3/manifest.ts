/** The manifest of a scope: which object is behind each key that was not put alone. */
import type { Bucket } from "./bucket.ts";
import { manifestOf } from "./layout.ts";

export interface Manifest {
  /** Name of the object behind a key; null for a key that was removed, so that an object of its own no longer counts. */
  readonly entries: Readonly<Record<string, string | null>>;
  /** Ids of the latest puts, so that one whose answer was lost knows itself again. */
  readonly puts: readonly string[];
}

export interface ReadManifest extends Manifest {
  /** Undefined when there is none yet. */
  readonly etag: string | undefined;
}

const REMEMBERED_PUTS = 50;

export async function readManifest(bucket: Bucket, scope: string): Promise<ReadManifest> {
  const found = await bucket.get(manifestOf(scope));
  if (found === undefined) return { entries: {}, puts: [], etag: undefined };
  return { ...(JSON.parse(Buffer.from(found.bytes).toString("utf8")) as Manifest), etag: found.etag };
}

export interface Change {
  readonly id: string;
  /** Name of the object behind each key that is put. */
  readonly objects: ReadonlyMap<string, string>;
  /** Whether a key that is not put goes. */
  readonly goes: (key: string) => boolean;
  /** Keys with an object of their own where the put replaces. */
  readonly alone: readonly string[];
}

export function changed(manifest: Manifest, { id, objects, goes, alone }: Change): Manifest {
  const entries = new Map(Object.entries(manifest.entries));
  for (const key of [...entries.keys(), ...alone]) if (goes(key) && !objects.has(key)) entries.set(key, null);
  for (const [key, name] of objects) entries.set(key, name);
  return { entries: Object.fromEntries(entries), puts: [...manifest.puts.slice(1 - REMEMBERED_PUTS), id] };
}

/** Names of the objects that the first manifest needs and the second does not. */
export function superseded(before: Manifest, after: Manifest): string[] {
  const kept = new Set(Object.values(after.entries));
  return Object.values(before.entries).filter((name) => name !== null && !kept.has(name)) as string[];
}
