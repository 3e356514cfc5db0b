/** What a rule gives: shares, or why there are none. Never `null`, never an exception for a game that is merely awkward. */
import type { Fraction } from "../exact/fraction.ts";
import type { NucleolusCertificate } from "../nucleolus/certificate.ts";

/** Why a rule has no answer for this game. */
export type UndefinedReason =
  /** tau, cost gap: the upper and lower values do not enclose the cost (not quasi-balanced). */
  | "notQuasiBalanced"
  /** SCRB: nobody gains over the separable cost, so there is nothing to weigh by. */
  | "noSeparableBenefit"
  /** Nucleolus: the stand-alone costs together do not cover the joint cost, so nobody's cap can hold. */
  | "noImputation"
  /** Relative rules: a stand-alone cost is not above 0. */
  | "standAloneNotPositive"
  /** Weights are missing, negative, or all 0. */
  | "weightsUnusable"
  /** Caps, floors and the minimum saving cannot all hold together with stability. */
  | "boundsContradict"
  /** Owen: the joint programme cannot be met, or its cost has no bottom. */
  | "programmeUnsolvable"
  /** A coalition must be proper: with one player there is none. */
  | "onePlayer";

export type DataNeeded = "tonnes" | "inhabitants" | "room" | "lpGame" | "target" | "solver";

export interface Allocated {
  readonly status: "allocated";
  /** One per player, in the sign of the game: costs to pay, or payoffs. */
  readonly allocation: readonly number[];
  /** The same without rounding, where it was settled exactly. */
  readonly exact?: readonly Fraction[];
  readonly certificate?: NucleolusCertificate;
  /** What the shares were chosen from, for rules that choose inside the core. */
  readonly within?: "core" | "leastCore";
  /** Range of each share over all solutions that are as good (Owen). */
  readonly ranges?: readonly (readonly [low: number, high: number])[];
  /** The rule's own figure: EPM's f, the euros moved by `nearestStable`. */
  readonly measure?: number;
}

export type RuleOutcome =
  | Allocated
  | { readonly status: "undefined"; readonly reason: UndefinedReason }
  | { readonly status: "needsData"; readonly needs: readonly DataNeeded[] };

export function allocated(allocation: readonly number[]): RuleOutcome {
  return { status: "allocated", allocation };
}

export function undefinedBecause(reason: UndefinedReason): RuleOutcome {
  return { status: "undefined", reason };
}
