/**
 * Proofs about a division of costs, as they are stored: fractions as text `"a/b"`, coalitions as bitmasks (bit `i` is
 * player `i`). All in cost form: a profit game `v` is the cost game `c = −v` and its shares are negated payoffs.
 * docs/certificates.md says what each proves.
 */
import * as z from "zod";

const Rational = z.string().regex(/^-?\d+(\/[1-9]\d*)?$/);
const Coalition = z
  .int()
  .min(0)
  .max(2 ** 30 - 1);
/** What a coalition's excess `x(S) − c(S)` is divided by: 1, or its number of members. */
const Measure = z.enum(["excess", "perCapita"]);

const Weighted = { coalitions: z.array(Coalition), weights: z.array(Rational) };

export const NucleolusProof = z.object({
  measure: Measure,
  /** No share may exceed the stand-alone cost: the nucleolus; without: the prenucleolus. */
  capped: z.boolean(),
  shares: z.array(Rational),
  levels: z.array(
    z.object({
      excess: Rational,
      ...Weighted,
      cappedPlayers: z.array(z.int().min(0)),
      cappedWeights: z.array(Rational),
    }),
  ),
});

export const CoreProof = z.discriminatedUnion("empty", [
  z.object({ empty: z.literal(true), ...Weighted, balancedCost: Rational }),
  z.object({ empty: z.literal(false), shares: z.array(Rational) }),
]);

export const LeastCoreProof = z.object({ measure: Measure, epsilon: Rational, ...Weighted, shares: z.array(Rational) });

export type NucleolusProof = z.infer<typeof NucleolusProof>;
export type CoreProof = z.infer<typeof CoreProof>;
export type LeastCoreProof = z.infer<typeof LeastCoreProof>;
