/** What needs the administration: weeks that failed, mails that did not arrive, votes that run, offices nobody holds. */
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import { addDays, addWeeks, weekOf as isoWeek } from "../../../domain/week.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Contact, ContactRole } from "../../../domain/region/contacts.ts";
import type { Store } from "../../ports/store.ts";
import { isOnPaper } from "../agreements/evaluate.ts";
import { askedOf } from "../agreements/asked.ts";
import { currentOf, listRecords, readBallots, readProposal } from "../agreements/readAgreement.ts";
import { MailRecord } from "../mail/mailRecord.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { allContacts } from "../records/contacts.ts";
import { regionPk } from "../records/keys.ts";
import { readIndex, type RegionIndex } from "../records/region.ts";
import { weekOf } from "../records/week.ts";

export interface FailedWeek {
  readonly week: string;
  /** German. */
  readonly cause: string;
  readonly action: string;
}

export interface ReturnedMail {
  readonly contactId: string;
  /** Null for a contact that is no longer there. */
  readonly name: string | null;
  readonly occasion: string;
  readonly week: string;
  readonly at: string;
  /** In the words of the service, without addresses. */
  readonly cause: string;
}

export interface RunningVote {
  readonly id: string;
  readonly version: number;
  readonly state: AgreementState;
  readonly deadline: string;
  readonly decided: number;
  readonly asked: number;
  /** Approved, and the signed paper is not there yet. */
  readonly paperMissing: boolean;
}

export interface EmptyOffice {
  readonly role: ContactRole;
  /** Null for the whole region. */
  readonly municipality: string | null;
}

export interface Attention {
  readonly failed: readonly FailedWeek[];
  readonly returned: readonly ReturnedMail[];
  readonly votes: readonly RunningVote[];
  readonly offices: readonly EmptyOffice[];
  readonly municipalities: number;
  readonly points: number;
  readonly contacts: number;
  /** Published last; null before the first. */
  readonly lastWeek: string | null;
}

/** So far back weeks and mails are looked at. */
const WEEKS_BACK = 8;

export async function attention({ store, clock }: Pick<Ports, "store" | "clock">, region: string): Promise<Attention> {
  const today = localDate(clock.now());
  const index = await readIndex(store, region);
  const contacts = await allContacts(store, region);
  const weeks = (await allItems(store, { pk: regionPk(region), prefix: "week#" })).map((item) => weekOf(item)!);
  const since = addWeeks(isoWeek(today), -WEEKS_BACK);
  return {
    failed: weeks.flatMap(({ week, status, failure }) =>
      status === "failed" && failure !== null && week >= since ? [{ week, ...failure }] : [],
    ),
    returned: await returnedMails(store, region, contacts, addDays(today, -7 * WEEKS_BACK)),
    votes: await runningVotes(store, region),
    offices: emptyOffices(index, contacts),
    municipalities: index.municipalities.length,
    points: Object.keys(index.points).length,
    contacts: contacts.length,
    lastWeek:
      weeks
        .filter(({ status }) => status === "planned")
        .map(({ week }) => week)
        .sort()
        .at(-1) ?? null,
  };
}

/** Newest first. @param since a day */
export async function returnedMails(
  store: Store,
  region: string,
  contacts: readonly Contact[],
  since: string,
): Promise<ReturnedMail[]> {
  const from = addWeeks(isoWeek(since), -1);
  const items = await allItems(store, { pk: `region#${region}#mails`, index: true, from });
  const found = items.flatMap(({ data }): ReturnedMail[] => {
    const mail = MailRecord.parse(data);
    if ((mail.status !== "refused" && mail.status !== "bounced") || mail.at.slice(0, 10) < since) return [];
    const { contactId, occasion, week } = mail.about;
    const name = contacts.find(({ id }) => id === contactId)?.name ?? null;
    return [{ contactId, name, occasion, week, at: mail.at, cause: mail.cause }];
  });
  return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

async function runningVotes(store: Store, region: string): Promise<RunningVote[]> {
  const found = await Promise.all(
    (await listRecords(store, region)).map(async (record): Promise<RunningVote[]> => {
      const { id, paper } = record;
      const { version, state } = currentOf(record);
      if (state !== "informed" && state !== "open" && state !== "approved") return [];
      const key = { region, agreement: id, version };
      const { agreement } = await readProposal(store, key);
      const paperMissing = state === "approved" && isOnPaper(agreement) && paper === null;
      const decided = (await readBallots(store, key)).length;
      return [
        { id, version, state, deadline: agreement.deadline, decided, asked: askedOf(agreement).length, paperMissing },
      ];
    }),
  );
  return found.flat().sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline));
}

/** Offices without which a week is not reported, sent or agreed. */
function emptyOffices({ municipalities, agreements }: RegionIndex, contacts: readonly Contact[]): EmptyOffice[] {
  const held = (role: ContactRole, ags?: string): boolean =>
    contacts.some(
      (one) => one.role === role && one.deputyOf === undefined && (ags === undefined || one.municipalityAgs === ags),
    );
  const roles: readonly ContactRole[] = agreements === undefined ? ["yard"] : ["yard", "mayor", "finance"];
  return [
    ...(held("dispatcher") ? [] : [{ role: "dispatcher" as const, municipality: null }]),
    ...roles.flatMap((role) =>
      municipalities.filter(({ ags }) => !held(role, ags)).map(({ name }) => ({ role, municipality: name })),
    ),
  ];
}
