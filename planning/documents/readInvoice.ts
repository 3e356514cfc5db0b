/** What stands on an issued invoice, read off its file: whatever shows an invoice shows what was issued, and nothing else. */
import { allAt, readXml, textAt, type XmlNode } from "./readXml.ts";

export interface InvoiceParty {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly vatId: string | undefined;
  readonly taxNumber: string | undefined;
  /** Name, telephone, address for mail. */
  readonly contact: readonly string[];
}

export interface ReadInvoice {
  readonly number: string;
  readonly typeCode: string;
  /** `YYYY-MM-DD` */
  readonly issueDate: string;
  readonly dueDate: string;
  readonly period: { readonly firstDay: string; readonly lastDay: string };
  readonly corrects: { readonly number: string; readonly issueDate: string } | undefined;
  readonly notes: readonly string[];
  readonly leitwegId: string;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  readonly iban: string;
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly netCents: number;
  }[];
  /** Why no tax is due, where none is. */
  readonly exemption: string | undefined;
  readonly ratePercent: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
}

/** @throws RangeError for what is no invoice of ours */
export function readInvoice(file: string): ReadInvoice {
  const root = readXml(file);
  const earlier = allAt(root, "cac:BillingReference", "cac:InvoiceDocumentReference")[0];
  const category = allAt(root, "cac:TaxTotal", "cac:TaxSubtotal", "cac:TaxCategory")[0]!;
  return {
    number: need(root, "cbc:ID"),
    typeCode: need(root, "cbc:InvoiceTypeCode"),
    issueDate: need(root, "cbc:IssueDate"),
    dueDate: need(root, "cbc:DueDate"),
    period: {
      firstDay: need(root, "cac:InvoicePeriod", "cbc:StartDate"),
      lastDay: need(root, "cac:InvoicePeriod", "cbc:EndDate"),
    },
    corrects: earlier && { number: need(earlier, "cbc:ID"), issueDate: need(earlier, "cbc:IssueDate") },
    notes: allAt(root, "cbc:Note").map(({ text }) => text),
    leitwegId: need(root, "cbc:BuyerReference"),
    seller: partyOf(allAt(root, "cac:AccountingSupplierParty", "cac:Party")[0]!),
    buyer: partyOf(allAt(root, "cac:AccountingCustomerParty", "cac:Party")[0]!),
    iban: need(root, "cac:PaymentMeans", "cac:PayeeFinancialAccount", "cbc:ID"),
    lines: allAt(root, "cac:InvoiceLine").map((line) => ({
      ...{ id: need(line, "cbc:ID"), name: need(line, "cac:Item", "cbc:Name") },
      description: textAt(line, "cac:Item", "cbc:Description") ?? "",
      netCents: cents(need(line, "cbc:LineExtensionAmount")),
    })),
    exemption: textAt(category, "cbc:TaxExemptionReason"),
    ratePercent: Number(need(category, "cbc:Percent")),
    netCents: cents(need(root, "cac:LegalMonetaryTotal", "cbc:TaxExclusiveAmount")),
    vatCents: cents(need(root, "cac:TaxTotal", "cbc:TaxAmount")),
    grossCents: cents(need(root, "cac:LegalMonetaryTotal", "cbc:PayableAmount")),
  };
}

function partyOf(party: XmlNode): InvoiceParty {
  const address = allAt(party, "cac:PostalAddress")[0]!;
  const tax = (scheme: string): string | undefined =>
    allAt(party, "cac:PartyTaxScheme")
      .filter((one) => textAt(one, "cac:TaxScheme", "cbc:ID") === scheme)
      .map((one) => need(one, "cbc:CompanyID"))[0];
  return {
    name: need(party, "cac:PartyLegalEntity", "cbc:RegistrationName"),
    street: need(address, "cbc:StreetName"),
    ...{ postalCode: need(address, "cbc:PostalZone"), city: need(address, "cbc:CityName") },
    ...{ vatId: tax("VAT"), taxNumber: tax("FC") },
    contact: allAt(party, "cac:Contact").flatMap(({ children }) => children.map(({ text }) => text)),
  };
}

function need(node: XmlNode, ...path: readonly string[]): string {
  const text = textAt(node, ...path);
  if (text === undefined) throw new RangeError(`the invoice has no ${path.join("/")} in ${node.name}`);
  return text;
}

/** `-0.05` to -5. */
function cents(text: string): number {
  const [, sign, whole, decimals] = /^(-?)(\d+)\.(\d{2})$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`${text} is no amount of ours`);
  const value = Number(whole + decimals!);
  return sign === "-" && value !== 0 ? -value : value;
}
