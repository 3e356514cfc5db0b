/** The end of a vote: what came of it, the split without who said no or nothing, and telling everybody. */
import type { Agreement, AgreementMember } from "../../../domain/agreement/agreement.ts";
import { consentOf } from "../../../domain/agreement/ballot.ts";
import { levelOf } from "../../../domain/agreement/level.ts";
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import { stateOf } from "../../../domain/calendar/holidays.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import { readIndex } from "../records/region.ts";
import { datesOf } from "./propose.ts";
import { currentOf, readBallots, readProposal, readRecord, versionOf } from "./readAgreement.ts";
import type { VersionKey } from "./records.ts";
import { submit } from "./submit.ts";
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

/**
 * Proposes the split that stands ready without the one member that refused or said nothing: to the others, at once. Nothing is
 * ready without several, or when fewer than two would be left.
 */
export async function proposeWithout(ports: WaitPorts, key: VersionKey): Promise<{ version: number | null }> {
  const { store, clock } = ports;
  const { record } = await readRecord(store, key.region, key.agreement);
  const current = currentOf(record);
  if (current.version > key.version) return { version: current.version };
  const { state, against } = current;
  if (state !== "refused" && state !== "lapsed") return { version: null };
  const { agreement } = await readProposal(store, key);
  const { agreements } = await readIndex(store, key.region);
  const left = agreement.members.filter(({ name }) => against.includes(name));
  const fallback =
    left.length === 1 ? agreement.fallbacks.find(({ withoutAgs }) => withoutAgs === left[0]!.ags) : undefined;
  if (fallback === undefined || agreements === undefined || agreement.members.length < 3) return { version: null };
  const now = localTimestamp(clock.now());
  const members = agreement.members
    .filter(({ ags }) => ags !== fallback.withoutAgs)
    .map((member): AgreementMember => {
      const shareCents = fallback.shares[member.ags]!;
      const { valueLimitCents } = member;
      const level = levelOf({ kind: agreement.kind, shareCents, valueLimitCents, withinFrame: false });
      return { ...member, shareCents, level };
    });
  const { deadline } = datesOf({ ...agreements, commentWorkingDays: 0 }, now, stateOf(members[0]!.ags));
  const next: Agreement = {
    ...{ ...agreement, members, fallbacks: [], jointCostCents: fallback.jointCostCents },
    // It was shown to all with the version before; the week does not wait for it once more.
    ...{ commentUntil: now, deadline, createdAt: now },
  };
  const { key: made } = await submit(ports, { agreement: next, without: fallback.withoutAgs });
  return { version: made.version };
}
