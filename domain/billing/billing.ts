/**
 * Billing details of a region: under which name, address and account its municipalities write bills, and how their books are kept.
 * A region without them has statements all the same; invoices need them, and booking batches with accounts of its own.
 */
import * as z from "zod";
import { Ags } from "../region/common.ts";
import { AccountingProfile } from "./profile.ts";
import { textLine as line } from "./textLine.ts";

/** Two letters of the country, two check digits, then what the country says (in Germany 18 digits); by ISO 7064 (mod 97-10). */
export function isIban(text: string): boolean {
  if (!/^(?:DE\d{20}|(?!DE)[A-Z]{2}\d{2}[A-Z0-9]{11,30})$/.test(text)) return false;
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

/** BR-DE-27 asks for three digits. */
const phone = line.regex(/(?:\d\D*){3}/, "a telephone number of at least three digits");

export const BillingParty = z.strictObject({
  ags: Ags,
  name: line.describe("as it stands on bills, such as Stadt Saarlouis"),
  street: line,
  postalCode: z.string().regex(/^\d{5}$/, "a postal code of five digits"),
  city: line,
  leitwegId: z
    .string()
    .refine(isLeitwegId, "no Leitweg-ID: its check digits do not fit")
    .optional()
    .describe("of whoever is billed"),
  email: z.email().max(200).describe("electronic address for invoices"),
  contact: z.strictObject({ name: line, phone, email: z.email().max(200) }).optional(),
  iban: z.string().refine(isIban, "no IBAN: its check digits do not fit").optional(),
  vatId: z
    .string()
    .regex(/^DE\d{9}$/, "a VAT id such as DE123456789")
    .optional(),
  taxNumber: line.optional(),
});
export type BillingParty = z.infer<typeof BillingParty>;

const EXAMPLE = {
  schema: "gruenverbund/billing/1",
  parties: [
    { ags: "99001001", name: "Gemeinde Musterdorf", street: "Am Markt 1", postalCode: "00000", city: "Musterdorf" },
  ],
  paymentDays: 14,
};

export const Billing = z
  .strictObject({
    $schema: z.string().optional(),
    schema: z.literal("gruenverbund/billing/1"),
    parties: z.array(BillingParty),
    paymentDays: z.int().min(1).max(90).default(30),
    profiles: z.array(AccountingProfile).default([]),
    synthetic: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .optional()
      .describe("that these are made up, in words; stands on every invoice"),
  })
  .superRefine(({ parties, profiles }, context) => {
    twice(parties.map(({ ags }) => ags)).forEach((at) =>
      context.addIssue({
        code: "custom",
        path: ["parties", at, "ags"],
        message: "this municipality stands here twice",
      }),
    );
    twice(profiles.map(({ format, ags }) => `${format} ${ags ?? ""}`)).forEach((at) =>
      context.addIssue({
        code: "custom",
        path: ["profiles", at, "format"],
        message: "there is another profile of this format for the same municipality",
      }),
    );
  })
  .meta({ example: EXAMPLE });
export type Billing = z.infer<typeof Billing>;

/** Where something stands that stood before. */
const twice = (ids: readonly string[]): number[] => ids.flatMap((id, at) => (ids.indexOf(id) < at ? [at] : []));
