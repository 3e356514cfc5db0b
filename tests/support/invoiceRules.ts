/**
 * Business rules of EN 16931 and XRechnung, read off the finished XML and written apart from what writes it. Not all rules there
 * are: those that an invoice of ours could break.
 */

const texts = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<cbc:${name}(?: [^>]*)?>([^<]*)</cbc:${name}>`, "g"))].map(([, text]) => text!);
const blocks = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<cac:${name}>(.*?)</cac:${name}>`, "gs"))].map(([, inner]) => inner!);

/** Whole cents; NaN for what is no amount of at most two decimals (BR-DEC-*). */
function cents(text: string | undefined): number {
  const [, sign, euros, decimals = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text ?? "") ?? [];
  return euros === undefined ? Number.NaN : Number(`${sign}${euros}${decimals.padEnd(2, "0")}`);
}

/** @returns the rules that do not hold, by their names */
export function brokenRules(xml: string): string[] {
  const [seller = "", buyer = ""] = [
    blocks(xml, "AccountingSupplierParty")[0],
    blocks(xml, "AccountingCustomerParty")[0],
  ];
  const [tax = "", total = "", means = ""] = ["TaxTotal", "LegalMonetaryTotal", "PaymentMeans"].map(
    (name) => blocks(xml, name)[0],
  );
  const lines = blocks(xml, "InvoiceLine");
  const of = (name: string) => cents(texts(total, name)[0]);
  const [taxAmount, subtotalAmount] = texts(tax, "TaxAmount").map(cents);
  const taxable = cents(texts(tax, "TaxableAmount")[0]);
  const [category] = texts(tax, "ID");
  const percent = Number(texts(tax, "Percent")[0]);
  const rules: Readonly<Record<string, boolean>> = {
    "BR-01": texts(xml, "CustomizationID")[0]?.startsWith("urn:cen.eu:en16931:2017") === true,
    "BR-02": texts(xml, "ID")[0] !== undefined,
    "BR-03": /^\d{4}-\d{2}-\d{2}$/.test(texts(xml, "IssueDate")[0] ?? ""),
    "BR-16": lines.length > 0,
    "BR-27": lines.every((line) => Number(texts(blocks(line, "Price")[0] ?? "", "PriceAmount")[0]) >= 0),
    "BR-CO-10": sum(lines.map((line) => cents(texts(line, "LineExtensionAmount")[0]))) === of("LineExtensionAmount"),
    "BR-CO-13": of("TaxExclusiveAmount") === of("LineExtensionAmount"),
    "BR-CO-14": taxAmount === subtotalAmount,
    "BR-CO-15": of("TaxInclusiveAmount") === of("TaxExclusiveAmount") + taxAmount!,
    "BR-CO-16": of("PayableAmount") === of("TaxInclusiveAmount"),
    "BR-CO-17": Math.abs(subtotalAmount! - (taxable * percent) / 100) <= 0.5,
    "BR-CO-25": texts(xml, "DueDate")[0] !== undefined || blocks(xml, "PaymentTerms").length > 0,
    "BR-CO-26": blocks(seller, "PartyIdentification").length > 0,
    "BR-S-08": taxable === of("LineExtensionAmount"),
    "BR-S-09": category !== "S" || percent > 0,
    "BR-O-02": category !== "O" || !/<cbc:ID>VAT<\/cbc:ID>/.test(seller + buyer),
    "BR-O-05": category !== "O" || lines.every((line) => texts(line, "Percent").length === 0),
    "BR-O-09": category !== "O" || taxAmount === 0,
    "BR-O-10": category === "S" || texts(tax, "TaxExemptionReason").length === 1,
    "BR-DE-1": means !== "",
    "BR-DE-2": blocks(seller, "Contact").length === 1,
    "BR-DE-3/4": texts(seller, "CityName").length === 1 && texts(seller, "PostalZone").length === 1,
    "BR-DE-5/6/7": ["Name", "Telephone", "ElectronicMail"].every(
      (name) => texts(blocks(seller, "Contact")[0] ?? "", name).length === 1,
    ),
    "BR-DE-8/9": texts(buyer, "CityName").length === 1 && texts(buyer, "PostalZone").length === 1,
    "BR-DE-14": Number.isFinite(percent),
    "BR-DE-15": (texts(xml, "BuyerReference")[0] ?? "") !== "",
    "BR-DE-16": category === "O" || blocks(seller, "PartyTaxScheme").length > 0,
    "BR-DE-21": texts(xml, "CustomizationID")[0]?.endsWith("#urn:xeinkauf.de:kosit:xrechnung_3.0") === true,
    "BR-DE-23": texts(means, "PaymentMeansCode")[0] !== "58" || blocks(means, "PayeeFinancialAccount").length === 1,
    "BR-DE-26": texts(xml, "InvoiceTypeCode")[0] !== "384" || blocks(xml, "BillingReference").length > 0,
    "PEPPOL-R120": lines.every(lineAddsUp),
  };
  return Object.entries(rules)
    .filter(([, holds]) => !holds)
    .map(([name]) => name);
}

/** Amount of a line = quantity · price, rounded. */
function lineAddsUp(line: string): boolean {
  const net = cents(texts(line, "LineExtensionAmount")[0]);
  const quantity = Number(texts(line, "InvoicedQuantity")[0]);
  const price = Number(texts(blocks(line, "Price")[0] ?? "", "PriceAmount")[0]);
  return Math.abs(quantity * price * 100 - net) <= 0.5 + 1e-6;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
