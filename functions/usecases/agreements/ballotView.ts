/**
 * What the approval page shows of a link: one read, no write, the same however often it is asked for.
 *
 * The page lies at `/a/{secret}`, the public confirmation of a decision at `/pruefen/{receiptId}` (usecases/agreements/paths.ts).
 * What can be done there: ballotActions.ts. The mails that lead there: functions/usecases/agreements/mail, called by tell.ts.
 */
import type {
  Agreement,
  AgreementMember,
  ApproverRole,
  Fallback,
  ReaderRole,
} from "../../../domain/agreement/agreement.ts";
import type { Ballot, Decision } from "../../../domain/agreement/ballot.ts";
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Secrets } from "../../ports/secrets.ts";
import type { Ports } from "../ports.ts";
import { contactsOf } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { waysOf, type Identity } from "./identity.ts";
import { openLink } from "./links.ts";
import { differenceOf, type Difference } from "./mail/difference.ts";
import { isDeputyOn } from "./propose.ts";
import { readReceipt, type BallotReceipt } from "./receipts.ts";
import { currentOf, readBallots, readProposal, readQuestions, readRecord, versionOf } from "./readAgreement.ts";
import { isComment, type DecideLink, type LinkRecord, type VersionKey, type VersionState } from "./records.ts";
import { timesOf, type Times } from "./times.ts";
import { askedOf } from "./asked.ts";

export type { BallotReceipt } from "./receipts.ts";

export interface Other {
  readonly ags: string;
  readonly name: string;
  readonly role: ApproverRole;
  /** Null while undecided. */
  readonly decision: Decision | null;
}

export interface Deputy {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
}

export interface Question {
  readonly id: string;
  readonly from: string;
  readonly memberName: string;
  readonly at: string;
  readonly text: string;
  readonly answer: { readonly at: string; readonly text: string } | null;
}

export type Standing =
  /** Nobody decides through this link: administration and finance comment, or could until voting began. */
  | { readonly kind: "early"; readonly comment: "open"; readonly identity: Identity }
  | { readonly kind: "early"; readonly comment: "over" }
  | { readonly kind: "open"; readonly identity: Identity }
  /** This role has decided. `mine`: through this link's person. The vote may be over since: `state`. */
  | {
      readonly kind: "decided";
      readonly receipt: BallotReceipt;
      readonly mine: boolean;
      readonly state: AgreementState;
    }
  /** Over without this role. `against`: who refused or said nothing; `next`: version that took the place, if there is one. */
  | {
      readonly kind: "closed";
      readonly state: AgreementState;
      readonly against: readonly string[];
      readonly reason: string | null;
      readonly next: number | null;
    }
  /** The deadline has passed, or the deputy's days have. */
  | { readonly kind: "expired" }
  /** `difference` for this member; a member that is no longer asked is among its `left`. */
  | { readonly kind: "superseded"; readonly now: Agreement; readonly difference: Difference };

export interface KnownBallot {
  readonly kind: "known";
  readonly agreement: Agreement;
  readonly proposalSha256: string;
  readonly member: AgreementMember;
  /** `admin` through a link for comments alone. */
  readonly role: ReaderRole;
  /** Who was asked through this link. */
  readonly contact: Pick<Contact, "id" | "name" | "language">;
  /** In whose place, by name; undefined for the approver. */
  readonly deputyFor?: string;
  readonly savingCents: number;
  readonly times: Times;
  /** Everybody else whose decision is needed. */
  readonly others: readonly Other[];
  /** Who may decide instead. */
  readonly deputy?: Deputy;
  /** The split that would be proposed at once if this member said no or nothing; undefined where none was priced. */
  readonly fallback?: Fallback;
  readonly questions: readonly Question[];
  /** What in the region's data is made up. */
  readonly synthetic: string | null;
  readonly standing: Standing;
}

export type BallotView = { readonly kind: "unknown" } | KnownBallot;

export interface BallotPorts extends Pick<Ports, "store" | "clock"> {
  readonly secrets: Secrets;
  readonly site: Pick<Ports["site"], "origin">;
}

/** @param secret of the link, as it stands in the address */
export async function readBallot(ports: BallotPorts, secret: string): Promise<BallotView> {
  const opened = await openLink(ports, secret, ports.clock.now());
  return opened.kind === "unknown" ? { kind: "unknown" } : viewOf(ports, opened.link);
}

