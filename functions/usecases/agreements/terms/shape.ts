/** What every language calls the things of an agreement. A text that is missing is a type error. */
import type { Agreement, Level, ReaderRole } from "../../../../domain/agreement/agreement.ts";
import type { AgreementState } from "../../../../domain/agreement/stateMachine.ts";
import type { ProblemCode } from "../ballotActions.ts";

/** A name, as a label, and what it means in one sentence. */
export interface Explained {
  readonly name: string;
  readonly sentence: string;
}

export interface Terms {
  /** As a label. */
  readonly roles: Readonly<Record<ReaderRole, string>>;
  /** Whose office: `Bürgermeister/in Bergheim`. */
  office(role: ReaderRole, memberName: string): string;
  /** What a level means for who decides. */
  readonly levels: Readonly<Record<Level, Explained>>;
  /** Ends a sentence that begins with "The proposal is". */
  readonly states: Readonly<Record<AgreementState, string>>;
  readonly rules: Readonly<Record<Agreement["rule"], Explained>>;
  /** What is wrong and what to do, never with a figure of the proposal. `length` of what was written, where that is the fault. */
  readonly problems: Readonly<Record<ProblemCode, (length: number) => string>>;
}
