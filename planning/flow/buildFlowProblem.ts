/** Translates a region and its forecast into the numbers of a flow problem (docs/model.md), and keeps the way back. */
import { distributeCents } from "../../domain/money.ts";
import type { Capability } from "../../domain/region/common.ts";
import type { FleetVehicle } from "../../domain/region/fleet.ts";
import { haulingCapability, isContractor, shiftsOf, weeklyCapacityTonnes } from "../../domain/region/rules.ts";
import { storedStreams } from "../../domain/region/densities.ts";
import type { Region } from "../../domain/region/tables.ts";
import {
  CONTRACTOR,
  coalitionOf,
  PUBLIC,
  type FlowLot,
  type FlowPart,
  type FlowShredder,
  type FlowStorage,
  type FlowVehicle,
} from "../../optimizer/flow/index.ts";
import { indexBy } from "../lookup.ts";
import type { FlowInput, NamedFlowProblem } from "./named.ts";
import { haulOptions } from "./haulOptions.ts";

export function buildFlowProblem(input: FlowInput): NamedFlowProblem {
  const { region, weeks } = input;
  const member = new Map(region.municipalities.map((m, i) => [m.ags as string, i]));
  const capabilities = [...new Set(region.vehicles.map(haulingCapability))].sort();
  const factors = region.emissionFactors;
  const parts = partsOf(region);
  const lots = lotsOf(input, parts);
  const diesel = factors.dieselKgCo2ePerLitre.value;
  return {
    members: region.municipalities.length,
    weeks: weeks.length,
    weekNames: weeks,
    points: region.collectionPoints.length,
    parts,
    storages: storagesOf(input),
    lots,
    facilities: region.facilities.map((f) => ({
      // A door that only an authority opens is closed to every group: no member has that number.
      owner: f.access === "public" ? PUBLIC : (member.get(f.ownerId ?? "") ?? region.municipalities.length),
      weeklyCapacityKg: weeklyCapacityTonnes(f) * 1000,
      candidateCents: f.status === "candidate" ? Math.round(((f.yearlyCostCents ?? 0) * weeks.length) / 52) : null,
      minimumKg: Math.round(((f.minimumTonnesPerYear ?? 0) * 1000 * weeks.length) / 52),
      penaltyCentsPerTonne: f.minimumPenaltyCentsPerTonne ?? 0,
      holders: coalitionOf((f.contractHolders ?? "").split(/\s+/).flatMap((ags) => member.get(ags) ?? [])),
      treatmentKgCo2ePerKg: factors.facilityKgCo2ePerTonne[f.kind].value / 1000,
    })),
    options: haulOptions(input, capabilities, lots),
    fleetClasses: capabilities.length,
    capabilities,
    vehicles: region.vehicles.map((v) => flowVehicle(v, capabilities, ownerOf(region, member, v.ownerId))),
    shredders: shredders(region, member),
    speedMetresPerSecond: region.settings.travel.speedKmh.value / 3.6,
    overflowCentsPerTonneWeek: region.settings.prices.overflowCentsPerTonneWeek.value,
    closingCentsPerTonne: region.settings.prices.postponementCentsPerTonne.value,
    transportKgCo2ePerMetre: (factors.truckLitresPer100Km.value / 100_000) * diesel,
    shreddingKgCo2ePerKg: (factors.shreddingLitresPerTonne.value / 1000) * diesel,
    co2CentsPerTonne: region.settings.prices.co2CentsPerTonne.value,
    contributionCents: region.municipalities.map((m) => contributionCents(region, m.ags, weeks.length)),
  };
}

/** Part of a point by member, in the order of `municipalities.csv`. */
export function pointShares(region: Region, pointId: string): number[] {
  return region.municipalities.map(
    (m) => region.serviceShares.find((s) => s.pointId === pointId && s.ags === m.ags)?.share ?? 0,
  );
}

