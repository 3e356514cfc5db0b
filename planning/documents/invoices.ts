/**
 * Which municipality invoices which, and for what: a member whose vehicle, shredder or plant worked for all is owed its items of
 * cost, and every other member owes it a part, as it bears its line of the joint cost. Whatever is not between two members stays
 * with the clearing of balances.
 */
import type { Billing } from "../../domain/billing/billing.ts";
import { totalsOf, type Invoice, type InvoiceLine, type VatCategory } from "../../domain/billing/invoice.ts";
import { distributeCents } from "../../domain/money.ts";
import type { CostItem, Settlement } from "../../domain/settlement/settlement.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { groupBy } from "../lookup.ts";

/** What one member owes another for its items, before anybody's address is known. */
export interface Claim {
  readonly sellerAgs: string;
  readonly buyerAgs: string;
  readonly cents: number;
  readonly parts: readonly { readonly item: CostItem; readonly cents: number }[];
}

/**
 * Every item of a member is divided among all members by what each bears of its line; the seller's own part is no claim. Of a line
 * that cost nobody anything, or that was revenue for some, by the parts by source instead.
 */
export function claimsOf(settlement: Settlement): Claim[] {
  const { members, items, providers } = settlement;
  const known = new Set(members.map(({ ags }) => ags));
  const sellers = providers.filter(({ id, kind }) => kind === "member" && known.has(id)).map(({ id }) => id);
  return sellers.flatMap((sellerAgs) => {
    const own = items.filter(({ payeeId, cents }) => payeeId === sellerAgs && cents !== 0);
    const divided = own.map((item) => ({ item, cents: distributeCents(item.cents, weightsOf(item, settlement)) }));
    return members.flatMap(({ ags: buyerAgs }, m) => {
      const parts = divided.map(({ item, cents }) => ({ item, cents: cents[m]! })).filter(({ cents }) => cents !== 0);
      const cents = parts.reduce((sum, part) => sum + part.cents, 0);
      return buyerAgs === sellerAgs || cents === 0 ? [] : [{ sellerAgs, buyerAgs, cents, parts }];
    });
  });
}

function weightsOf(item: CostItem, { members }: Settlement): number[] {
  const shares = members.map(({ lines }) => lines.find(({ line }) => line === item.line)?.shareCents ?? 0);
  if (shares.every((cents) => cents >= 0) && shares.some((cents) => cents > 0)) return shares;
  return members.map(({ ags }) => Math.abs(item.parts.find((part) => part.ags === ags)?.value ?? 0));
}

/** What a member still has to pay or to get when the invoices between members are paid; sums to the sum of balances. */
export function clearedCents({ members }: Settlement, claims: readonly Claim[]): Map<string, number> {
  const sum = (of: readonly Claim[]): number => of.reduce((total, { cents }) => total + cents, 0);
  return new Map(
    members.map(({ ags, balanceCents }) => {
      const received = sum(claims.filter(({ buyerAgs }) => buyerAgs === ags));
      const issued = sum(claims.filter(({ sellerAgs }) => sellerAgs === ags));
      return [ags, balanceCents - received + issued];
    }),
  );
}

/** `GV-saarlouis-10044115-2026-0001`: counted by region, seller and year, without gaps. */
export const invoiceNumber = (region: string, sellerAgs: string, year: string, count: number): string =>
  `GV-${region}-${sellerAgs}-${year}-${String(count).padStart(4, "0")}`;

export const NOT_TAXABLE_REASON =
  "Nicht steuerbar nach § 2b UStG: Zusammenarbeit juristischer Personen des öffentlichen Rechts";

export interface InvoiceHead {
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly issueDate: string;
  /** The invoice in whose place this one comes. */
  readonly corrects?: CorrectedInvoice;
}

export interface CorrectedInvoice {
  readonly number: string;
  readonly issueDate: string;
  readonly grossCents: number;
}

