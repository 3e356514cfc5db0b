/**
 * Billing details of a region: under which name, address and account its municipalities write bills, and how their books are kept.
 * A region without them has statements all the same; invoices need them, and booking batches with accounts of its own.
 */
import * as z from "zod";
import { Ags } from "../region/common.ts";
import { SETTLED_LINES, type SettledLine } from "../settlement/settlement.ts";

const line = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u, "one line without control characters");

/** Two letters of the country, two check digits, then what the country says; checked by ISO 7064 (mod 97-10). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((one) => Number.parseInt(one, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** `4-to-12 digits - up to 30 letters and digits - two check digits`; checked as the IBAN is (ISO 7064 mod 97-10). */
export function isLeitwegId(text: string): boolean {
  const [, coarse, fine = "", check] = /^(\d{2,12})(?:-([A-Z0-9]{1,30}))?-(\d{2})$/.exec(text) ?? [];
  if (coarse === undefined || check === undefined) return false;
  const digits = [...(coarse + fine + check)].map((one) => Number.parseInt(one, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

export const BillingParty = z.strictObject({
  ags: Ags,
  name: line.describe("as it stands on bills, such as Stadt Saarlouis"),
  street: line,
  postalCode: line,
  city: line,
  leitwegId: z
    .string()
    .refine(isLeitwegId, "no Leitweg-ID: its check digits do not fit")
    .optional()
    .describe("of whoever is billed"),
  email: z.email().max(200).describe("electronic address for invoices"),
  contact: z.strictObject({ name: line, phone: line, email: z.email().max(200) }).optional(),
  iban: z.string().refine(isIban, "no IBAN: its check digits do not fit").optional(),
  vatId: z
    .string()
    .regex(/^DE\d{9}$/, "a VAT id such as DE123456789")
    .optional(),
  taxNumber: line.optional(),
});
export type BillingParty = z.infer<typeof BillingParty>;

const account = z.string().regex(/^\d{1,9}$/, "an account of 1 to 9 digits");

/** How figures become bookings; one for each way in which books are kept. */
export const AccountingProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  name: line,
  format: z.enum(["datev", "csv"]),
  consultantNumber: z.int().min(1001).max(9_999_999).describe("DATEV: Beraternummer"),
  clientNumber: z.int().min(1).max(99_999).describe("DATEV: Mandantennummer"),
  fiscalYearStart: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .describe("MM-DD"),
  accountLength: z.int().min(4).max(8),
  accounts: z.strictObject({
    lines: z
      .strictObject(
        Object.fromEntries(SETTLED_LINES.map((line) => [line, account])) as Record<SettledLine, typeof account>,
      )
      .describe("expense, one for each cost line"),
    estimation: account.describe("what estimates cost or earn"),
    contribution: account.describe("income from what was brought in"),
    correction: account.describe("what a correction changes in the share of a closed period"),
    provided: account.describe("income from vehicles, shredders and plants of one's own"),
    clearing: account.describe("the other side: what is owed to, or by, the cooperation"),
  }),
  costCentre: z.string().max(36).describe("KOST1; {ags} stands for the municipality's key"),
});
export type AccountingProfile = z.infer<typeof AccountingProfile>;

export const Billing = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal("gruenverbund/billing/1"),
  parties: z.array(BillingParty),
  paymentDays: z.int().min(1).max(90).default(30),
  profiles: z.array(AccountingProfile).default([]),
});
export type Billing = z.infer<typeof Billing>;

const LINE_ACCOUNTS: Readonly<Record<SettledLine, string>> = {
  haulage: "52910",
  toll: "52920",
  shredding: "52930",
  gate: "52940",
  minimumQuantity: "52950",
  sites: "52960",
  contributions: "52970",
  refusedLoads: "52980",
};

/** Example accounts in the manner of a municipal chart; whoever books with them has their own put in. */
const EXAMPLE = {
  ...{ consultantNumber: 1001, clientNumber: 1, fiscalYearStart: "01-01", accountLength: 5 },
  accounts: {
    ...{
      lines: LINE_ACCOUNTS,
      estimation: "52990",
      contribution: "44810",
      provided: "44820",
      correction: "52999",
      clearing: "35100",
    },
  },
  costCentre: "5370-{ags}",
} as const;

export const DEFAULT_PROFILES: readonly AccountingProfile[] = [
  { id: "datev", name: "DATEV-Format, Buchungsstapel", format: "datev", ...EXAMPLE },
  { id: "csv", name: "CSV für andere Finanzverfahren", format: "csv", ...EXAMPLE },
];
