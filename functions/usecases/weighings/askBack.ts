/**
 * Asks by mail what the work list needs to know: each matter once, each person in one mail, at most one a day. The mail leaves before it
 * is written down that it did; who is killed in between sends it again under the same id, which sends nothing.
 */
import { localDate, localTimestamp } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { addDays } from "../../../domain/week.ts";
import { asJson, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { sendOnce } from "../mail/sendOnce.ts";
import { weighingQuestionMail } from "../mail/weighingQuestionMail.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { answerBy } from "./askingDays.ts";
import { questionUrl } from "./questionLink.ts";
import { questionsOf, weighingKey } from "./records.ts";
import { MOST_MATTERS, restsOf } from "./rest.ts";
import { situationOf, type Situation } from "./situation.ts";
import { askable } from "./whoAnswers.ts";

export type AskBackPorts = Pick<Ports, "store" | "blobs" | "clock" | "mailer" | "log" | "secrets" | "site">;

/** So long after its deadline a late answer is still taken. */
const LATE_DAYS = 21;

export interface AskedBack {
  /** Matters that somebody is asked about now. */
  readonly asked: number;
  /** Whose person had a mail today, or has enough in this one: asked tomorrow. */
  readonly held: number;
  /** For whom there is no contact, or whose address does not take it. */
  readonly nobody: number;
  /** The mail service was not to be reached: press again later. */
  readonly failed: number;
}

export async function askBack(
  ports: AskBackPorts,
  { region, weeks, by }: { readonly region: string; readonly weeks: readonly string[]; readonly by: string },
): Promise<AskedBack> {
  const situation = await situationOf(ports, region, weeks);
  return askAbout(ports, { region, situation, by, items: situation.items });
}

export async function askAbout(
  ports: AskBackPorts,
  {
    region,
    situation,
    items,
    by,
  }: Pick<Asking, "region" | "situation" | "by"> & { readonly items: readonly WorkItem[] },
): Promise<AskedBack> {
  const [contacts, before] = await Promise.all([allContacts(ports.store, region), questionsOf(ports.store, region)]);
  const now = ports.clock.now();
  const counts = { asked: 0, held: 0, nobody: 0, failed: 0 };
  const rests = restsOf(before, now);
  for (const [contact, questions] of byContact(items, situation, contacts, now)) {
    if (contact === undefined) counts.nobody += questions.length;
    else if (rests(contact.id)) counts.held += questions.length;
    else {
      const now = questions.slice(0, MOST_MATTERS);
      counts[await askOne(ports, { region, contact, questions: now, situation, by })] += now.length;
      counts.held += questions.length - now.length;
    }
  }
  return counts;
}

function byContact(items: readonly WorkItem[], situation: Situation, contacts: readonly Contact[], now: string) {
  const all = new Map<Contact | undefined, Question[]>();
  const until = answerBy(situation.weeks[0]!.region.municipalities[0]!.ags, now);
  for (const { item, contact } of askable(items, situation, contacts)) {
    const { id: itemId, code, week, facts, place } = item;
    const question: Question = {
      ...{ itemId, code, week, facts, ticketId: place.ticketId, tourId: place.tourId },
      ...{ contactId: contact?.id ?? "", askedAt: now, answerBy: until, answer: null, told: [] },
    };
    all.set(contact, [...(all.get(contact) ?? []), question]);
  }
  return all;
}

interface Asking {
  readonly region: string;
  readonly contact: Contact;
  readonly questions: readonly Question[];
  readonly situation: Situation;
  readonly by: string;
}

async function askOne(
  ports: AskBackPorts,
  { region, contact, questions, situation, by }: Asking,
): Promise<"asked" | "nobody" | "failed"> {
  const { answerBy: until, week } = questions[0]!;
  const link = { region, contactId: contact.id, until: addDays(localDate(until), LATE_DAYS) };
  const url = await questionUrl(ports, link);
  const { settings } = situation.weeks[0]!.region;
  const mail = weighingQuestionMail(settings, contact, { questions, url, answerBy: localTimestamp(until) });
  try {
    const outcome = await sendOnce(ports, mail, { region, week, occasion: "weighing", contactId: contact.id });
    if (outcome.kind !== "sent") return "nobody";
  } catch (error) {
    ports.log.error("weighing question", error);
    return "failed";
  }
  const also = questions.map((question): Write => ({
    put: { ...weighingKey.question(region, question.itemId), data: asJson(question) },
    expected: "absent",
  }));
  const data = { contact: contact.id, matters: questions.length, answerBy: until, by };
  const content = { kind: "weighing.asked", subject: `contacts/${contact.id}`.slice(0, 200), data };
  // With a conflict somebody else has asked at the same moment: the same mail, the same questions.
  await append(ports, region, content, { also });
  return "asked";
}
