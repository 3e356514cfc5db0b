/** Who has decided what. A member's consent is that of everyone its level asks; one refusal refuses. */
import * as z from "zod";
import { ApproverRole, type Agreement, type AgreementMember } from "./agreement.ts";
import { decidersOf } from "./level.ts";

export const DECISIONS = ["approved", "rejected"] as const;

export type Decision = (typeof DECISIONS)[number];

export const Ballot = z.strictObject({
  ags: z.string(),
  role: ApproverRole,
  decision: z.enum(DECISIONS),
  /** Who decided: the approver, or the deputy in their place. */
  contactId: z.string(),
  deputy: z.boolean(),
  /** What the approver typed and was shown, in cents. */
  amountCents: z.int(),
  /** Of a rejection. */
  reason: z.string().nullable(),
  /** RFC 3339 */
  at: z.string(),
});
export type Ballot = z.infer<typeof Ballot>;

export type Tally =
  | { readonly kind: "approved" }
  /** Names of members that rejected. */
  | { readonly kind: "refused"; readonly members: readonly string[] }
  /** Names of members who have not all decided. */
  | { readonly kind: "waiting"; readonly members: readonly string[] };

export type MemberConsent = "approved" | "rejected" | "waiting";

/** A role decides once: of two ballots of one role the earlier counts, and the store lets no second one in. */
export function consentOf({ ags, level }: AgreementMember, ballots: readonly Ballot[]): MemberConsent {
  const mine = ballots.filter((ballot) => ballot.ags === ags);
  if (mine.some(({ decision }) => decision === "rejected")) return "rejected";
  const decided = (role: ApproverRole): boolean => mine.some((ballot) => ballot.role === role);
  return decidersOf(level).every(decided) ? "approved" : "waiting";
}

export function tally({ members }: Agreement, ballots: readonly Ballot[]): Tally {
  const of = (consent: MemberConsent): string[] =>
    members.filter((member) => consentOf(member, ballots) === consent).map(({ name }) => name);
  const rejected = of("rejected");
  if (rejected.length > 0) return { kind: "refused", members: rejected };
  const waiting = of("waiting");
  return waiting.length > 0 ? { kind: "waiting", members: waiting } : { kind: "approved" };
}
