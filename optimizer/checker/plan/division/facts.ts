/** What a division rests on, gathered again from the plan and the region: for everybody, and for those who stay. */
import type { NearestKey } from "../../../../domain/sharing/keys.ts";
import { shareOfPoint, total } from "../../flow/facts.ts";
import { agsOf, type DivisionContext } from "../context.ts";
import { arrivalsByMember } from "../frame.ts";

/** All lists in the order of `players`; amounts are whole cents. */
export interface DivisionFacts {
  readonly players: readonly string[];
  readonly jointCents: number;
  readonly alone: readonly number[];
  /** By bitmask; empty without a table. */
  readonly values: readonly number[];
  /** Groups whose cost is known without a table, by their members' places. */
  readonly examined: readonly KnownGroup[];
  readonly massKg: readonly number[];
  readonly population: readonly number[];
  readonly roomLitres: readonly number[];
  readonly capacityShare: number;
  readonly nearestTo: NearestKey;
}

export interface KnownGroup {
  readonly members: readonly number[];
  readonly cost: number;
}

export function divisionFacts(context: DivisionContext): DivisionFacts {
  const { plan, region } = context;
  const { capacityShare, nearestTo = "tonnes" } = region.settings.allocation;
  const place = new Map(plan.game.players.map((ags, i) => [ags, i]));
  return {
    players: agsOf(plan),
    jointCents: plan.jointCostCents,
    alone: plan.municipalities.map((m) => m.standAloneCostCents),
    values: plan.game.values,
    examined: plan.game.examined.map(({ members, costCents }) => ({
      members: members.map((ags) => place.get(ags) ?? -1),
      cost: costCents,
    })),
    massKg: arrivalsByMember(context),
    population: region.municipalities.map((m) => m.population),
    roomLitres: agsOf(plan).map((ags) =>
      total(region.storages.map((s) => shareOfPoint(region, s.pointId, [ags]) * s.units * s.volumeLitres)),
    ),
    capacityShare,
    nearestTo,
  };
}

export function isIn(coalition: number, player: number): boolean {
  return Math.floor(coalition / 2 ** player) % 2 === 1;
}

/** Proper groups of which the cost is known: all with a table, else everybody alone and those examined. */
export function knownGroups({ values, examined, alone, players }: DivisionFacts): KnownGroup[] {
  if (values.length === 0) return [...alone.map((cost, i) => ({ members: [i], cost })), ...examined];
  const all = players.map((_, i) => i);
  return values.slice(1, -1).map((cost, s) => ({ members: all.filter((i) => isIn(s + 1, i)), cost }));
}

/** What all but one pay together; `undefined` when the plan does not say. */
export function costOfOthers({ values, examined, players }: DivisionFacts, player: number): number | undefined {
  if (values.length > 0) return values[values.length - 1 - 2 ** player];
  return examined.find(({ members }) => members.length === players.length - 1 && !members.includes(player))?.cost;
}

/** The facts of those who stay when one member stays away. */
export function factsOfOthers(facts: DivisionFacts, player: number, jointCents: number): DivisionFacts {
  const others = <T>(list: readonly T[]): T[] => [...list.slice(0, player), ...list.slice(player + 1)];
  return {
    ...facts,
    players: others(facts.players),
    jointCents,
    alone: others(facts.alone),
    values: facts.values.filter((_, coalition) => !isIn(coalition, player)),
    examined: facts.examined
      .filter(({ members }) => !members.includes(player) && members.length < facts.players.length - 1)
      .map(({ members, cost }) => ({ members: members.map((i) => (i < player ? i : i - 1)), cost })),
    massKg: others(facts.massKg),
    population: others(facts.population),
    roomLitres: others(facts.roomLitres),
  };
}
