/** The mail that tells dispatch and finance which questions about tickets nobody answered in time. */
import type { Region } from "../../../domain/region/tables.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import { markup } from "../../../planning/report/html.ts";
import type { Mail } from "../../ports/mailer.ts";
import { sha256 } from "../sha256.ts";
import type { Recipient } from "./dispatcherMail.ts";
import { button, mailPage } from "./mailPage.ts";
import { mailId } from "./mailRecord.ts";
import { written } from "./weighingQuestionMail.ts";
import { LANGUAGES } from "./words/language.ts";
import { WEIGHING } from "./words/weighing.ts";

export interface OverdueMatter {
  readonly question: Question;
  /** Name of whom was asked. */
  readonly asked: string;
  /** `YYYY-MM-DD` */
  readonly until: string;
}

export interface WeighingOverdue {
  readonly matters: readonly OverdueMatter[];
  /** Of the work list. */
  readonly url: string;
}

/** The same matters have the same id. Throws when nothing is overdue. */
export function weighingOverdueMail(
  { id, name: region }: Pick<Region["settings"], "id" | "name">,
  contact: Recipient,
  { matters, url }: WeighingOverdue,
): Mail {
  if (matters.length === 0) throw new RangeError("a mail that tells of nothing is none");
  const { format, footer } = LANGUAGES[contact.language];
  const { questions, greeting, overdue: words } = WEIGHING[contact.language];
  const subject = words.subject(matters.length, region);
  const told = matters.map(({ question: { code, facts }, asked, until }) => ({
    matter: questions[code](written(facts, format)),
    asked: words.asked(asked, format.date(until)),
  }));
  const hello = greeting(contact.name);
  const list = told.map(({ matter, asked }) => `- ${matter}\n  ${asked}`);
  const text = [hello, "", words.lead, "", ...list, "", `${words.link}: ${url}`, "", words.why, "", "-- ", footer, ""];
  const body = markup`<h1>${words.title}</h1><p>${hello}</p><p>${words.lead}</p>
<ul class="list">${told.map(({ matter, asked }) => markup`<li>${matter}<span>${asked}</span></li>`)}</ul>
${button(url, words.link)}<p class="small">${words.why}</p>`;
  const about = sha256(matters.map(({ question }) => question.itemId).join("\n")).slice(0, 16);
  return {
    id: mailId(id, "weighing-overdue", contact.id, about),
    to: [{ name: contact.name, address: contact.email }],
    subject,
    text: text.join("\n"),
    html: mailPage({ language: contact.language, title: subject, region, body, footer }),
  };
}
