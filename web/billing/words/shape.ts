/** What the pages of billing details say. A text that is missing is a type error. */
import type { AccountKey, PartyField, ProfileField } from "../fields.ts";

export interface FieldWords {
  readonly label: string;
  readonly help?: string;
  /** What is wrong when it is not taken, and what to do. */
  readonly fault: string;
}

export interface BillingWords {
  readonly title: string;
  readonly lead: string;
  readonly synthetic: string;
  readonly list: {
    readonly head: string;
    readonly municipality: string;
    readonly invoices: string;
    readonly accounts: string;
    readonly complete: string;
    readonly none: string;
    readonly missing: string;
    readonly missingParts: Readonly<Record<"iban" | "contact" | "leitwegId", string>>;
    readonly profile: Readonly<Record<"own" | "shared" | "example", string>>;
  };
  readonly terms: {
    readonly head: string;
    readonly lead: string;
    readonly days: FieldWords;
    readonly synthetic: FieldWords;
    readonly save: string;
  };
  readonly party: {
    head(name: string): string;
    readonly lead: string;
    readonly groups: Readonly<Record<"address" | "payment" | "tax" | "contact", string>>;
    readonly fields: Readonly<Record<PartyField, FieldWords>>;
    readonly save: string;
  };
  readonly profile: {
    head(format: string): string;
    readonly all: string;
    readonly lead: string;
    readonly formats: Readonly<Record<"datev" | "csv", string>>;
    readonly groups: Readonly<Record<"batch" | "lines" | "others", string>>;
    readonly fields: Readonly<Record<ProfileField, FieldWords>>;
    readonly others: Readonly<Record<Exclude<AccountKey, `lines.${string}`>, string>>;
    readonly accountFault: string;
    readonly tooLong: string;
    readonly save: string;
    readonly remove: string;
    readonly removeLead: string;
  };
  readonly invoices: {
    readonly head: string;
    readonly none: string;
    readonly lead: string;
    readonly issueLead: string;
    issue(count: number): string;
    readonly done: string;
    /** @param count issued all the same */
    missing(count: number): string;
    readonly open: string;
    readonly kinds: Readonly<Record<"first" | "corrected", string>>;
    readonly columns: Readonly<Record<"number" | "kind" | "from" | "to" | "net", string>>;
  };
  readonly summary: string;
  readonly conflict: string;
  readonly back: string;
  readonly done: Readonly<Record<"saved" | "removed", string>>;
}
