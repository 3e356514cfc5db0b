/** From a region, its forecast and `year.json` to the year in numbers (docs/flow.md). */
import { DEFAULT_YEAR, type YearInput } from "../../../domain/year/input.ts";
import type { YearFacility, YearPoint, YearProblem, YearStore } from "../../../domain/year/problem.ts";
import { openingHours } from "../../../domain/openingHours.ts";
import type { Facility } from "../../../domain/region/facilities.ts";
import type { Storage } from "../../../domain/region/places.ts";
import { indexBy } from "../../lookup.ts";
import { leg } from "../../places.ts";
import { marketOf, periodsOf } from "./market.ts";
import { safetyM3 } from "./safety.ts";
import { shreddersOf } from "./yearShredders.ts";
import type { YearBuild } from "./yearBuild.ts";
import { yearOptions } from "./yearOptions.ts";

export const WEEKS_A_YEAR = 52;

export function buildYearProblem(input: YearBuild): YearProblem {
  const { region, year, weeks, places, travel } = input;
  const part = weeks.length / WEEKS_A_YEAR;
  const open = region.collectionPoints.filter((p) => p.status === "open" && memberShare(input, p.id) > 0);
  const points = open.map((p) => p.id);
  const storages = region.storages.filter((s) => points.includes(s.pointId));
  const stores = storages.map((s) => storeOf(input, s, points.indexOf(s.pointId)));
  const facilities = region.facilities;
  const metres = (a: string, b: string) => {
    const [from, to] = [places.point.get(a)!, places.point.get(b)!];
    return Math.round((leg(places, travel, from, to).metres + leg(places, travel, to, from).metres) / 2);
  };
  const { names, ofWeek } = periodsOf(weeks);
  const market = marketOf(input, { names, ofWeek });
  const diesel = region.emissionFactors.dieselKgCo2ePerLitre.value;
  const shredding = year.shredding ?? DEFAULT_YEAR.shredding;
  return {
    weeks: [...weeks],
    periods: names,
    periodOfWeek: ofWeek,
    points: open.map((p): YearPoint => {
      const closable = year.closablePoints.find((c) => c.pointId === p.id);
      const closing =
        closable === undefined || !points.includes(closable.receiverId)
          ? null
          : {
              receiver: points.indexOf(closable.receiverId),
              savedCents: Math.round(
                part * (closable.runningCentsPerYear + closable.avoidedRebuildingCents / closable.rebuildingYears),
              ),
              centsPerTonne: closable.centsPerTonne,
            };
      return { id: p.id, name: p.name, closing };
    }),
    pointMetres: points.map((a) => points.map((b) => (a === b ? 0 : metres(a, b)))),
    stores,
    facilities: facilities.map((f) => facilityOf(year, f, part)),
    options: yearOptions(input, storages),
    shredders: shreddersOf(input, points, shredding),
    products: market.products,
    buyers: market.buyers,
    closingCentsPerTonne: region.settings.prices.postponementCentsPerTonne.value,
    shreddingKgCo2ePerTonne: region.emissionFactors.shreddingLitresPerTonne.value * diesel,
    kgCo2ePerShredderKm: (shredding.litresPer100Km.value / 100) * diesel,
    co2CentsPerTonne: region.settings.prices.co2CentsPerTonne.value,
  };
}

/** Part of a point that belongs to those who take part. */
function memberShare({ region, members }: YearBuild, pointId: string): number {
  const shares = region.serviceShares.filter((s) => s.pointId === pointId);
  const mine = members === undefined ? shares : shares.filter((s) => members.includes(s.ags));
  const all = shares.reduce((sum, s) => sum + s.share, 0);
  return all === 0 ? 0 : mine.reduce((sum, s) => sum + s.share, 0) / all;
}

function storeOf(input: YearBuild, storage: Storage, point: number): YearStore {
  const { region, year, forecast } = input;
  const stream = region.streams.find((s) => s.id === storage.streamId)!;
  const known = indexBy(forecast, (f) => f.storageId).get(storage.id)!;
  const keeping = year.keeping?.[stream.fraction] ?? DEFAULT_YEAR.keeping[stream.fraction];
  const share = memberShare(input, storage.pointId);
  const arrivalsKg = known.arrivalsKg.map((kg) => Math.round(kg * share));
  return {
    id: storage.id,
    point,
    material: stream.id,
    roomM3: (share * storage.units * storage.volumeLitres) / 1000,
    safetyM3: safetyM3(arrivalsKg, stream.looseKgPerM3, year.forecast ?? DEFAULT_YEAR.forecast),
    looseKgPerM3: stream.looseKgPerM3,
    shreddedKgPerM3: stream.shreddedKgPerM3,
    shreddable: stream.shreddable,
    openingKg: Math.round(known.openingKg * share),
    arrivalsKg,
    looseLossPerWeek: keeping.looseLossPercentPerWeek.value / 100,
    shreddedLossPerWeek: keeping.shreddedLossPercentPerWeek.value / 100,
    looseWeeks: keeping.looseWeeks.value,
    shreddedWeeks: keeping.shreddedWeeks.value,
    shreddedRoomM3: keeping.shreddedRoomM3.value,
  };
}

function facilityOf(year: YearInput, f: Facility, part: number): YearFacility {
  const closable = year.closableFacilities.find((c) => c.facilityId === f.id);
  const daysOpen = openingHours(f.openingHours).filter((windows) => windows.length > 0).length;
  const weekly = Math.min(
    f.capacityTonnesPerWeek ?? Infinity,
    f.capacityTonnesPerDay === undefined ? Infinity : f.capacityTonnesPerDay * daysOpen,
  );
  const site =
    f.status === "candidate"
      ? { fixedCents: Math.round((f.yearlyCostCents ?? 0) * part), now: "absent" as const }
      : closable === undefined
        ? null
        : { fixedCents: Math.round(closable.runningCentsPerYear * part), now: "open" as const };
  return {
    id: f.id,
    name: f.name,
    yearlyCapacityKg: f.capacityTonnesPerYear === undefined ? null : Math.round(f.capacityTonnesPerYear * 1000 * part),
    weeklyCapacityKg: Number.isFinite(weekly) ? weekly * 1000 : null,
    minimumKg: Math.round((f.minimumTonnesPerYear ?? 0) * 1000 * part),
    penaltyCentsPerTonne: f.minimumPenaltyCentsPerTonne ?? 0,
    site,
  };
}
