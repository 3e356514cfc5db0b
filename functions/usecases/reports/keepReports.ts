/** Writes reports down, each sight once, and the receipt under the sender's Idempotency-Key. */
import type { ReportsReceipt } from "../../contract/reports.ts";
import { asJson, MOST_WRITES, type Store, type Write } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { key } from "../records/keys.ts";
import { reportItem, type ReportRecord } from "../records/report.ts";
import type { CheckedReports } from "./checkReports.ts";
import { sha256 } from "../sha256.ts";

/** How long a key answers with its first receipt. */
const KEY_SECONDS = 7 * 24 * 3600;

export interface Once {
  /** The sender's key. */
  readonly key: string;
  /** What was sent, to tell a repetition from another request under the same key. */
  readonly content: string;
}

interface Kept {
  readonly contentSha256: string;
  readonly receipt: ReportsReceipt;
}

/** The receipt of the first request under this key, or undefined. */
export async function earlierReceipt(store: Store, region: string, once: Once): Promise<ReportsReceipt | undefined> {
  const item = await store.get(key.idempotency(region, once.key));
  if (item === undefined) return undefined;
  const kept = item.data as unknown as Kept;
  if (kept.contentSha256 !== sha256(once.content))
    throw new ApiProblem(
      422,
      "Unter diesem Idempotency-Key kam schon ein anderer Inhalt. Einen neuen Schlüssel nehmen.",
    );
  return kept.receipt;
}

type Place = (index: number, field: string) => string;

/** @param now RFC 3339 */
export async function keepReports(
  store: Store,
  region: string,
  { right, rejected }: CheckedReports,
  once: Once,
  options: { readonly now: string; readonly place: Place },
): Promise<ReportsReceipt> {
  const { first, repeated, contradicting } = withinRequest(right);
  const accepted = repeated.map(({ index, report }) => ({ index, id: report.id }));
  const refused = [
    ...rejected,
    ...contradicting.map((one) => ({ index: one.index, problems: [contradiction(one, options.place)] })),
  ];
  let waiting = first;
  for (;;) {
    const batch = waiting.slice(0, MOST_WRITES - 1);
    const isLast = batch.length === waiting.length;
    const hopeful: ReportsReceipt = {
      accepted: [...accepted, ...batch.map(({ index, report }) => ({ index, id: report.id }))].sort(byIndex),
      rejected: [...refused].sort(byIndex),
    };
    const done = isLast ? [receiptWrite(region, once, hopeful, options.now)] : [];
    const outcome = await store.transact([...batch.map((one) => reportWrite(region, one.report)), ...done]);
    if (outcome.status === "written") {
      if (isLast) return hopeful;
      accepted.push(...batch.map(({ index, report }) => ({ index, id: report.id })));
      waiting = waiting.slice(batch.length);
      continue;
    }
    const conflict = batch[outcome.at];
    // The same request at the same moment came first; its receipt is the answer.
    if (conflict === undefined) return (await earlierReceipt(store, region, once)) ?? hopeful;
    waiting = waiting.filter((one) => one !== conflict);
    const known = await store.get(reportItem(region, conflict.report));
    const same = known !== undefined && sameSight(known.data as unknown as ReportRecord, conflict.report);
    if (same) accepted.push({ index: conflict.index, id: conflict.report.id });
    else refused.push({ index: conflict.index, problems: [contradiction(conflict, options.place)] });
  }
}

type Indexed = CheckedReports["right"][number];

/** A request may name one sight twice: said the same, it counts once; said otherwise, the first one counts. */
function withinRequest(right: readonly Indexed[]): { first: Indexed[]; repeated: Indexed[]; contradicting: Indexed[] } {
  const seen = new Map<string, ReportRecord>();
  const result = { first: [] as Indexed[], repeated: [] as Indexed[], contradicting: [] as Indexed[] };
  for (const one of right) {
    const before = seen.get(one.report.id);
    if (before === undefined) {
      seen.set(one.report.id, one.report);
      result.first.push(one);
    } else if (sameSight(before, one.report)) result.repeated.push(one);
    else result.contradicting.push(one);
  }
  return result;
}

const byIndex = (a: { index: number }, b: { index: number }): number => a.index - b.index;

const reportWrite = (region: string, report: ReportRecord): Write => ({
  put: reportItem(region, report),
  expected: "absent",
});

function receiptWrite(region: string, once: Once, receipt: ReportsReceipt, now: string): Write {
  const data = asJson({ contentSha256: sha256(once.content), receipt });
  const expiresAt = Math.floor(Date.parse(now) / 1000) + KEY_SECONDS;
  return { put: { ...key.idempotency(region, once.key), data, expiresAt }, expected: "absent" };
}

const SEEN = ["quarters", "volumeM3", "percent", "contamination", "heapBeside"] as const;
const sameSight = (a: ReportRecord, b: ReportRecord): boolean => SEEN.every((field) => a[field] === b[field]);

function contradiction({ index, report }: Indexed, place: Place) {
  return {
    code: "report.duplicate",
    pointer: place(index, "observedAt"),
    cause: `Für ${report.storageId} gibt es von ${report.observedAt} schon eine Meldung mit anderem Füllstand.`,
    action: "Neu nachsehen und mit der neuen Uhrzeit melden.",
  };
}
