/**
 * What a plan carries beside the shares of a rule that was found by an engine, so that anybody can check it without one.
 * Amounts are cents before rounding; groups are named by their members. docs/certificates.md says what each proves.
 */
import * as z from "zod";
import { LeastCoreProof, NucleolusProof } from "./certificate.ts";

/** A group with the weight at which its claim counts. */
const WeightedGroup = z.strictObject({ members: z.array(z.string()), weight: z.number().positive() });

const Stable = {
  shares: z.array(z.number()).describe("one per player, in cents before rounding"),
  groups: z.array(WeightedGroup).describe("their claims prove that no stable shares do better"),
  leastCore: LeastCoreProof.nullable().describe(
    "null where no group has to pay more than alone; else the least that must be",
  ),
};

export const RuleProof = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nucleolus"), nucleolus: NucleolusProof }),
  z.strictObject({
    kind: z.literal("nearest"),
    ...Stable,
    movedCents: z.number().describe("half the sum of all changes against the key"),
  }),
  z.strictObject({
    kind: z.literal("equalProfit"),
    ...Stable,
    spread: z.number().describe("largest difference of share over stand-alone cost"),
  }),
]);
export type RuleProof = z.infer<typeof RuleProof>;