/**
 * @returns the invoice, or in German what the billing details must say first
 */
export function invoiceOf(
  settlement: Settlement,
  claim: Claim,
  { parties, paymentDays, synthetic }: Billing,
  { number, issueDate, corrects }: InvoiceHead,
): { readonly invoice: Invoice } | { readonly missing: readonly string[] } {
  const partyOf = (ags: string) => parties.find((one) => one.ags === ags);
  const [seller, buyer] = [partyOf(claim.sellerAgs), partyOf(claim.buyerAgs)];
  if (seller === undefined || buyer === undefined)
    return { missing: [claim.sellerAgs, claim.buyerAgs].filter((ags) => partyOf(ags) === undefined).map(partyMissing) };
  const { period, vat, regionName, id } = settlement;
  const category: VatCategory = vat.taxable
    ? { code: "S", ratePercent: vat.ratePercent }
    : { code: "O", reason: NOT_TAXABLE_REASON };
  const lines = linesOf(claim);
  const { grossCents } = totalsOf({ lines, vat: category });
  return {
    invoice: {
      ...{ number, issueDate, dueDate: addDays(issueDate, paymentDays), seller, buyer, vat: category, lines },
      ...(corrects === undefined ? { typeCode: "380" } : { typeCode: "384", corrects }),
      notes: [
        `Gemeinsame Entsorgung von Grünabfall, ${regionName}, Abrechnung ${id}`,
        ...(corrects === undefined ? [] : [correctionNote(corrects, grossCents)]),
        ...(synthetic === undefined ? [] : [synthetic]),
      ],
      period: { firstDay: mondayOf(period.firstWeek), lastDay: addDays(mondayOf(period.lastWeek), 6) },
    },
  };
}

function correctionNote({ number, grossCents: before }: CorrectedInvoice, grossCents: number): string {
  const difference = grossCents - before;
  const euros = `${german(Math.abs(difference) / 100, 2)} EUR`;
  const what =
    difference === 0
      ? "Der Betrag bleibt gleich"
      : difference > 0
        ? `${euros} mehr als dort`
        : `${euros} weniger als dort`;
  return `Berichtigte Rechnung; sie ersetzt die Rechnung ${number} im Ganzen. ${what}.`;
}

const partyMissing = (ags: string): string => `Eintrag der Kommune ${ags} unter „parties“`;

/** Items of one kind at one price are one line; its text names what it rests on. */
export function linesOf({ parts }: Claim): InvoiceLine[] {
  if (parts.length === 0) return [ENDED];
  const groups = groupBy(parts, ({ item }) => `${item.line} ${item.label} ${item.unit} ${item.centsPerUnit}`);
  return [...groups.values()].flatMap((of, index) => {
    const cents = of.reduce((sum, part) => sum + part.cents, 0);
    if (cents === 0) return [];
    const { label, unit, centsPerUnit } = of[0]!.item;
    const quantity = of.reduce((sum, { item }) => sum + item.quantity, 0);
    const evidence = [...new Set(of.map(({ item }) => item.evidence.id))].join(", ");
    return [
      {
        ...{ id: String(index + 1), name: label, quantity: cents < 0 ? -1 : 1, unitCode: "C62" },
        description: `Anteil an ${german(quantity)} ${unit} zu je ${german(centsPerUnit / 100)} EUR; Nachweis: ${evidence}`,
        ...{ centsPerUnit: Math.abs(cents), netCents: cents },
      },
    ];
  });
}

/** What remains of a claim that a correction has ended. */
const ENDED: InvoiceLine = {
  ...{ id: "1", name: "Keine Leistung mehr abzurechnen", quantity: 1, unitCode: "C62", centsPerUnit: 0, netCents: 0 },
};

const german = (value: number, decimals?: number): string =>
  (decimals === undefined ? String(Number(value.toFixed(3))) : value.toFixed(decimals)).replace(".", ",");
