/** What the routes need done: the use cases, with their ports already in hand. */
import type {
  AskOutcome,
  AskQuestion,
  CodeOutcome,
  DecideOutcome,
  DecideQuestion,
  Refusal,
} from "../../functions/usecases/agreements/ballotActions.ts";
import type { BallotView, KnownBallot } from "../../functions/usecases/agreements/ballotView.ts";
import type { Language } from "../../domain/region/contacts.ts";
import type { Certificate } from "../../functions/usecases/agreements/certificate.ts";

export type AmountOutcome = { readonly kind: "right"; readonly view: KnownBallot } | Refusal;

interface Typed {
  readonly client: string;
  readonly version: number;
  readonly amount: string;
}

export interface ApprovalActions {
  read(secret: string): Promise<BallotView>;
  checkAmount(secret: string, typed: Typed): Promise<AmountOutcome>;
  requestCode(secret: string, typed: Typed): Promise<CodeOutcome>;
  decide(secret: string, question: DecideQuestion): Promise<DecideOutcome>;
  ask(secret: string, question: AskQuestion): Promise<AskOutcome>;
  /** The signed file; of a receipt for the link's own decision. */
  file(view: KnownBallot, kind: "agreement" | "receipt"): Promise<string>;
  /** A receipt is in the language; the others are German. */
  paper(view: KnownBallot, kind: "agreement" | "council" | "receipt", language: Language): Promise<Uint8Array>;
  /** Undefined for a receipt that does not exist. */
  certificate(receiptId: string): Promise<Certificate | undefined>;
}
