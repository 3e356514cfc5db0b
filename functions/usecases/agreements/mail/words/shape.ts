/** What every language has to say in the mails of an approval. A text that is missing is a type error. */
import type { Level, ReaderRole } from "../../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../../domain/agreement/ballot.ts";

/** How a vote ended. */
export type Result = "approved" | "refused" | "lapsed" | "inForce";

export interface AgreementWords {
  greeting(name: string): string;
  fromTo(first: string, last: string): string;
  moment(date: string, clock: string): string;
  readonly figures: { readonly share: string; readonly alone: string; readonly saving: string };
  readonly roles: Readonly<Record<ReaderRole, string>>;
  deadline(moment: string): string;
  deputy(name: string): string;
  readonly open: string;
  /** What the level asks of who decides. */
  readonly levels: Readonly<Record<Level, string>>;
  readonly safety: string;
  readonly silence: string;
  readonly invitation: {
    subject(period: string, share: string): string;
    title(period: string): string;
    lead(region: string, period: string, member: string): string;
  };
  readonly reminder: {
    left(workingDays: number): string;
    subject(left: string, period: string): string;
    title(left: string): string;
    lead(region: string, period: string, member: string): string;
    readonly escalated: string;
  };
  readonly changed: {
    subject(period: string, version: number): string;
    title(version: number): string;
    lead(region: string, period: string, before: number): string;
    readonly head: string;
    share(before: string, now: string): string;
    alone(before: string, now: string): string;
    jointCost(before: string, now: string): string;
    deadline(before: string, now: string): string;
    readonly period: string;
    readonly rule: string;
    left(name: string): string;
    joined(name: string): string;
    readonly nothing: string;
  };
  readonly receipt: {
    readonly verdict: Readonly<Record<Ballot["decision"], string>>;
    subject(verdict: string, period: string): string;
    title(verdict: string): string;
    lead(verdict: string, member: string, amount: string, moment: string): string;
    readonly reason: string;
    readonly verify: string;
    hash(sha256: string): string;
    readonly notYou: string;
  };
  readonly result: {
    readonly subject: Readonly<Record<Result, (period: string) => string>>;
    readonly lead: Readonly<Record<Result, (region: string, period: string, names: string) => string>>;
    readonly next: Readonly<Record<Result, string>>;
    readonly fallback: string;
    /** Fewer than two stay. */
    readonly tooFew: string;
  };
  readonly information: {
    subject(period: string, until: string): string;
    readonly title: string;
    lead(region: string, period: string, member: string): string;
    comment(until: string): string;
    readonly open: string;
    after(deadline: string): string;
  };
  readonly notice: { subject(period: string): string; lead(region: string, period: string, member: string): string };
  readonly code: {
    subject(period: string): string;
    readonly title: string;
    lead(period: string): string;
    valid(minutes: number): string;
    readonly notYou: string;
  };
  readonly alert: { readonly member: string; readonly role: string; readonly deadline: string };
  readonly undeliverable: {
    subject(addressee: string, member: string): string;
    readonly title: string;
    lead(addressee: string, period: string): string;
    readonly cause: string;
    readonly todoHead: string;
    readonly call: string;
    readonly correct: string;
    deputy(name: string): string;
    readonly noDeputy: string;
  };
  readonly notProposed: {
    subject(period: string): string;
    readonly title: string;
    lead(region: string, period: string): string;
    readonly causeHead: string;
    missing(role: string, member: string): string;
    readonly enter: string;
    readonly correct: string;
    propose(call: string): string;
  };
  readonly comment: {
    subject(member: string, period: string): string;
    readonly title: string;
    lead(from: string, role: string, member: string): string;
  };
  readonly question: {
    subject(member: string, period: string): string;
    readonly title: string;
    lead(from: string, role: string, member: string): string;
    readonly unchecked: string;
  };
  /** Wrong amounts. */
  readonly guessing: Tries;
  /** More one-time codes than are sent in an hour. */
  readonly codes: Tries;
}

/** What somebody tries at a link, told to the dispatcher. */
interface Tries {
  subject(member: string): string;
  readonly title: string;
  lead(count: number, member: string, period: string): string;
  readonly meaning: string;
}
