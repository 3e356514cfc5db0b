/** The mail that tells dispatchers and drivers of published tours that are driven otherwise now, or not at all. */
import type { CancelledTour, Plan, PlanRoute } from "../../../domain/plan/plan.ts";
import { weekday } from "../../../domain/week.ts";
import { markup } from "../../../planning/report/html.ts";
import { renderCancellations, renderIcs } from "../../../planning/report/ics.ts";
import type { Attachment, Mail } from "../../ports/mailer.ts";
import { changeAttachments } from "./attachments.ts";
import { tourLine, type Line, type Recipient } from "./dispatcherMail.ts";
import { mailId } from "./mailRecord.ts";
import { mailPage } from "./mailPage.ts";
import { LANGUAGES } from "./words/language.ts";
import type { LanguageWords } from "./words/shape.ts";

export interface ChangedTours {
  readonly plan: Plan;
  readonly changed: readonly PlanRoute[];
  readonly cancelled: readonly CancelledTour[];
}

/** @param run of the published plan: another one is another mail */
export function changedToursMail(
  { plan, changed, cancelled }: ChangedTours,
  contact: Recipient,
  files: ReadonlyMap<string, string | Uint8Array>,
  run: string,
): Mail {
  const language = LANGUAGES[contact.language];
  const { format, changedTours: words } = language;
  const week = format.week(plan.week);
  const subject = words.subject(week, plan.regionName, changed.length, cancelled.length);
  const lines = {
    changed: changed.map((route, i) => tourLine(language, i + 1, route)),
    cancelled: cancelled.map((tour) => cancelledLine(language, tour)),
  };
  const greeting = language.dispatcher.greeting(contact.name);
  const lead = words.lead(plan.regionName, week);
  const text = [
    ...[greeting, "", lead, ""],
    ...list(words.changedHead, lines.changed),
    ...list(words.cancelledHead, lines.cancelled),
    ...[words.attached, "", "-- ", language.footer, ""],
  ].join("\n");
  const section = (head: string, of: readonly Line[]) =>
    of.length === 0
      ? null
      : markup`<h2>${head}</h2><ul class="list">${of.map(({ name, facts }) => markup`<li><strong>${name}</strong><span>${facts}</span></li>`)}</ul>`;
  const body = markup`<h1>${words.title(week)}</h1>
<p>${greeting}</p><p>${lead}</p>
${section(words.changedHead, lines.changed)}
${section(words.cancelledHead, lines.cancelled)}
<p>${words.attached}</p>`;
  const { language: code } = contact;
  const page = { language: code, title: subject, region: plan.regionName, body, footer: language.footer };
  const ids = changed.map(({ id }) => id);
  return {
    id: mailId(plan.region, plan.week, "tours", run, contact.id),
    to: [{ name: contact.name, address: contact.email }],
    ...{ subject, text, html: mailPage(page) },
    attachments: changeAttachments(files, ids, calendars(plan, changed, cancelled)),
  };
}

function calendars(plan: Plan, changed: readonly PlanRoute[], cancelled: readonly CancelledTour[]): Attachment[] {
  const type = (method: string): string => `text/calendar; method=${method}`;
  const update = renderIcs({ ...plan, routes: [...changed] });
  const cancel = renderCancellations(
    plan,
    cancelled.map(({ id }) => id),
  );
  return [
    ...(changed.length === 0 ? [] : [{ fileName: "touren.ics", contentType: type("PUBLISH"), content: update }]),
    ...(cancelled.length === 0 ? [] : [{ fileName: "entfallen.ics", contentType: type("CANCEL"), content: cancel }]),
  ];
}

function cancelledLine({ format, dispatcher }: LanguageWords, { id, date, vehicleName }: CancelledTour): Line {
  const day = `${format.weekdays[weekday(date)] ?? ""} ${format.dayMonth(date)}`;
  return { name: `${day} · ${vehicleName}`, facts: dispatcher.tour(id) };
}

function list(head: string, lines: readonly Line[]): string[] {
  return lines.length === 0 ? [] : [`${head}:`, ...lines.flatMap(({ name, facts }) => [name, `   ${facts}`]), ""];
}
