/** The mail that tells a member where the audit log ends, so that nobody can write the log anew without it showing. */
import type { AuditHead } from "../../../domain/audit/entry.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import { markup } from "../../../planning/report/html.ts";
import type { Mail } from "../../ports/mailer.ts";
import type { Recipient } from "./dispatcherMail.ts";
import { mailPage } from "./mailPage.ts";
import { mailId } from "./mailRecord.ts";
import { AUDIT_HEAD } from "./words/auditHead.ts";
import { clockOf, number } from "../../../domain/language/format.ts";
import { LANGUAGES } from "./words/language.ts";

export interface ToldHead {
  readonly region: string;
  readonly regionName: string;
  /** Local day on which it is told. */
  readonly date: string;
  readonly head: AuditHead;
}

export function auditHeadMail({ region, regionName, date, head }: ToldHead, contact: Recipient): Mail {
  const words = AUDIT_HEAD[contact.language];
  const { format, footer } = LANGUAGES[contact.language];
  const seq = number(format, head.seq);
  const local = localTimestamp(head.at);
  const at = `${format.date(local.slice(0, 10))}, ${clockOf(local)}`;
  const subject = words.subject(regionName, seq);
  const command = `gruenverbund verify-log ${region}.jsonl --head ${head.sha256}`;
  const text = [
    ...[words.greeting(contact.name), "", words.lead(regionName), ""],
    ...[`${words.seq}: ${seq}`, `${words.at}: ${at}`, `${words.hash}:`, head.sha256, ""],
    ...[words.keep, "", words.check, command, "", "-- ", footer, ""],
  ].join("\n");
  const body = markup`<h1>${words.title}</h1>
<table class="figures"><tr><th scope="row">${words.seq}</th><td>${seq}</td></tr><tr><th scope="row">${words.at}</th><td>${at}</td></tr></table>
<p>${words.greeting(contact.name)}</p><p>${words.lead(regionName)}</p>
<p>${words.hash}:<br><code style="word-break:break-all">${head.sha256}</code></p>
<p>${words.keep}</p><p class="small">${words.check}<br><code style="word-break:break-all">${command}</code></p>`;
  return {
    id: mailId(region, date, "audit-head", contact.id),
    to: [{ name: contact.name, address: contact.email }],
    subject,
    text,
    html: mailPage({ language: contact.language, title: subject, region: regionName, body, footer }),
  };
}
