/** Reads a region folder: files to cells, cells to a valid region, and what every result must quote, the hashes of its input. */
import type { Problem } from "../../domain/problem.ts";
import { error, warning } from "../../domain/region/draft.ts";
import { didYouMean } from "../../domain/region/nearest.ts";
import type { DocumentName, RawRegion, RawRow } from "../../domain/region/rawRegion.ts";
import {
  DOCUMENTS,
  OUTLINES_FILE,
  OUTSIDE_PLANS,
  TABLES,
  type Region,
  type TableName,
} from "../../domain/region/tables.ts";
import { validateRegion } from "../../domain/region/validate.ts";
import type { Blobs } from "../ports/blobs.ts";
import { readCsv } from "./readCsv.ts";
import { readJson } from "../../domain/readJson.ts";
import { readText } from "./readText.ts";
import { sha256 } from "./sha256.ts";

export interface ReadRegion {
  /** `null` if any problem is an error. */
  readonly region: Region | null;
  readonly problems: Problem[];
  /** The files that a plan depends on, by name; nothing else in the folder counts. */
  readonly inputs: { file: string; sha256: string }[];
  /** One hash over all of them. */
  readonly inputsSha256: string;
  /** Content of `municipalities.geojson`, passed through for drawing. */
  readonly outlines: unknown;
}

const TABLE_FILES = new Map(
  Object.entries(TABLES).map(([name, { file }]): [string, TableName] => [file, name as TableName]),
);
const DOCUMENT_FILES = new Map(
  Object.entries(DOCUMENTS).map(([name, { file }]): [string, DocumentName] => [file, name as DocumentName]),
);
const KNOWN_FILES = [...TABLE_FILES.keys(), ...DOCUMENT_FILES.keys(), OUTLINES_FILE].sort();

/** @param now RFC 3339; reports after it are refused */
export async function readRegion(blobs: Blobs, now: string): Promise<ReadRegion> {
  const keys = await blobs.list("");
  const files = await knownFiles(blobs);
  if (files.size === 0) return nothingFound();
  const { raw, outlines, problems } = parseFiles(files);
  const { region, problems: found } = validateRegion(raw, now);
  const all = [...strangers(keys), ...problems, ...found.filter((one) => !saidAlready(problems, one))];
  const inputs = [...files]
    .filter(([file]) => isPlanInput(file))
    .map(([file, bytes]) => ({ file, sha256: sha256(bytes) }));
  const broken = problems.some(({ severity }) => severity === "error");
  return { region: broken ? null : region, problems: all, inputs, inputsSha256: hashOf(inputs), outlines };
}

async function knownFiles(blobs: Blobs): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const file of KNOWN_FILES) {
    const bytes = await blobs.get(file);
    if (bytes !== undefined) files.set(file, bytes);
  }
  return files;
}

interface Parsed {
  readonly raw: RawRegion;
  readonly outlines: unknown;
  readonly problems: Problem[];
}

function parseFiles(files: ReadonlyMap<string, Uint8Array>): Parsed {
  const tables: Partial<Record<TableName, readonly RawRow[]>> = {};
  const documents: Record<DocumentName, unknown> = { settings: undefined, emissionFactors: undefined };
  const problems: Problem[] = [];
  let outlines: unknown = null;
  for (const [file, bytes] of files) {
    const { text, problems: encoding } = readText(file, bytes);
    problems.push(...encoding);
    const table = TABLE_FILES.get(file);
    if (table !== undefined) {
      const { rows, problems: form } = readCsv(file, text);
      tables[table] = rows;
      problems.push(...form);
      continue;
    }
    const json = readJson(file, text);
    if (!json.ok) problems.push(json.problem);
    const document = DOCUMENT_FILES.get(file);
    if (document !== undefined) documents[document] = json.ok ? json.value : undefined;
    else outlines = json.ok ? json.value : null;
  }
  return { raw: { tables, documents }, outlines, problems };
}

/** Contacts and sensors are read with the region, but a plan neither depends on them nor tells of them. */
export function isPlanInput(file: string): boolean {
  const table = TABLE_FILES.get(file);
  return KNOWN_FILES.includes(file) && (table === undefined || !OUTSIDE_PLANS.has(table));
}

/** A file that could not be read is not missing or empty as well. */
function saidAlready(problems: readonly Problem[], one: Problem): boolean {
  const absence = one.code === "file.missing" || one.code === "file.empty";
  return (
    absence &&
    problems.some((p) => p.place.file === one.place.file && (p.code === "file.syntax" || p.code === "file.empty"))
  );
}

/** Tables under a name nobody reads: most often a slip, such as `storage.csv`. */
function strangers(keys: readonly string[]): Problem[] {
  return keys
    .filter((key) => !key.includes("/") && /\.csv$/i.test(key) && !KNOWN_FILES.includes(key))
    .map((file) => {
      const action = `Rename or remove it.${didYouMean(file, KNOWN_FILES)}`;
      return warning("file.unknown", { file }, "No file of this name is read.", action);
    });
}

function nothingFound(): ReadRegion {
  const cause = "There is no file of a region here.";
  const action = `Name the folder that holds ${DOCUMENTS.settings.file} and ${TABLES.municipalities.file}.`;
  const problems = [error("file.missing", {}, cause, action)];
  return { region: null, problems, inputs: [], inputsSha256: hashOf([]), outlines: null };
}

/** The hash of lines as `sha256sum` writes them, so that anyone can recompute it. */
function hashOf(inputs: readonly { file: string; sha256: string }[]): string {
  return sha256(inputs.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(""));
}
