/** The files that the approval page offers: the agreement or one's own receipt, signed. Reads, and writes nothing. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../domain/agreement/ballot.ts";
import { entryOnce } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { DetachedJws } from "../trust/detachedJws.ts";
import { agreementFile, type AgreementContent } from "./agreementFile.ts";
import type { KnownBallot } from "./ballotView.ts";
import { readBallots, readProposal, readRecord, versionOf } from "./readAgreement.ts";
import { agreementKey, decidedOnce, type VersionKey } from "./records.ts";

type ExportPorts = Pick<Ports, "store" | "clock">;

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
    ...(await frameOf(ports, agreement)),
    exportedAt: ports.clock.now(),
  };
  const signature = await ports.store.get(agreementKey.signature(key));
  return agreementFile(signature === undefined ? null : DetachedJws.parse(signature.data), content);
}

/** So that whoever has the file can reckon the levels again. */
async function frameOf(ports: ExportPorts, { region, frame }: Agreement): Promise<Pick<AgreementContent, "frame">> {
  if (frame === undefined) return {};
  const key: VersionKey = { region, agreement: frame.id, version: frame.version };
  const { agreement } = await readProposal(ports.store, key);
  const { record } = await readRecord(ports.store, region, frame.id);
  const ballots = (await readBallots(ports.store, key)).map(({ ballot }) => ballot);
  const decisions = await Promise.all(ballots.map((ballot) => decisionOf(ports, key, ballot)));
  return { frame: { agreement, state: versionOf(record, frame.version).state, decisions } };
}

async function decisionOf({ store }: ExportPorts, key: VersionKey, ballot: Ballot) {
  const { ags, role } = ballot;
  const entry = await entryOnce(store, key.region, decidedOnce({ ...key, ags, role }));
  if (entry === undefined) throw new Error(`the decision of ${ags} as ${role} on ${key.agreement} is not in the log`);
  return { ballot, entry };
}
