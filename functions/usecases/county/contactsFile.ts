/**
 * All contacts of a region as one file: judged with the whole region, compared row by row, taken whole or not at all. What was
 * uploaded is kept nowhere before it is confirmed, because it is personal data: the page carries it.
 */
import { TABLES, type Region } from "../../../domain/region/tables.ts";
import type { Problem } from "../../../domain/problem.ts";
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { heldBlobs } from "../heldBlobs.ts";
import { countsOf, diffFolders, type Counts, type FileChange } from "../master/diff.ts";
import { contactsCsv, masterState } from "../master/masterState.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { key } from "../records/keys.ts";
import { heldContacts } from "./changeContacts.ts";

const FILE = TABLES.contacts.file;

type FilePorts = Pick<Ports, "store" | "blobs" | "clock">;

export interface JudgedContacts {
  readonly kind: "preview";
  readonly contacts: Region["contacts"];
  /** Of the contacts that it was compared with. */
  readonly version: number;
  readonly changes: readonly FileChange[];
  readonly counts: Counts;
}

export type ContactsOutcome =
  JudgedContacts | { readonly kind: "invalid"; readonly problems: readonly Problem[] } | { readonly kind: "same" };

/** The table as it is now, to be changed and uploaded again. */
export async function contactsFile(ports: FilePorts, region: string): Promise<string> {
  return contactsCsv((await heldContacts(ports, region)).contacts);
}

/** Writes nothing. Every fault of the file at once, with its row. */
export async function judgeContacts(ports: FilePorts, region: string, bytes: Uint8Array): Promise<ContactsOutcome> {
  const held = await heldContacts(ports, region);
  const state = await masterState(ports, region);
  const judged = await readRegion(heldBlobs(new Map([...state.whole, [FILE, bytes]])), ports.clock.now());
  if (judged.region === null) return { kind: "invalid", problems: judged.problems };
  const before = new Map([[FILE, new TextEncoder().encode(contactsCsv(held.contacts))]]);
  const { contacts } = judged.region;
  // As the machine writes it, so that an empty language and "de" are no difference.
  const after = new Map([[FILE, new TextEncoder().encode(contactsCsv(contacts))]]);
  const changes = diffFolders(before, after);
  if (changes.length === 0) return { kind: "same" };
  return { kind: "preview", contacts, version: held.version, changes, counts: countsOf(changes) };
}

/**
 * What was previewed, judged again.
 *
 * @param version of the contacts that it was compared with
 */
export async function takeContacts(
  ports: FilePorts,
  region: string,
  { bytes, version, by }: { readonly bytes: Uint8Array; readonly version: number; readonly by: string },
): Promise<Exclude<ContactsOutcome, JudgedContacts> | { readonly kind: "taken" | "stale" }> {
  const judged = await judgeContacts(ports, region, bytes);
  if (judged.kind !== "preview") return judged;
  if (judged.version !== version) return { kind: "stale" };
  const put = { ...key.contacts(region), data: asJson({ contacts: judged.contacts }) };
  // Who they are is in no log.
  const content = { kind: "contact.imported", subject: `regions/${region}`, data: { by, ...judged.counts } };
  const also = [{ put, expected: version === 0 ? ("absent" as const) : version }];
  const outcome = await append(ports, region, content, { also });
  return { kind: outcome.kind === "appended" ? "taken" : "stale" };
}
