/** What the settlement's pages say. A text that is missing is a type error. */
import type { SettledLine } from "../../../domain/settlement/settlement.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import type { WorkCode } from "../../../domain/settlement/workItem.ts";
import type { Fraction } from "../../../domain/region/common.ts";
import type { RowFate } from "../../../functions/usecases/weighings/importWeighings.ts";

export type Facts = Readonly<Record<string, string | number>>;

export interface SettlementWords {
  readonly title: string;
  readonly trail: string;
  readonly lead: string;
  readonly refused: Readonly<Record<"elsewhere" | "stale" | "form", string>>;
  readonly empty: Readonly<
    Record<"forbidden" | "forbiddenLead" | "unknown" | "unknownLead" | "back" | "noWeek" | "noWeekLead", string>
  >;
  readonly period: Readonly<Record<"head" | "first" | "last" | "show" | "wrong", string>>;
  readonly work: Readonly<
    Record<
      | "head"
      | "none"
      | "noneLead"
      | "lead"
      | "todo"
      | "choose"
      | "reason"
      | "reasonHelp"
      | "asked"
      | "photo"
      | "attach",
      string
    >
  > & {
    count(open: number): string;
    candidate(vehicle: string, at: string, planned: string): string;
  };
  /** What a matter is, and what to do about it, in other languages than German. Null: the German sentence is shown. */
  readonly codes: Readonly<
    Record<WorkCode, { readonly name: string; said(facts: Facts): string | null; readonly todo: string | null }>
  >;
  /** The page of one ticket. */
  readonly ticket: Readonly<
    Record<
      | "head"
      | "none"
      | "scale"
      | "file"
      | "replace"
      | "help"
      | "attach"
      | "attached"
      | "choose"
      | "tooLarge"
      | "noJpeg"
      | "changed",
      string
    >
  > & { alt(number: string): string };
  readonly buttons: Readonly<
    Record<
      | "match"
      | "confirm"
      | "void"
      | "refuse"
      | "drop"
      | "take"
      | "cancelTour"
      | "upload"
      | "takeFile"
      | "close"
      | "correct",
      string
    >
  >;
  readonly upload: Readonly<
    Record<
      | "head"
      | "lead"
      | "file"
      | "profile"
      | "profileHelp"
      | "preview"
      | "previewLead"
      | "none"
      | "row"
      | "ticket"
      | "fate"
      | "why"
      | "again",
      string
    >
  > & { readonly fates: Readonly<Record<RowFate, string>> };
  readonly settlement: Readonly<
    Record<
      | "head"
      | "amounts"
      | "preview"
      | "closed"
      | "blocked"
      | "running"
      | "settledLead"
      | "hold"
      | "reload"
      | "failed"
      | "joint"
      | "solo"
      | "saving"
      | "pool"
      | "rule"
      | "members"
      | "member"
      | "tonnes"
      | "ruleShare"
      | "topUp"
      | "share"
      | "estimation"
      | "contribution"
      | "provided"
      | "advance"
      | "balance"
      | "all"
      | "lines"
      | "line"
      | "items"
      | "item"
      | "quantity"
      | "price"
      | "amount"
      | "evidence"
      | "payee"
      | "tickets"
      | "ticketNo"
      | "when"
      | "net"
      | "tour"
      | "source"
      | "tours"
      | "vehicle"
      | "way"
      | "time"
      | "basis"
      | "planned"
      | "driven"
      | "notices"
      | "vat"
      | "vatTaxable"
      | "vatNot"
      | "gross"
      | "hash"
      | "open"
      | "noTour"
      | "refused"
      | "balanceNote"
      | "taxed",
      string
    >
  > & { settled(period: string): string };
  readonly closing: Readonly<
    Record<
      "head" | "lead" | "confirm" | "missing" | "advances" | "advancesLead" | "reckonAdvances" | "wrongAdvance",
      string
    >
  > & { done(id: string): string };
  readonly correction: Readonly<
    Record<"head" | "lead" | "reason" | "number" | "figure" | "reversed" | "booked" | "difference" | "none", string>
  > & { readonly figures: Readonly<Record<"share" | "estimation" | "contribution" | "provided", string>> };
  /** Asking back by mail: in the work list, and where it is answered. */
  readonly question: Readonly<
    Record<
      | "ask"
      | "askLead"
      | "overdue"
      | "answer"
      | "title"
      | "none"
      | "other"
      | "done"
      | "short"
      | "gone"
      | "dead"
      | "deadLead",
      string
    >
  > & {
    outcome(asked: number, held: number, nobody: number, failed: number): string;
    asked(contact: string, until: string): string;
    lead(name: string): string;
    until(moment: string): string;
    readonly asks: Readonly<
      Record<
        Question["code"],
        { head(facts: Facts): string; readonly ask: string; readonly field: string; readonly settle: string | null }
      >
    >;
  };
  readonly list: Readonly<Record<"head" | "none" | "period" | "closedAt" | "joint" | "saving", string>>;
  readonly ledger: Readonly<
    Record<
      "head" | "lead" | "year" | "solo" | "share" | "yearShare" | "equalisation" | "balance" | "none" | "show",
      string
    >
  >;
  readonly lines: Readonly<Record<SettledLine, string>>;
  readonly fractions: Readonly<Record<Fraction, string>>;
  readonly done: Readonly<Record<"decided" | "taken" | "closed" | "corrected", string>>;
}
