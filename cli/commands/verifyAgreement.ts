/** `gruenverbund verify agreement.json`: an agreement or a receipt, offline and without the solvers. */
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
        decisions.map(({ entry }) => `Entry ${entry.seq} of the log ${entry.sha256}\n`).join("") +
        (kid === undefined
          ? "The signature of the proposal was not judged: give --keys.\n"
          : `The proposal is signed with the key ${kid}.\n`),
    );
  return findings.length === 0 ? EXIT.ok : EXIT.failed;
}
