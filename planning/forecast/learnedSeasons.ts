/** Seasons of a region as its own weighbridge tickets show them, once there are two years of them; until then as assumed. */
import { MONTHS, type Season } from "../../domain/region/places.ts";
import type { Region } from "../../domain/region/tables.ts";
import { learnedProfile } from "../../optimizer/forecast/index.ts";
import { groupBy, indexBy } from "../lookup.ts";

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/**
 * What is taken away follows what came by days or weeks; all storages of a season together, the months show when it came.
 *
 * @param before a date; only whole months before it count
 */
export function learnedSeasons({ seasons, storages, weighings }: Region, before: string): Season[] {
  const seasonOf = indexBy(storages, ({ id }) => id);
  const bySeason = groupBy(weighings, ({ storageId }) => seasonOf.get(storageId)?.seasonId ?? "");
  return seasons.map((season) => {
    const months = new Map<number, number>();
    for (const { weighedAt, netKg } of bySeason.get(season.id) ?? []) {
      const month = monthOf(weighedAt);
      months.set(month, (months.get(month) ?? 0) + netKg);
    }
    const assumed = MONTHS.map((month) => season[month] / 100);
    const parts = learnedProfile(months, assumed, monthOf(before) - 1);
    if (parts === null) return season;
    return { ...season, ...Object.fromEntries(MONTHS.map((month, i) => [month, 100 * parts[i]!])) };
  });
}