export async function viewOf(ports: BallotPorts, link: LinkRecord): Promise<KnownBallot> {
  const { store, clock } = ports;
  const key: VersionKey = link;
  const { agreement, sha256 } = await readProposal(store, key);
  const { record } = await readRecord(store, link.region, link.agreement);
  const ballots = await readBallots(store, key);
  const contacts = [
    ...(await contactsOf(store, link.region, "mayor")),
    ...(await contactsOf(store, link.region, "finance")),
    ...(await contactsOf(store, link.region, "admin")),
  ];
  const named = (id: string): string => contacts.find((one) => one.id === id)?.name ?? id;
  const member = agreement.members.find(({ ags }) => ags === link.ags)!;
  const approver = isComment(link) ? undefined : member.approvers.find(({ role }) => role === link.role)!;
  const contact = contacts.find(({ id }) => id === link.contactId);
  const deputy = contacts.find(({ id }) => id === approver?.deputyContactId);
  const { synthetic } = await readIndex(store, link.region);
  const receipt = isComment(link) ? undefined : await readReceipt(ports, link);
  const state = versionOf(record, link.version);
  const fallback = agreement.fallbacks.find(({ withoutAgs }) => withoutAgs === link.ags);
  const standing = async (): Promise<Standing> => {
    if (receipt !== undefined)
      return { kind: "decided", receipt, mine: receipt.ballot.contactId === link.contactId, state: state.state };
    const next = currentOf(record).version === link.version ? undefined : currentOf(record);
    if (state.state === "superseded" && next !== undefined) {
      const now = (await readProposal(store, { ...key, version: next.version })).agreement;
      return { kind: "superseded", now, difference: differenceOf(agreement, now, link.ags) };
    }
    if (isComment(link)) return commentsOf(state, link, contact, clock.now());
    if (state.state === "draft" || state.state === "informed") return { kind: "early", comment: "over" };
    if (state.state !== "open") return closed(state, next?.version ?? null);
    const against = ballots.filter(({ ballot }) => ballot.decision === "rejected").map(({ ballot }) => ballot.ags);
    // Refused, though the workflow has not said so yet.
    if (against.length > 0) {
      const names = agreement.members.filter(({ ags }) => against.includes(ags)).map(({ name }) => name);
      return closed({ ...state, state: "refused", against: names }, null);
    }
    if (Date.parse(clock.now()) >= Date.parse(link.expiresAt) || isOffDuty(link, contact, clock.now()))
      return { kind: "expired" };
    return { kind: "open", identity: waysOf(member.level, contact) };
  };
  return {
    kind: "known",
    ...{ agreement, proposalSha256: sha256, member, role: link.role },
    contact: { id: link.contactId, name: named(link.contactId), language: contact?.language ?? "de" },
    ...(!isComment(link) && link.deputy ? { deputyFor: named(approver!.contactId) } : {}),
    savingCents: member.standAloneCostCents - member.shareCents,
    times: timesOf(agreement, clock.now()),
    others: othersOf(
      agreement,
      link,
      ballots.map(({ ballot }) => ballot),
    ),
    ...(deputy === undefined || isComment(link) || link.deputy ? {} : { deputy: deputyOf(deputy) }),
    ...(fallback === undefined ? {} : { fallback }),
    questions: (await readQuestions(store, key)).map(({ ags, contactId, id, at, text, answer }) => ({
      ...{ id, at, text, answer: answer === null ? null : { at: answer.at, text: answer.text } },
      from: named(contactId),
      memberName: agreement.members.find((one) => one.ags === ags)?.name ?? ags,
    })),
    synthetic,
    standing: await standing(),
  };
}

/** A deputy decides on the days of the record in contacts.csv alone, as it is now. */
export function isOffDuty({ deputy }: DecideLink, contact: Contact | undefined, now: string): boolean {
  return deputy && (contact === undefined || !isDeputyOn(contact, localDate(now)));
}

/** Open from the moment that they are informed until voting begins, as the server's clock has it. */
function commentsOf(
  { state }: VersionState,
  { expiresAt }: LinkRecord,
  contact: Contact | undefined,
  now: string,
): Standing {
  const open = state === "informed" && Date.parse(now) < Date.parse(expiresAt);
  // Words bind nobody: what is enough for a release is enough for them.
  return open
    ? { kind: "early", comment: "open", identity: waysOf("L1", contact) }
    : { kind: "early", comment: "over" };
}

/** How who opened the link may prove who they are; undefined where nothing can be done or said through it. */
export function identityOfStanding(standing: Standing): Identity | undefined {
  return standing.kind === "open" || (standing.kind === "early" && standing.comment === "open")
    ? standing.identity
    : undefined;
}

const closed = ({ state, against, reason }: VersionState, next: number | null): Standing => ({
  kind: "closed",
  ...{ state, against, reason, next },
});

function othersOf(agreement: Agreement, link: LinkRecord, ballots: readonly Ballot[]): Other[] {
  return askedOf(agreement)
    .filter(({ ags, role }) => isComment(link) || ags !== link.ags || role !== link.role)
    .map((one) => {
      const ballot = ballots.find(({ ags, role }) => ags === one.ags && role === one.role);
      return { ...one, decision: ballot?.decision ?? null };
    });
}

function deputyOf({ name, deputyFrom, deputyUntil }: Contact): Deputy {
  return { name, from: deputyFrom ?? null, until: deputyUntil ?? null };
}
