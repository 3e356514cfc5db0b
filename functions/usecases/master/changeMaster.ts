/**
 * Changes the master data: what was previewed is what is taken, whole or not at all. The new state is written apart first; then
 * one transaction says that it holds, with its entry in the audit log; then it is put in place. Whoever is stopped in between
 * leaves a state that the next change, or the page, finishes.
 */
import * as z from "zod";
import { hasErrors, type Problem } from "../../../domain/problem.ts";
import { YEAR_FILE } from "../../../planning/flow/year/readYearInput.ts";
import { asJson, type Item } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { heldBlobs } from "../heldBlobs.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { allItems } from "../records/allItems.ts";
import { key, masterVersionPrefix, regionPk } from "../records/keys.ts";
import type { Folder } from "../regions/currentFolder.ts";
import { countsOf, diffFolders, type Counts } from "./diff.ts";
import { folderHash, masterState, type MasterState } from "./masterState.ts";
import { previewedFiles } from "./preview.ts";
import { sha256 } from "../sha256.ts";
import { takeMaster } from "./takeMaster.ts";
import { yearFaults } from "./yearFaults.ts";

export type MasterPorts = Pick<Ports, "store" | "blobs" | "clock" | "log">;

export const MasterVersion = z.strictObject({
  version: z.int().min(1),
  at: z.string(),
  /** Subject. */
  by: z.string(),
  files: z.array(z.string()),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Where its files lie: `before/` and `after/`. */
  folder: z.string(),
  beforeSha256: z.string(),
  afterSha256: z.string(),
  /** The version whose state before it was put back; null for a change by upload. */
  restored: z.int().nullable(),
});
export type MasterVersion = z.infer<typeof MasterVersion>;

const MasterRecord = z.strictObject({ version: z.int(), folder: z.string(), applied: z.boolean() });

export type ChangeOutcome =
  | { readonly kind: "changed"; readonly version: MasterVersion }
  /** Somebody changed them since, or the preview is gone: nothing was taken. */
  | { readonly kind: "stale" }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] }
  | { readonly kind: "same" };

/** @param id of the preview that was confirmed */
export async function confirmPreview(
  ports: MasterPorts,
  region: string,
  by: string,
  id: string,
): Promise<ChangeOutcome> {
  await finishMaster(ports, region);
  const uploaded = await previewedFiles(ports, region, by, id);
  const state = await masterState(ports, region);
  if (uploaded === undefined || sha256(`${state.sha256} ${folderHash(uploaded)}`) !== id) return { kind: "stale" };
  return change(ports, region, { state, next: new Map([...state.files, ...uploaded]), by, restored: null });
}

/** Puts back what was there before a version. @param expected hash of the state as it was shown */
export async function restoreMaster(
  ports: MasterPorts,
  region: string,
  { version, by, expected }: { readonly version: number; readonly by: string; readonly expected: string },
): Promise<ChangeOutcome> {
  await finishMaster(ports, region);
  const item = await ports.store.get(key.masterVersion(region, version));
  const state = await masterState(ports, region);
  if (item === undefined || state.sha256 !== expected) return { kind: "stale" };
  const { folder } = MasterVersion.parse(item.data);
  const next = await versionFiles(ports, region, folder, "before");
  return change(ports, region, { state, next, by, restored: version });
}

interface Change {
  readonly state: MasterState;
  readonly next: Folder;
  readonly by: string;
  readonly restored: number | null;
}

