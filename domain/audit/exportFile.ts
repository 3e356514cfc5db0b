/** A log as a file: JSON lines, the first a header, then one canonical entry a line. */
import * as z from "zod";
import { canonicalJson } from "../canonicalJson.ts";
import type { Problem } from "../problem.ts";
import { readJson } from "../readJson.ts";
import { Sha256Hex, type AuditEntry, type AuditHead } from "./entry.ts";
import { verifyChain, type ChainCheck, type ChainQuestion } from "./verifyChain.ts";

export const AuditHeader = z.strictObject({
  schema: z.literal("gruenverbund/audit-log/1"),
  region: z.string(),
  exportedAt: z.iso.datetime(),
  /** Where the log ended when it was exported; zeros and 0 for an empty one. */
  headSeq: z.int().min(0),
  headSha256: Sha256Hex,
});
export type AuditHeader = z.infer<typeof AuditHeader>;

/** Ends with a newline. */
export const auditLine = (line: AuditHeader | AuditEntry): string => `${canonicalJson(line)}\n`;

export type LogCheck =
  /** Not a log at all: no line of it was judged. */
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] }
  | ({ readonly kind: "judged"; readonly header: AuditHeader } & ChainCheck);

/**
 * @param text content of an export
 * @param file its name, for the problems only
 */
export function verifyLogText(text: string, file: string, question: ChainQuestion): LogCheck {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const problems: Problem[] = [];
  const values = lines.map((line, index) => {
    const json = readJson(file, line);
    if (json.ok) return json.value;
    const cause = line === "" ? "The line is empty." : json.problem.cause.replace("line 1, ", `line ${index + 1}, `);
    problems.push(unreadable(file, index + 1, cause));
    return undefined;
  });
  const header = AuditHeader.safeParse(values[0]);
  if (!header.success && (problems.length === 0 || problems[0]!.place.row !== 1))
    problems.unshift(unreadable(file, 1, "The first line is not the header of an audit log."));
  if (!header.success || problems.length > 0) return { kind: "unreadable", problems };
  const check = verifyChain(values.slice(1), question);
  const breaks = check.breaks.map(({ place, ...rest }) => ({ ...rest, place: inFile(file, place) }));
  return {
    kind: "judged",
    header: header.data,
    ...check,
    breaks: [...breaks, ...headerFaults(file, header.data, check)],
  };
}

/** The header stands before the entries, and lines of a file are counted from 1. */
const inFile = (file: string, place: Problem["place"]): Problem["place"] =>
  place.row === undefined ? { ...place, file } : { ...place, file, row: place.row + 1 };

function headerFaults(file: string, { headSeq, headSha256 }: AuditHeader, { last }: ChainCheck): Problem[] {
  const at: Pick<AuditHead, "seq" | "sha256"> = last ?? { seq: 0, sha256: "0".repeat(64) };
  if (at.seq === headSeq && at.sha256 === headSha256) return [];
  const cause = `The header names entry ${headSeq} with ${headSha256.slice(0, 12)}… as the last one, the file ends with entry ${at.seq} and ${at.sha256.slice(0, 12)}….`;
  const action = "Lines were cut off or added after the export; ask for a new one.";
  return [{ code: "audit.header", severity: "error", place: { file, row: 1 }, cause, action }];
}

function unreadable(file: string, row: number, cause: string): Problem {
  const action = "Give the file as it was exported, JSON lines with a header.";
  return { code: "audit.unreadable", severity: "error", place: { file, row }, cause, action };
}
