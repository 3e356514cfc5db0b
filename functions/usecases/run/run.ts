/**
 * One planning run of a week: its frozen input, the results of its stages and its final files lie under one prefix of the
 * blobs. Payloads of the workflow name the run; everything larger is read from here.
 */
import * as z from "zod";
import { InputError } from "../../../domain/problem.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { Week } from "../../contract/common.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { blobsBelow } from "../blobsBelow.ts";
import type { Ports } from "../ports.ts";
import { readRegion, type ReadRegion } from "../readRegion.ts";
import { runPrefix } from "../records/keys.ts";
import { travelOf, type RegionTravel } from "../travel.ts";

/** Names a run in payloads. */
export const RunKey = z.object({ region: z.string(), week: Week, run: z.string().regex(/^[0-9a-f]{16}$/) });
export type RunKey = z.infer<typeof RunKey>;

/** What was asked for, kept with the input. */
export interface RunOptions {
  readonly seed: number;
  readonly iterations: number;
}

/** Kept beside the input. */
export interface RunRecord {
  readonly options: RunOptions;
  readonly inputSha256: string;
  /** RFC 3339: reports after it do not count. */
  readonly frozenAt: string;
  /** The runs that it was made of by hand, latest first: input, forecast, flow and costs of groups are theirs. */
  readonly madeOf?: readonly string[];
}

const RECORD = "run.json";

export function runBlobs(blobs: Blobs, { region, week, run }: RunKey): Blobs {
  return blobsBelow(blobs, runPrefix(region, week, run));
}

export const inputOf = (blobs: Blobs, run: RunKey): Blobs => blobsBelow(runBlobs(blobs, run), "input/");
export const resultOf = (blobs: Blobs, run: RunKey): Blobs => blobsBelow(runBlobs(blobs, run), "result/");

/** @throws Error when it is not there: stages run in order */
export async function readStage<T>(blobs: Blobs, run: RunKey, name: string): Promise<T> {
  const bytes = await runBlobs(blobs, run).get(`stages/${name}.json`);
  if (bytes === undefined) throw new Error(`run ${run.run} of ${run.region} ${run.week} has no stage ${name}`);
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

export function writeStage(blobs: Blobs, run: RunKey, name: string, value: object): Promise<void> {
  return runBlobs(blobs, run).putAll(new Map([[`stages/${name}.json`, JSON.stringify(value)]]));
}

export async function readRecord(blobs: Blobs, run: RunKey): Promise<RunRecord | undefined> {
  const bytes = await runBlobs(blobs, run).get(RECORD);
  return bytes === undefined ? undefined : (JSON.parse(new TextDecoder().decode(bytes)) as RunRecord);
}

/** The record goes with the input: a run that has one is whole. */
export function writeInput(blobs: Blobs, run: RunKey, record: RunRecord, files: ReadonlyMap<string, Uint8Array>) {
  const entries = new Map<string, Uint8Array | string>();
  for (const [file, bytes] of files) entries.set(`input/${file}`, bytes);
  entries.set(RECORD, JSON.stringify(record));
  return runBlobs(blobs, run).putAll(entries);
}

export interface OpenRun extends RegionTravel {
  readonly key: RunKey;
  readonly record: RunRecord;
  readonly region: Region;
  readonly read: ReadRegion;
}

/** Reads a run's input and its travel matrix. */
export async function openRun(
  { blobs, travelMatrix }: Pick<Ports, "blobs" | "travelMatrix">,
  run: RunKey,
): Promise<OpenRun> {
  const { record, read, region } = await openInput({ blobs }, run);
  return { key: run, record, region, read, ...(await travelOf(travelMatrix(region), region)) };
}

export async function openInput(
  { blobs }: Pick<Ports, "blobs">,
  run: RunKey,
): Promise<{ record: RunRecord; read: ReadRegion; region: Region }> {
  const record = await readRecord(blobs, run);
  if (record === undefined) throw new Error(`there is no run ${run.run} of ${run.region} ${run.week}`);
  const read = await readRegion(inputOf(blobs, run), record.frozenAt);
  if (read.region === null) throw new InputError(read.problems);
  return { record, read, region: read.region };
}
