/** What the approval page shows. Everything in it is text or figures; the renderers escape all of it. */
import type { Agreement, AgreementMember, ApproverRole, ReaderRole } from "../../domain/agreement/agreement.ts";
import type { Ballot } from "../../domain/agreement/ballot.ts";
import type { AgreementState } from "../../domain/agreement/stateMachine.ts";

export interface Asked {
  readonly agreement: Agreement;
  readonly member: AgreementMember;
  readonly role: ReaderRole;
  /** Name of who was asked. */
  readonly person: string;
  /** In whose place. */
  readonly deputyFor?: string;
  /** SHA-256 over the canonical JSON of the proposal. */
  readonly proposalSha256: string;
  /** Path of the page, with the link's secret: `/a/…`. */
  readonly path: string;
  readonly questions?: readonly AskedQuestion[];
  /** What in the region's data is made up. */
  readonly synthetic?: string | null;
  /** Everybody else whose decision is needed. */
  readonly others?: readonly OtherVoice[];
}

export interface AskedQuestion {
  readonly from: string;
  readonly memberName: string;
  readonly at: string;
  readonly text: string;
  readonly answer: { readonly at: string; readonly text: string } | null;
}

export interface OtherVoice {
  readonly name: string;
  readonly role: ApproverRole;
  readonly decision: "approved" | "rejected" | null;
}

export interface Decided {
  readonly ballot: Ballot;
  /** Opens the public page `/pruefen/{receiptId}`. */
  readonly receiptId: string;
  /** How whoever decided proved who they are. */
  readonly identity?: "code" | "signIn" | "passkey";
  /** Which one, where it was a passkey and that is known. */
  readonly passkeyOf?: { readonly name: string | null; readonly createdAt: string };
  readonly verifyUrl: string;
}

export type Standing =
  /** `told`: what has just been done. */
  | { readonly kind: "open"; readonly told?: string }
  /** Nobody decides through this link: administration and finance comment, or could until voting began. */
  | { readonly kind: "early"; readonly comment: "open" | "over"; readonly told?: string }
  /** `again`: somebody tried to decide a second time. */
  | { readonly kind: "decided"; readonly decided: Decided; readonly again: boolean; readonly mine: boolean }
  /** `against`: names of members who refused or said nothing; `next`: the version that took the place. */
  | {
      readonly kind: "closed";
      readonly state: AgreementState;
      readonly against?: readonly string[];
      readonly next?: number | null;
    }
  | { readonly kind: "expired" }
  | { readonly kind: "superseded"; readonly now: Agreement };

/** How the person may prove who they are. */
export interface Identity {
  /** Where a code can be sent, shortened: `k…@gemeinde.example`. */
  readonly codeTo?: string;
  /** Signed in with the right account. */
  readonly signedInAs?: string;
  /** Signed in with an account that is not theirs. */
  readonly wrongAccount?: string;
  /** Address of the sign-in that comes back here. */
  readonly signInUrl?: string;
}

export type Intent = "approve" | "reject" | "ask";

/** What is said at a field; sentences in the language of the page. */
export interface Misses {
  readonly amount?: string;
  readonly reason?: string;
  readonly code?: string;
  readonly identity?: string;
  readonly question?: string;
}
