/**
 * What somebody can do on the approval page, and what comes of it. `secret` is the link's; `client` tells browsers apart (a hash
 * over the random value of a cookie), so that a scanner uses up nobody's tries but its own.
 *
 * amounts.ts: `checkAmount(ports, secret, {client, amount})`, the first step · codes.ts: `requestCode(ports, secret, {client,
 * amount})` → `CodeOutcome` · decide.ts: `decide(ports, secret, question)` → `DecideOutcome` · questions.ts: `ask(ports, secret,
 * question)` → `AskOutcome`. Sentences in outcomes are German; pages have their own for each `code`.
 */
import type { Principal } from "../../../domain/access.ts";
import type { Decision } from "../../../domain/agreement/ballot.ts";
import type { BallotReceipt, BallotView } from "./ballotView.ts";

/** How the person proves who they are. Which ways a level takes is in the view (`OpenBallot.identity`). */
export type IdentityProof =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "signIn"; readonly principal: Principal }
  /** Its signature was verified by the caller, over a challenge that held this hash. */
  | {
      readonly kind: "passkey";
      readonly credentialId: string;
      readonly contactId: string;
      readonly proposalSha256: string;
    };

export interface DecideQuestion {
  readonly client: string;
  /** Of the proposal that the form showed. */
  readonly version: number;
  readonly decision: Decision;
  /** As it was typed. */
  readonly amount: string;
  /** Of a rejection. 1 to `MOST_TEXT` characters. */
  readonly reason?: string;
  /** Absent when nothing was given. */
  readonly identity?: IdentityProof;
}

export const MOST_TEXT = 2000;

/** What can be wrong with what somebody enters. */
export type ProblemCode =
  | "amountUnreadable"
  | "amountWrong"
  | "reasonMissing"
  | "questionMissing"
  | "textTooLong"
  | "codeWrong"
  | "codeUsedUp"
  | "codeUsed"
  | "identityMissing"
  | "otherAccount"
  | "otherProposal"
  | "codeNotEnough";

/** Made by problems.ts. */
export interface ActionProblem {
  readonly field: "amount" | "reason" | "question" | "code" | "identity";
  readonly code: ProblemCode;
  /** Characters of a text that is too long; else 0. */
  readonly length: number;
  /** A sentence in German. */
  readonly cause: string;
}

/** What is in the way of any action; `view` is what the page now shows. */
export type Refusal =
  | { readonly kind: "unknown" }
  /** The link is dead, the version is another one, or the vote is over. */
  | { readonly kind: "closed"; readonly view: BallotView }
  /** Too many misses in this browser. Others are not held up. */
  | { readonly kind: "throttled"; readonly until: string; readonly view: BallotView }
  /** Everything that is wrong at once; nothing was written. */
  | { readonly kind: "problems"; readonly problems: readonly ActionProblem[]; readonly view: BallotView };

export type DecideOutcome =
  | { readonly kind: "decided"; readonly receipt: BallotReceipt }
  /** This role has decided before, here or in another tab, or the deputy has. */
  | { readonly kind: "already"; readonly receipt: BallotReceipt }
  | Refusal;

export type CodeOutcome =
  /** `again`: one was sent a moment ago, and it still holds. */
  | { readonly kind: "sent"; readonly to: string; readonly minutesValid: number; readonly again: boolean }
  /** There is no second address, or the level takes no code. */
  | { readonly kind: "notOffered" }
  /** So many were sent for this link that the next must wait. */
  | { readonly kind: "wait"; readonly until: string }
  | Refusal;

export interface AskQuestion {
  readonly client: string;
  readonly version: number;
  /** 1 to `MOST_TEXT` characters. */
  readonly text: string;
  readonly amount: string;
  /** As for a decision: what a mail scanner or the reader of a forwarded mail writes must not reach anybody. */
  readonly identity?: IdentityProof;
}

export type AskOutcome = { readonly kind: "asked"; readonly questionId: string } | Refusal;
