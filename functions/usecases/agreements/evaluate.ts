/** The end of a vote: what came of it. */
import type { Agreement, AgreementMember } from "../../../domain/agreement/agreement.ts";
import { consentOf } from "../../../domain/agreement/ballot.ts";
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import { readBallots, readProposal, readRecord, versionOf } from "./readAgreement.ts";
import type { VersionKey } from "./records.ts";
import { move } from "./transitions.ts";
import type { WaitPorts } from "./waits.ts";

export interface Evaluated {
  /** `open`: somebody may still decide. */
  readonly state: AgreementState;
}

export async function evaluate(ports: WaitPorts, key: VersionKey): Promise<Evaluated> {
  const { agreement } = await readProposal(ports.store, key);
  const { record } = await readRecord(ports.store, key.region, key.agreement);
  let { state } = versionOf(record, key.version);
  if (state === "open") state = await close(ports, key, agreement);
  // What is decided on paper enters into force the day after it was made public.
  if (state === "approved" && !isOnPaper(agreement)) {
    const inForce = await move(ports, key, { event: "enterIntoForce", kind: "agreement.inForce" });
    state = inForce.state.state;
  }
  return { state };
}

export const isOnPaper = ({ members }: Agreement): boolean => members.some(({ level }) => level === "L3");

async function close(ports: WaitPorts, key: VersionKey, agreement: Agreement): Promise<AgreementState> {
  const endedAt = ports.clock.now();
  const ballots = (await readBallots(ports.store, key)).map(({ ballot }) => ballot);
  const withConsent = (consent: string): AgreementMember[] =>
    agreement.members.filter((member) => consentOf(member, ballots) === consent);
  const names = (members: readonly AgreementMember[]): string[] => members.map(({ name }) => name);
  const approved = await move(ports, key, { event: "approve", kind: "agreement.approved", change: { endedAt } });
  if (approved.kind === "moved") return approved.state.state;
  const against = withConsent("rejected");
  const refused = await move(ports, key, {
    ...{ event: "refuse", kind: "agreement.refused", data: { members: against.map(({ ags }) => ags) } },
    change: { endedAt, against: names(against) },
  });
  if (refused.kind === "moved") return refused.state.state;
  const silent = withConsent("waiting");
  const lapsed = await move(ports, key, {
    ...{ event: "lapse", kind: "agreement.lapsed", data: { members: silent.map(({ ags }) => ags) } },
    change: { endedAt, against: names(silent) },
  });
  return lapsed.state.state;
}
