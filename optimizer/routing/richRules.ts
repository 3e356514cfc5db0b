/** Whether a problem asks for rules that only the general engine knows. */
import type { Client, Facility, RoutingProblem, Vehicle } from "../../domain/routing/problem.ts";

const CLIENT: readonly (keyof Client)[] = ["schemes"];
const FACILITY: readonly (keyof Facility)[] = ["accepts", "gatePrices"];
const VEHICLE: readonly (keyof Vehicle)[] = [
  "tollCentsPerKm",
  "normalSeconds",
  "maxDurationSeconds",
  "maxDistanceMetres",
];

/** True where a field is set that the paths for classical problems need not look at; they may still handle it. */
export function usesRichRules({ clients, facilities, vehicles }: RoutingProblem): boolean {
  return uses(clients, CLIENT) || uses(facilities, FACILITY) || uses(vehicles, VEHICLE);
}

function uses<T>(rows: readonly T[], fields: readonly (keyof T)[]): boolean {
  return rows.some((row) => fields.some((field) => row[field] !== undefined));
}
