/**
 * The dispatcher's board: tours made or moved by hand, every violation on them, and the price of a move before it is
 * made. A move is priced on the two tours it concerns alone, whatever the size of the board.
 */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import type { HandPlan, HandTour, JudgedTour, Move, MovePrice, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import { overdrawnYards, takenOn } from "./containers.ts";
import { brokenFrozen, clientsOf, deviationCents } from "./dispatch.ts";
import { overfullFacilities, tippedOn } from "./loads.ts";
import { brokenPrecedence, inOrderOfWaiting, judgeTogether, readyAfter, tiedTo, usesPrecedence } from "./precedence.ts";
import { settle } from "./settle.ts";
import { tourOf } from "./tourOf.ts";

/** Tours with their unloading placed. Immutable; `move` makes another. */
export interface Board {
  readonly problem: RoutingProblem;
  readonly tours: readonly HandTour[];
}

/** Throws when a tour names a vehicle, day, client, facility or yard that does not exist. */
export function openBoard(problem: RoutingProblem, tours: readonly HandTour[]): Board {
  tours.forEach((tour, k) => mustExist(problem, tour, k));
  const settled = new Map<HandTour, HandTour>();
  for (const tour of inOrderOfWaiting(problem, tours))
    if (tour.stops.length > 0) settled.set(tour, settleAmong(problem, tour, [...settled.values()]));
  return { problem, tours: tours.flatMap((tour) => settled.get(tour) ?? []) };
}

/** A finished plan as a board: its tours unload where they do in the plan until a move touches them. */
export function boardOf(problem: RoutingProblem, solution: RoutingSolution): Board {
  return { problem, tours: solution.routes.map(tourOf) };
}

/**
 * What a move costs and which rules it breaks; the tours concerned unload where it is cheapest afterwards. Tours that
 * wait for the clients of one of them, or are waited for, are timed anew with it.
 * Throws when the client, vehicle, day or position does not exist.
 */
export function priceMove(board: Board, move: Move): MovePrice {
  const { problem } = board;
  const { before, after, others } = change(board, move);
  const tied = tiedTo(problem, [...before, ...after], others);
  const judgedBefore = judgeTogether(
    problem,
    board.tours.filter((tour) => before.includes(tour) || tied.includes(tour)),
  );
  const tours = judgeTogether(problem, [...after, ...tied].sort(byDay));
  const cents = (list: readonly JudgedTour[]): number => list.reduce((sum, { route }) => sum + route.costCents, 0);
  const prize = problem.clients[move.client]!.prizeCents ?? 0;
  const missedOn = (list: readonly HandTour[]): number =>
    [...others, ...list].some((tour) => holds(tour, move.client)) ? 0 : prize;
  const moved = deviationCents(problem, [move.client], after) - deviationCents(problem, [move.client], before);
  const missed = missedOn(after) - missedOn(before);
  return {
    deltaCents: cents(tours) - cents(judgedBefore) + missed + moved,
    violations: [
      ...tours.flatMap((tour) => tour.violations),
      ...ofThePlan(problem, others, after, before),
      ...brokenPrecedence(problem, tours),
    ],
    violationsBefore: [
      ...judgedBefore.flatMap((tour) => tour.violations),
      ...ofThePlan(problem, others, before, after),
      ...brokenPrecedence(problem, judgedBefore),
    ],
    tours,
  };
}

export function makeMove(board: Board, move: Move): Board {
  const { after, others } = change(board, move);
  return { problem: board.problem, tours: [...others, ...after].sort(byDay) };
}

function byDay(a: HandTour, b: HandTour): number {
  return a.day - b.day || a.vehicle - b.vehicle;
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
      ...overdrawnYards(problem, board.tours),
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
  const changed: HandTour[] = [];
  for (const tour of before.some(isTarget) ? before : [...before, ...target]) {
    const clients = clientsOf(tour).filter((each) => each !== client || !isSource(tour));
    if (to !== null && isTarget(tour)) {
      if (!(to.position >= 0 && to.position <= clients.length))
        throw new Error(`Position ${to.position} is not among the ${clients.length + 1} of that tour.`);
      clients.splice(to.position, 0, client);
    }
    if (clients.length === 0) continue;
    const stops = clients.map((index): PlannedStop => ({ kind: "client", index }));
    changed.push({ vehicle: tour.vehicle, day: tour.day, stops });
  }
  const after: HandTour[] = [];
  for (const tour of inOrderOfWaiting(problem, changed)) after.push(settleAmong(problem, tour, [...others, ...after]));
  return { before, after, others };
}

/** Everything placed in the room, and after the clients, that the other tours of the day leave. */
function settleAmong(problem: RoutingProblem, tour: HandTour, others: readonly HandTour[]): HandTour {
  const tipped = tippedOn(problem, others, tour.day);
  const taken = takenOn(problem, others, tour.day);
  const left = (limit: number | null, used: number): number | null =>
    limit === null ? null : Math.max(0, limit - used);
  const room = {
    facilities: problem.facilities.map(({ capacityPerDay }, f) => left(capacityPerDay, tipped[f]!)),
    spares: (problem.yards ?? []).map(({ sparesPerDay }, yard) =>
      sparesPerDay.map((limit, type) => left(limit, taken[yard]![type]!)),
    ),
  };
  if (!usesPrecedence(problem)) return settle(problem, tour, room);
  const judged = judgeTogether(problem, tiedTo(problem, [tour], others));
  return settle(problem, tour, room, readyAfter(problem, judged, tour.day));
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
  const today = [...others, ...tours].filter((tour) => touched.some(({ day }) => day === tour.day));
  return [...overfullFacilities(problem, today), ...overdrawnYards(problem, today), ...frozen];
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
  const counts = {
    client: problem.clients.length,
    facility: problem.facilities.length,
    yard: problem.yards?.length ?? 0,
  };
  for (const { kind, index } of stops) {
    if (kind !== "break" && kind !== "return") check(kind, index, counts[kind]);
    if (kind === "return" && problem.clients[index]?.job === undefined)
      throw new Error(`Tour ${k} brings back a container of client ${index}, which has none.`);
  }
}
