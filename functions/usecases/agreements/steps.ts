/** The wait for one role's decision, step by step: until the next reminder, and the next, and the deadline. */
import { append } from "../audit/append.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { askedOf } from "./asked.ts";
import { approverAsk, deputyAsk } from "./deputies.ts";
import { reminderMail } from "./mail/ballotMails.ts";
import { readProposal, readRecord, versionOf } from "./readAgreement.ts";
import type { BallotKey, VersionKey } from "./records.ts";
import { all, type TellPorts } from "./tell.ts";
import { tellAsked } from "./undeliverable.ts";
import { reminderTimes, timesOf } from "./times.ts";
import { subjectOf } from "./transitions.ts";
import { isOver } from "./waits.ts";

export interface Step {
  /** `end`: there is nothing to wait for. */
  readonly kind: "wait" | "end";
  /** RFC 3339, and seconds until then, at least 1. */
  readonly until: string;
  readonly seconds: number;
}

/** @param reminded reminders that are done with */
export async function nextStep(
  ports: Pick<TellPorts, "store" | "clock">,
  { reminded, ...key }: BallotKey & { readonly reminded: number },
): Promise<Step> {
  const now = ports.clock.now();
  const { agreement } = await readProposal(ports.store, key);
  const { deadline } = agreement;
  const left = (moment: string): number => Math.ceil((Date.parse(moment) - Date.parse(now)) / 1000);
  if (left(deadline) <= 0 || (await isOver(ports, key))) return { kind: "end", until: deadline, seconds: 1 };
  const times = await remindersOf(ports, key);
  const until = times.slice(reminded).find((moment) => left(moment) > 0) ?? deadline;
  return { kind: "wait", until, seconds: left(until) };
}

/** Apart by so much, so that a hundred mails do not leave in one second. */
const APART_MS = 5000;

/** Moments at which this role is reminded. */
async function remindersOf({ store }: Pick<TellPorts, "store">, key: BallotKey): Promise<string[]> {
  const { agreement } = await readProposal(store, key);
  const { record } = await readRecord(store, key.region, key.agreement);
  const { openedAt } = versionOf(record, key.version);
  const { agreements } = await readIndex(store, key.region);
  if (openedAt === null || agreements === undefined) return [];
  const place = askedOf(agreement).findIndex(({ ags, role }) => ags === key.ags && role === key.role);
  return reminderTimes(agreement, openedAt, agreements.reminderWorkingDays)
    .map((moment) => new Date(Date.parse(moment) + place * APART_MS).toISOString())
    .filter((moment) => Date.parse(moment) < Date.parse(agreement.deadline));
}

/**
 * Sends the reminder whose time has come, if one has; with the last one the deputy is asked too. Of several that were missed only
 * the last one is sent.
 *
 * @returns how many reminders are done with
 */
export async function remind(
  ports: TellPorts,
  { reminded, ...key }: BallotKey & { readonly reminded: number },
): Promise<{ reminded: number }> {
  const { store, clock } = ports;
  const now = clock.now();
  const times = await remindersOf(ports, key);
  const due = times.filter((moment) => Date.parse(moment) <= Date.parse(now)).length;
  const { agreement } = await readProposal(store, key);
  if (due <= reminded || Date.parse(agreement.deadline) <= Date.parse(now) || (await isOver(ports, key)))
    return { reminded: Math.max(due, reminded) };
  await sendReminder(ports, key, { number: due, last: due === times.length });
  return { reminded: due };
}

/** Of everybody who has not decided: reminders whose time has come and that are not out yet. */
export async function sendDueReminders(ports: TellPorts, key: VersionKey): Promise<void> {
  const { agreement } = await readProposal(ports.store, key);
  await all(
    askedOf(agreement).map(
      ({ ags, role }) =>
        () =>
          remind(ports, { ...key, ags, role, reminded: 0 }),
    ),
  );
}

interface Which {
  readonly number: number;
  readonly last: boolean;
}

async function sendReminder(ports: TellPorts, key: BallotKey, { number, last }: Which): Promise<void> {
  const { store, clock } = ports;
  const { agreement } = await readProposal(store, key);
  const contacts = await allContacts(store, key.region);
  const approver = approverAsk(agreement, key, contacts);
  const deputy = last ? deputyAsk(agreement, key, contacts, clock.now()) : undefined;
  const { workingDaysLeft } = timesOf(agreement, clock.now());
  const note = (kind: "agreement.reminded" | "agreement.escalated", contactId: string) =>
    append(
      ports,
      key.region,
      { kind, subject: subjectOf(key), data: { ags: key.ags, role: key.role, number, contactId } },
      { once: `${kind} ${key.agreement} ${key.version} ${key.ags} ${key.role} ${number}` },
    );
  await all([
    async () => {
      if (approver === undefined) return;
      await tellAsked(ports, approver, "reminder", (to) => reminderMail(to, { number, workingDaysLeft }));
      await note("agreement.reminded", approver.contact.id);
    },
    async () => {
      if (deputy === undefined) return;
      await tellAsked(ports, deputy, "reminder", (to) =>
        reminderMail(to, { number, workingDaysLeft, escalated: true }),
      );
      await note("agreement.escalated", deputy.contact.id);
    },
  ]);
}
