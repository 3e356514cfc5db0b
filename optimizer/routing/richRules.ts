/** Whether a problem asks for rules that only the general engine knows; day sets apart, which the periodic one plans. */
import type { Client, Facility, RoutingProblem, Vehicle } from "../../domain/routing/problem.ts";

const CLIENT: readonly (keyof Client)[] = ["lock", "published", "restsDriver", "after", "job"];
const FACILITY: readonly (keyof Facility)[] = ["accepts", "gatePrices", "restsDriver"];
const VEHICLE: readonly (keyof Vehicle)[] = [
  "tollCentsPerKm",
  "normalSeconds",
  "maxDurationSeconds",
  "maxDistanceMetres",
];

/** True where a field is set that the paths for classical problems need not look at; they may still handle it. */
export function usesRichRules(problem: RoutingProblem): boolean {
  const { clients, facilities, vehicles, frozenRoutes = [], orderLocks = [] } = problem;
  if (frozenRoutes.length + orderLocks.length > 0) return true;
  return uses(clients, CLIENT) || uses(facilities, FACILITY) || uses(vehicles, VEHICLE);
}

function uses<T>(rows: readonly T[], fields: readonly (keyof T)[]): boolean {
  return rows.some((row) => fields.some((field) => row[field] !== undefined));
}
