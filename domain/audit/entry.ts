/**
 * One line of the audit log of a region: what was decided, when, about what. Each holds the hash of the one before it, so that
 * nobody can change, drop or slip in a line without all later hashes being other ones.
 */
import * as z from "zod";
import { canonicalJson } from "../canonicalJson.ts";

export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits in lower case");

/** SHA-256 of a text's UTF-8 in lower case hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** What the first entry names as the hash before it. */
export const NO_ENTRY = "0".repeat(64);

/** Longest canonical text of `data`; what is larger is named by its hash. */
export const MOST_DATA_CHARACTERS = 4000;

const anAddress = /[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]/;

/** The log is for ever and for everybody: people stand in it by role and id. */
const withoutAddresses = (value: unknown): boolean => !anAddress.test(JSON.stringify(value));

const content = {
  /** Dotted words, what and its fate: `plan.published`, `ballot.decided`. */
  kind: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/, "expected dotted words such as plan.published"),
  /** What it is about, as a path: `weeks/2026-W48`. */
  subject: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._~:/#-]{0,199}$/, "expected a path such as weeks/2026-W48")
    .refine(withoutAddresses, "an address does not belong into the log"),
  data: z
    .record(z.string(), z.json())
    .refine((data) => JSON.stringify(data).length <= MOST_DATA_CHARACTERS, `at most ${MOST_DATA_CHARACTERS} characters`)
    .refine(withoutAddresses, "an address does not belong into the log"),
};

/** What somebody has to say; the log adds the rest. */
export const AuditContent = z.strictObject(content);
export type AuditContent = z.infer<typeof AuditContent>;

export const AuditEntry = z.strictObject({
  /** 1, 2, 3, … without a gap. */
  seq: z.int().min(1),
  /** RFC 3339 in UTC; never before the entry before. */
  at: z.iso.datetime(),
  region: z.string().min(1).max(64),
  ...content,
  /** `sha256` of the entry before, or zeros. */
  previousSha256: Sha256Hex,
  /** Over the canonical JSON of everything else in this entry. */
  sha256: Sha256Hex,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Where a log ends. */
export interface AuditHead {
  readonly seq: number;
  readonly at: string;
  readonly sha256: string;
}

export const headOf = ({ seq, at, sha256 }: AuditEntry): AuditHead => ({ seq, at, sha256 });

/** The hash that belongs to an entry, whatever it states. */
export function hashOf({ sha256: _, ...hashed }: AuditEntry, sha256: Sha256): string {
  return sha256(canonicalJson(hashed));
}

/**
 * The entry that follows a head.
 *
 * @param at RFC 3339; if clocks disagree and it lies before the head, the head's time is taken
 * @throws z.ZodError when the content is not fit for the log
 */
export function nextEntry(
  head: AuditHead | undefined,
  { region, at, ...content }: AuditContent & { readonly region: string; readonly at: string },
  sha256: Sha256,
): AuditEntry {
  const open = {
    ...AuditContent.parse(content),
    seq: (head?.seq ?? 0) + 1,
    at: head !== undefined && Date.parse(at) < Date.parse(head.at) ? head.at : at,
    region,
    previousSha256: head?.sha256 ?? NO_ENTRY,
  };
  return AuditEntry.parse({ ...open, sha256: sha256(canonicalJson(open)) });
}
