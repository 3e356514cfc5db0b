/** The master data of a region as they are now, as files, with a hash by which a change that came between is noticed. */
import type { Contact } from "../../../domain/region/contacts.ts";
import { TABLES } from "../../../domain/region/tables.ts";
import { csvLines, MACHINE, type Cell } from "../../../planning/report/csv.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { folderWithoutTickets, type Folder } from "../regions/currentFolder.ts";
import { sha256 } from "../sha256.ts";

export interface MasterState {
  /** Without reports and contacts, which come and go by other ways. */
  readonly files: Folder;
  /** Over names and contents of `files`. */
  readonly sha256: string;
  /** Whatever a region is judged with: `files`, reports and contacts. */
  readonly whole: Folder;
}

const APART: readonly string[] = [TABLES.reports.file, TABLES.contacts.file];

/** @throws ApiProblem 404 for a region that is not there */
export async function masterState(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: string,
): Promise<MasterState> {
  const whole = new Map(await folderWithoutTickets(store, blobs, region));
  const { sensors } = await readIndex(store, region);
  const encoder = new TextEncoder();
  // Neither lies among the files that a plan depends on.
  if (sensors.length > 0) whole.set(TABLES.sensors.file, encoder.encode(rowsCsv("sensors", sensors)));
  const contacts = await allContacts(store, region);
  if (contacts.length > 0) whole.set(TABLES.contacts.file, encoder.encode(contactsCsv(contacts)));
  const files = new Map([...whole].filter(([name]) => !APART.includes(name)));
  return { files, whole, sha256: folderHash(files) };
}

/** The lines of `sha256sum`, hashed. */
export function folderHash(files: Folder): string {
  const lines = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).sort();
  return sha256(lines.join(""));
}

export const contactsCsv = (contacts: readonly Contact[]): string => rowsCsv("contacts", contacts);

/** Validated rows as the machine writes them; lists are written as in the files, with spaces between. */
function rowsCsv(name: "contacts" | "sensors", rows: readonly object[]): string {
  const columns = Object.keys(TABLES[name].schema.shape);
  const cell = (value: unknown): Cell =>
    value === undefined || value === null ? null : String(value as string | number | boolean);
  const lines = rows.map((row) => columns.map((column) => cell((row as Readonly<Record<string, unknown>>)[column])));
  return csvLines([columns, ...lines], MACHINE);
}
