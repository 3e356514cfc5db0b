/**
 * The proof that shares are the nucleolus, checkable with fractions alone (optimizer/checker/sharing does).
 *
 * It is Kohlberg's criterion in the form of linear duality. Let `V` be the span of N and of the coalitions settled so
 * far. At each level the coalitions outside `V` with the largest excess (per capita: excess divided by size) carry
 * weights above 0 whose weighted sum lies in `V`; nobody can lower that excess then without raising another, so these
 * coalitions are settled too. When `V` is everything, no other shares are left.
 *
 * With caps, `x_i` may not rise above one's cap: a member who pays exactly the cap may carry weight as well, and is settled.
 *
 * Sources: E. Kohlberg, On the nucleolus of a characteristic function game, 1971, DOI 10.1137/0120009; M. Guajardo and
 * K. Jörnsten, Common mistakes in computing the nucleolus, 2015, DOI 10.1016/j.ejor.2014.10.037; T.-D. Nguyen and
 * L. Thomas, Finding the nucleoli of large cooperative games, 2016, DOI 10.1016/j.ejor.2015.08.017.
 */
import type { Fraction } from "../exact/fraction.ts";

export type Measure = "excess" | "perCapita";

export interface CertificateLevel {
  /** The largest excess (per capita where so measured) among coalitions not settled before. */
  readonly excess: Fraction;
  /** Bitmasks, and above 0 the weight of each. */
  readonly coalitions: readonly number[];
  readonly weights: readonly Fraction[];
  /** Members whose cap binds, and above 0 the weight of each. */
  readonly cappedPlayers: readonly number[];
  readonly cappedWeights: readonly Fraction[];
}

export interface NucleolusCertificate {
  readonly measure: Measure;
  /** Members may not pay more than alone: the nucleolus; without: the prenucleolus. */
  readonly capped: boolean;
  /** Shares in cost form (profit games: negated payoffs). */
  readonly shares: readonly Fraction[];
  readonly levels: readonly CertificateLevel[];
}

/**
 * Whether the core is empty, provable either way. Empty: weights with `Σ_{S∋i} w_S = 1` for every player and
 * `Σ w_S c(S) < c(N)`: these groups together would pay less. Not empty: shares that nobody can object to.
 *
 * Sources: O. N. Bondareva 1963; L. S. Shapley, On balanced sets and cores, 1967, DOI 10.1002/nav.3800140404.
 */
export type CoreCertificate =
  | {
      readonly empty: true;
      readonly coalitions: readonly number[];
      readonly weights: readonly Fraction[];
      /** `Σ w_S c(S)` in cost form, below `c(N)`. */
      readonly balancedCost: Fraction;
    }
  | { readonly empty: false; readonly shares: readonly Fraction[] };

/** `x(S) ≤ c(S) + ε·w(S)` cannot hold for a smaller ε: `ε = μ·c(N) − Σ λ_S c(S)`, with `Σ_{S∋i} λ_S = μ` and `Σ λ_S w(S) = 1`. */
export interface LeastCoreCertificate {
  readonly measure: Measure;
  readonly epsilon: Fraction;
  readonly coalitions: readonly number[];
  readonly weights: readonly Fraction[];
  /** A point that reaches it, in cost form. */
  readonly shares: readonly Fraction[];
}
