/** The files that the approval page offers: the agreement or one's own receipt, signed, and the papers. Reads and writes nothing. */
import type { Ballot } from "../../../domain/agreement/ballot.ts";
import { entryOnce } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { agreementFile, type AgreementContent } from "./agreementFile.ts";
import type { KnownBallot } from "./ballotView.ts";
import { agreementPdf } from "./pdf/agreementPdf.ts";
import { councilPdf } from "./pdf/councilPdf.ts";
import { receiptPdf } from "./pdf/receiptPdf.ts";
import { readBallots, readRecord, versionOf } from "./readAgreement.ts";
import { decidedOnce, type VersionKey } from "./records.ts";

type ExportPorts = Pick<Ports, "store" | "clock" | "signer">;

const keyOf = ({ agreement: { region, id, version } }: KnownBallot): VersionKey => ({ region, agreement: id, version });

/** @returns text of the file; a receipt holds the decision of the link's role alone */
export async function exportBallot(
  ports: ExportPorts,
  view: KnownBallot,
  kind: "agreement" | "receipt",
): Promise<string> {
  const { agreement, proposalSha256, member, role } = view;
  const key = keyOf(view);
  const { record } = await readRecord(ports.store, key.region, key.agreement);
  const all = (await readBallots(ports.store, key)).map(({ ballot }) => ballot);
  const wanted = kind === "agreement" ? all : all.filter((one) => one.ags === member.ags && one.role === role);
  const content: AgreementContent = {
    ...{ agreement, proposalSha256, kind, state: versionOf(record, key.version).state },
    decisions: await Promise.all(wanted.map((ballot) => decisionOf(ports, key, ballot))),
    exportedAt: ports.clock.now(),
  };
  return agreementFile(ports.signer, content);
}

async function decisionOf({ store }: ExportPorts, key: VersionKey, ballot: Ballot) {
  const { ags, role } = ballot;
  const entry = await entryOnce(store, key.region, decidedOnce({ ...key, ags, role }));
  if (entry === undefined) throw new Error(`the decision of ${ags} as ${role} on ${key.agreement} is not in the log`);
  return { ballot, entry };
}

export function paperOf(view: KnownBallot, kind: "agreement" | "council" | "receipt"): Promise<Uint8Array> {
  const { agreement, proposalSha256, member, standing, contact, deputyFor } = view;
  if (kind === "agreement") return agreementPdf({ agreement, proposalSha256 });
  if (kind === "council") return councilPdf({ agreement, member, proposalSha256 });
  if (standing.kind !== "decided") throw new RangeError("there is no receipt without a decision");
  const { ballot, receiptId, verifyUrl, entry } = standing.receipt;
  // Who opens the page may be the deputy, and the approver the one who decided.
  const person = standing.mine ? contact.name : (deputyFor ?? "die Stellvertretung");
  return receiptPdf({ agreement, member, ballot, person, proposalSha256, receiptId, verifyUrl, entry });
}
