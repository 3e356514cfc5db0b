/**
 * The reports that are sent, and what was answered. Every tenth is sent a second time after its answer, every twentieth twice
 * at once: the same Idempotency-Key, as a phone does that lost the connection.
 */
import { readFileSync } from "node:fs";
import { reportId } from "../../../functions/usecases/records/report.ts";

const STORAGES = readFileSync(new URL("../../../examples/saarlouis/storages.csv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .flatMap((line) => (line === "" ? [] : [line.split(";")[0]!]));

/** Long before the example's own reports; one second and storage a report. */
const START = Date.parse("2020-01-01T00:00:00Z");
const RETRY_AFTER = 10;
const RETRY_AT_ONCE = 20;

export interface Load {
  next(): { readonly key: string; readonly body: string };
  answered(status: number, body: string): void;
  readonly counts: LoadCounts;
  /** Ids that a receipt acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
}

export interface LoadCounts {
  sent: number;
  repeated: number;
  accepted: number;
  /** Answers other than a receipt of one accepted report, by status. */
  readonly others: Record<string, number>;
}

export function createLoad(region: string): Load {
  const again: number[] = [];
  const repeatedOnce = new Set<number>();
  const byId = new Map<string, number>();
  const acknowledged = new Set<string>();
  const counts: LoadCounts = { sent: 0, repeated: 0, accepted: 0, others: {} };
  let fresh = 0;
  const sightOf = (n: number) => ({
    storageId: STORAGES[n % STORAGES.length]!,
    observedAt: new Date(START + 1000 * n).toISOString(),
    quarters: n % 6,
  });
  return {
    counts,
    acknowledged,
    next() {
      counts.sent += 1;
      const repeated = again.shift();
      if (repeated !== undefined) counts.repeated += 1;
      const n = repeated ?? fresh++;
      const sight = sightOf(n);
      if (repeated === undefined) {
        byId.set(reportId(region, sight.storageId, sight.observedAt), n);
        if (n % RETRY_AT_ONCE === 5) again.push(n);
      }
      return { key: `bench-${String(n).padStart(8, "0")}`, body: JSON.stringify(sight) };
    },
    answered(status, body) {
      const id = status === 202 ? acceptedId(body) : undefined;
      const n = id === undefined ? undefined : byId.get(id);
      if (id === undefined || n === undefined) {
        counts.others[status] = (counts.others[status] ?? 0) + 1;
        return;
      }
      counts.accepted += 1;
      acknowledged.add(id);
      if (n % RETRY_AFTER !== 0 || repeatedOnce.has(n)) return;
      repeatedOnce.add(n);
      again.push(n);
    },
  };
}

function acceptedId(body: string): string | undefined {
  const receipt = JSON.parse(body) as { accepted: { id: string }[]; rejected: unknown[] };
  return receipt.accepted.length === 1 && receipt.rejected.length === 0 ? receipt.accepted[0]!.id : undefined;
}
