/**
 * The dispatcher's board: tours made or moved by hand, every violation on them, and the price of a move before it is
 * made. A move is priced on the two tours it concerns alone, whatever the size of the board.
 */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import type { HandPlan, HandTour, JudgedTour, Move, MovePrice, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { brokenFrozen, clientsOf, deviationCents } from "./dispatch.ts";
import { judge } from "./judge.ts";
import { overfullFacilities, tippedOn } from "./loads.ts";
import { brokenPrecedence, judgeTogether } from "./precedence.ts";
import { settle } from "./settle.ts";
import { tourOf } from "./tourOf.ts";

/** Tours with their unloading placed. Immutable; `move` makes another. */
export interface Board {
  readonly problem: RoutingProblem;
  readonly tours: readonly HandTour[];
}

/**
 * Throws when a tour names a vehicle, day, client or facility that does not exist, or the problem has container jobs or
 * lunch: a board does not judge those.
 */
export function openBoard(problem: RoutingProblem, tours: readonly HandTour[]): Board {
  mustBeJudged(problem);
  tours.forEach((tour, k) => mustExist(problem, tour, k));
  const settled: HandTour[] = [];
  for (const tour of tours) if (tour.stops.length > 0) settled.push(settleAmong(problem, tour, settled));
  return { problem, tours: settled };
}

/** A finished plan as a board: its tours unload where they do in the plan until a move touches them. */
export function boardOf(problem: RoutingProblem, solution: RoutingSolution): Board {
  mustBeJudged(problem);
  return { problem, tours: solution.routes.map(tourOf) };
}

/**
 * What a move costs and which rules it breaks; the tours concerned unload where it is cheapest afterwards. That a client
 * waits for another tour is judged by `judgePlan` alone, which looks at all tours together.
 * Throws when the client, vehicle, day or position does not exist.
 */
export function priceMove(board: Board, move: Move): MovePrice {
  const { problem } = board;
  const { before, after, others } = change(board, move);
  const judgedBefore = before.map((tour) => judge(problem, tour));
  const tours = after.map((tour) => judge(problem, tour));
  const cents = (list: readonly JudgedTour[]): number => list.reduce((sum, { route }) => sum + route.costCents, 0);
  const prize = problem.clients[move.client]!.prizeCents ?? 0;
  const missedOn = (list: readonly HandTour[]): number =>
    [...others, ...list].some((tour) => holds(tour, move.client)) ? 0 : prize;
  const moved = deviationCents(problem, [move.client], after) - deviationCents(problem, [move.client], before);
  const missed = missedOn(after) - missedOn(before);
  return {
    deltaCents: cents(tours) - cents(judgedBefore) + missed + moved,
    violations: [...tours.flatMap((tour) => tour.violations), ...ofThePlan(problem, others, after, before)],
    violationsBefore: [
      ...judgedBefore.flatMap((tour) => tour.violations),
      ...ofThePlan(problem, others, before, after),
    ],
    tours,
  };
}

export function makeMove(board: Board, move: Move): Board {
  const { after, others } = change(board, move);
  return {
    problem: board.problem,
    tours: [...others, ...after].sort((a, b) => a.day - b.day || a.vehicle - b.vehicle),
  };
}

/** "Plan mode": hand-made tours judged, and set against `optimum`, the best plan that is known. */
export function judgePlan(problem: RoutingProblem, tours: readonly HandTour[], optimum: RoutingSolution): HandPlan {
  const board = openBoard(problem, tours);
  const judged = judgeTogether(problem, board.tours);
  const served = new Set(board.tours.flatMap(clientsOf));
  const unserved = problem.clients.flatMap((_, client) => (served.has(client) ? [] : [client]));
  const routeCostCents = judged.reduce((sum, { route }) => sum + route.costCents, 0);
  const everyone = problem.clients.map((_, client) => client);
  const objectiveCents = unserved.reduce(
    (sum, client) => sum + (problem.clients[client]!.prizeCents ?? 0),
    routeCostCents + deviationCents(problem, everyone, board.tours),
  );
  return {
    tours: judged,
    violations: [
      ...judged.flatMap((tour) => tour.violations),
      ...overfullFacilities(problem, board.tours),
      ...brokenFrozen(problem, board.tours),
      ...brokenPrecedence(problem, judged),
      ...coverage(problem, board.tours),
    ],
    unserved,
    routeCostCents,
    objectiveCents,
    overOptimumCents: objectiveCents - optimum.objectiveCents,
    optimum,
  };
}

/** Rather no answer than one that overlooks a rule. */
function mustBeJudged({ clients, vehicles }: RoutingProblem): void {
  const jobs = clients.some(({ job }) => job !== undefined);
  const lunch = vehicles.some(({ lunch }) => lunch !== undefined);
  if (jobs || lunch) throw new Error(`A board does not judge ${jobs ? "container jobs" : "lunch"}.`);
}

interface Change {
  readonly before: readonly HandTour[];
  readonly after: readonly HandTour[];
  readonly others: readonly HandTour[];
}

function change({ problem, tours }: Board, { client, from, to }: Move): Change {
  const target = to === null ? [] : [{ vehicle: to.vehicle, day: to.day, stops: [] }];
  for (const tour of target) mustExist(problem, { ...tour, stops: [{ kind: "client", index: client }] }, 0);
  const isTarget = (tour: HandTour): boolean => to !== null && tour.vehicle === to.vehicle && tour.day === to.day;
  const isSource = (tour: HandTour): boolean =>
    holds(tour, client) && (from === undefined || (tour.vehicle === from.vehicle && tour.day === from.day));
  const before = tours.filter((tour) => isTarget(tour) || isSource(tour));
  const others = tours.filter((tour) => !before.includes(tour));
  const after: HandTour[] = [];
  for (const tour of before.some(isTarget) ? before : [...before, ...target]) {
    const clients = clientsOf(tour).filter((each) => each !== client || !isSource(tour));
    if (to !== null && isTarget(tour)) {
      if (!(to.position >= 0 && to.position <= clients.length))
        throw new Error(`Position ${to.position} is not among the ${clients.length + 1} of that tour.`);
      clients.splice(to.position, 0, client);
    }
    if (clients.length === 0) continue;
    const stops = clients.map((index): PlannedStop => ({ kind: "client", index }));
    after.push(settleAmong(problem, { ...tour, stops }, [...others, ...after]));
  }
  return { before, after, others };
}

/** Unloading placed in the room that the other tours of the day leave. */
function settleAmong(problem: RoutingProblem, tour: HandTour, others: readonly HandTour[]): HandTour {
  const taken = tippedOn(problem, others, tour.day);
  const room = problem.facilities.map(({ capacityPerDay }, f) =>
    capacityPerDay === null ? null : Math.max(0, capacityPerDay - taken[f]!),
  );
  return settle(problem, tour, room);
}

/** Of the days and vehicles that the move touches, before or after it. */
function ofThePlan(
  problem: RoutingProblem,
  others: readonly HandTour[],
  tours: readonly HandTour[],
  also: readonly HandTour[],
): Violation[] {
  const touched = [...tours, ...also];
  const frozen = brokenFrozen(problem, tours).filter(({ vehicle, day }) =>
    touched.some((tour) => tour.vehicle === vehicle && tour.day === day),
  );
  const overfull = overfullFacilities(problem, [...others, ...tours]).filter((violation) =>
    touched.some(({ day }) => day === violation.day),
  );
  return [...overfull, ...frozen];
}

function holds({ stops }: HandTour, client: number): boolean {
  return stops.some(({ kind, index }) => kind === "client" && index === client);
}

/** Two tours of one vehicle on a day, clients served twice or on wrong days, required clients on no tour. */
function coverage(problem: RoutingProblem, tours: readonly HandTour[]): Violation[] {
  const found: Violation[] = [];
  const nowhere = { stop: -1, client: -1, facility: -1, unit: "count" };
  const slots = new Map<string, number>();
  const days = problem.clients.map((): number[] => []);
  for (const tour of tours) {
    const { vehicle, day } = tour;
    const count = (slots.get(`${vehicle}/${day}`) ?? 0) + 1;
    slots.set(`${vehicle}/${day}`, count);
    if (count === 2) found.push({ ...nowhere, code: "vehicleTwice", vehicle, day, limit: 1, needed: 2 });
    tour.stops.forEach(({ kind, index: client }, stop) => {
      if (kind !== "client") return;
      const needed = days[client]!.push(day);
      if (needed > 1 && problem.clients[client]!.daySets === undefined)
        found.push({ ...nowhere, code: "clientTwice", vehicle, day, stop, client, limit: 1, needed });
    });
  }
  problem.clients.forEach(({ prizeCents, daySets }, client) => {
    const visits = days[client]!;
    const onNoTour = { ...nowhere, vehicle: -1, day: -1, client, limit: 0, needed: 1 };
    if (visits.length === 0 && prizeCents === null) found.push({ ...onNoTour, code: "clientLost" });
    if (visits.length > 0 && daySets !== undefined && !daySets.some((days) => sameDays(days, visits)))
      found.push({ ...onNoTour, code: "daySet" });
  });
  return found;
}

function sameDays(set: readonly number[], days: readonly number[]): boolean {
  return set.length === days.length && set.every((day) => days.includes(day));
}

function mustExist(problem: RoutingProblem, { vehicle, day, stops }: HandTour, k: number): void {
  const check = (what: string, index: number, count: number): void => {
    if (Number.isInteger(index) && index >= 0 && index < count) return;
    throw new Error(`Tour ${k} names ${what} ${index}; there are ${count}.`);
  };
  check("vehicle", vehicle, problem.vehicles.length);
  check("day", day, problem.days);
  for (const { kind, index } of stops)
    if (kind !== "break") check(kind, index, (kind === "client" ? problem.clients : problem.facilities).length);
}
