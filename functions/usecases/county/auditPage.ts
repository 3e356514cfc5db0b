/** The audit log for reading: newest first, by subject and period, page by page. */
import type { AuditEntry } from "../../../domain/audit/entry.ts";
import { localDate } from "../../../domain/localTime.ts";
import { auditPk, ENTRY, entrySk } from "../audit/records.ts";
import type { Ports } from "../ports.ts";

/** First words of the kinds that belong together. */
export const AUDIT_GROUPS = {
  plan: ["plan"],
  agreement: ["agreement"],
  region: ["region", "point", "sticker"],
  people: ["contact", "passkey"],
  settlement: ["weighing", "weighingProfile", "tour", "settlement", "billing", "invoices", "invoice"],
  apiKey: ["apiKey"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AuditGroup = keyof typeof AUDIT_GROUPS;

export interface AuditFilter {
  readonly group?: AuditGroup | undefined;
  /** Local days, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Only entries with a smaller number. */
  readonly before?: number | undefined;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  /** `before` of the next page; absent at the end. */
  readonly next?: number;
}

const ENTRIES_A_PAGE = 50;
/** Looked through for one page; then the page ends and says that there is more. */
const MOST_READ = 2000;

export async function auditPage(
  { store }: Pick<Ports, "store">,
  region: string,
  { group, from, until, before }: AuditFilter,
): Promise<AuditPage> {
  const words: readonly string[] | undefined = group === undefined ? undefined : AUDIT_GROUPS[group];
  const isWanted = ({ kind, at }: AuditEntry): boolean =>
    (words === undefined || words.includes(kind.split(".")[0]!)) && (until === undefined || localDate(at) <= until);
  const entries: AuditEntry[] = [];
  let read = 0;
  for (let next = before; ;) {
    const end = next === undefined ? {} : { before: entrySk(next) };
    const { items } = await store.query({ pk: auditPk(region), prefix: ENTRY, ...end, descending: true, limit: 100 });
    if (items.length === 0) return { entries };
    for (const { data } of items) {
      const entry = data as unknown as AuditEntry;
      // Times never go back along the log.
      if (from !== undefined && localDate(entry.at) < from) return { entries };
      next = entry.seq;
      read++;
      if (isWanted(entry)) entries.push(entry);
      if (next > 1 && (entries.length === ENTRIES_A_PAGE || read === MOST_READ)) return { entries, next };
    }
  }
}
