/**
 * Mails that were tried several times and still wait: the dispatchers hear of each once. The alert is a mail like any other, is
 * tried again like any other, and is never the reason for another alert.
 */
import { localTimestamp } from "../../../domain/localTime.ts";
import { clockOf } from "../../../domain/language/format.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Mail } from "../../ports/mailer.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import { sha256 } from "../sha256.ts";
import { update } from "../records/update.ts";
import { mailId, mailItem, mailKey, MailRecord } from "./mailRecord.ts";
import { mailPage } from "./mailPage.ts";
import { sendEach } from "./sendEach.ts";
import { sendOnce } from "./sendOnce.ts";
import { listUndelivered, type UndeliveredMail } from "./undelivered.ts";
import { LANGUAGES } from "./words/language.ts";
import { WAITING } from "./words/waiting.ts";
import { markup } from "../../../planning/report/html.ts";

/** After so many attempts, about an hour with the reconciler every quarter of one. */
export const ALERT_AFTER = 4;

const ALERT = "waiting";

type AlertPorts = Pick<Ports, "store" | "mailer" | "clock" | "log">;

/**
 * @returns how many mails the dispatchers heard of now
 * @throws Error when an alert cannot be sent for now
 */
export async function alertWaiting(ports: AlertPorts, region: string): Promise<number> {
  const stuck: UndeliveredMail[] = [];
  for (const mail of await listUndelivered(ports.store, region)) {
    if (mail.nextAt === null || mail.attempts < ALERT_AFTER || mail.occasion === ALERT) continue;
    const record = MailRecord.parse((await ports.store.get(mailKey(mail.id)))?.data);
    if (record.alerted === undefined) stuck.push(mail);
  }
  if (stuck.length === 0) return 0;
  const contacts = await allContacts(ports.store, region);
  const { name } = await readIndex(ports.store, region);
  const which = sha256(JSON.stringify(stuck.map(({ id }) => id).sort())).slice(0, 16);
  await sendEach(
    contacts
      .filter(({ role }) => role === "dispatcher")
      .map((contact) => () => {
        const mail = alertMail({ region, regionName: name, which, contact, stuck, contacts });
        return sendOnce(ports, mail, { region, week: stuck[0]!.week, occasion: ALERT, contactId: contact.id });
      }),
  );
  for (const { id } of stuck) await markAlerted(ports, id);
  return stuck.length;
}

async function markAlerted({ store }: AlertPorts, id: string): Promise<void> {
  await update(store, mailKey(id), (item) => {
    const record = MailRecord.safeParse(item?.data);
    // It has left, or come back, meanwhile.
    if (!record.success || record.data.status !== "waiting") return undefined;
    const { data, index, expiresAt } = mailItem(id, { ...record.data, alerted: true });
    return { data, ...(index && { index }), ...(expiresAt === undefined ? {} : { expiresAt }) };
  });
}

interface Alert {
  readonly region: string;
  readonly regionName: string;
  /** Tells alerts apart. */
  readonly which: string;
  /** Of the dispatcher. */
  readonly contact: Contact;
  readonly stuck: readonly UndeliveredMail[];
  readonly contacts: readonly Contact[];
}

function alertMail({ region, regionName, which, contact, stuck, contacts }: Alert): Mail {
  const words = WAITING[contact.language];
  const { format, footer } = LANGUAGES[contact.language];
  const moment = (at: string): string => {
    const local = localTimestamp(at);
    return `${format.date(local.slice(0, 10))}, ${clockOf(local)}`;
  };
  const rows = stuck.map(({ occasion, contactId, week, since, attempts, cause, nextAt }) => ({
    name: words.mail(
      words.occasions[occasion] ?? occasion,
      contacts.find(({ id }) => id === contactId)?.name ?? contactId,
    ),
    facts: [
      words.about(week),
      words.tried(attempts, moment(since)),
      words.cause(cause ?? ""),
      words.next(moment(nextAt!)),
    ],
  }));
  const subject = words.subject(stuck.length, regionName);
  const text = [
    ...[words.title, "", words.greeting(contact.name), "", words.lead(stuck.length), ""],
    ...rows.flatMap(({ name, facts }) => [`- ${name}`, ...facts.map((fact) => `  ${fact}`), ""]),
    ...[words.todo, "", "-- ", footer, ""],
  ].join("\n");
  const list = rows.map(
    ({ name, facts }) => markup`<li><strong>${name}</strong>${facts.map((fact) => markup`<span>${fact}</span>`)}</li>`,
  );
  const body = markup`<h1>${words.title}</h1><p>${words.greeting(contact.name)}</p><p>${words.lead(stuck.length)}</p>
<ul class="list warn">${list}</ul><p>${words.todo}</p>`;
  return {
    id: mailId(region, ALERT, which, contact.id),
    to: [{ name: contact.name, address: contact.email }],
    subject,
    text,
    html: mailPage({ language: contact.language, title: subject, region: regionName, body, footer }),
  };
}