async function change(
  ports: MasterPorts,
  region: string,
  { state, next, by, restored }: Change,
): Promise<ChangeOutcome> {
  const apart = [...state.whole].filter(([file]) => !state.files.has(file));
  const judged = await readRegion(heldBlobs(new Map([...next, ...apart])), ports.clock.now());
  if (judged.region === null) return { kind: "invalid", problems: judged.problems };
  if (judged.region.settings.id !== region) return { kind: "invalid", problems: [otherRegion(region)] };
  const ofYear = yearFaults(judged.region, next.get(YEAR_FILE));
  if (hasErrors(ofYear)) return { kind: "invalid", problems: ofYear };
  const changes = diffFolders(state.files, next);
  if (changes.length === 0) return { kind: "same" };
  const current = await ports.store.get(key.master(region));
  const record = recordOf(current);
  const number = (record?.version ?? 0) + 1;
  const afterSha256 = folderHash(next);
  const folder = `${String(number).padStart(6, "0")}-${sha256(`${state.sha256} ${afterSha256} ${by}`).slice(0, 16)}`;
  const prefix = masterVersionPrefix(region, folder);
  const under = (part: string, files: Folder) =>
    [...files].map(([file, bytes]) => [`${prefix}${part}/${file}`, bytes] as const);
  await ports.blobs.putAll(new Map([...under("before", state.files), ...under("after", next)]));
  const counts: Counts = countsOf(changes);
  const version: MasterVersion = {
    ...{ version: number, at: ports.clock.now(), by, files: changes.map(({ file }) => file), ...counts },
    ...{ folder, beforeSha256: state.sha256, afterSha256, restored },
  };
  const { at: _, folder: __, restored: ___, ...told } = version;
  const data = { ...told, ...(restored === null ? {} : { restored }) };
  const content = {
    kind: restored === null ? "region.changed" : "region.restored",
    subject: `regions/${region}`,
    data,
  };
  const also = [
    {
      put: { ...key.master(region), data: { version: number, folder, applied: false } },
      expected: current?.version ?? ("absent" as const),
    },
    { put: { ...key.masterVersion(region, number), data: asJson(version) }, expected: "absent" as const },
  ];
  const outcome = await append(ports, region, content, { also });
  if (outcome.kind !== "appended") return { kind: "stale" };
  await finishMaster(ports, region);
  return { kind: "changed", version };
}

/** Puts in place what was decided and may have been stopped. */
export async function finishMaster(ports: MasterPorts, region: string): Promise<void> {
  const item = await ports.store.get(key.master(region));
  const record = recordOf(item);
  if (item === undefined || record === undefined || record.applied) return;
  const files = await versionFiles(ports, region, record.folder, "after");
  const { whole } = await masterState(ports, region);
  const apart = [...whole].filter(([file]) => file === "reports.csv" || file === "contacts.csv");
  const { region: read, problems } = await readRegion(heldBlobs(new Map([...files, ...apart])), ports.clock.now());
  // Reports that came since may not fit any more; the decision stands, and the next run names them.
  if (read === null) {
    ports.log.error("master data not put in place", new Error(problems.map(({ cause }) => cause).join(" ")), {
      region,
    });
    return;
  }
  await takeMaster(ports, read, files);
  await ports.store.put({ ...key.master(region), data: { ...record, applied: true } }, item.version);
}

/** Newest first. */
export async function masterVersions({ store }: Pick<Ports, "store">, region: string): Promise<MasterVersion[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "master-version#" });
  return items.map(({ data }) => MasterVersion.parse(data)).reverse();
}

/** What would be put back, and the state that it would replace. */
export async function restorable(ports: MasterPorts, region: string, version: number) {
  const item = await ports.store.get(key.masterVersion(region, version));
  if (item === undefined) return undefined;
  const found = MasterVersion.parse(item.data);
  const state = await masterState(ports, region);
  const changes = diffFolders(state.files, await versionFiles(ports, region, found.folder, "before"));
  return { version: found, expected: state.sha256, changes, counts: countsOf(changes) };
}

async function versionFiles(
  { blobs }: Pick<Ports, "blobs">,
  region: string,
  folder: string,
  part: "before" | "after",
): Promise<Folder> {
  const prefix = `${masterVersionPrefix(region, folder)}${part}/`;
  const names = await blobs.list(prefix);
  const files = await Promise.all(
    names.map(async (name) => [name.slice(prefix.length), (await blobs.get(name))!] as const),
  );
  return new Map(files);
}

const recordOf = (item: Item | undefined) => (item === undefined ? undefined : MasterRecord.parse(item.data));

const otherRegion = (region: string): Problem => ({
  code: "region.other",
  severity: "error",
  place: { file: "region.json", field: "id" },
  cause: `It names another region than ${region}.`,
  action: `Write "id": "${region}", or set the other region up by itself.`,
});
