/** The beginning of an approval: administration and finance are informed, then those who decide are asked. */
import type { Contact } from "../../../domain/region/contacts.ts";
import { asJson } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { signProposal } from "./agreementFile.ts";
import { askedOf } from "./asked.ts";
import { approverAsk, deputyAsk, isAway } from "./deputies.ts";
import { changedMail, invitationMail, type BallotMail } from "./mail/ballotMails.ts";
import { informationMail, noticeMail } from "./mail/informationMails.ts";
import { readBallots, readProposal, readRecord } from "./readAgreement.ts";
import { agreementKey, type BallotKey, type VersionKey } from "./records.ts";
import { all, tell, type Ask, type TellPorts } from "./tell.ts";
import { tellAsked } from "./undeliverable.ts";
import { move, type MoveOutcome } from "./transitions.ts";

export interface Informed {
  /** False when the version is over already: taken back, or another one is in its place. */
  readonly go: boolean;
  /** RFC 3339 */
  readonly commentUntil: string;
}

export async function inform(ports: TellPorts & Pick<Ports, "signer">, key: VersionKey): Promise<Informed> {
  const { agreement } = await readProposal(ports.store, key);
  const signature = asJson(await signProposal(ports.signer, agreement));
  await ports.store.put({ ...agreementKey.signature(key), data: signature }, "absent");
  const { commentUntil, createdAt } = agreement;
  const outcome = await move(ports, key, { event: "inform", kind: "agreement.informed" });
  const go = isPast(outcome, ["informed", "open"]);
  // What was prepared and shown with the version before leaves nothing to comment on.
  if (go && Date.parse(commentUntil) > Date.parse(createdAt))
    await sendInformation(ports, key).catch((error: unknown) => logUnsent(ports, key, error));
  return { go, commentUntil };
}

export async function sendInformation(ports: TellPorts, key: VersionKey): Promise<void> {
  const { agreement } = await readProposal(ports.store, key);
  const contacts = await allContacts(ports.store, key.region);
  const sends = agreement.members.flatMap((member) =>
    informedOf(contacts, member.ags).map((contact) => () => {
      const mail = (member.level === "L0" ? noticeMail : informationMail)({ agreement, member, contact });
      return tell(ports, agreement, contact, "information", mail);
    }),
  );
  await all(sends);
}

/** Administration and finance of a member. */
function informedOf(contacts: readonly Contact[], ags: string): Contact[] {
  return contacts.filter(
    ({ role, municipalityAgs, deputyOf }) =>
      (role === "admin" || role === "finance") && municipalityAgs === ags && deputyOf === undefined,
  );
}

export interface Opened {
  readonly go: boolean;
  readonly waits: readonly Pick<BallotKey, "ags" | "role">[];
}

export async function openBallots(ports: TellPorts, key: VersionKey): Promise<Opened> {
  const { agreement } = await readProposal(ports.store, key);
  const change = { openedAt: ports.clock.now() };
  const outcome = await move(ports, key, { event: "open", kind: "agreement.opened", change });
  const go = isPast(outcome, ["open"]);
  if (go) await sendInvitations(ports, key).catch((error: unknown) => logUnsent(ports, key, error));
  return { go, waits: askedOf(agreement).map(({ ags, role }) => ({ ags, role })) };
}

/** Everybody who has not decided; those who were asked before get nothing again. */
export async function sendInvitations(ports: TellPorts, key: VersionKey): Promise<void> {
  const { store, clock } = ports;
  const { agreement } = await readProposal(store, key);
  const contacts = await allContacts(store, key.region);
  const ballots = await readBallots(store, key);
  const before = await previousOf(ports, key);
  const make = (to: BallotMail) => (before === undefined ? invitationMail(to) : changedMail(to, before));
  const asks = askedOf(agreement)
    .filter(({ ags, role }) => !ballots.some(({ ballot }) => ballot.ags === ags && ballot.role === role))
    .flatMap(({ ags, role }): Ask[] => {
      const ballot: BallotKey = { ...key, ags, role };
      const approver = approverAsk(agreement, ballot, contacts);
      const deputy = deputyAsk(agreement, ballot, contacts, clock.now());
      const away = deputy !== undefined && isAway(deputy.contact);
      return [...(approver === undefined ? [] : [approver]), ...(away ? [deputy] : [])];
    });
  await all(asks.map((ask) => () => tellAsked(ports, ask, "ballot", make)));
}

/** The version that those who are asked now were asked about before. */
async function previousOf({ store }: TellPorts, key: VersionKey) {
  const { record } = await readRecord(store, key.region, key.agreement);
  const before = record.versions.findLast(({ version, openedAt }) => version < key.version && openedAt !== null);
  if (before === undefined) return undefined;
  return (await readProposal(store, { ...key, version: before.version })).agreement;
}

/** Tried again by the reconciler until it works; meanwhile nobody who was reached waits for the others. */
function logUnsent({ log }: TellPorts, { region, agreement }: VersionKey, error: unknown): void {
  log.error("mails of an agreement not sent", error, { region, agreement });
}

/** Whether the version is in one of these states, by this move or since. */
const isPast = ({ state }: MoveOutcome, states: readonly string[]): boolean => states.includes(state.state);
