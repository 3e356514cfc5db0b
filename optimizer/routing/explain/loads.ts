/** What is on board along a hand-made tour: capability, capacity, material, where it may be tipped; and facility days. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import type { Report } from "./report.ts";

export function judgeLoads(problem: RoutingProblem, tour: HandTour, report: Report): void {
  const { capabilities, capacity } = problem.vehicles[tour.vehicle]!;
  let aboard: number[] = [];
  tour.stops.forEach(({ kind, index }, stop) => {
    if (kind === "client") {
      const client = problem.clients[index]!;
      if ((client.capabilities & ~capabilities) !== 0)
        report("capability", capabilities, client.capabilities, "bits", { stop, client: index });
      // An empty container that is delivered is no load.
      if (client.job?.kind === "deliver") return;
      aboard.push(index);
      if (problem.clients[aboard[0]!]!.material !== client.material)
        report("material", 1, new Set(aboard.map((c) => problem.clients[c]!.material)).size, "count", {
          stop,
          client: index,
        });
      problem.dimensions.forEach((dimension, d) => {
        const load = aboard.reduce((sum, c) => sum + problem.clients[c]!.load[d]!, 0);
        if (load > capacity[d]!) report("capacity", capacity[d]!, load, dimension, { stop, client: index });
      });
      return;
    }
    if (kind !== "facility") return;
    const { accepts } = problem.facilities[index]!;
    for (const client of aboard) {
      const place = { stop, client, facility: index };
      const { facilities, material } = problem.clients[client]!;
      if (!facilities.includes(index)) report("facilityRefused", 0, 1, "count", place);
      if (accepts !== undefined && !accepts.includes(material)) report("notAccepted", 0, 1, "count", place);
    }
    aboard = [];
  });
  const untipped = aboard.filter((client) => problem.clients[client]!.facilities.length > 0);
  if (untipped.length > 0) report("notEmpty", 0, untipped.length, "count", { client: untipped[0]! });
}

/** First-dimension amounts by facility, of the tours of one day. */
export function tippedOn(problem: RoutingProblem, tours: readonly HandTour[], day: number): Float64Array {
  const tipped = new Float64Array(problem.facilities.length);
  for (const tour of tours) {
    if (tour.day !== day) continue;
    let aboard = 0;
    for (const { kind, index } of tour.stops) {
      if (kind === "client") aboard += problem.clients[index]!.load[0]!;
      if (kind !== "facility") continue;
      tipped[index]! += aboard;
      aboard = 0;
    }
  }
  return tipped;
}

/** Gate prices of all unloadings of a tour, not rounded. */
export function gateCents(problem: RoutingProblem, { stops }: HandTour): number {
  let cents = 0;
  let aboard: number[] = [];
  for (const { kind, index } of stops) {
    if (kind === "client") aboard.push(index);
    if (kind !== "facility") continue;
    for (const { material, dimension, centsPerUnit } of problem.facilities[index]!.gatePrices ?? [])
      for (const { material: brought, load } of aboard.map((client) => problem.clients[client]!))
        if (brought === material) cents += load[dimension]! * centsPerUnit;
    aboard = [];
  }
  return cents;
}

/** Facilities that take more on a day than they may; blamed on the last tour of that day that goes there. */
export function overfullFacilities(problem: RoutingProblem, tours: readonly HandTour[]): Violation[] {
  const unit = problem.dimensions[0]!;
  return Array.from({ length: problem.days }, (_, day) => {
    const tipped = tippedOn(problem, tours, day);
    return problem.facilities.flatMap(({ capacityPerDay: limit }, facility): Violation[] => {
      const needed = tipped[facility]!;
      if (limit === null || needed <= limit) return [];
      const tour = tours.findLast((each) => each.day === day && goesTo(each, facility))!;
      const stop = tour.stops.findLastIndex(({ kind, index }) => kind === "facility" && index === facility);
      return [
        { code: "facilityCapacity", vehicle: tour.vehicle, day, stop, client: -1, facility, limit, needed, unit },
      ];
    });
  }).flat();
}

function goesTo(tour: HandTour, facility: number): boolean {
  return tour.stops.some(({ kind, index }) => kind === "facility" && index === facility);
}
