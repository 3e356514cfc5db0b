/** An invoice as EN 16931 sees one, whatever file it becomes. Money is whole cents, net where nothing else is said. */
import type { BillingParty } from "./billing.ts";

/**
 * `O`: not subject to VAT (§ 2b UStG: public authorities among themselves). `E`: exempt, with the reason. `S`: standard rate.
 */
export type VatCategory =
  | { readonly code: "O"; readonly reason: string }
  | { readonly code: "E"; readonly reason: string }
  | { readonly code: "S"; readonly ratePercent: number };

export interface InvoiceLine {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Never 0; below 0 for what is credited, since a price is never negative (BR-27). */
  readonly quantity: number;
  /** UN/ECE Recommendation 20: `C62` one, `KMT` kilometre, `TNE` tonne, `HUR` hour. */
  readonly unitCode: string;
  /** At least 0; may have fractions of a cent. */
  readonly centsPerUnit: number;
  /** `quantity · centsPerUnit`, rounded half away from 0. */
  readonly netCents: number;
}

export interface Invoice {
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly issueDate: string;
  readonly dueDate: string;
  /** 380: invoice. 384: corrected invoice, which names the one that it corrects. */
  readonly typeCode: "380" | "384";
  readonly corrects?: { readonly number: string; readonly issueDate: string };
  readonly notes: readonly string[];
  readonly period: { readonly firstDay: string; readonly lastDay: string };
  readonly seller: BillingParty;
  readonly buyer: BillingParty;
  readonly vat: VatCategory;
  readonly lines: readonly InvoiceLine[];
}

export interface InvoiceTotals {
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
}

/** The tax is reckoned once, on the sum of the lines (BR-CO-17), and never line by line. */
export function totalsOf({ lines, vat }: Pick<Invoice, "lines" | "vat">): InvoiceTotals {
  const netCents = lines.reduce((sum, line) => sum + line.netCents, 0);
  const vatCents = vat.code === "S" ? roundHalfAway((netCents * vat.ratePercent) / 100) : 0;
  return { netCents, vatCents, grossCents: netCents + vatCents };
}

/** Commercial rounding: 0.5 to 1, -0.5 to -1; what binary fractions lose below a millionth does not count. */
export const roundHalfAway = (value: number): number => {
  const rounded = Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-9);
  return rounded === 0 ? 0 : rounded;
};
