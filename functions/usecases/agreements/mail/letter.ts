/**
 * A mail about an agreement: figures first, then what it is about, as HTML and as text from the same parts, so that neither says
 * more than the other. Nothing is loaded, nobody is followed.
 */
import type { Agreement } from "../../../../domain/agreement/agreement.ts";
import { markup, type Html } from "../../../../planning/report/html.ts";
import type { Attachment, Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import { button, mailPage } from "../../mail/mailPage.ts";
import { mailId } from "../../mail/mailRecord.ts";
import { LANGUAGES } from "../../mail/words/language.ts";
import { oneLine, strangersLines } from "./safeText.ts";
import { AGREEMENT_WORDS } from "./words/index.ts";

export type Part =
  | { readonly kind: "text" | "small" | "head"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** What somebody else wrote; marked as theirs in every line. */
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly words: string }
  /** Large, to be typed off. */
  | { readonly kind: "code"; readonly text: string };

export interface Letter {
  /** What the mail is for; names it together with agreement, version and contact. */
  readonly occasion: readonly string[];
  readonly subject: string;
  readonly title: string;
  readonly figures: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly Part[];
  readonly attachments?: readonly Attachment[];
}

export const say = (text: string): Part => ({ kind: "text", text });
export const small = (text: string): Part => ({ kind: "small", text });
export const link = (url: string, words: string): Part => ({ kind: "link", url, words });

export function letterMail(
  { region, regionName, id, version }: Pick<Agreement, "region" | "regionName" | "id" | "version">,
  contact: Recipient,
  letter: Letter,
): Mail {
  const { language } = contact;
  const { footer } = LANGUAGES[language];
  const name = oneLine(contact.name);
  const greeting = AGREEMENT_WORDS[language].greeting(name);
  const subject = oneLine(letter.subject);
  const title = oneLine(letter.title);
  return {
    id: mailId(region, id, `v${version}`, ...letter.occasion, contact.id),
    to: [{ name, address: contact.email }],
    subject,
    text: textOf({ ...letter, title }, greeting, footer),
    html: mailPage({
      ...{ language, title: subject, region: oneLine(regionName), footer },
      body: markup`<h1>${title}</h1>${figuresTable(letter)}<p>${greeting}</p>${letter.parts.map(htmlPart)}`,
    }),
    ...(letter.attachments === undefined ? {} : { attachments: letter.attachments }),
  };
}

function figuresTable({ figures }: Letter): Html | null {
  if (figures.length === 0) return null;
  return markup`<table class="figures">${figures.map(
    ([label, value]) => markup`<tr><th scope="row">${label}</th><td>${value}</td></tr>`,
  )}</table>`;
}

function htmlPart(part: Part): Html {
  switch (part.kind) {
    case "text":
      return markup`<p>${part.text}</p>`;
    case "small":
      return markup`<p class="small">${part.text}</p>`;
    case "head":
      return markup`<h2>${part.text}</h2>`;
    case "list":
      return markup`<ul class="list">${part.items.map((item) => markup`<li>${item}</li>`)}</ul>`;
    case "quote":
      return markup`<blockquote class="quote">${strangersLines(part.text).map((line) => markup`${line}<br>`)}</blockquote>`;
    case "link":
      return button(part.url, part.words);
    case "code":
      return markup`<p class="code">${part.text}</p>`;
  }
}

function textOf({ title, figures, parts }: Letter, greeting: string, footer: string): string {
  const width = Math.max(0, ...figures.map(([label]) => label.length)) + 1;
  const rows = figures.map(([label, value]) => `${`${label}:`.padEnd(width)}  ${value}`);
  const lines = [title, "", ...rows, ...(rows.length > 0 ? [""] : []), greeting, ""];
  for (const part of parts) lines.push(...textPart(part), "");
  return [...lines, "-- ", footer, ""].join("\n");
}

function textPart(part: Part): string[] {
  switch (part.kind) {
    case "head":
      return [part.text, "-".repeat(Math.min(60, part.text.length))];
    case "list":
      return part.items.map((item) => `- ${item}`);
    case "quote":
      return strangersLines(part.text).map((line) => `> ${line}`);
    case "link":
      return [`${part.words}:`, part.url];
    case "code":
      return [`    ${part.text}`];
    default:
      return [part.text];
  }
}
