/**
 * An invoice as XRechnung 3.0: UBL 2.1 by EN 16931 with the national rules (BR-DE-*). BT and BG numbers are those of EN 16931-1.
 */
import type { BillingParty } from "../../domain/billing/billing.ts";
import { totalsOf, type Invoice, type InvoiceLine, type VatCategory } from "../../domain/billing/invoice.ts";
import { xml, xmlDocument, type XmlElement } from "./xml.ts";

export const CUSTOMIZATION_ID = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
const PROFILE_ID = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
const UBL = "urn:oasis:names:specification:ubl:schema:xsd";

/** What an invoice needs before it can be written, in German; none when nothing is missing. */
export function missingIn({ seller, buyer, vat, lines }: Invoice): string[] {
  const needs: readonly (readonly [boolean, string])[] = [
    [seller.contact !== undefined, `${seller.name}: Ansprechperson mit Telefon und E-Mail (BR-DE-2)`],
    [seller.iban !== undefined, `${seller.name}: IBAN (BR-DE-23)`],
    [buyer.leitwegId !== undefined, `${buyer.name}: Leitweg-ID (BR-DE-15)`],
    [
      vat.code === "O" || seller.vatId !== undefined || seller.taxNumber !== undefined,
      `${seller.name}: Umsatzsteuer-ID oder Steuernummer (BR-DE-16)`,
    ],
    [lines.length > 0, "mindestens eine Position (BR-16)"],
  ];
  return needs.filter(([there]) => !there).map(([, what]) => what);
}

/** @throws RangeError for an invoice that lacks something; ask `missingIn` first */
export function xrechnung(invoice: Invoice): string {
  const missing = missingIn(invoice);
  if (missing.length > 0) throw new RangeError(`the invoice lacks: ${missing.join("; ")}`);
  const { seller, buyer, lines, vat, period } = invoice;
  return xmlDocument(
    xml(
      "ubl:Invoice",
      [
        ...headOf(invoice),
        xml("cac:InvoicePeriod", [xml("cbc:StartDate", period.firstDay), xml("cbc:EndDate", period.lastDay)]),
        invoice.corrects !== undefined &&
          xml("cac:BillingReference", [
            xml("cac:InvoiceDocumentReference", [
              xml("cbc:ID", invoice.corrects.number),
              xml("cbc:IssueDate", invoice.corrects.issueDate),
            ]),
          ]),
        xml("cac:AccountingSupplierParty", [party(seller, vat, true)]),
        xml("cac:AccountingCustomerParty", [party(buyer, vat, false)]),
        payment(invoice),
        xml("cac:PaymentTerms", [xml("cbc:Note", `Zahlbar ohne Abzug bis ${germanDate(invoice.dueDate)}.`)]),
        ...totals(invoice),
        lines.map((line) => lineOf(line, vat)),
      ],
      {
        "xmlns:ubl": `${UBL}:Invoice-2`,
        "xmlns:cac": `${UBL}:CommonAggregateComponents-2`,
        "xmlns:cbc": `${UBL}:CommonBasicComponents-2`,
      },
    ),
  );
}

const headOf = (invoice: Invoice): XmlElement[] => [
  xml("cbc:CustomizationID", CUSTOMIZATION_ID),
  xml("cbc:ProfileID", PROFILE_ID),
  xml("cbc:ID", invoice.number),
  xml("cbc:IssueDate", invoice.issueDate),
  xml("cbc:DueDate", invoice.dueDate),
  xml("cbc:InvoiceTypeCode", invoice.typeCode),
  ...invoice.notes.map((note) => xml("cbc:Note", note)),
  xml("cbc:DocumentCurrencyCode", "EUR"),
  xml("cbc:BuyerReference", invoice.buyer.leitwegId!),
];

