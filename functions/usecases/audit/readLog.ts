/** Reads the audit log of a region, page by page or as one file. */
import { NO_ENTRY, type AuditEntry, type AuditHead } from "../../../domain/audit/entry.ts";
import { auditLine } from "../../../domain/audit/exportFile.ts";
import type { Ports } from "../ports.ts";
import { auditKey, auditPk, ENTRY, entrySk } from "./records.ts";

export interface LogPage {
  /** In order. */
  readonly entries: readonly AuditEntry[];
  /** `from` of the next page; absent at the end. */
  readonly next?: number;
}

const PAGE = 100;

/** @param from number of the first entry; default 1 */
export async function readLog(
  { store }: Pick<Ports, "store">,
  region: string,
  { from = 1, limit = PAGE }: { readonly from?: number; readonly limit?: number } = {},
): Promise<LogPage> {
  const page = await store.query({ pk: auditPk(region), prefix: ENTRY, from: entrySk(from), limit });
  const entries = page.items.map(({ data }) => data as unknown as AuditEntry);
  const last = entries.at(-1);
  return { entries, ...(page.next === undefined || last === undefined ? {} : { next: last.seq + 1 }) };
}

/** The whole export as one text. */
export async function exportedText(ports: Pick<Ports, "store" | "clock">, region: string): Promise<string> {
  let text = "";
  for await (const chunk of exportLog(ports, region)) text += chunk;
  return text;
}

/** Undefined while nothing was written down. */
export async function readHead({ store }: Pick<Ports, "store">, region: string): Promise<AuditHead | undefined> {
  return (await store.get(auditKey.head(region)))?.data as unknown as AuditHead | undefined;
}

/**
 * The log as JSON lines: a header, then every entry up to the head as it was when the export began.
 *
 * @returns chunks of whole lines
 */
export async function* exportLog(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
): AsyncGenerator<string, void, undefined> {
  const head = await readHead(ports, region);
  const header = {
    schema: "gruenverbund/audit-log/1" as const,
    region,
    exportedAt: ports.clock.now(),
    headSeq: head?.seq ?? 0,
    headSha256: head?.sha256 ?? NO_ENTRY,
  };
  yield auditLine(header);
  for (let from: number | undefined = 1; from !== undefined && from <= header.headSeq;) {
    const page: LogPage = await readLog(ports, region, { from });
    const entries = page.entries.filter(({ seq }) => seq <= header.headSeq);
    if (entries.length > 0) yield entries.map(auditLine).join("");
    from = page.next;
  }
}
