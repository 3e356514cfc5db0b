/** Which learned densities a plan reckons with, and how its readers are told. */
import { formatNumber } from "../../domain/money.ts";
import type { UsedDensity } from "../../domain/plan/flowPlan.ts";
import type { Form } from "../../domain/region/common.ts";
import { storedStreams } from "../../domain/region/densities.ts";
import type { Region } from "../../domain/region/tables.ts";
import { indexBy } from "../lookup.ts";

const FORMS: readonly Form[] = ["loose", "shredded"];
/** Named in the notice: those that are furthest from the master data. */
const NAMED = 3;
const FORM_NAMES = { loose: "lose", shredded: "gehäckselt" } as const satisfies Record<Form, string>;

/** In the order of `storages.csv`; nothing where the master data hold. */
export function usedDensities(region: Region, week: string): UsedDensity[] {
  return [...storedStreams(region, week)].flatMap(([storageId, { listed, learned }]) =>
    FORMS.flatMap((form): UsedDensity[] => {
      const row = learned[form];
      if (row === undefined) return [];
      const { quarter, kgPerM3, sdKgPerM3, weighings } = row;
      const listedKgPerM3 = form === "loose" ? listed.looseKgPerM3 : listed.shreddedKgPerM3;
      return [{ storageId, form, quarter, kgPerM3, sdKgPerM3, weighings, listedKgPerM3 }];
    }),
  );
}

/** German, for the notes of a plan. */
export function densityNotice(region: Region, used: readonly UsedDensity[]): string[] {
  if (used.length === 0) return [];
  const storages = indexBy(region.storages, ({ id }) => id);
  const points = indexBy(region.collectionPoints, ({ id }) => id);
  const streams = indexBy(region.streams, ({ id }) => id);
  const off = ({ kgPerM3, listedKgPerM3 }: UsedDensity): number => Math.abs(Math.log(kgPerM3 / listedKgPerM3));
  const named = [...used]
    .sort((a, b) => off(b) - off(a))
    .slice(0, NAMED)
    .map(({ storageId, form, kgPerM3, sdKgPerM3, weighings, listedKgPerM3 }) => {
      const { pointId, streamId } = storages.get(storageId)!;
      const place = `${points.get(pointId)!.name}, ${streams.get(streamId)!.name} ${FORM_NAMES[form]}`;
      const loads = weighings === 1 ? "einer Ladung" : `${formatNumber(weighings)} Ladungen`;
      return `${place}: ${formatNumber(kgPerM3)} ± ${formatNumber(sdKgPerM3)} kg/m³ aus ${loads} (Stammdaten ${formatNumber(listedKgPerM3)})`;
    });
  const count = new Set(used.map(({ storageId }) => storageId)).size;
  return [
    `Dichten aus Wiegescheinen: bei ${formatNumber(count)} von ${formatNumber(region.storages.length)} Lagern rechnet der Plan mit dem, was ein Kubikmeter nach den gewogenen Ladungen wiegt, sonst mit den Stammdaten. Am weitesten davon entfernt: ${named.join("; ")}.`,
  ];
}
