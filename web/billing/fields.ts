/** The fields of the billing forms: id on the page and place in the details. */
import type { AccountingProfile } from "../../domain/billing/profile.ts";
import { SETTLED_LINES, type SettledLine } from "../../domain/settlement/settlement.ts";

export const PARTY_GROUPS = {
  address: ["name", "street", "postalCode", "city", "email"],
  payment: ["iban", "leitwegId"],
  tax: ["vatId", "taxNumber"],
  contact: ["contactName", "contactPhone", "contactEmail"],
} as const;
export type PartyField = (typeof PARTY_GROUPS)[keyof typeof PARTY_GROUPS][number];
export const PARTY_FIELDS: readonly PartyField[] = Object.values(PARTY_GROUPS).flat();
/** Without these nothing can be kept at all. */
export const NEEDED: ReadonlySet<PartyField> = new Set(PARTY_GROUPS.address);

export const PROFILE_FIELDS = [
  ...(["consultantNumber", "clientNumber", "fiscalYearStart", "accountLength", "costCentre"] as const),
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];
/** Of a batch for DATEV alone. */
export const OF_DATEV: ReadonlySet<ProfileField> = new Set(PROFILE_FIELDS.slice(0, 4));

type Other = Exclude<keyof AccountingProfile["accounts"], "lines">;
export const OTHER_ACCOUNTS: readonly Other[] = ["estimation", "contribution", "provided", "correction", "clearing"];
export type AccountKey = `lines.${SettledLine}` | Other;
export const LINE_ACCOUNTS = SETTLED_LINES.map((line) => `lines.${line}` as const);
