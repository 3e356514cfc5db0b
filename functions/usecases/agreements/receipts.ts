/** What confirms a decision: its entry in the audit log, found again by an address that nobody can guess. */
import { timingSafeEqual } from "node:crypto";
import type { Ballot } from "../../../domain/agreement/ballot.ts";
import type { AuditEntry } from "../../../domain/audit/entry.ts";
import type { Store } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { entryOnce } from "../audit/append.ts";
import { auditKey } from "../audit/records.ts";
import type { Ports } from "../ports.ts";
import { confirmationPath } from "./paths.ts";
import { readBallotRecord } from "./readAgreement.ts";
import { decidedOnce, type BallotKey, type BallotRecord } from "./records.ts";

export interface BallotReceipt {
  readonly ballot: Ballot;
  readonly proposalSha256: string;
  readonly identity: BallotRecord["identity"];
  /** Which passkey, where it was one. */
  readonly passkeyOf?: NonNullable<BallotRecord["passkeyOf"]>;
  /** Entry of the audit log. */
  readonly entry: { readonly seq: number; readonly sha256: string; readonly at: string };
  /** Names the entry by place and hash, so that only who has the receipt or the log can ask for it. */
  readonly receiptId: string;
  /** Public page that confirms it. */
  readonly verifyUrl: string;
}

type ReceiptPorts = Pick<Ports, "store"> & { readonly site: Pick<Ports["site"], "origin"> };

/** Undefined while the role has not decided. */
export async function readReceipt(ports: ReceiptPorts, key: BallotKey): Promise<BallotReceipt | undefined> {
  const record = await readBallotRecord(ports.store, key);
  const entry = record === undefined ? undefined : await entryOnce(ports.store, key.region, decidedOnce(key));
  return record === undefined || entry === undefined ? undefined : receiptOf(ports, record, entry);
}

export function receiptOf(
  { site }: Pick<ReceiptPorts, "site">,
  { ballot, proposalSha256, identity, passkeyOf }: BallotRecord,
  { region, seq, sha256, at }: AuditEntry,
): BallotReceipt {
  const receiptId = `${region}.${seq}.${sha256}`;
  const verifyUrl = `${site.origin}${confirmationPath(receiptId)}`;
  const of = passkeyOf === undefined ? {} : { passkeyOf };
  return { ballot, proposalSha256, identity, ...of, entry: { seq, sha256, at }, receiptId, verifyUrl };
}

const RECEIPT = /^([a-z0-9][a-z0-9-]{0,62})\.([1-9]\d{0,11})\.([0-9a-f]{64})$/;

/**
 * The entry that a receipt names, for whoever has it.
 *
 * @throws ApiProblem 404, alike for a wrong form, place, hash or kind
 */
export async function confirmDecision(store: Store, receiptId: string): Promise<AuditEntry> {
  const [, region, seq, hash] = RECEIPT.exec(receiptId) ?? [];
  const item = region === undefined ? undefined : await store.get(auditKey.entry(region, Number(seq)));
  const entry = item?.data as unknown as AuditEntry | undefined;
  const right = entry !== undefined && timingSafeEqual(Buffer.from(entry.sha256), Buffer.from(hash!));
  if (!right || entry.kind !== "agreement.decided")
    throw new ApiProblem(404, "Zu dieser Kennung gibt es keine Entscheidung.");
  return entry;
}
