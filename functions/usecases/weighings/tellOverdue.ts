/** Tells dispatch and the region's finance office what nobody answered in time: each of them each matter once. */
import { localDate } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { Question } from "../../../domain/settlement/question.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { asJson, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { sendOnce } from "../mail/sendOnce.ts";
import { weighingOverdueMail } from "../mail/weighingOverdueMail.ts";
import { allContacts } from "../records/contacts.ts";
import type { AskBackPorts } from "./askBack.ts";
import { questionsOf, weighingKey } from "./records.ts";
import { MOST_MATTERS, restsOf } from "./rest.ts";
import type { Situation } from "./situation.ts";

/** Somebody else may write an answer down meanwhile. */
const MOST_ATTEMPTS = 5;

interface Overdue {
  readonly situation: Situation;
  /** Of the work list as it is now: what is settled otherwise is no matter any more. */
  readonly items: readonly WorkItem[];
}

export async function tellOverdue(
  ports: AskBackPorts,
  region: string,
  { situation, items }: Overdue,
): Promise<{ readonly told: number; readonly failed: number }> {
  const [contacts, questions] = await Promise.all([allContacts(ports.store, region), questionsOf(ports.store, region)]);
  const rests = restsOf(questions, ports.clock.now());
  const open = new Set(items.flatMap(({ id, question }) => (question?.overdue === true ? [id] : [])));
  let [told, failed] = [0, 0];
  for (const contact of whoHears(contacts)) {
    const news = questions
      .filter(
        ({ itemId, contactId, told: before }) =>
          open.has(itemId) && contactId !== contact.id && !before.some((one) => one.contactId === contact.id),
      )
      .slice(0, MOST_MATTERS);
    if (news.length === 0 || rests(contact.id)) continue;
    const outcome = await tellOne(ports, region, { contact, news, contacts, situation });
    if (outcome === "told") told++;
    if (outcome === "failed") failed++;
  }
  return { told, failed };
}

/** Those of the whole region: what a ticket says is no matter of one municipality. Without any, its administration. */
function whoHears(contacts: readonly Contact[]): readonly Contact[] {
  const ofRegion = contacts.filter(
    ({ municipalityAgs, deputyOf }) => municipalityAgs === undefined && deputyOf === undefined,
  );
  const hear = ofRegion.filter(({ role }) => role === "dispatcher" || role === "finance");
  const all = hear.length > 0 ? hear : ofRegion.filter(({ role }) => role === "admin");
  return [...new Map(all.map((contact) => [contact.email.toLowerCase(), contact])).values()];
}

interface Told {
  readonly contact: Contact;
  readonly news: readonly Question[];
  readonly contacts: readonly Contact[];
  readonly situation: Situation;
}

async function tellOne(
  ports: AskBackPorts,
  region: string,
  { contact, news, contacts, situation }: Told,
): Promise<"told" | "refused" | "failed"> {
  const weeks = news.map(({ week }) => week).sort();
  const url = `${ports.site.origin}/abrechnung/${encodeURIComponent(region)}?von=${weeks[0]!}&bis=${weeks.at(-1)!}`;
  const matters = news.map((question) => ({
    question,
    asked: contacts.find(({ id }) => id === question.contactId)?.name ?? question.contactId,
    until: localDate(question.answerBy),
  }));
  const mail = weighingOverdueMail(situation.weeks[0]!.region.settings, contact, { matters, url });
  try {
    const about = { region, week: weeks[0]!, occasion: "weighingOverdue", contactId: contact.id };
    if ((await sendOnce(ports, mail, about)).kind !== "sent") return "refused";
  } catch (error) {
    ports.log.error("weighing overdue", error);
    return "failed";
  }
  await writeDown(ports, region, contact, news);
  return "told";
}

/** With every question that is still open; whoever answers at the same moment is not overwritten. */
async function writeDown(
  ports: AskBackPorts,
  region: string,
  { id }: Contact,
  news: readonly Question[],
): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const held = await Promise.all(news.map(({ itemId }) => ports.store.get(weighingKey.question(region, itemId))));
    const at = ports.clock.now();
    const also = held.flatMap((item): Write[] => {
      if (item === undefined) return [];
      const question = Question.parse(item.data);
      if (question.told.some(({ contactId }) => contactId === id)) return [];
      const next = { ...question, told: [...question.told, { contactId: id, at }] };
      return [
        { put: { ...weighingKey.question(region, question.itemId), data: asJson(next) }, expected: item.version },
      ];
    });
    if (also.length === 0) return;
    const data = { contact: id, matters: also.length };
    const content = { kind: "weighing.overdue", subject: `contacts/${id}`.slice(0, 200), data };
    if ((await append(ports, region, content, { also })).kind !== "conflict") return;
  }
}
