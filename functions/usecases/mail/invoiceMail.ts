/** The mail that brings an invoice to its buyer: the file that counts, and a paper to read. */
import { money } from "../../../domain/language/format.ts";
import type { Language } from "../../../domain/region/contacts.ts";
import type { ReadInvoice } from "../../../planning/documents/readInvoice.ts";
import { markup } from "../../../planning/report/html.ts";
import type { Mail } from "../../ports/mailer.ts";
import { button, mailPage } from "./mailPage.ts";
import { mailId } from "./mailRecord.ts";
import { INVOICE } from "./words/invoice.ts";
import { LANGUAGES } from "./words/language.ts";

export interface InvoiceMail {
  readonly region: { readonly id: string; readonly name: string };
  readonly to: { readonly name: string; readonly address: string; readonly language: Language };
  readonly invoice: ReadInvoice;
  /** The invoice itself, byte for byte. */
  readonly xml: Uint8Array;
  readonly pdf: Uint8Array;
  /** Of the page where its receipt is confirmed. */
  readonly url: string;
  /** Which sending it is, from 1: each is a mail of its own. */
  readonly count: number;
}

export function invoiceMail({ region, to, invoice, xml, pdf, url, count }: InvoiceMail): Mail {
  const { format, footer } = LANGUAGES[to.language];
  const words = INVOICE[to.language];
  const { number, seller, corrects, period } = invoice;
  const corrected = corrects !== undefined;
  const subject = words.subject(number, seller.name, corrected);
  const figures = [
    [words.figures.amount, money(format, invoice.grossCents)],
    [words.figures.due, format.date(invoice.dueDate)],
    [words.figures.period, words.span(format.date(period.firstDay), format.date(period.lastDay))],
  ] as const;
  const [greeting, lead] = [words.greeting(to.name), words.lead(seller.name, region.name)];
  const replaced = corrected ? `${words.corrects} ${corrects.number}.` : "";
  const list = figures.map(([label, value]) => `${label}: ${value}`);
  const text = [greeting, "", lead, ...(corrected ? [replaced] : []), "", ...list, ""];
  const end = [words.attached, "", words.ask, `${words.link}: ${url}`, "", "-- ", footer, ""];
  const body = markup`<h1>${words.title(number, corrected)}</h1><p>${greeting}</p><p>${lead}${corrected && ` ${replaced}`}</p>
<table class="figures">${figures.map(([label, value]) => markup`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</table>
<p>${words.attached}</p><p>${words.ask}</p>
${button(url, words.link)}`;
  return {
    id: mailId(region.id, "invoice", number, String(count)),
    to: [{ name: to.name, address: to.address }],
    subject,
    text: [...text, ...end].join("\n"),
    html: mailPage({ language: to.language, title: subject, region: region.name, body, footer }),
    attachments: [
      { fileName: `${number}.xml`, contentType: "application/xml", content: xml },
      { fileName: `${number}.pdf`, contentType: "application/pdf", content: pdf },
    ],
  };
}