function party(of: BillingParty, vat: VatCategory, seller: boolean): XmlElement {
  // Not subject to VAT, no VAT identifier may stand on the invoice (BR-O-02).
  const taxes = [
    ...(of.vatId !== undefined && vat.code !== "O" ? [taxScheme(of.vatId, "VAT")] : []),
    ...(of.taxNumber !== undefined && seller ? [taxScheme(of.taxNumber, "FC")] : []),
  ];
  return xml("cac:Party", [
    xml("cbc:EndpointID", of.email, { schemeID: "EM" }),
    xml("cac:PartyIdentification", [xml("cbc:ID", of.ags)]),
    xml("cac:PostalAddress", [
      xml("cbc:StreetName", of.street),
      xml("cbc:CityName", of.city),
      xml("cbc:PostalZone", of.postalCode),
      xml("cac:Country", [xml("cbc:IdentificationCode", "DE")]),
    ]),
    taxes,
    xml("cac:PartyLegalEntity", [xml("cbc:RegistrationName", of.name)]),
    seller &&
      xml("cac:Contact", [
        xml("cbc:Name", of.contact!.name),
        xml("cbc:Telephone", of.contact!.phone),
        xml("cbc:ElectronicMail", of.contact!.email),
      ]),
  ]);
}

const taxScheme = (id: string, scheme: string): XmlElement =>
  xml("cac:PartyTaxScheme", [xml("cbc:CompanyID", id), xml("cac:TaxScheme", [xml("cbc:ID", scheme)])]);

/** 58: SEPA credit transfer. */
const payment = ({ number, seller }: Invoice): XmlElement =>
  xml("cac:PaymentMeans", [
    xml("cbc:PaymentMeansCode", "58"),
    xml("cbc:PaymentID", number),
    xml("cac:PayeeFinancialAccount", [xml("cbc:ID", seller.iban!), xml("cbc:Name", seller.name)]),
  ]);

function totals(invoice: Invoice): XmlElement[] {
  const { netCents, vatCents, grossCents } = totalsOf(invoice);
  const { vat } = invoice;
  return [
    xml("cac:TaxTotal", [
      amount("cbc:TaxAmount", vatCents),
      xml("cac:TaxSubtotal", [
        amount("cbc:TaxableAmount", netCents),
        amount("cbc:TaxAmount", vatCents),
        xml("cac:TaxCategory", [
          xml("cbc:ID", vat.code),
          // The national rules ask for it even where the European ones do not (BR-DE-14).
          xml("cbc:Percent", vat.code === "S" ? String(vat.ratePercent) : "0"),
          vat.code === "O" && xml("cbc:TaxExemptionReasonCode", "VATEX-EU-O"),
          vat.code !== "S" && xml("cbc:TaxExemptionReason", vat.reason),
          xml("cac:TaxScheme", [xml("cbc:ID", "VAT")]),
        ]),
      ]),
    ]),
    xml("cac:LegalMonetaryTotal", [
      amount("cbc:LineExtensionAmount", netCents),
      amount("cbc:TaxExclusiveAmount", netCents),
      amount("cbc:TaxInclusiveAmount", grossCents),
      amount("cbc:PayableAmount", grossCents),
    ]),
  ];
}

function lineOf(line: InvoiceLine, vat: VatCategory): XmlElement {
  return xml("cac:InvoiceLine", [
    xml("cbc:ID", line.id),
    xml("cbc:InvoicedQuantity", decimal(line.quantity), { unitCode: line.unitCode }),
    amount("cbc:LineExtensionAmount", line.netCents),
    xml("cac:Item", [
      line.description !== undefined && xml("cbc:Description", line.description),
      xml("cbc:Name", line.name),
      xml("cac:ClassifiedTaxCategory", [
        xml("cbc:ID", vat.code),
        vat.code !== "O" && xml("cbc:Percent", vat.code === "S" ? String(vat.ratePercent) : "0"),
        xml("cac:TaxScheme", [xml("cbc:ID", "VAT")]),
      ]),
    ]),
    xml("cac:Price", [xml("cbc:PriceAmount", decimal(line.centsPerUnit / 100), EURO)]),
  ]);
}

const EURO = { currencyID: "EUR" } as const;
const amount = (name: string, cents: number): XmlElement => xml(name, euros(cents), EURO);

/** Whole cents as euros, without going through fractions: -5 to `-0.05`. */
export function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** At most six decimals, none for nothing. */
const decimal = (value: number): string => String(Number(value.toFixed(6)));

const germanDate = (date: string): string => date.split("-").reverse().join(".");
