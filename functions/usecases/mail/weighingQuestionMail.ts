/** The mail that asks a yard, a driver or a dispatcher about weighbridge tickets. */
import { clockOf, number, type Format } from "../../../domain/language/format.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import { weekday } from "../../../domain/week.ts";
import { markup } from "../../../planning/report/html.ts";
import type { Mail } from "../../ports/mailer.ts";
import { sha256 } from "../sha256.ts";
import type { Recipient } from "./dispatcherMail.ts";
import { button, mailPage } from "./mailPage.ts";
import { mailId } from "./mailRecord.ts";
import { LANGUAGES } from "./words/language.ts";
import { WEIGHING } from "./words/weighing.ts";

export interface WeighingQuestion {
  readonly questions: readonly Question[];
  /** Where they are answered. */
  readonly url: string;
  /** RFC 3339, in local time. */
  readonly answerBy: string;
}

/** The same questions have the same id. Throws when nothing is asked. */
export function weighingQuestionMail(
  { id, name: region }: Pick<Region["settings"], "id" | "name">,
  contact: Recipient,
  { questions, url, answerBy }: WeighingQuestion,
): Mail {
  if (questions.length === 0) throw new RangeError("a mail that asks for nothing is none");
  const { format, request, footer } = LANGUAGES[contact.language];
  const words = WEIGHING[contact.language];
  const day = answerBy.slice(0, 10);
  const until = request.until(format.weekdays[weekday(day)] ?? "", format.dayMonth(day), clockOf(answerBy));
  const subject = words.subject(questions.length, region);
  const asked = questions.map(({ code, facts }) => words.questions[code](written(facts, format)));
  const [greeting, lead] = [words.greeting(contact.name), words.lead(until)];
  const list = asked.map((one) => `- ${one}`);
  const text = [greeting, "", lead, "", ...list, "", `${words.link}: ${url}`, "", words.why, "", "-- ", footer, ""];
  const body = markup`<h1>${words.title}</h1><p>${greeting}</p><p>${lead}</p>
<ul class="list">${asked.map((one) => markup`<li>${one}</li>`)}</ul>
${button(url, words.link)}<p class="small">${words.why}</p>`;
  const matters = sha256(questions.map(({ itemId }) => itemId).join("\n")).slice(0, 16);
  return {
    id: mailId(id, "weighing", contact.id, matters),
    to: [{ name: contact.name, address: contact.email }],
    subject,
    text: text.join("\n"),
    html: mailPage({ language: contact.language, title: subject, region, body, footer }),
  };
}

/** Dates and figures as the language writes them. */
export function written(facts: Question["facts"], format: Format): Record<string, string> {
  const of = (value: string | number): string =>
    typeof value === "number" ? number(format, value) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, of(value)]));
}
