/** What a finished route costs: the lines of `RouteCosts` in domain/routing/solution.ts. */
import type { RoutingProblem, Vehicle } from "../../domain/routing/problem.ts";
import type { RouteCosts } from "../../domain/routing/solution.ts";

/** True when more than fixed cost, kilometres and hours has to be looked at on this vehicle's routes. */
export function hasMoreLines(problem: RoutingProblem, vehicle: Vehicle): boolean {
  const { tollCentsPerKm = 0, maxDurationSeconds, maxDistanceMetres } = vehicle;
  const limited = maxDurationSeconds !== undefined || maxDistanceMetres !== undefined;
  const priced = problem.facilities.some((facility) => (facility.gatePrices ?? []).length > 0);
  return limited || priced || tollCentsPerKm > 0 || hasOvertime(vehicle);
}

export function hasOvertime({ normalSeconds, overtimeCentsPerHour = 0 }: Vehicle): boolean {
  return normalSeconds !== undefined && overtimeCentsPerHour > 0;
}

/** @param tollMetres metres on toll roads; @param gateCents the gate prices of all unloadings, not rounded */
export function routeCosts(
  vehicle: Vehicle,
  metres: number,
  tollMetres: number,
  seconds: number,
  gateCents: number,
): RouteCosts {
  const over = hasOvertime(vehicle) ? Math.max(0, seconds - vehicle.normalSeconds!) : 0;
  return {
    fixed: vehicle.fixedCents,
    distance: Math.round((metres * vehicle.centsPerKm) / 1000),
    toll: Math.round((tollMetres * (vehicle.tollCentsPerKm ?? 0)) / 1000),
    time: Math.round((seconds * vehicle.centsPerHour) / 3600),
    overtime: Math.round((over * (vehicle.overtimeCentsPerHour ?? 0)) / 3600),
    gate: Math.round(gateCents),
  };
}

export function sumOfCosts({ fixed, distance, toll, time, overtime, gate }: RouteCosts): number {
  return fixed + distance + toll + time + overtime + gate;
}

/** Gate prices laid out as `(facility * materials + material) * dimensions + dimension`; null when all are free. */
export function layOutGatePrices(problem: RoutingProblem, materials: readonly number[]): Float64Array | null {
  const { facilities, dimensions } = problem;
  if (!facilities.some((facility) => (facility.gatePrices ?? []).length > 0)) return null;
  const table = new Float64Array(facilities.length * materials.length * dimensions.length);
  facilities.forEach((facility, f) => {
    for (const { material, dimension, centsPerUnit } of facility.gatePrices ?? []) {
      const m = materials.indexOf(material);
      if (m >= 0) table[(f * materials.length + m) * dimensions.length + dimension]! += centsPerUnit;
    }
  });
  return table;
}

/** The cheapest gate for each client's load alone, in cents; a lower bound of what taking it adds. */
export function leastGateCents(problem: RoutingProblem): Float64Array {
  return Float64Array.from(problem.clients, ({ facilities, material, load }) => {
    const prices = facilities.map((f) =>
      (problem.facilities[f]!.gatePrices ?? [])
        .filter((price) => price.material === material)
        .reduce((cents, price) => cents + load[price.dimension]! * price.centsPerUnit, 0),
    );
    return prices.length === 0 ? 0 : Math.min(...prices);
  });
}

/** By how much a route's whole cents may lie below the sum of its unrounded lines: half a cent a line. */
export function roundingOf(problem: RoutingProblem): number {
  return problem.vehicles.some((vehicle) => hasMoreLines(problem, vehicle)) ? 2.5 : 1;
}
