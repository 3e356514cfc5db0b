/** Freezes the input of a run: from here on every stage reads the same, whatever people report or change. */
import { InputError } from "../../../domain/problem.ts";
import { heldBlobs } from "../heldBlobs.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { currentFolder, type Folder } from "../regions/currentFolder.ts";
import { readRecord, writeInput, type RunKey, type RunOptions, type RunRecord } from "./run.ts";
import { sha256 } from "../sha256.ts";

export interface FrozenInput {
  readonly key: RunKey;
  readonly record: RunRecord;
}

/**
 * The same master data, reports and options give the same run, which is written once.
 *
 * @throws InputError with every problem of the region as it stands; ApiProblem 404 without such a region
 */
export async function freezeInput(
  { store, blobs, clock }: Pick<Ports, "store" | "blobs" | "clock">,
  { region, week, options }: { readonly region: string; readonly week: string; readonly options: RunOptions },
): Promise<FrozenInput> {
  const files = await currentFolder(store, blobs, region);
  return freezeFolder({ blobs, clock }, { region, week, options, files });
}

/**
 * The same for a region as it might be.
 *
 * @throws InputError with every problem of the folder
 */
export async function freezeFolder(
  { blobs, clock }: Pick<Ports, "blobs" | "clock">,
  {
    region,
    week,
    options,
    files,
  }: Pick<RunKey, "region" | "week"> & { readonly options: RunOptions; readonly files: Folder },
): Promise<FrozenInput> {
  const frozenAt = clock.now();
  const read = await readRegion(heldBlobs(files), frozenAt);
  if (read.region === null) throw new InputError(read.problems);
  const inputSha256 = read.inputsSha256;
  const run = sha256(`${inputSha256} ${options.seed} ${options.iterations}`);
  const key = { region, week, run: run.slice(0, 16) };
  const before = await readRecord(blobs, key);
  if (before !== undefined) return { key, record: before };
  const record = { options, inputSha256, frozenAt };
  await writeInput(blobs, key, record, files);
  return { key, record };
}
