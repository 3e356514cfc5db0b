/**
 * Sends a mail once, however often it is asked to. Before the mail leaves, a record says so; afterwards, that it left.
 *
 * What cannot be had is exactly once: who dies between the two leaves a record that says "sending". After `LEASE_SECONDS` the
 * next one sends again, under the same Message-ID, by which a mailbox knows the copy. A mail twice is better than none.
 *
 * What fails in a way that passes is tried again at growing distance, however often it is asked for: after one minute, two, four, and
 * so on to four hours. A service that is away is not asked more often by more callers.
 */
import type { Mail } from "../../ports/mailer.ts";
import type { Item } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { mailItem, mailKey, MailRecord, withoutAddresses, type MailAbout } from "./mailRecord.ts";

/** Longer than any mailer tries. */
export const LEASE_SECONDS = 120;

export type SendOnceOutcome =
  /** `again`: it was sent before, and nothing was done now. */
  | { readonly kind: "sent"; readonly messageId: string; readonly again: boolean }
  /** The address is none, or mail to it came back: somebody has to be told. */
  | { readonly kind: "refused" | "bounced"; readonly cause: string; readonly again: boolean };

/** Somebody else is sending this mail right now; try again later than the lease. */
export class MailInFlight extends Error {
  override readonly name = "MailInFlight";
}

/** The service was not to be reached lately; before `nextAt` it is not asked again. */
export class MailWaiting extends Error {
  override readonly name = "MailWaiting";
  /** RFC 3339 */
  readonly nextAt: string;
  constructor(mail: Mail, nextAt: string, cause: string) {
    super(`mail ${mail.id} waits until ${nextAt}: ${cause}`);
    this.nextAt = nextAt;
  }
}

const FIRST_WAIT_SECONDS = 60;
const MOST_WAIT_SECONDS = 4 * 3600;

/** From an attempt that failed to the next one. */
export const waitSeconds = (attempts: number): number =>
  Math.min(MOST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (attempts - 1));

type MailPorts = Pick<Ports, "store" | "mailer" | "clock" | "log">;

/** Rejects when the service is not to be reached for now, with MailInFlight or MailWaiting; asked again it goes on where it stopped. */
export async function sendOnce(ports: MailPorts, mail: Mail, about: MailAbout): Promise<SendOnceOutcome> {
  const found = await ports.store.get(mailKey(mail.id));
  const before = found === undefined ? undefined : MailRecord.parse(found.data);
  const settled = before === undefined ? undefined : settledOutcome(before);
  if (settled !== undefined) return settled;
  const now = ports.clock.now();
  if (before?.status === "sending" && ageSeconds(before, now) < LEASE_SECONDS) throw inFlight(mail);
  if (before?.status === "waiting" && before.nextAt !== undefined && Date.parse(now) < Date.parse(before.nextAt))
    throw new MailWaiting(mail, before.nextAt, before.cause);
  const sending: MailRecord = {
    ...{ status: "sending", about, at: now, attempts: (before?.attempts ?? 0) + 1 },
    since: before?.since ?? before?.at ?? now,
    ...(before?.alerted === undefined ? {} : { alerted: true }),
  };
  const claim = await ports.store.put(mailItem(mail.id, sending), found === undefined ? "absent" : found.version);
  if (claim.status === "conflict") return afterConflict(mail, claim.current);
  return send(ports, mail, sending, claim.version);
}

async function send(ports: MailPorts, mail: Mail, sending: MailRecord, version: number): Promise<SendOnceOutcome> {
  const { status: _, at: __, ...kept } = sending;
  const { about, attempts } = sending;
  // A bounce may have been written meanwhile; it says more than we would, so a conflict here is left as it is.
  const note = (rest: object) =>
    ports.store.put(mailItem(mail.id, MailRecord.parse({ ...kept, at: ports.clock.now(), ...rest })), version);
  const fields = { mail: mail.id, region: about.region, occasion: about.occasion, attempts };
  const outcome = await ports.mailer.send(mail).catch(async (error: Error) => {
    const nextAt = new Date(Date.parse(ports.clock.now()) + 1000 * waitSeconds(attempts)).toISOString();
    const cause = withoutAddresses(error.message);
    await note({ status: "waiting", cause, nextAt });
    // Whoever catches it writes it down, and servers quote addresses.
    throw new Error(cause);
  });
  if (outcome.kind === "sent") {
    await note({ status: "sent", messageId: outcome.messageId });
    ports.log.info("mail sent", fields);
    return { ...outcome, again: false };
  }
  const cause = withoutAddresses(outcome.cause);
  await note({ status: "refused", cause });
  ports.log.info("mail refused", { ...fields, cause });
  return { kind: "refused", cause, again: false };
}

function settledOutcome(record: MailRecord): SendOnceOutcome | undefined {
  switch (record.status) {
    case "sent":
      return { kind: "sent", messageId: record.messageId, again: true };
    case "refused":
    case "bounced":
      return { kind: record.status, cause: record.cause, again: true };
    default:
      return undefined;
  }
}

function afterConflict(mail: Mail, current: Item | undefined): SendOnceOutcome {
  const settled = current === undefined ? undefined : settledOutcome(MailRecord.parse(current.data));
  if (settled !== undefined) return settled;
  throw inFlight(mail);
}

function inFlight(mail: Mail): MailInFlight {
  return new MailInFlight(`mail ${mail.id} is being sent by somebody else`);
}

function ageSeconds({ at }: MailRecord, now: string): number {
  return (Date.parse(now) - Date.parse(at)) / 1000;
}
