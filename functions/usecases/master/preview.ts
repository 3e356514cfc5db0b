/** What somebody has uploaded: judged with the whole region, compared, and kept until they confirm exactly this. */
import { hasErrors, type Problem } from "../../../domain/problem.ts";
import { DOCUMENTS, OUTLINES_FILE, TABLES } from "../../../domain/region/tables.ts";
import { heldBlobs } from "../heldBlobs.ts";
import type { Ports } from "../ports.ts";
import { YEAR_FILE } from "../../../planning/flow/year/readYearInput.ts";
import { readRegion } from "../readRegion.ts";
import { previewPrefix } from "../records/keys.ts";
import type { Folder } from "../regions/currentFolder.ts";
import { sha256 } from "../sha256.ts";
import { countsOf, diffFolders, type Counts, type FileChange } from "./diff.ts";
import { folderHash, masterState, type MasterState } from "./masterState.ts";
import { yearFaults } from "./yearFaults.ts";

type PreviewPorts = Pick<Ports, "store" | "blobs" | "clock">;

export interface Preview {
  /** Over the state it was compared with and the uploaded files: whoever confirms it names it. */
  readonly id: string;
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  readonly changes: readonly FileChange[];
  readonly counts: Counts;
}

export type PreviewOutcome =
  | { readonly kind: "preview"; readonly preview: Preview }
  | { readonly kind: "invalid"; readonly preview: Preview }
  /** Names of files that are none of a region's, or come by another way. */
  | {
      readonly kind: "strange";
      readonly files: readonly { readonly file: string; readonly why: "unknown" | "apart" }[];
    }
  | { readonly kind: "same" };

/** Reports come from the yards, contacts are changed one by one with their deputies. */
export const APART: readonly string[] = [TABLES.reports.file, TABLES.contacts.file];
/** In the order in which a region is read. */
export const MASTER_FILES: readonly string[] = [
  ...Object.values(DOCUMENTS).map(({ file }): string => file),
  ...Object.values(TABLES).map(({ file }): string => file),
  YEAR_FILE,
  OUTLINES_FILE,
].filter((file) => !APART.includes(file));

/** Judges and compares; keeps nothing. */
export async function judged(
  { clock }: Pick<Ports, "clock">,
  state: MasterState,
  uploaded: Folder,
): Promise<Preview & { readonly valid: boolean }> {
  const next = new Map([...state.files, ...uploaded]);
  const whole = new Map([...state.whole, ...uploaded]);
  const { region, problems: ofRegion } = await readRegion(heldBlobs(whole), clock.now());
  const ofYear = yearFaults(region, whole.get(YEAR_FILE));
  const problems = [...ofRegion, ...ofYear];
  const changes = diffFolders(state.files, next);
  const id = sha256(`${state.sha256} ${folderHash(uploaded)}`);
  return {
    id,
    files: [...uploaded.keys()],
    problems,
    changes,
    counts: countsOf(changes),
    valid: region !== null && !hasErrors(ofYear),
  };
}

/** @param person subject; what the same person had uploaded before is dropped */
export async function previewUpload(
  ports: PreviewPorts,
  region: string,
  person: string,
  uploaded: Folder,
): Promise<PreviewOutcome> {
  const strange = [...uploaded.keys()].flatMap((file) =>
    MASTER_FILES.includes(file)
      ? []
      : [{ file, why: APART.includes(file) ? ("apart" as const) : ("unknown" as const) }],
  );
  if (strange.length > 0) return { kind: "strange", files: strange };
  const { valid, ...preview } = await judged(ports, await masterState(ports, region), uploaded);
  if (!valid) return { kind: "invalid", preview };
  if (preview.changes.length === 0) return { kind: "same" };
  const prefix = previewPrefix(region, sha256(person).slice(0, 16));
  const entries = new Map([...uploaded].map(([file, bytes]) => [`${prefix}${preview.id}/${file}`, bytes]));
  await ports.blobs.putAll(entries, { replace: [prefix] });
  return { kind: "preview", preview };
}

/** The files of a preview; undefined when this person has no such one any more. */
export async function previewedFiles(
  { blobs }: Pick<Ports, "blobs">,
  region: string,
  person: string,
  id: string,
): Promise<Folder | undefined> {
  if (!/^[0-9a-f]{64}$/.test(id)) return undefined;
  const prefix = `${previewPrefix(region, sha256(person).slice(0, 16))}${id}/`;
  const names = await blobs.list(prefix);
  if (names.length === 0) return undefined;
  const files = await Promise.all(
    names.map(async (name) => [name.slice(prefix.length), (await blobs.get(name))!] as const),
  );
  return new Map(files);
}
