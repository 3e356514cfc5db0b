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
  /** Of a week with notices: the agreement in force that `agreement.frame` names, with its decisions. */
  frame: z
    .strictObject({
      agreement: Agreement,
      state: z.enum(STATES),
      decisions: z.array(z.strictObject({ ballot: Ballot, entry: AuditEntry })),
    })
    .optional(),
  /** RFC 3339 */
  exportedAt: z.iso.datetime({ offset: true }),
});
export type AgreementContent = z.infer<typeof AgreementContent>;

export const AgreementFile = z.strictObject({
  schema: z.literal("gruenverbund/agreement-file/1"),
  /** Detached, over the canonical JSON of `content.agreement` in UTF-8; null while the proposal is a draft. */
  signature: DetachedJws.nullable(),
  content: AgreementContent,
});
export type AgreementFile = z.infer<typeof AgreementFile>;

/**
 * The system's word that it made this proposal. Pages, which anyone may call, cannot sign: what was decided is vouched for by the
 * audit log, whose heads every member has.
 */
export function signProposal(signer: Signer, agreement: Agreement): Promise<DetachedJws> {
  // What JSON leaves out is not signed either.
  return signDetached(signer, signedBytes(JSON.parse(JSON.stringify(agreement))));
}

/** @returns the file's text */
export function agreementFile(signature: DetachedJws | null, content: AgreementContent): string {
  const plain = AgreementContent.parse(content);
  return `${JSON.stringify({ schema: "gruenverbund/agreement-file/1", signature, content: plain }, null, 1)}\n`;
}
