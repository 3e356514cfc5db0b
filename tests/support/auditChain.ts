/** A made log of any length. */
import { createHash } from "node:crypto";
import { headOf, nextEntry, type AuditEntry } from "../../domain/audit/entry.ts";
import { auditLine } from "../../domain/audit/exportFile.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export function madeChain(length: number, region = "tiny"): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let i = 0; i < length; i++) {
    const at = new Date(Date.UTC(2026, 10, 23, 6, i)).toISOString();
    const data = { week: "2026-W48", shareCents: 1000 * i, "Überherrn €": [i, null, "Häcksel"] };
    const last = entries.at(-1);
    const head = last === undefined ? undefined : headOf(last);
    entries.push(nextEntry(head, { region, at, kind: "plan.published", subject: `weeks/${i}`, data }, sha256));
  }
  return entries;
}

export function logText(entries: readonly AuditEntry[]): string {
  const last = entries.at(-1);
  const header = {
    schema: "gruenverbund/audit-log/1" as const,
    region: "tiny",
    exportedAt: "2026-12-01T00:00:00Z",
    headSeq: last?.seq ?? 0,
    headSha256: last?.sha256 ?? "0".repeat(64),
  };
  return [header, ...entries].map(auditLine).join("");
}
