/** What the approval's pages say. A text that is missing is a type error. Names and amounts come in as they are shown. */
import type { ApproverRole } from "../../../domain/agreement/agreement.ts";
import type { Decision } from "../../../domain/agreement/ballot.ts";
import type { Html } from "../../page.ts";
import type { Intent } from "../view.ts";

export interface Notice {
  readonly title: string;
  readonly text: string;
}

export interface ApprovalWords {
  version(number: number): string;
  readonly toDecision: string;
  readonly toStanding: string;
  readonly footer: string;
  readonly head: {
    saves(member: string, amount: string): string;
    notMore(member: string): string;
    proposal(member: string, period: string): string;
    asked(person: Html, office: string, deputyFor: Html | undefined): Html;
  };
  readonly figures: {
    readonly share: string;
    readonly shareNote: string;
    readonly alone: string;
    readonly aloneNote: string;
    readonly saves: string;
    readonly more: string;
    note(percent: string): string;
  };
  readonly fair: {
    readonly head: string;
    total(joint: string, alone: string): string;
    readonly nobodyWorse: string;
    worse(names: string): string;
    key(name: Html): Html;
  };
  readonly picture: {
    readonly title: string;
    row(name: string, share: string, alone: string): string;
    readonly joint: string;
    readonly alone: string;
    own(name: string): string;
    readonly same: string;
    saves(percent: string): string;
    more(percent: string): string;
  };
  readonly table: {
    readonly summary: string;
    readonly label: string;
    readonly municipality: string;
    readonly mass: string;
    readonly alone: string;
    readonly share: string;
    readonly saves: string;
    readonly total: string;
  };
  readonly no: {
    readonly head: string;
    /** `more` than the share; undefined where it is not more. */
    alone(member: string, cost: string, more: string | undefined): string;
    readonly recomputed: string;
    others(member: string, count: number, cost: string): string;
    silence(deadline: string): string;
  };
  readonly check: {
    readonly head: string;
    text(week: string): string;
    readonly file: string;
    readonly agreement: string;
    readonly council: string;
  };
  readonly terms: {
    readonly period: string;
    readonly deadline: string;
    readonly limit: string;
    limitText(amount: string, member: string): string;
  };
  readonly decision: string;
  readonly early: {
    readonly head: string;
    text(until: string): string;
    readonly over: { readonly head: string; text(until: string): string };
    readonly choice: string;
    readonly note: string;
    readonly sent: string;
  };
  readonly closed: {
    readonly head: string;
    state(state: string): string;
    rejected(names: string): string;
    lapsed(names: string): string;
    next(version: number): string;
  };
  readonly expired: { readonly head: string; text(deadline: string, member: string): string };
  readonly superseded: {
    readonly head: string;
    lead(version: number): string;
    changes(member: string): string;
    until(deadline: string): string;
    left(member: string, cost: string): string;
  };
  readonly unknown: Notice & { readonly head: string; readonly help: string };
  readonly form: {
    readonly amount: string;
    amountHelp(member: string): string;
    readonly choices: Readonly<Record<Intent, string>>;
    readonly nothingYet: string;
  };
  readonly confirm: {
    readonly submit: Readonly<Record<Intent, string>>;
    readonly back: string;
    approves(member: Html, share: Html, version: number): Html;
    rejects(member: Html, share: Html, version: number): Html;
    readonly reason: string;
    readonly reasonHelp: string;
    readonly question: string;
    readonly questionHelp: string;
    askNote(member: string): string;
    signedIn(name: Html): Html;
    wrongAccount(name: string): string;
    readonly signInNeeded: string;
    readonly orSignIn: string;
    readonly signIn: string;
    readonly amountAgain: string;
    readonly code: string;
    codeHelp(to: string): string;
    readonly codeAgain: string;
    codesWait(until: string): string;
    readonly codeUndeliverable: string;
  };
  readonly questionSent: string;
  readonly throttled: { readonly title: string; text(until: string): string };
  readonly refused: Readonly<Record<"elsewhere" | "stale" | "form", Notice>>;
  readonly back: string;
  readonly voices: {
    readonly questions: string;
    readonly unanswered: string;
    dispatcher(moment: string): string;
    others(decided: number, all: number): string;
    who(name: string, role: ApproverRole): string;
    readonly decisions: Readonly<Record<Decision, string>>;
    readonly open: string;
  };
  readonly verdict: Readonly<Record<Decision, string>>;
  readonly receipt: {
    readonly mine: string;
    readonly decided: string;
    readonly once: string;
    readonly for: string;
    readonly share: string;
    readonly recordedOn: string;
    readonly reason: string;
    readonly number: string;
    readonly deputy: string;
    readonly qr: string;
    readonly qrHelp: string;
    readonly pdf: string;
    readonly file: string;
    readonly page: string;
  };
  readonly certificate: {
    title(receiptId: string): string;
    readonly eyebrow: string;
    readonly genuine: Notice;
    readonly altered: Notice;
    readonly rows: Readonly<
      Record<"municipality" | "recordedOn" | "agreement" | "state" | "number" | "proposalHash" | "entry", string>
    >;
    state(state: string): string;
    entry(seq: number): string;
    readonly selfHead: string;
    readonly self: string;
    keys(link: Html): Html;
    readonly unknown: Notice & { readonly head: string };
  };
}
