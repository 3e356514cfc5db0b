/** The cost lines of a sequence of places: what rates.ts needs to know of it. */
import type { Vehicle } from "../../domain/routing/problem.ts";
import type { RouteCosts } from "../../domain/routing/solution.ts";
import { routeCosts } from "./rates.ts";
import type { Itinerary } from "./schedule.ts";

/** The lines of an itinerary that is `metres` long and takes `seconds`. */
export function itineraryCosts(itinerary: Itinerary, vehicle: Vehicle, metres: number, seconds: number): RouteCosts {
  return routeCosts(vehicle, metres, tollMetresOf(itinerary, vehicle, metres), seconds, gateCentsOf(itinerary));
}

function tollMetresOf({ model, places, count }: Itinerary, vehicle: Vehicle, metres: number): number {
  const { tollMetres } = model.problem.profiles[vehicle.profile]!;
  if (tollMetres === undefined) return metres * (vehicle.tollShare ?? 0);
  let sum = 0;
  let at = vehicle.startLocation;
  for (let i = 0; i <= count; i++) {
    const to = i < count ? model.placeLocation[places[i]!]! : vehicle.endLocation;
    sum += tollMetres[at * model.locationCount + to]!;
    at = to;
  }
  return sum;
}

function gateCentsOf({ model, places, count }: Itinerary): number {
  const { gateCentsPerUnit, dimensions: D, clientCount, facilityCount } = model;
  if (gateCentsPerUnit === null) return 0;
  let cents = 0;
  let first = 0;
  for (let i = 0; i < count; i++) {
    if (places[i]! < clientCount || places[i]! >= clientCount + facilityCount) continue;
    const facility = places[i]! - clientCount;
    for (let k = first; k < i; k++) {
      const client = places[k]!;
      if (client >= clientCount) continue;
      const row = (facility * model.facilitiesOfMaterial.length + model.clientMaterial[client]!) * D;
      for (let d = 0; d < D; d++) cents += model.clientLoad[client * D + d]! * gateCentsPerUnit[row + d]!;
    }
    first = i + 1;
  }
  return cents;
}
