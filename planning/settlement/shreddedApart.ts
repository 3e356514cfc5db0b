/**
 * Shredding and weighing do not fall into the same period: what is shredded may lie for weeks. What every group would have paid is
 * reckoned on weighed tonnes, so that the difference is set apart and counts the same together and alone; no saving is made of it.
 */
import type { CostItem, SettledTicket } from "../../domain/settlement/settlement.ts";
import { groupBy } from "../lookup.ts";
import { partsAt, sumParts, sum } from "./attribute.ts";
import type { SettledWeek } from "./unloadings.ts";

/**
 * Cents by member, in the order of the region: work on material that is still there counts for it, machine hours for material that
 * was shredded before the period count against it.
 *
 * @param items those of the line `shredding`
 */
export function shreddedApart(
  weeks: readonly SettledWeek[],
  items: readonly CostItem[],
  tickets: readonly SettledTicket[],
): number[] {
  const { region } = weeks[0]!;
  const ags = region.municipalities.map((m) => m.ags as string);
  const visits = weeks.flatMap(({ plan }) => plan.shredderVisits);
  const visited = new Map(
    [...groupBy(visits, (v) => v.pointId)].map(([point, list]) => [point, sum(list.map((v) => v.massKg))]),
  );
  const weighed = new Map<string, number>();
  for (const lot of tickets.filter(({ refused }) => !refused).flatMap(({ lots }) => lots))
    if (lot.form === "shredded") weighed.set(lot.pointId, (weighed.get(lot.pointId) ?? 0) + lot.weighedKg);
  const left = (point: string): number => Math.max(0, (visited.get(point) ?? 0) - (weighed.get(point) ?? 0));
  const allVisited = sum([...visited.values()]);
  const allLeft = sum([...visited.keys()].map(left));
  const partLeft = ({ id }: CostItem): number => {
    const point = [...visited.keys()].find((one) => id.includes(`/${one}/`));
    return point === undefined ? allLeft / Math.max(1, allVisited) : left(point) / Math.max(1, visited.get(point)!);
  };
  const still = items.map((item) =>
    item.parts.map(({ ags: one, value }) => ({ ags: one, value: Math.round(value * partLeft(item)) })),
  );
  const rate = Math.min(...region.shredders.map((one) => one.centsPerHour / one.tonnesPerHour / 1000));
  const before = [...weighed].flatMap(([point, kg]) => {
    const early = Math.max(0, kg - (visited.get(point) ?? 0));
    return early === 0 || !Number.isFinite(rate) ? [] : [partsAt(region, point, -Math.round(early * rate))];
  });
  return sumParts(ags, [...still, ...before]);
}
