/** The nearest stable split of a group without a table: stable against the coalitions that were examined, and no more. */
import type { LpSolver } from "../../lp/index.ts";
import type { ExaminedCoalition } from "../blocking.ts";
import { openExcessProgram } from "../nucleolus/excessProgram.ts";
import type { Separator } from "../nucleolus/separator.ts";
import { nearestShares, type NearestSplit } from "./nearest.ts";

/** Above this part of the joint cost, the largest excess that nobody can lower counts as such. */
const POSITIVE = 1e-9;

/**
 * @param examined proper coalitions, every member alone among them
 * @param target the key's shares, summing to the joint cost
 * @returns `null` when under every split one of the coalitions pays more than on its own
 */
export function nearestAmong(
  solver: LpSolver,
  jointCost: number,
  examined: readonly ExaminedCoalition[],
  target: readonly number[],
): NearestSplit | null {
  const separator = listSeparator(jointCost, examined, target.length);
  const program = openExcessProgram(separator, solver, { measure: "excess" });
  try {
    if (program.minimise().epsilon > POSITIVE * separator.scale) return null;
  } finally {
    program.dispose();
  }
  const open = target.map(() => Infinity);
  return nearestShares(separator, solver, 0, { lower: open.map((limit) => -limit), upper: open }, target);
}

function listSeparator(jointCost: number, examined: readonly ExaminedCoalition[], players: number): Separator {
  const cuts = examined.map(({ members, cost }, id) => ({ id, members, cost }));
  return {
    players,
    jointCost,
    scale: examined.reduce((most, { cost }) => Math.max(most, Math.abs(cost)), Math.abs(jointCost)) || 1,
    standAlone: Array.from({ length: players }, (_, i) => {
      const alone = cuts.find(({ members }) => members.length === 1 && members[0] === i);
      if (alone === undefined) throw new RangeError(`player ${i} alone was not examined`);
      return alone.cost;
    }),
    initial: () => cuts,
    above: () => [],
  };
}
