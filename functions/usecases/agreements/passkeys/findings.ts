/** The passkey of a decision in a file: its signature holds, and the entry of the audit log names this very assertion. */
import type { Agreement } from "../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../domain/agreement/ballot.ts";
import type { AuditEntry } from "../../../../domain/audit/entry.ts";
import { proofHash, type PasskeyProof } from "./records.ts";
import { proofCauses } from "./verifyProof.ts";

export interface Decided {
  readonly ballot: Ballot;
  readonly entry: AuditEntry;
  readonly passkey?: PasskeyProof | undefined;
}

/** @returns what does not hold, as sentences */
export function passkeyCauses(
  { ballot, entry, passkey }: Decided,
  { id, region, version }: Pick<Agreement, "id" | "region" | "version">,
  proposalSha256: string,
): string[] {
  const byPasskey = entry.data["identity"] === "passkey";
  if (passkey === undefined) return byPasskey ? ["It was decided with a passkey, whose signature is missing."] : [];
  const { ags, role, contactId, decision, amountCents: shareCents } = ballot;
  const causes = proofCauses(passkey, {
    ...{ region, agreement: id, version, proposalSha256 },
    ...{ ags, role, contactId, decision, shareCents },
  });
  if (!byPasskey)
    causes.push(`The log says it was decided by ${JSON.stringify(entry.data["identity"])}, not by a passkey.`);
  if (entry.data["passkeySha256"] !== proofHash(passkey)) causes.push("The log names another signature of a passkey.");
  return causes;
}
