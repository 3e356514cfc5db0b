/** Ways out of every storage, priced by the tonne: to a facility, or taken apart at the point and to several. */
import type { YearOption, YearOptionPart } from "../../../domain/year/problem.ts";
import type { Storage } from "../../../domain/region/places.ts";
import { haulingCapability, isContractor } from "../../../domain/region/rules.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { haulOptions } from "../haulOptions.ts";
import type { NamedOption } from "../named.ts";
import type { YearBuild } from "./yearBuild.ts";

/** @param storages those of the year, in the order of its stores */
export function yearOptions(input: YearBuild, storages: readonly Storage[]): YearOption[] {
  const { region } = input;
  const capabilities = [...new Set(region.vehicles.map(haulingCapability))].sort();
  const lots = region.storages.map((_, storage) => ({
    storage,
    part: 0,
    looseKgPerM3: 1,
    shreddedKgPerM3: 1,
    shreddable: true,
    openingKg: 0,
    arrivalsKg: [],
  }));
  const position = new Map(storages.map((s, i) => [s.id, i] as const));
  // A year has every season: it keeps to the densities of streams.csv.
  const listed = { ...input, region: { ...region, densities: [] } };
  const whole = haulOptions(listed, capabilities, lots).flatMap((option): YearOption[] => {
    const store = position.get(option.storageId);
    if (store === undefined || !isOpen(input, option.facilityId)) return [];
    const parts = [partOf(input, storages[store]!, option)];
    return [{ store, shredded: option.shredded, separationCentsPerTonne: 0, parts }];
  });
  return [...whole, ...takenApart(input, storages, whole)];
}

function partOf({ region, year }: YearBuild, storage: Storage, option: NamedOption): YearOptionPart {
  const fraction = region.streams.find((s) => s.id === storage.streamId)!.fraction;
  return {
    facility: option.facility,
    share: 1,
    haulageCentsPerTonne: roundCents(haulageCents(region, option) * 1000),
    gateCentsPerTonne: roundCents((option.gateCents / option.gateKgPerUnit) * 1000),
    kgCo2ePerTonne: kgCo2e(region, option),
    yields: year.yields.flatMap((y) => {
      const fits = y.facilityId === option.facilityId && y.fraction === fraction && y.form === option.form;
      const product = year.products.findIndex((p) => p.id === y.productId);
      return fits && product >= 0 && y.share > 0 ? [{ product, share: y.share }] : [];
    }),
  };
}

/** A hundredth of a cent per tonne is exact enough and reads well. */
const roundCents = (cents: number) => Math.round(cents * 100) / 100;

function isOpen({ region, members }: YearBuild, facilityId: string): boolean {
  const facility = region.facilities.find((f) => f.id === facilityId)!;
  if (facility.access === "public") return true;
  const owners = members ?? region.municipalities.map((m) => m.ags as string);
  return owners.includes(facility.ownerId ?? "");
}

/** Cents per kg with the cheapest vehicle that everybody can order; of a class that no contractor has, the cheapest there is. */
function haulageCents(region: Region, option: NamedOption): number {
  const vehicles = region.vehicles.filter((v) => haulingCapability(v) === option.capability);
  const offered = vehicles.filter((v) => isContractor(region, v.ownerId));
  const prices = (offered.length > 0 ? offered : vehicles).map((v) => {
    const hour = v.centsPerHour + v.fixedCentsPerShift / HOURS_A_SHIFT;
    const km = v.centsPerKm + v.tollCentsPerKm * v.tollShare;
    return (option.secondsPerKg * hour) / 3600 + (option.metresPerKg * km) / 1000;
  });
  return Math.min(...prices);
}

/** A shift's fixed cost is spread over this. */
const HOURS_A_SHIFT = 8;

function kgCo2e(region: Region, option: NamedOption): number {
  const { truckLitresPer100Km, dieselKgCo2ePerLitre, facilityKgCo2ePerTonne } = region.emissionFactors;
  const facility = region.facilities[option.facility]!;
  const transport = (option.metresPerKg * truckLitresPer100Km.value * dieselKgCo2ePerLitre.value) / 100_000;
  return Math.round((transport * 1000 + facilityKgCo2ePerTonne[facility.kind].value) * 1000) / 1000;
}

/** The parts go where material of their fraction, owner and form goes for the least. */
function takenApart(input: YearBuild, storages: readonly Storage[], whole: readonly YearOption[]): YearOption[] {
  const { region, year } = input;
  const stream = (i: number) => region.streams.find((s) => s.id === storages[i]!.streamId)!;
  return year.separation.flatMap(({ pointIds, from, to, centsPerTonne }) =>
    storages.flatMap((storage, store): YearOption[] => {
      const point = region.collectionPoints.find((p) => p.id === storage.pointId)!;
      const wanted = pointIds === undefined ? point.equipment.includes("loader") : pointIds.includes(point.id);
      if (!wanted || stream(store).fraction !== from) return [];
      return [false, true].flatMap((shredded): YearOption[] => {
        const parts = to.map(({ fraction, share }): YearOptionPart | undefined => {
          const like = storages.findIndex(
            (s, j) =>
              s.pointId === storage.pointId &&
              stream(j).fraction === fraction &&
              stream(j).owner === stream(store).owner,
          );
          const ways = whole.filter((o) => o.store === like && o.shredded === shredded).map((o) => o.parts[0]!);
          return ways.length === 0 ? undefined : { ...ways.reduce(cheaper), share };
        });
        if (parts.some((part) => part === undefined)) return [];
        return [{ store, shredded, separationCentsPerTonne: centsPerTonne, parts: parts as YearOptionPart[] }];
      });
    }),
  );
}

function cheaper(a: YearOptionPart, b: YearOptionPart): YearOptionPart {
  const cents = (part: YearOptionPart) => part.haulageCentsPerTonne + part.gateCentsPerTonne;
  return cents(b) < cents(a) ? b : a;
}
