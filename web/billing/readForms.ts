/** From what a form sent to details, or every fault of it at its field. */
import { Billing, BillingParty } from "../../domain/billing/billing.ts";
import { AccountingProfile } from "../../domain/billing/profile.ts";
import { SETTLED_LINES } from "../../domain/settlement/settlement.ts";
import type { Fault } from "../county/frame.ts";
import { LINE_ACCOUNTS, OTHER_ACCOUNTS, PARTY_FIELDS, PROFILE_FIELDS, type PartyField } from "./fields.ts";
import type { BillingWords } from "./words/index.ts";

type Fields = Pick<URLSearchParams, "get">;
/** What was typed, by field. */
export type Typed = Readonly<Record<string, string | undefined>>;
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Fault[] };

export const typedOf = (fields: Fields, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, (fields.get(name) ?? "").slice(0, 400).trim()]));

/** As banks and offices print them: in groups, in any case. */
const bare = (text: string | undefined): string => (text ?? "").replaceAll(/\s/g, "").toUpperCase();

/** Field of the form by place in the details. */
const FIELD_AT: Readonly<Record<string, PartyField>> = {
  ...Object.fromEntries(PARTY_FIELDS.map((field) => [field, field])),
  "contact.name": "contactName",
  "contact.phone": "contactPhone",
  "contact.email": "contactEmail",
};

export function readParty(ags: string, typed: Typed, words: BillingWords): Read<BillingParty> {
  const { name, street, postalCode, city, email, taxNumber, contactName, contactPhone, contactEmail } = typed;
  const [iban, leitwegId, vatId] = [bare(typed["iban"]), bare(typed["leitwegId"]), bare(typed["vatId"])];
  const contact = { name: contactName, phone: contactPhone, email: contactEmail };
  const optional = Object.entries({ iban, leitwegId, vatId, taxNumber }).filter(([, text]) => text !== "");
  const parsed = BillingParty.safeParse({
    ...{ ags, name, street, postalCode, city, email, ...Object.fromEntries(optional) },
    ...(Object.values(contact).some((text) => text !== "") ? { contact } : {}),
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const wrong = new Set(parsed.error.issues.flatMap(({ path }) => FIELD_AT[path.join(".")] ?? []));
  return {
    ok: false,
    faults: PARTY_FIELDS.filter((field) => wrong.has(field)).map((field) => ({
      field,
      text: words.party.fields[field].fault,
    })),
  };
}

export const partyTyped = (party: BillingParty | undefined, name: string): Typed => {
  const { contact, ...own } = party ?? { name };
  return {
    ...own,
    ...(contact === undefined
      ? {}
      : { contactName: contact.name, contactPhone: contact.phone, contactEmail: contact.email }),
  };
};

export const PROFILE_NAMES: readonly string[] = [...PROFILE_FIELDS, ...LINE_ACCOUNTS, ...OTHER_ACCOUNTS];

/** @param base the profile that fills what this form does not ask for */
export function readProfile(
  base: AccountingProfile,
  ags: string | undefined,
  typed: Typed,
  words: BillingWords,
): Read<AccountingProfile> {
  const number = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : Number.NaN);
  const { ags: _, ...rest } = base;
  const batch =
    base.format === "csv"
      ? {}
      : {
          consultantNumber: number(typed["consultantNumber"]),
          clientNumber: number(typed["clientNumber"]),
          fiscalYearStart: typed["fiscalYearStart"],
          accountLength: number(typed["accountLength"]),
        };
  const parsed = AccountingProfile.safeParse({
    ...{ ...rest, ...batch, ...(ags === undefined ? {} : { ags }) },
    id: ags === undefined ? base.format : `${base.format}-${ags}`,
    costCentre: typed["costCentre"],
    accounts: {
      ...Object.fromEntries(OTHER_ACCOUNTS.map((one) => [one, typed[one]])),
      lines: Object.fromEntries(SETTLED_LINES.map((line) => [line, typed[`lines.${line}`]])),
    },
  });
  if (parsed.success) return { ok: true, value: parsed.data };
  const texts = new Map<string, string>();
  for (const { path, code } of parsed.error.issues) {
    const [first, ...deeper] = path.map(String);
    const field = first === "accounts" ? deeper.join(".") : (first ?? "");
    const own = PROFILE_FIELDS.find((one) => one === field);
    const account = code === "custom" ? words.profile.tooLong : words.profile.accountFault;
    if (!texts.has(field)) texts.set(field, own === undefined ? account : words.profile.fields[own].fault);
  }
  return {
    ok: false,
    faults: PROFILE_NAMES.filter((name) => texts.has(name)).map((field) => ({ field, text: texts.get(field)! })),
  };
}

export const profileTyped = ({ accounts: { lines, ...others }, ...own }: AccountingProfile): Typed => ({
  ...Object.fromEntries(PROFILE_FIELDS.map((field) => [field, String(own[field])])),
  ...Object.fromEntries(SETTLED_LINES.map((line) => [`lines.${line}`, lines[line]])),
  ...others,
});

export const TERMS_NAMES = ["paymentDays", "synthetic"] as const;

export function readTerms(typed: Typed, words: BillingWords): Read<Pick<Billing, "paymentDays" | "synthetic">> {
  const { paymentDays, synthetic } = Billing.shape;
  const days = paymentDays.safeParse(
    /^\d{1,3}$/.test(typed["paymentDays"] ?? "") ? Number(typed["paymentDays"]) : null,
  );
  const note = synthetic.safeParse(typed["synthetic"] === "" ? undefined : typed["synthetic"]);
  if (days.success && note.success)
    return {
      ok: true,
      value: { paymentDays: days.data, ...(note.data === undefined ? {} : { synthetic: note.data }) },
    };
  return {
    ok: false,
    faults: [
      ...(days.success ? [] : [{ field: "paymentDays", text: words.terms.days.fault }]),
      ...(note.success ? [] : [{ field: "synthetic", text: words.terms.synthetic.fault }]),
    ],
  };
}
