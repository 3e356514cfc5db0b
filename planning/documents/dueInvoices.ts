/**
 * Which invoices a settlement leads to, corrections included: the first of two members for what one owes the other, and for each
 * correction that changes what stands on it a corrected invoice (384) that takes its place.
 */
import type { Settlement } from "../../domain/settlement/settlement.ts";
import { claimsOf, linesOf, type Claim } from "./invoices.ts";

export interface DueInvoice {
  /** 0: of the closing; else the number of the correction. */
  readonly correction: number;
  readonly claim: Claim;
  readonly typeCode: "380" | "384";
  /** Of which correction the one is that it takes the place of. */
  readonly corrects?: number;
}

/**
 * @param states the settlement as it was closed, then as each correction left it
 * @returns in the order of states, sellers and buyers; a claim that a correction ended is one of 0 without parts
 */
export function dueInvoices(states: readonly Settlement[]): DueInvoice[] {
  const last = new Map<string, { readonly correction: number; readonly lines: string }>();
  return states.flatMap((settlement, correction) => {
    const claims = claimsOf(settlement);
    const now = new Set(claims.map(pairOf));
    const ended = [...last.keys()].filter((pair) => !now.has(pair)).map(endedClaim);
    return [...claims, ...ended].flatMap((claim): DueInvoice[] => {
      const before = last.get(pairOf(claim));
      const lines = JSON.stringify(linesOf(claim));
      if (before?.lines === lines) return [];
      last.set(pairOf(claim), { correction, lines });
      return [
        before === undefined
          ? { correction, claim, typeCode: "380" }
          : { correction, claim, typeCode: "384", corrects: before.correction },
      ];
    });
  });
}

const pairOf = ({ sellerAgs, buyerAgs }: Pick<Claim, "sellerAgs" | "buyerAgs">): string => `${sellerAgs} ${buyerAgs}`;

function endedClaim(pair: string): Claim {
  const [sellerAgs = "", buyerAgs = ""] = pair.split(" ");
  return { sellerAgs, buyerAgs, cents: 0, parts: [] };
}
