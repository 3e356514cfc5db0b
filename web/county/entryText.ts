/** An entry of the audit log in words. Pure. */
import { html } from "hono/html";
import type { AuditEntry } from "../../domain/audit/entry.ts";
import type { ContactRole } from "../../domain/region/contacts.ts";
import { isWeek } from "../../domain/week.ts";
import type { Html } from "../page.ts";
import type { EntryFacts } from "./words/entryShape.ts";
import type { CountySpeech } from "./words/index.ts";

/** @param nameOf name of a municipality by its AGS */
export function entryText(
  { kind, subject, data }: AuditEntry,
  nameOf: (ags: string) => string,
  speech: CountySpeech,
): Html {
  const { words, figures } = speech;
  const { entries } = words.audit;
  const [, first = "", version = ""] = subject.split("/");
  const text = (name: string): string => (typeof data[name] === "string" ? data[name] : "");
  const number = (name: string): number => (typeof data[name] === "number" ? data[name] : 0);
  const role = text("role") as ContactRole;
  const facts: EntryFacts = {
    subject: subject.split("/").at(-1) ?? "",
    agreement: first,
    version: version.replace(/^v/, ""),
    municipality: nameOf(text("ags")),
    role: words.roles[role] ?? role,
    contact: text("contactId"),
    count: (name) => figures.number(number(name)),
    money: (name) => figures.money(number(name)),
    week: () => (isWeek(first) ? figures.weeks(first) : first),
    period: () => {
      const [firstWeek = "", lastWeek = ""] = first.split("_");
      return isWeek(firstWeek) && isWeek(lastWeek) ? figures.weeks(firstWeek, lastWeek) : first;
    },
  };
  const decision = text("decision");
  const said = decision === "approved" || decision === "rejected" ? `: ${entries.decided[decision]}` : "";
  const by = text("by");
  return html`${(entries.sentences[kind] ?? (() => entries.other(kind)))(facts)}${said}${by === "" ? "" : html`<small>${entries.by(by)}</small>`}`;
}
