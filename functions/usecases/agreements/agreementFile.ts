/**
 * An agreement as one signed file, and a receipt as the same file with one decision: the proposal, the decisions with their
 * entries of the audit log, and how far it is. No names of people and no addresses, but the ids of contacts that the proposal holds.
 */
import * as z from "zod";
import { Agreement } from "../../../domain/agreement/agreement.ts";
import { Ballot } from "../../../domain/agreement/ballot.ts";
import { STATES } from "../../../domain/agreement/stateMachine.ts";
import { AuditEntry, Sha256Hex } from "../../../domain/audit/entry.ts";
import type { Signer } from "../../ports/signer.ts";
import { DetachedJws, signDetached } from "../trust/detachedJws.ts";
import { signedBytes } from "../trust/trustFile.ts";

export const AgreementContent = z.strictObject({
  agreement: Agreement,
  /** Over the canonical JSON (RFC 8785) of `agreement`. */
  proposalSha256: Sha256Hex,
  state: z.enum(STATES),
  /** A receipt holds one decision, and leaves the others out. */
  kind: z.enum(["agreement", "receipt"]),
  decisions: z.array(z.strictObject({ ballot: Ballot, entry: AuditEntry })),
  /** RFC 3339 */
  exportedAt: z.iso.datetime({ offset: true }),
});
export type AgreementContent = z.infer<typeof AgreementContent>;

export const AgreementFile = z.strictObject({
  schema: z.literal("gruenverbund/agreement-file/1"),
  /** Detached, over the canonical JSON of `content` in UTF-8; null where the system has no key. */
  signature: DetachedJws.nullable(),
  content: AgreementContent,
});
export type AgreementFile = z.infer<typeof AgreementFile>;

/** @returns the file's text */
export async function agreementFile(signer: Signer | undefined, content: AgreementContent): Promise<string> {
  // What JSON leaves out is not signed either.
  const plain = JSON.parse(JSON.stringify(AgreementContent.parse(content))) as AgreementContent;
  const signature = signer === undefined ? null : await signDetached(signer, signedBytes(plain));
  return `${JSON.stringify({ schema: "gruenverbund/agreement-file/1", signature, content: plain }, null, 1)}\n`;
}
