/** `gruenverbund verify agreement.json`: an agreement or a receipt, offline and without the solvers. */
import type { AgreementContent } from "../../functions/usecases/agreements/agreementFile.ts";
import { sha256 } from "../../functions/usecases/sha256.ts";
import { verifyAgreement } from "../../functions/usecases/agreements/verifyAgreement.ts";
import { EXIT, type CliIo } from "../io.ts";
import { problemText } from "../problemText.ts";
import { readKeys } from "../readKeys.ts";

export interface VerifyOptions {
  readonly keys?: string;
  readonly json?: boolean;
}

export async function verifyAgreementFile(
  { text, file }: { readonly text: string; readonly file: string },
  { keys, json }: VerifyOptions,
  io: CliIo,
): Promise<number> {
  const jwks = keys === undefined ? undefined : await readKeys(keys);
  const { findings, kid, content } = await verifyAgreement(text, file, jwks);
  const { agreement, proposalSha256, state, decisions, kind } = content;
  const what = {
    agreement: agreement.id,
    version: agreement.version,
    proposalSha256,
    state,
    decisions: decisions.length,
  };
  if (json === true)
    io.stdout(`${JSON.stringify({ findings, ...(kid === undefined ? {} : { kid }), ...what }, null, 2)}\n`);
  else if (findings.length > 0) io.stderr(problemText(findings, io));
  else
    io.stdout(
      `${file} holds: ${kind === "receipt" ? "a receipt for" : "the agreement"} ${agreement.id}, version ${agreement.version}. ` +
        `Sums, guarantees, levels, the hash of the proposal and ${decisions.length} ${decisions.length === 1 ? "decision" : "decisions"} ` +
        `with their entries of the audit log were re-derived.\nProposal ${proposalSha256}\n` +
        decisions
          .map(({ entry, passkey }) => `Entry ${entry.seq} of the log ${entry.sha256}${signedWith(passkey)}\n`)
          .join("") +
        (kid === undefined
          ? "The signature of the proposal was not judged: give --keys.\n"
          : `The proposal is signed with the key ${kid}.\n`),
    );
  return findings.length === 0 ? EXIT.ok : EXIT.failed;
}

/** Of a passkey the hash under which the log has it, too. */
const signedWith = (passkey: AgreementContent["decisions"][number]["passkey"]): string =>
  passkey === undefined ? "" : `, signed with the passkey ${sha256(passkey.publicKey)} of ${passkey.rpId}`;
