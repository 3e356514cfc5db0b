/** The beginning of an approval: administration and finance are informed, then those who decide are asked. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
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
import { all, commentUrl, tell, type Ask, type TellPorts } from "./tell.ts";
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
  const { commentUntil } = agreement;
  const outcome = await move(ports, key, { event: "inform", kind: "agreement.informed" });
  const go = isPast(outcome, ["informed", "open"]);
  if (go) await sendInformation(ports, key).catch((error: unknown) => logUnsent(ports, key, error));
  return { go, commentUntil };
}

/** Notices to members at L0; to administration and finance of the others what they may comment on. */
export async function sendInformation(ports: TellPorts, key: VersionKey): Promise<void> {
  const { agreement } = await readProposal(ports.store, key);
  const { members, commentUntil, createdAt } = agreement;
  const contacts = await allContacts(ports.store, key.region);
  // What was prepared and shown with the version before leaves nothing to comment on.
  const comments = Date.parse(commentUntil) > Date.parse(createdAt);
  await all([
    ...noticesOf(ports, agreement, contacts),
    ...members
      .filter(({ level }) => comments && level !== "L0")
      .flatMap((member) =>
        peopleOf(contacts, member.ags, ["admin", "finance"]).map((contact) => async () => {
          const url = await commentUrl(ports, agreement, member, contact);
          const mail = informationMail({ agreement, member, contact, url });
          return tell(ports, agreement, contact, "information", mail);
        }),
      ),
  ]);
}

/** Everybody in charge of a member that is asked nothing hears so. */
function noticesOf(ports: TellPorts, agreement: Agreement, contacts: readonly Contact[]) {
  return agreement.members
    .filter(({ level }) => level === "L0")
    .flatMap((member) =>
      peopleOf(contacts, member.ags, ["mayor", "finance", "admin"]).map(
        (contact) => () => tell(ports, agreement, contact, "notice", noticeMail({ agreement, member, contact })),
      ),
    );
}

function peopleOf(contacts: readonly Contact[], ags: string, roles: readonly Contact["role"][]): Contact[] {
  return contacts.filter(
    ({ role, municipalityAgs, deputyOf }) => roles.includes(role) && municipalityAgs === ags && deputyOf === undefined,
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
