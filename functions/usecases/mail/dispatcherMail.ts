/** The mail that brings the week's tours to the dispatcher: the figures first, then every tour, then what stays and why. */
import type { Plan, PlanRoute } from "../../../domain/plan/plan.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { addDays, mondayOf, weekday } from "../../../domain/week.ts";
import { markup } from "../../../planning/report/html.ts";
import { toursOf } from "../../../planning/report/tours.ts";
import { loadOf, pickupCount } from "../../../planning/report/words.ts";
import type { Mail } from "../../ports/mailer.ts";
import { tourAttachments } from "./attachments.ts";
import { mailId } from "./mailRecord.ts";
import { button, mailPage } from "./mailPage.ts";
import { unservedSentences } from "./unserved.ts";
import { clockOf, kilometres, money, number, tonnes } from "../../../domain/language/format.ts";
import { LANGUAGES } from "./words/language.ts";
import type { LanguageWords } from "./words/shape.ts";

export type Recipient = Pick<Contact, "id" | "name" | "email" | "language">;

export interface DispatcherMailOptions {
  /** Names places in sentences that the plan has only in German. */
  readonly region?: Region;
  /** Where the plan can be seen; behind a sign-in. */
  readonly planUrl?: string;
}

/** @param files of the published week: `tours/<id>.pdf`, `tours/<id>.gpx`, `tours.ics`; others are not sent */
export function dispatcherMail(
  plan: Plan,
  contact: Recipient,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: DispatcherMailOptions = {},
): Mail {
  const content = contentOf(plan, contact, files, options);
  return {
    // A plan of the same week from other input is another mail.
    id: mailId(plan.region, plan.week, "tours", plan.provenance.inputsSha256.slice(0, 12), contact.id),
    to: [{ name: contact.name, address: contact.email }],
    subject: content.subject,
    text: textOf(content),
    html: htmlOf(content, contact, plan),
    attachments: content.attachments,
  };
}

export interface Line {
  readonly name: string;
  readonly facts: string;
}

type DispatcherContent = ReturnType<typeof contentOf>;

function contentOf(
  plan: Plan,
  contact: Recipient,
  files: ReadonlyMap<string, string | Uint8Array>,
  { region, planUrl }: DispatcherMailOptions,
) {
  const language = LANGUAGES[contact.language];
  const { format, dispatcher: words } = language;
  const { attachments, complete } = tourAttachments(plan, files);
  const week = format.week(plan.week);
  const loads = plan.routes.reduce((sum, route) => sum + pickupCount(route), 0);
  const massKg = plan.routes.reduce((sum, route) => sum + loadOf(route), 0);
  const metres = plan.routes.reduce((sum, route) => sum + route.distanceMetres, 0);
  const cents = plan.routes.reduce((sum, route) => sum + route.costCents, 0);
  const tours = plan.routes.length;
  const monday = mondayOf(plan.week);
  const facts = [
    words.tours(tours, number(format, tours)),
    words.loads(loads, number(format, loads)),
    kilometres(format, metres),
  ];
  return {
    language,
    words,
    planUrl,
    attachments,
    title: words.title(week),
    subject: words.subject(week, facts, plan.regionName),
    greeting: words.greeting(contact.name),
    lead: words.lead(plan.regionName, week, format.date(monday), format.date(addDays(monday, 6))),
    figures: [
      [words.figures.tours, number(format, tours)],
      [words.figures.loads, `${number(format, loads)} (${tonnes(format, massKg)})`],
      [words.figures.distance, kilometres(format, metres)],
      [words.figures.cost, money(format, cents)],
      [words.figures.unserved, words.loads(plan.unserved.length, number(format, plan.unserved.length))],
    ] as const,
    tours: toursOf(plan).map(({ number: at, route }) => tourLine(language, at, route)),
    unserved: unservedSentences(plan, contact.language, region),
    attached: complete ? words.attached : words.tooLarge,
    notices: plan.notices,
  };
}

export function tourLine({ format, dispatcher }: LanguageWords, at: number, route: PlanRoute): Line {
  const day = `${format.weekdays[weekday(route.date)] ?? ""} ${format.dayMonth(route.date)}`;
  const start = route.stops[0]?.departureAt;
  const end = route.stops.at(-1)?.arrivalAt;
  const times = start === undefined || end === undefined ? "" : ` ${clockOf(start)}–${clockOf(end)}`;
  const loads = pickupCount(route);
  const facts = [
    dispatcher.loads(loads, number(format, loads)),
    tonnes(format, loadOf(route)),
    kilometres(format, route.distanceMetres),
    dispatcher.tour(route.id),
  ];
  return { name: `${at}. ${day}${times} · ${route.vehicleName}`, facts: facts.join(" · ") };
}

function textOf({ words, language, ...content }: DispatcherContent): string {
  const width = Math.max(...content.figures.map(([label]) => label.length)) + 2;
  const figures = content.figures.map(([label, value]) => `${`${label}:`.padEnd(width)} ${value}`);
  const unserved =
    content.unserved.length === 0
      ? [words.nothingUnserved]
      : [`${words.unservedHead}:`, ...content.unserved.map((sentence) => `- ${sentence}`)];
  const tours =
    content.tours.length === 0 ? [words.noTours] : content.tours.flatMap(({ name, facts }) => [name, `   ${facts}`]);
  const link = content.planUrl === undefined ? [] : [`${words.planLink}: ${content.planUrl}`, ""];
  const notices = content.notices.map((notice) => `- ${notice}`);
  const lines = [
    ...[content.greeting, "", content.lead, "", ...figures, "", ...unserved, ""],
    ...[`${words.toursHead}:`, ...tours, "", ...(content.tours.length === 0 ? [] : [content.attached, ""]), ...link],
    ...(notices.length === 0 ? [] : [`${words.noticesHead}:`, ...notices, ""]),
    ...["-- ", language.footer, ""],
  ];
  return lines.join("\n");
}

function htmlOf({ words, language, ...content }: DispatcherContent, contact: Recipient, plan: Plan): string {
  const rows = content.figures.map(([label, value]) => markup`<tr><th scope="row">${label}</th><td>${value}</td></tr>`);
  const body = markup`<h1>${content.title}</h1>
<table class="figures">${rows}</table>
<p>${content.greeting}</p><p>${content.lead}</p>
${
  content.unserved.length === 0
    ? markup`<p>${words.nothingUnserved}</p>`
    : markup`<h2>${words.unservedHead}</h2><ul class="list warn">${content.unserved.map((one) => markup`<li>${one}</li>`)}</ul>`
}
<h2>${words.toursHead}</h2>
${
  content.tours.length === 0
    ? markup`<p>${words.noTours}</p>`
    : markup`<ul class="list">${content.tours.map(({ name, facts }) => markup`<li><strong>${name}</strong><span>${facts}</span></li>`)}</ul><p>${content.attached}</p>`
}
${content.planUrl === undefined ? null : button(content.planUrl, words.planLink)}
${content.notices.length === 0 ? null : markup`<h2>${words.noticesHead}</h2>${content.notices.map((one) => markup`<p class="small">${one}</p>`)}`}`;
  const { language: code } = contact;
  const title = content.subject;
  return mailPage({ language: code, title, region: plan.regionName, body, footer: language.footer });
}
