/**
 * Where a tour made by hand unloads, when its author left that open: the solver's own placement on this one tour.
 *
 * What cannot be driven by the rules is placed with as few kinds of limits lifted as possible, being late before being
 * too heavy, so that `judge` then finds what is really wrong and not what an awkward unloading adds.
 */
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import { usesContainers } from "./containers.ts";
import { cutOut, type Room } from "./cutOut.ts";
import { judge } from "./judge.ts";
import { inClients, placeTour } from "./placeTour.ts";
import type { Limit } from "./relax.ts";
import { aroundLunch } from "./settleLunch.ts";

/** Mildest first. */
const LENIENT = [
  "facilityCapacity",
  "shift",
  "duration",
  "distance",
  "driving",
  "breakLeg",
  "release",
  "window",
  "facilityClosed",
  "capacity",
] as const;
/** Before those, where there are container jobs. */
const OF_CONTAINERS = ["spares", "slots"] as const;

/** @param notBefore when the service of a client may begin at the earliest, because of what other tours do */
export function settle(
  problem: RoutingProblem,
  tour: HandTour,
  room: Room,
  notBefore: (client: number) => number = () => Number.NEGATIVE_INFINITY,
): HandTour {
  const made = tour.startEmpties !== undefined || tour.stops.some((stop) => stop.kind !== "client");
  if (tour.stops.length === 0 || made) return tour;
  const alone = cutOut(problem, tour, room, notBefore);
  for (const limits of lenientSets(problem)) {
    const route = placeTour(alone, limits);
    if (route === null) continue;
    const settled = inClients(tour, route, limits);
    const { lunch } = problem.vehicles[tour.vehicle]!;
    if (lunch === undefined || judge(problem, settled, notBefore).violations.length === 0) return settled;
    return aroundLunch(problem, tour, alone, lunch, notBefore) ?? settled;
  }
  const stops = usesContainers(problem) ? eachAlone(problem, tour.stops) : tipAtEnd(problem, tour.stops);
  return { ...tour, stops };
}

/** None, each alone, each two, all. */
function* lenientSets(problem: RoutingProblem): Generator<readonly Limit[]> {
  const lenient = usesContainers(problem) ? [...OF_CONTAINERS, ...LENIENT] : LENIENT;
  yield [];
  for (const limit of lenient) yield [limit];
  for (const [i, one] of lenient.entries()) for (const other of lenient.slice(i + 1)) yield [one, other];
  yield lenient;
}

/** Materials that cannot be parted by any unloading: everything is tipped once, where most of it is taken. */
function tipAtEnd(problem: RoutingProblem, stops: readonly PlannedStop[]): readonly PlannedStop[] {
  if (stops.every((stop) => problem.clients[stop.index]!.facilities.length === 0)) return stops;
  const votes = problem.facilities.map(
    (_, f) => stops.filter((stop) => problem.clients[stop.index]!.facilities.includes(f)).length,
  );
  const index = votes.indexOf(Math.max(...votes));
  return [...stops, { kind: "facility", index }];
}

/** Containers that no way serves, for example because no yard has empty ones: each load goes to its first facility at once. */
function eachAlone(problem: RoutingProblem, stops: readonly PlannedStop[]): PlannedStop[] {
  return stops.flatMap((stop): PlannedStop[] => {
    const { facilities, job } = problem.clients[stop.index]!;
    if (facilities.length === 0) return [stop];
    const tipped: PlannedStop[] = [stop, { kind: "facility", index: facilities[0]! }];
    return job?.kind === "emptyAndReturn" ? [...tipped, { kind: "return", index: stop.index }] : tipped;
  });
}
