/** Puts a whole, valid state of the master data in the place of the one before. Done twice it is done once. */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { TABLES, type Region } from "../../../domain/region/tables.ts";
import { YEAR_FILE } from "../../../planning/flow/year/readYearInput.ts";
import { asJson, MOST_WRITES, type Write } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { isPlanInput } from "../readRegion.ts";
import { key, masterPrefix } from "../records/keys.ts";
import { pointItem, pointRecord, readPoints } from "../records/point.ts";
import { indexOf } from "../records/region.ts";
import type { Folder } from "../regions/currentFolder.ts";

/** Reports and contacts stay as they are. */
export async function takeMaster(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: Region,
  files: Folder,
): Promise<void> {
  const { id, name } = region.settings;
  const prefix = masterPrefix(id);
  const inputs = [...files]
    .filter(([file]) => isPlanInput(file) || file === YEAR_FILE)
    .map(([file, bytes]) => [prefix + file, bytes] as const);
  // Reports lie in the store; their file must be there for a region to be whole.
  const reports = await blobs.get(prefix + TABLES.reports.file);
  const kept = reports === undefined ? [] : [[prefix + TABLES.reports.file, reports] as const];
  await blobs.putAll(new Map([...inputs, ...kept]), { replace: [prefix] });
  const writes = await pointWrites({ store }, region);
  for (let i = 0; i < writes.length; i += MOST_WRITES) await store.transact(writes.slice(i, i + MOST_WRITES));
  await store.put({ ...key.index(id), data: asJson(indexOf(region)) }, "any");
  await store.put({ ...key.region(id), data: { name } }, "any");
}

async function pointWrites({ store }: Pick<Ports, "store">, region: Region): Promise<Write[]> {
  const { id: regionId } = region.settings;
  const before = new Map((await readPoints(store, regionId)).map(({ id, item }) => [id, item]));
  const puts = region.collectionPoints.flatMap((point): Write[] => {
    const put = pointItem(regionId, point.id, pointRecord(point));
    const old = before.get(point.id);
    return old !== undefined && canonicalJson(old.data) === canonicalJson(put.data) ? [] : [{ put, expected: "any" }];
  });
  const ids = new Set(region.collectionPoints.map(({ id }) => id));
  const removes = [...before.keys()].filter((id) => !ids.has(id));
  return [...puts, ...removes.map((id): Write => ({ remove: key.point(regionId, id), expected: "any" }))];
}
