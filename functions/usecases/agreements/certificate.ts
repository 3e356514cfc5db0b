/** What the public may know of a decision: that it was made, on which proposal, where it stands in the log. No people, no amounts. */
import type { Agreement, ApproverRole } from "../../../domain/agreement/agreement.ts";
import type { Decision } from "../../../domain/agreement/ballot.ts";
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import { hashOf } from "../../../domain/audit/entry.ts";
import type { Ports } from "../ports.ts";
import { ApiProblem } from "../apiProblem.ts";
import { sha256 } from "../sha256.ts";
import { readProposal, readRecord, versionOf } from "./readAgreement.ts";
import { confirmDecision } from "./receipts.ts";

export interface Certificate {
  readonly receiptId: string;
  readonly regionName: string;
  readonly agreementId: string;
  readonly version: number;
  readonly period: Agreement["period"];
  readonly memberName: string;
  readonly role: ApproverRole;
  readonly decision: Decision;
  /** RFC 3339 */
  readonly at: string;
  readonly proposalSha256: string;
  /** As it is now. */
  readonly state: AgreementState;
  /** The entry of the audit log; `holds` when its content still has its hash. */
  readonly entry: { readonly seq: number; readonly sha256: string; readonly holds: boolean };
}

const SUBJECT = /^agreements\/([A-Za-z0-9][A-Za-z0-9._-]{0,79})\/v(\d{1,5})$/;

/** Undefined for a receipt that does not exist. */
export async function certificateOf(
  { store }: Pick<Ports, "store">,
  receiptId: string,
): Promise<Certificate | undefined> {
  const entry = await confirmDecision(store, receiptId).catch(none);
  const [, agreementId, number] = SUBJECT.exec(entry?.subject ?? "") ?? [];
  if (entry === undefined || agreementId === undefined) return undefined;
  const version = Number(number);
  const { agreement, sha256: proposalSha256 } = await readProposal(store, {
    region: entry.region,
    agreement: agreementId,
    version,
  });
  const { record } = await readRecord(store, entry.region, agreementId);
  const { ags, role, decision } = entry.data as { ags: string; role: ApproverRole; decision: Decision };
  return {
    ...{ receiptId, regionName: agreement.regionName, agreementId, version, period: agreement.period },
    ...{ role, decision, at: entry.at, proposalSha256, state: versionOf(record, version).state },
    memberName: agreement.members.find((one) => one.ags === ags)?.name ?? ags,
    entry: {
      ...{ seq: entry.seq, sha256: entry.sha256 },
      holds: hashOf(entry, sha256) === entry.sha256 && entry.data["proposalSha256"] === proposalSha256,
    },
  };
}

function none(error: unknown): undefined {
  if (error instanceof ApiProblem && error.status === 404) return undefined;
  throw error;
}
