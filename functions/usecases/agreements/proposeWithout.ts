/** What follows a vote that failed: the split without those who refused or said nothing, to the others, at once. */
import {
  FEWEST_MEMBERS,
  type Agreement,
  type AgreementMember,
  type Fallback,
} from "../../../domain/agreement/agreement.ts";
import { decidersOf, levelOf } from "../../../domain/agreement/level.ts";
import { stateOf } from "../../../domain/calendar/holidays.ts";
import { localDate, localTimestamp } from "../../../domain/localTime.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { approversOf, datesOf } from "./propose.ts";
import { currentOf, readProposal, readRecord } from "./readAgreement.ts";
import type { VersionKey } from "./records.ts";
import { splitAmong, type SplitAmong, type SplitPorts } from "./splitAmong.ts";
import { submit } from "./submit.ts";
import type { WaitPorts } from "./waits.ts";

export type WithoutPorts = WaitPorts & SplitPorts;

/**
 * However many left, in this version or those before. Nothing follows when fewer than two would stay, or the plan does not hold
 * what the others pay together; those who are told the result are told so.
 *
 * @returns the version that follows
 */
export async function proposeWithout(ports: WithoutPorts, key: VersionKey): Promise<{ version: number | null }> {
  const { store, clock } = ports;
  const { record } = await readRecord(store, key.region, key.agreement);
  const current = currentOf(record);
  if (current.version > key.version) return { version: current.version };
  const { state, against } = current;
  if (state !== "refused" && state !== "lapsed") return { version: null };
  const { agreement } = await readProposal(store, key);
  const { agreements } = await readIndex(store, key.region);
  const leaving = agreement.members.filter(({ name }) => against.includes(name));
  const staying = agreement.members.filter((member) => !leaving.includes(member));
  if (agreements === undefined || leaving.length === 0 || staying.length < FEWEST_MEMBERS) return { version: null };
  const split = await splitOf(ports, agreement, leaving, staying);
  if (split === undefined) return { version: null };
  const now = localTimestamp(clock.now());
  const members = await membersOf(ports, agreement, staying, split, now);
  if (members === undefined) return { version: null };
  // It was shown to all with the version before; the week does not wait for it once more.
  const dates = datesOf({ ...agreements, commentWorkingDays: 0 }, now, stateOf(members[0]!.ags));
  const { jointCostCents, fallbacks } = split;
  // Others than in the frame: it is none for them.
  const { frame: _, ...before } = agreement;
  const next: Agreement = { ...before, members, fallbacks: [...fallbacks], jointCostCents, ...dates, createdAt: now };
  const { key: made } = await submit(ports, { agreement: next, without: leaving.map(({ ags }) => ags) });
  return { version: made.version };
}

/** The one that stands ready, and for several, or after an earlier refusal, the one reckoned from the plan now. */
async function splitOf(
  ports: SplitPorts,
  agreement: Agreement,
  leaving: readonly AgreementMember[],
  staying: readonly AgreementMember[],
): Promise<SplitAmong | undefined> {
  const ready: Fallback | undefined =
    leaving.length === 1 ? agreement.fallbacks.find(({ withoutAgs }) => withoutAgs === leaving[0]!.ags) : undefined;
  const members = staying.map(({ ags }) => ags);
  const { region, id } = agreement;
  ports.log.info(ready === undefined ? "split reckoned now" : "split that stood ready", { region, agreement: id });
  const reckoned = await splitAmong(ports, agreement, members, ready).catch((error: unknown) => {
    // What stands ready must not wait for what is reckoned in advance.
    if (ready === undefined) throw error;
    ports.log.error("no split ready for a further refusal", error, { region, agreement: id });
    return undefined;
  });
  if (ready === undefined) return reckoned;
  const { jointCostCents, shares } = ready;
  return { jointCostCents, shares, fallbacks: reckoned?.fallbacks ?? [] };
}

/** Levels and approvers as they are now; undefined when somebody is needed who is not entered. */
async function membersOf(
  { store, log }: WithoutPorts,
  { region, id, kind }: Agreement,
  staying: readonly AgreementMember[],
  { shares }: SplitAmong,
  now: string,
): Promise<AgreementMember[] | undefined> {
  const contacts = await allContacts(store, region);
  const members = staying.map((member): AgreementMember => {
    const shareCents = shares[member.ags]!;
    const level = levelOf({ kind, shareCents, valueLimitCents: member.valueLimitCents, withinFrame: false });
    return { ...member, shareCents, level, approvers: approversOf(contacts, member.ags, localDate(now)) };
  });
  const missing = members.flatMap(({ ags, level, approvers }) =>
    decidersOf(level)
      .filter((role) => !approvers.some((one) => one.role === role))
      .map((role) => `${role} of ${ags}`),
  );
  if (missing.length === 0) return members;
  log.error("split without those who left not proposed", new Error(`nobody is entered as ${missing.join(", ")}`), {
    ...{ region, agreement: id },
  });
  return undefined;
}
