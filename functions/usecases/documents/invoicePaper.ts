/** An invoice to read: A4, tagged, made of the issued file alone. The file is what counts; the paper says so. German. */
import type { IssuedInvoice } from "../../../domain/billing/issuedInvoice.ts";
import { formatNumber } from "../../../domain/money.ts";
import { formatDate } from "../../../domain/week.ts";
import { readInvoice, type InvoiceParty, type ReadInvoice } from "../../../planning/documents/readInvoice.ts";
import { money } from "../../../planning/report/words.ts";
import {
  closePaper,
  figures,
  gap,
  heading,
  INNER,
  openPaper,
  paragraph,
  table,
  title,
} from "../agreements/pdf/paper.ts";
import { unbroken } from "../finance/files/paperTable.ts";

const NUMBER = 34;
const AMOUNT = 92;

export function invoicePaper(file: string, { issuedAt, sha256 }: IssuedInvoice): Promise<Uint8Array> {
  const invoice = readInvoice(file);
  const { seller, buyer, lines } = invoice;
  const name = `${invoice.typeCode === "384" ? "Berichtigte Rechnung" : "Rechnung"} ${invoice.number}`;
  const paper = openPaper({ title: name, subject: `${seller.name} an ${buyer.name}`, at: issuedAt });
  paragraph(paper, [seller.name, seller.street, townOf(seller)].join(" · "), { size: 8.5, after: 14 });
  for (const line of [buyer.name, buyer.street, townOf(buyer)]) paragraph(paper, line, { after: 0 });
  gap(paper, 22);
  title(paper, name);
  figures(paper, [
    ["Netto", money(invoice.netCents)],
    ["Umsatzsteuer", money(invoice.vatCents)],
    [`Zu zahlen bis ${formatDate(invoice.dueDate)}`, money(invoice.grossCents)],
  ]);
  for (const note of invoice.notes) paragraph(paper, unbroken(note), { after: 4 });
  heading(paper, "Leistungen");
  table(
    paper,
    [
      { head: "Nr.", width: NUMBER },
      { head: "Leistung", width: INNER - NUMBER - AMOUNT },
      { head: "Netto", width: AMOUNT, right: true },
    ],
    lines.map(({ id, name: what, description, netCents }) => [
      ...[id, description === "" ? what : `${what}: ${description}`, money(netCents)],
    ]),
    ["", "Summe netto", money(invoice.netCents)],
    true,
  );
  paragraph(paper, taxSentence(invoice));
  heading(paper, "Zahlung");
  for (const [label, text] of paymentFacts(invoice)) paragraph(paper, `${label}: ${text}`, { after: 3 });
  heading(paper, "Angaben");
  for (const [label, text] of facts(invoice)) paragraph(paper, `${label}: ${text}`, { size: 9, after: 3 });
  gap(paper, 6);
  const proof = `Die Rechnung ist die Datei ${invoice.number}.xml (XRechnung); dieses Blatt zeigt, was darin steht. Prüfsumme der Datei (SHA-256): ${sha256}`;
  paragraph(paper, proof, { size: 8.5 });
  return closePaper(paper, name);
}

const townOf = ({ postalCode, city }: InvoiceParty): string => `${postalCode} ${city}`;

const taxSentence = ({ exemption, ratePercent, vatCents, grossCents }: ReadInvoice): string =>
  exemption === undefined
    ? `Dazu ${formatNumber(ratePercent)}\u00A0% Umsatzsteuer: ${money(vatCents)}. Zu zahlen: ${money(grossCents)}.`
    : `Keine Umsatzsteuer. ${exemption}.`;

const paymentFacts = ({ seller, iban, number, dueDate }: ReadInvoice): (readonly [string, string])[] => [
  ["Empfänger", seller.name],
  ["IBAN", iban.replaceAll(/(.{4})(?=.)/g, "$1\u00A0")],
  ["Verwendungszweck", number],
  ["Fällig am", `${formatDate(dueDate)}, ohne Abzug`],
];

function facts({ seller, buyer, period, issueDate, leitwegId, corrects }: ReadInvoice): (readonly [string, string])[] {
  const optional = (label: string, text: string | undefined) => (text === undefined ? [] : [[label, text] as const]);
  return [
    ["Rechnungsdatum", formatDate(issueDate)],
    ["Leistungszeitraum", `${formatDate(period.firstDay)} bis ${formatDate(period.lastDay)}`],
    ...optional("Ersetzt", corrects && `${corrects.number} vom ${formatDate(corrects.issueDate)}`),
    ["Leitweg-ID", leitwegId],
    ...optional("Umsatzsteuer-ID des Ausstellers", seller.vatId),
    ...optional("Steuernummer des Ausstellers", seller.taxNumber),
    ...optional("Umsatzsteuer-ID des Empfängers", buyer.vatId),
    ...optional("Rückfragen", seller.contact.length === 0 ? undefined : seller.contact.join(", ")),
  ];
}
