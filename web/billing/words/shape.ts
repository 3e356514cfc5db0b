/** What the pages of billing details say. A text that is missing is a type error. */
import type { DispatchState } from "../../../domain/billing/invoiceDispatch.ts";
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
    readonly columns: Readonly<Record<"number" | "kind" | "from" | "to" | "net" | "sending", string>>;
    /** Of the paper to read. */
    readonly paper: string;
  };
  /** The list of all invoices of a year. */
  readonly register: {
    readonly title: string;
    readonly lead: string;
    readonly nothing: string;
    readonly filter: string;
    readonly year: string;
    readonly municipality: string;
    readonly state: string;
    readonly all: string;
    readonly overdue: string;
    readonly show: string;
    readonly clear: string;
    readonly noMatch: string;
    readonly period: string;
    count(shown: number): string;
    readonly total: string;
    /** @param count of those that are not in the sum; 0: empty */
    replaced(count: number): string;
  };
  /** How an invoice reached its buyer. */
  readonly sending: {
    /** By `DispatchState`: short, as a filter names it. */
    readonly states: Readonly<Record<DispatchState, string>>;
    sent(date: string, to: string): string;
    returned(date: string, cause: string): string;
    readonly noAddress: string;
    /** What to do about one that did not arrive. */
    readonly mend: string;
    acknowledged(date: string): string;
    due(date: string): string;
    overdue(date: string): string;
    readonly replaced: string;
    readonly buttons: Readonly<Record<"send" | "again" | "acknowledge", string>>;
    /** What a button did, by the word in the address. */
    readonly done: Readonly<Record<"versandt" | "spaeter" | "schon" | "eingang", string>>;
  };
  readonly summary: string;
  readonly conflict: string;
  readonly back: string;
  readonly done: Readonly<Record<"saved" | "removed", string>>;
}