/** What a member brings in over the period, in cents. */
export function contributionCents(region: Region, ags: string, weeks: number): number {
  return region.contributions
    .filter((c) => c.ags === ags)
    .reduce((sum, c) => sum + Math.round(c.quantityPerWeek * c.centsPerUnit * weeks), 0);
}

function ownerOf(region: Region, member: ReadonlyMap<string, number>, ownerId: string): number {
  return isContractor(region, ownerId) ? CONTRACTOR : (member.get(ownerId) ?? CONTRACTOR);
}

function pointIndex(region: Region, pointId: string): number {
  return region.collectionPoints.findIndex((p) => p.id === pointId);
}

function partsOf(region: Region): FlowPart[] {
  return region.collectionPoints.flatMap((p, point) =>
    pointShares(region, p.id).flatMap((share, member) => (share > 0 ? [{ point, member, share }] : [])),
  );
}

/** Room, and what of it the forecast wants kept free. */
function storagesOf({ region, forecast, weeks }: FlowInput): FlowStorage[] {
  const streams = storedStreams(region, weeks[0]!);
  const forecasts = indexBy(forecast, (f) => f.storageId);
  return region.storages.map((row) => {
    const kept = forecasts.get(row.id)?.keptFreeKg;
    const { looseKgPerM3 } = streams.get(row.id)!.stream;
    return {
      point: pointIndex(region, row.pointId),
      roomM3: (row.units * row.volumeLitres) / 1000,
      ...(kept === undefined ? {} : { keptFreeM3: kept.map((kg) => kg / looseKgPerM3) }),
    };
  });
}

/** Every storage's stock and arrivals, divided among the members of its point. */
function lotsOf({ region, forecast, weeks }: FlowInput, parts: readonly FlowPart[]): FlowLot[] {
  const streams = storedStreams(region, weeks[0]!);
  const forecasts = indexBy(forecast, (f) => f.storageId);
  return region.storages.flatMap((row, storage) => {
    const { stream } = streams.get(row.id)!;
    const known = forecasts.get(row.id)!;
    const point = pointIndex(region, row.pointId);
    const shares = pointShares(region, row.pointId);
    const opening = distributeCents(known.openingKg, shares);
    const arrivals = known.arrivalsKg.map((kg) => distributeCents(kg, shares));
    return parts.flatMap((part, p) =>
      part.point === point
        ? [
            {
              storage,
              part: p,
              looseKgPerM3: stream.looseKgPerM3,
              shreddedKgPerM3: stream.shreddedKgPerM3,
              shreddable: stream.shreddable,
              openingKg: opening[part.member]!,
              arrivalsKg: arrivals.map((week) => week[part.member]!),
            },
          ]
        : [],
    );
  });
}

function flowVehicle(vehicle: FleetVehicle, capabilities: readonly Capability[], owner: number): FlowVehicle {
  const shifts = shiftsOf(vehicle);
  return {
    fleetClass: capabilities.indexOf(haulingCapability(vehicle)),
    owner,
    weeklySeconds: shifts.daysPerWeek * shifts.meanSeconds,
    shiftSeconds: shifts.meanSeconds,
    centsPerHour: vehicle.centsPerHour,
    centsPerKm: vehicle.centsPerKm,
    fixedCentsPerShift: vehicle.fixedCentsPerShift,
    tollCentsPerKm: vehicle.tollCentsPerKm * vehicle.tollShare,
  };
}

function shredders(region: Region, member: ReadonlyMap<string, number>): FlowShredder[] {
  return region.shredders.map((shredder) => ({
    owner: ownerOf(region, member, shredder.ownerId),
    kgPerHour: shredder.tonnesPerHour * 1000,
    hoursPerWeek: shredder.hoursPerWeek,
    centsPerHour: shredder.centsPerHour,
    setupCents: shredder.setupCentsPerSite,
    mobilisationCents: shredder.mobilisationCentsPerWeek,
  }));
}
