/** Why a client was left out, as the end of a sentence. */
import type { UnservedReason } from "../domain/routing/solution.ts";
import type { RoutingFile } from "../optimizer/routing/formats/index.ts";

export function reasonText(file: RoutingFile, reason: UnservedReason): string {
  const [first] = reason.insertions;
  const where =
    first === undefined
      ? ""
      : ` (vehicle ${file.vehicleName(first.vehicle)}, day ${first.day}, position ${first.position})`;
  return `${causeOf(file, reason)}${where}.`;
}

function causeOf(file: RoutingFile, { client, code, limit, needed, unit }: UnservedReason): string {
  const over = `${show(needed)} ${unit}, ${show(needed - limit)} more than the ${show(limit)} allowed`;
  switch (code) {
    case "price":
      return file.problem.clients[client]!.prizeCents !== null
        ? `could be taken for ${show(needed)} cents, its prize is ${show(limit)}`
        : `could be taken for ${show(needed)} cents; the search found no place in time, give it longer`;
    case "capability":
      return "no vehicle on duty has the capabilities it needs";
    case "closed":
      return "it does not open on any day on which it could be served";
    case "capacity":
      return `the load on board would be ${over}`;
    case "window":
      return `service would begin at ${clock(needed)}, after its window closes at ${clock(limit)}`;
    case "facilityClosed":
      return `the facility would be reached at ${clock(needed)}, it closes at ${clock(limit)}`;
    case "facilityCapacity":
      return `the facility would have to take ${over}`;
    case "breakLeg":
      return `a single leg takes ${over} without a break`;
    case "driving":
      return `driving would take ${over}`;
    case "lock":
      return "the dispatcher's lock keeps it from the vehicle or day on which it could be served";
    case "precedence":
      return "a client that comes first is not served in time";
    case "release":
      return "it is released too late for any trip that could serve it";
    case "frozen":
      return "it could only be served on a route that is frozen";
    case "order":
      return "no place on a route keeps the locked order";
    case "slots":
      return `containers would take ${show(needed)} slots, the vehicle has ${show(limit)}`;
    case "spares":
      return `${show(needed)} empty containers would be taken from a yard on one day, it has ${show(limit)}`;
    case "duration":
      return `the route would take ${over}`;
    case "distance":
      return `the route would be ${over}`;
    case "shift":
      return `the vehicle would be back at ${clock(needed)}, its shift ends at ${clock(limit)}`;
    case "noVehicle":
      return "no vehicle works on any day";
    default:
      return `${code}: ${over}`;
  }
}

function show(value: number): string {
  return String(Number(value.toFixed(3)));
}

/** Seconds; within a day also as a time. */
function clock(seconds: number): string {
  if (seconds < 0 || seconds >= 86_400) return `${show(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return `${show(seconds)} s (${time})`;
}
