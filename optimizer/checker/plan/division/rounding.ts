/** From proven shares to cents, and the cap at the stand-alone cost. docs/model.md, "Shares". */
import { distributeCents } from "../../../../domain/money.ts";
import { total } from "../../flow/facts.ts";
import { knownGroups, type DivisionFacts } from "./facts.ts";

const MILLION = 1_000_000;

/**
 * Whole cents: floors, a cent more for the largest remainders; then, while the worst group pays more than on its own and
 * by no more cents than there are members, a cent goes from its member furthest above the proven share to the member
 * outside furthest below it whose cap leaves room. Ties to the earlier; at most four times as many steps as members.
 */
export function toCents(exact: readonly number[], facts: DivisionFacts): number[] {
  const grains = exact.map((share) => Math.round(share * MILLION));
  const cents = grains.map((grain) => Math.floor(grain / MILLION));
  const order = grains.map((_, i) => i).sort((a, b) => rest(grains[b]!) - rest(grains[a]!) || a - b);
  for (const i of order.slice(0, Math.max(0, facts.jointCents - total(cents)))) cents[i]! += 1;
  const groups = knownGroups(facts);
  const above = (i: number) => cents[i]! * MILLION - grains[i]!;
  for (let step = 0; step < 4 * cents.length; step++) {
    let [worst, excess] = [-1, 0];
    groups.forEach(({ members, cost }, g) => {
      let more = -cost;
      for (const i of members) more += cents[i]!;
      if (more > excess) [worst, excess] = [g, more];
    });
    if (worst < 0 || excess > cents.length) break;
    let [from, to] = [-1, -1];
    cents.forEach((share, i) => {
      if (groups[worst]!.members.includes(i)) {
        if (from < 0 || above(i) > above(from)) from = i;
      } else if (share < facts.alone[i]! && (to < 0 || above(i) < above(to))) to = i;
    });
    if (from < 0 || to < 0) break;
    cents[from]! -= 1;
    cents[to]! += 1;
  }
  return cents;
}

function rest(grain: number): number {
  return grain - MILLION * Math.floor(grain / MILLION);
}

/** What is above the stand-alone cost is cut and carried by the others by their room below theirs. */
export function capped(
  key: readonly number[],
  { alone, players }: DivisionFacts,
): { shares: number[]; capped: string[] } {
  const over = key.map((share, i) => Math.max(0, share - alone[i]!));
  const room = key.map((share, i) => Math.max(0, alone[i]! - share));
  const carried = distributeCents(total(over), room);
  const shares = key.map((share, i) => share - over[i]! + (total(over) > 0 ? carried[i]! : 0));
  return { shares, capped: players.filter((_, i) => over[i]! > 0) };
}
