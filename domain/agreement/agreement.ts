/**
 * A proposal of how members share a cost, with everything somebody who approves it must be able to see and check. A changed
 * proposal is a new version with another hash; what was approved is never changed.
 */
import * as z from "zod";
import { AllocationRule } from "../sharing/keys.ts";

const cents = z.int();
const kg = z.int().min(0);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Moment = z.iso.datetime({ offset: true });

/**
 * What kind of consent an agreement needs of a member. L0: notice, a weekly plan inside the frame. L1: release by the mayor.
 * L2: by mayor and finance, above the value limit. L3: a commitment on paper, by the council (KGG Saarland § 18, KSVG § 62).
 */
export const LEVELS = ["L0", "L1", "L2", "L3"] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** Who decides for a member. */
export const APPROVER_ROLES = ["mayor", "finance"] as const;
export const ApproverRole = z.enum(APPROVER_ROLES);
export type ApproverRole = z.infer<typeof ApproverRole>;

/** Who reads a proposal: who decides, and the administration, which may comment. */
export const ReaderRole = z.enum([...APPROVER_ROLES, "admin"]);
export type ReaderRole = z.infer<typeof ReaderRole>;

export const Approver = z.strictObject({
  role: ApproverRole,
  contactId: z.string().min(1),
  /** Row of contacts.csv who decides in the approver's place; has a link of its own and no deputy. */
  deputyContactId: z.string().min(1).optional(),
});
export type Approver = z.infer<typeof Approver>;

export const AgreementMember = z.strictObject({
  ags: z.string().regex(/^\d{8}$/),
  name: z.string().min(1),
  forecastKg: kg,
  standAloneCostCents: cents,
  shareCents: cents,
  /** The member pays no more than this, whatever comes; at most what it would pay alone. */
  guaranteeCents: cents,
  /** Up to here the mayor may release alone. */
  valueLimitCents: cents.min(0),
  level: Level,
  approvers: z.array(Approver),
});
export type AgreementMember = z.infer<typeof AgreementMember>;

/** The split that stands ready if one member says no or nothing. */
export const Fallback = z.strictObject({
  withoutAgs: z.string(),
  jointCostCents: cents,
  shares: z.record(z.string(), cents),
});
export type Fallback = z.infer<typeof Fallback>;

/** Names the agreement that a notice rests on; the hash is over its canonical JSON. */
export const FrameReference = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  sha256: Sha256,
});
export type FrameReference = z.infer<typeof FrameReference>;

/** Nobody shares with themselves. */
export const FEWEST_MEMBERS = 2;

export const AGREEMENT_KINDS = ["week", "period", "frame"] as const;

export const Agreement = z.strictObject({
  schema: z.literal("gruenverbund/agreement/1"),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  version: z.int().min(1),
  /** week: a plan inside the frame; period: a settlement period inside it; frame: new frame, member or method. */
  kind: z.enum(AGREEMENT_KINDS),
  region: z.string(),
  regionName: z.string(),
  period: z.strictObject({ firstWeek: z.string(), lastWeek: z.string() }),
  rule: AllocationRule,
  jointCostCents: cents,
  members: z.array(AgreementMember).min(FEWEST_MEMBERS),
  fallbacks: z.array(Fallback),
  /** Of a week with members at L0: the agreement in force inside which they stay. */
  frame: FrameReference.optional(),
  /** The run whose checked plan the figures come from, and the hash of its input. */
  plan: z.strictObject({ week: z.string(), run: z.string(), inputsSha256: Sha256 }),
  /** Until then administration and finance may comment before mayors are asked. */
  commentUntil: Moment,
  /** Who has said nothing by then has not approved. */
  deadline: Moment,
  createdAt: Moment,
});
export type Agreement = z.infer<typeof Agreement>;
