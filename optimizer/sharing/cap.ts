/** The never-worse guarantee: nobody pays more than alone. */
import { distributeCents } from "../../domain/money.ts";

/** `noSaving`: even the stand-alone costs together do not cover the total, so somebody would have to pay more than alone. */
export type CapOutcome =
  | { readonly status: "capped"; readonly shares: number[]; readonly capped: number[] }
  | { readonly status: "noSaving"; readonly missingCents: number };

/**
 * Cuts every share above the stand-alone cost to it; the others carry what is missing in proportion to their room below
 * their own stand-alone cost.
 *
 * One pass is enough: what is missing never exceeds the room of all, so a part in proportion never exceeds one's own
 * room, and neither does that part rounded up to a whole cent, the room being whole.
 *
 * @param shares whole cents, summing to `totalCents`
 * @param standAlone whole cents, one per player
 * @returns shares that sum to `totalCents`, and the indices of the players whose share was cut, ascending
 * @throws RangeError when the shares do not sum to the total or an amount is not whole
 */
export function capAtStandAlone(
  shares: readonly number[],
  standAlone: readonly number[],
  totalCents: number,
): CapOutcome {
  requireWhole(shares, standAlone, totalCents);
  const affordable = sum(standAlone);
  if (affordable < totalCents) return { status: "noSaving", missingCents: totalCents - affordable };
  const capped = shares.map((_, i) => i).filter((i) => shares[i]! > standAlone[i]!);
  if (capped.length === 0) return { status: "capped", shares: [...shares], capped };
  const cut = sum(capped.map((i) => shares[i]! - standAlone[i]!));
  const room = shares.map((share, i) => Math.max(0, standAlone[i]! - share));
  const carried = distributeCents(cut, room);
  return { status: "capped", shares: shares.map((share, i) => Math.min(share, standAlone[i]!) + carried[i]!), capped };
}

function requireWhole(shares: readonly number[], standAlone: readonly number[], totalCents: number): void {
  if (shares.length !== standAlone.length)
    throw new RangeError("shares and stand-alone costs must name the same players");
  if (![...shares, ...standAlone, totalCents].every(Number.isSafeInteger))
    throw new RangeError("amounts must be whole cents");
  if (sum(shares) !== totalCents) throw new RangeError(`the shares sum to ${sum(shares)}, not to ${totalCents}`);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0);
}
