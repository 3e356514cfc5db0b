/**
 * Container jobs laid out for the search. Numbers of containers by type are packed into one whole number, four bits a
 * type: at most `MOST_TYPES` types and 15 of each.
 *
 * Places go on behind the facilities: first the yards, then one place a client where its container is set down again.
 */
import type { Client, RoutingProblem, TimeWindow } from "../../domain/routing/problem.ts";

export const MOST_TYPES = 7;
export const MOST_SLOTS = 4;
export const NO_JOB = 0;
export const EMPTY_AND_RETURN = 1;
export const SWAP = 2;
export const PICK_UP = 3;
export const DELIVER = 4;
const KINDS = { emptyAndReturn: EMPTY_AND_RETURN, swap: SWAP, pickUp: PICK_UP, deliver: DELIVER };
const LONG = 60 * 86_400;

export interface Containers {
  readonly typeCount: number;
  readonly typeSlots: readonly number[];
  /** By client: what is done there, and with which type. */
  readonly kind: Uint8Array;
  readonly type: Int32Array;
  readonly yardCount: number;
  readonly firstYard: number;
  readonly firstReturn: number;
  /** Yard at a location, -1 for none. */
  readonly yardAt: Int32Array;
  /** Packed sets of at most `MOST_SLOTS` slots, the smaller first; the first is empty. */
  readonly sets: readonly number[];
}

export interface Place {
  readonly location: number;
  readonly seconds: number;
  readonly windows: readonly (readonly TimeWindow[])[];
  readonly restsDriver: boolean;
}

export function countOf(packed: number, type: number): number {
  return (packed >> (4 * type)) & 15;
}

export function one(type: number): number {
  return 1 << (4 * type);
}

export function slotsOf({ typeSlots }: Containers, packed: number): number {
  let slots = 0;
  for (let type = 0; type < typeSlots.length; type++) slots += countOf(packed, type) * typeSlots[type]!;
  return slots;
}

export function unpack({ typeCount }: Containers, packed: number): number[] {
  return Array.from({ length: typeCount }, (_, type) => countOf(packed, type));
}

/** Null where no client has a container job. */
export function layOutContainers(problem: RoutingProblem): Containers | null {
  const { clients, facilities, yards = [], containerTypes = [] } = problem;
  if (clients.every((client) => client.job === undefined)) return null;
  const firstYard = clients.length + facilities.length;
  const yardAt = new Int32Array(problem.locationCount).fill(-1);
  yards.forEach((yard, index) => (yardAt[yard.location] = index));
  const typeSlots = containerTypes.map((type) => type.slots);
  return {
    typeCount: containerTypes.length,
    typeSlots,
    kind: Uint8Array.from(clients, ({ job }) => (job === undefined ? NO_JOB : KINDS[job.kind])),
    type: Int32Array.from(clients, ({ job }) => job?.containerType ?? -1),
    yardCount: yards.length,
    firstYard,
    firstReturn: firstYard + yards.length,
    yardAt,
    sets: setsOf(typeSlots),
  };
}

function setsOf(typeSlots: readonly number[]): number[] {
  const sets = new Map<number, number>();
  const grow = (packed: number, from: number, slots: number): void => {
    sets.set(packed, slots);
    for (let type = from; type < typeSlots.length; type++)
      if (slots + typeSlots[type]! <= MOST_SLOTS) grow(packed + one(type), type, slots + typeSlots[type]!);
  };
  grow(0, 0, 0);
  return [...sets.keys()].sort((a, b) => sets.get(a)! - sets.get(b)! || a - b);
}

/** Yards and returns, in the order of their places. */
export function containerPlaces({ clients, yards = [], days }: RoutingProblem): Place[] {
  const always = Array.from({ length: days }, () => [{ earliest: 0, latest: LONG }]);
  return [
    ...yards.map(({ location, serviceSeconds, windows }) => ({
      location,
      seconds: serviceSeconds,
      windows: windows ?? always,
      restsDriver: false,
    })),
    ...clients.map(({ location, job, windows }) => ({
      location,
      seconds: job?.returnSeconds ?? 0,
      windows,
      restsDriver: false,
    })),
  ];
}

/** Limits of the yards, yard by yard and type by type; they follow those of the facilities. */
export function spareLimits({ yards = [] }: RoutingProblem): number[] {
  return yards.flatMap((yard) => yard.sparesPerDay.map((spares) => spares ?? Number.POSITIVE_INFINITY));
}

/** True unless the client is a container job that needs more slots than the vehicle has. */
export function slotsSuffice(
  { containerTypes = [] }: RoutingProblem,
  { job }: Client,
  slots: number | undefined,
): boolean {
  return job === undefined || containerTypes[job.containerType]!.slots <= (slots ?? 0);
}
