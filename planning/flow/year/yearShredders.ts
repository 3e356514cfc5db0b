/** Shredders with the place they set out from. */
import type { YearInput } from "../../../domain/year/input.ts";
import type { YearShredder } from "../../../domain/year/problem.ts";
import { isContractor } from "../../../domain/region/rules.ts";
import { leg } from "../../places.ts";
import type { YearBuild } from "./yearBuild.ts";

export function shreddersOf(
  input: YearBuild,
  points: readonly string[],
  shredding: NonNullable<YearInput["shredding"]>,
): YearShredder[] {
  const { region, members } = input;
  return region.shredders
    .filter((s) => members === undefined || members.includes(s.ownerId) || isContractor(region, s.ownerId))
    .map((s) => ({
      id: s.id,
      name: s.name,
      kgPerHour: s.tonnesPerHour * 1000,
      hoursPerWeek: s.hoursPerWeek,
      centsPerHour: s.centsPerHour + shredding.crewCentsPerHour.value,
      setupCents: s.setupCentsPerSite,
      setupHours: shredding.setupHours.value,
      mobilisationCents: s.mobilisationCentsPerWeek,
      centsPerKm: shredding.centsPerKm.value,
      metresPerHour: shredding.kmPerHour.value * 1000,
      depotMetres: depotMetres(input, points, s.ownerId),
    }));
}

/** From the owner's yard, where vehicles of the owner stand; else from the point in the middle. */
function depotMetres({ region, places, travel }: YearBuild, points: readonly string[], ownerId: string): number[] {
  const at = points.map((id) => places.point.get(id)!);
  const metres = (from: number) =>
    at.map((to) => Math.round((leg(places, travel, from, to).metres + leg(places, travel, to, from).metres) / 2));
  const vehicle = region.vehicles.find((v) => v.ownerId === ownerId);
  if (vehicle !== undefined) return metres(places.depot.get(vehicle.id)!);
  const all = at.map(metres);
  const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
  return all.reduce((best, row) => (total(row) < total(best) ? row : best), all[0] ?? []);
}
