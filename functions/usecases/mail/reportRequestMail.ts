/** The mail that asks a yard for fill levels that are missing and could change the plan. */
import type { Region } from "../../../domain/region/tables.ts";
import { weekday } from "../../../domain/week.ts";
import { markup } from "../../../planning/report/html.ts";
import type { Mail } from "../../ports/mailer.ts";
import type { Recipient } from "./dispatcherMail.ts";
import { button, mailPage } from "./mailPage.ts";
import { mailId } from "./mailRecord.ts";
import { clockOf, number, type Format } from "../../../domain/language/format.ts";
import { LANGUAGES } from "./words/language.ts";
import type { RequestWords } from "./words/shape.ts";
import type { ReportWorth } from "./worthAsking.ts";

export interface AskedStorage {
  readonly storageId: string;
  /** RFC 3339, in local time; absent when nobody ever reported it. */
  readonly lastObservedAt?: string;
  /** Where this storage is reported; opens the form for it. */
  readonly formUrl?: string;
  /** Why it is asked for. */
  readonly worth?: ReportWorth;
}

export interface ReportRequest {
  readonly week: string;
  readonly asked: readonly AskedStorage[];
  /** RFC 3339, in local time. */
  readonly answerBy: string;
}

type Places = Pick<Region, "settings" | "storages" | "streams" | "collectionPoints">;

/** Throws when a storage is not of the region, or nothing is asked. */
export function reportRequestMail(region: Places, contact: Recipient, { week, asked, answerBy }: ReportRequest): Mail {
  if (asked.length === 0) throw new RangeError("a mail that asks for nothing is none");
  const { format, request: words, footer, storages } = LANGUAGES[contact.language];
  const day = answerBy.slice(0, 10);
  const until = words.until(format.weekdays[weekday(day)] ?? "", format.dayMonth(day), clockOf(answerBy));
  const weekName = format.week(week);
  const items = asked.map((one) => ({
    ...one,
    name: storageName(region, one.storageId, storages),
    last: one.lastObservedAt === undefined ? words.never : words.last(format.date(one.lastObservedAt.slice(0, 10))),
    reason: one.worth === undefined ? null : reasonOf(one.worth, words, format),
  }));
  const subject = words.subject(weekName, items.length, until);
  const lead = words.lead(weekName, until);
  const anyLink = items.some(({ formUrl }) => formUrl !== undefined);
  const text = [
    ...[words.greeting(contact.name), "", lead, ""],
    ...items.flatMap(({ name, last, reason, formUrl }) => [
      `- ${name}`,
      `  ${last}`,
      ...(reason === null ? [] : [`  ${reason}`]),
      ...(formUrl === undefined ? [] : [`  ${formUrl}`]),
    ]),
    ...["", ...(anyLink ? [] : [words.withoutLink, ""]), words.why, "", "-- ", footer, ""],
  ].join("\n");
  const list = items.map(
    ({ name, last, reason, formUrl }) =>
      markup`<li><strong>${name}</strong><span>${last}</span>${reason === null ? null : markup`<span>${reason}</span>`}${formUrl === undefined ? null : button(formUrl, words.link)}</li>`,
  );
  const body = markup`<h1>${words.title(until)}</h1><p>${words.greeting(contact.name)}</p><p>${lead}</p>
<ul class="list" aria-label="${words.listHead}">${list}</ul>
${anyLink ? null : markup`<p>${words.withoutLink}</p>`}<p class="small">${words.why}</p>`;
  return {
    id: mailId(region.settings.id, week, "report", contact.id),
    to: [{ name: contact.name, address: contact.email }],
    subject,
    text,
    html: mailPage({ language: contact.language, title: subject, region: region.settings.name, body, footer }),
  };
}

/** Whole euros and tenths of a chance: nobody should read more into it. */
function reasonOf({ valueCents, overflowChance, plausibility }: ReportWorth, words: RequestWords, format: Format) {
  const euros = format.money(number(format, Math.max(1, Math.round(valueCents / 100))));
  const doubt = plausibility === "suspect" || plausibility === "contradicted" ? words.doubt : null;
  const tenths = Math.round(overflowChance * 10);
  const over = tenths === 0 ? null : words.overflow(tenths);
  return [doubt, over, words.worth(euros)].filter((part) => part !== null).join(" ");
}

/** `Sammelstelle Bous – Privates Grün, holzig (Abrollcontainer)`; names are those of the region's own files. */
function storageName(region: Places, id: string, kinds: Readonly<Record<string, string>>): string {
  const storage = region.storages.find((one) => one.id === id);
  const point = region.collectionPoints.find((one) => one.id === storage?.pointId);
  const stream = region.streams.find((one) => one.id === storage?.streamId);
  if (storage === undefined || point === undefined || stream === undefined)
    throw new RangeError(`there is no storage ${id} in ${region.settings.id}`);
  return `${point.name} – ${stream.name} (${kinds[storage.kind] ?? storage.kind})`;
}
