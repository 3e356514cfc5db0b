/** Whose material it is: by the agreed shares of the point, in whole kilograms and cents that sum exactly. */
import { distributeCents } from "../../domain/money.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { Part } from "../../domain/settlement/settlement.ts";
import { pointShares } from "../flow/buildFlowProblem.ts";

/** Parts of a whole number by weights; who has no part is left out, unless nobody has. */
export function partsOf(value: number, ags: readonly string[], weights: readonly number[]): Part[] {
  const parts = distributeCents(value, weights);
  const all = ags.map((one, i) => ({ ags: one, value: parts[i]! }));
  const some = all.filter((_, i) => weights[i]! > 0);
  return some.length === 0 ? all.filter((part) => part.value !== 0) : some;
}

/** By the shares of a point. */
export function partsAt(region: Region, pointId: string, value: number): Part[] {
  return partsOf(
    value,
    region.municipalities.map((m) => m.ags),
    pointShares(region, pointId),
  );
}

/** Adds up parts, in the order of `ags`. */
export function sumParts(ags: readonly string[], lists: readonly (readonly Part[])[]): number[] {
  const place = new Map(ags.map((one, i) => [one, i]));
  const sums = ags.map(() => 0);
  for (const list of lists) for (const part of list) sums[place.get(part.ags)!]! += part.value;
  return sums;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
