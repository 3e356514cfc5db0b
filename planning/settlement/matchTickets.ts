/**
 * Finds the unloading that a ticket belongs to. A match is made only where it is the only one that facts allow: facility, day,
 * vehicle, material, source as far as the ticket names them; then the order in time of one vehicle; then a weight and a time that
 * fit one unloading alone. Whatever is left goes to a person, with everything that fits. The order of tickets plays no part.
 */
import { localDate } from "../../domain/localTime.ts";
import { distributeCents } from "../../domain/money.ts";
import type { Candidate, Match, Weighing, WeighingState } from "../../domain/settlement/weighing.ts";
import { weekOf } from "../../domain/week.ts";
import type { Region } from "../../domain/region/tables.ts";
import { decidedOn, type DecidedOn } from "./decisions.ts";
import { unloadingKey, type PlannedLot, type Unloading } from "./unloadings.ts";

/** Loads of one vehicle in the order of time are taken for one another only if none is further off than this. */
const ORDER_PART = 0.35;
/** Without a vehicle on the ticket, weight and time must be this near, and near to one unloading alone. */
const TIGHT_PART = 0.1;
const TIGHT_MS = 45 * 60_000;

/** Why a ticket is open. */
export type OpenWhy = "negativeNet" | "unknownFacility" | "unmatched" | "ambiguous";

export interface MatchedTicket {
  readonly weighing: Weighing;
  readonly state: WeighingState;
  readonly match: Match | null;
  readonly why: OpenWhy | null;
  /** Of an ambiguous ticket. */
  readonly candidates: readonly Unloading[];
  readonly unloading: Unloading | null;
  readonly decided: DecidedOn;
}

interface Waiting {
  readonly weighing: Weighing;
  readonly decided: DecidedOn;
  readonly fits: readonly Unloading[];
  found: { readonly unloading: Unloading; readonly how: Match["how"] } | null;
}

/** @returns in the order of ticket ids */
export function matchTickets(
  weighings: readonly Weighing[],
  unloadings: readonly Unloading[],
  region: Region,
): MatchedTicket[] {
  const sorted = [...weighings].sort((a, b) => (a.ticket.id < b.ticket.id ? -1 : 1));
  const all = sorted.map((weighing): Waiting => {
    const decided = decidedOn(weighing);
    const usable = !decided.voided && faultOf(weighing, decided) === null;
    return { weighing, decided, fits: usable ? unloadings.filter((u) => fits(weighing, u)) : [], found: null };
  });
  const taken = new Set<string>();
  byHand(all, unloadings, taken);
  const open = all.filter((one) => one.found === null && one.fits.length > 0);
  for (let before = -1; before !== taken.size;) {
    before = taken.size;
    onlyOnes(open, taken);
    if (taken.size === before) inOrder(open, taken);
    if (taken.size === before) tightOnes(open, taken);
  }
  return all.map((one) => outcome(one, taken, region));
}

/** What is wrong with the weight or the place, whatever tours there were. */
export function faultOf({ ticket }: Weighing, { confirmed }: DecidedOn): OpenWhy | null {
  const { grossKg, tareKg, netKg } = ticket;
  const differs = grossKg !== null && tareKg !== null && grossKg - tareKg !== netKg;
  if (netKg <= 0 || (differs && !confirmed)) return "negativeNet";
  return ticket.facilityId === null ? "unknownFacility" : null;
}

function fits({ ticket }: Weighing, unloading: Unloading): boolean {
  const { facilityId, weighedAt, vehicleId, fraction, form, storageId } = ticket;
  return (
    unloading.facilityId === facilityId &&
    unloading.date === localDate(weighedAt) &&
    (vehicleId === null || unloading.vehicleId === vehicleId) &&
    (fraction === null || unloading.lots.some((lot) => lot.fraction === fraction)) &&
    (form === null || unloading.lots.some((lot) => lot.form === form)) &&
    (storageId === null || unloading.lots.some((lot) => lot.storageId === storageId))
  );
}

function take(one: Waiting, unloading: Unloading, how: Match["how"], taken: Set<string>): void {
  one.found = { unloading, how };
  taken.add(unloadingKey(unloading));
}

const freeOf = ({ fits }: Waiting, taken: ReadonlySet<string>): Unloading[] =>
  fits.filter((unloading) => !taken.has(unloadingKey(unloading)));

/** Who decided first keeps the unloading. */
function byHand(all: readonly Waiting[], unloadings: readonly Unloading[], taken: Set<string>): void {
  const decided = all.filter((one) => !one.decided.voided && one.decided.matchTo !== null);
  const first = (one: Waiting): string => one.decided.matchTo!.at;
  for (const one of decided.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0))) {
    const key = unloadingKey(one.decided.matchTo!);
    const unloading = unloadings.find((u) => unloadingKey(u) === key);
    const sound = faultOf(one.weighing, one.decided) === null;
    if (sound && unloading !== undefined && !taken.has(key)) take(one, unloading, "byHand", taken);
  }
}

/** One ticket fits one free unloading, and no other ticket fits it. */
function onlyOnes(open: readonly Waiting[], taken: Set<string>): void {
  const wanted = new Map<string, number>();
  const left = open.filter((one) => one.found === null);
  for (const one of left)
    for (const u of freeOf(one, taken)) wanted.set(unloadingKey(u), (wanted.get(unloadingKey(u)) ?? 0) + 1);
  const alone = left.flatMap((one) => {
    const free = freeOf(one, taken);
    return free.length === 1 && wanted.get(unloadingKey(free[0]!)) === 1 ? [[one, free[0]!] as const] : [];
  });
  for (const [one, unloading] of alone) take(one, unloading, "automatic", taken);
}

/** A vehicle tips its loads one after the other: as many tickets as unloadings stand in the same order. */
function inOrder(open: readonly Waiting[], taken: Set<string>): void {
  const groups = new Map<string, Waiting[]>();
  for (const one of open) {
    if (one.found !== null || one.weighing.ticket.vehicleId === null) continue;
    const key = freeOf(one, taken).map(unloadingKey).sort().join("|");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const [key, group] of groups) {
    const free = freeOf(group[0]!, taken).sort((a, b) => (a.arrivalAt < b.arrivalAt ? -1 : 1));
    const contested = open.some(
      (one) =>
        one.found === null && !group.includes(one) && freeOf(one, taken).some((u) => key.includes(unloadingKey(u))),
    );
    const times = new Set(group.map((one) => Date.parse(one.weighing.ticket.weighedAt)));
    if (contested || free.length !== group.length || times.size !== group.length) continue;
    const tickets = [...group].sort(
      (a, b) => Date.parse(a.weighing.ticket.weighedAt) - Date.parse(b.weighing.ticket.weighedAt),
    );
    if (tickets.every((one, i) => isNear(one.weighing.ticket.netKg, free[i]!.plannedKg, ORDER_PART)))
      tickets.forEach((one, i) => take(one, free[i]!, "automatic", taken));
  }
}

/** Weight and time fit one unloading alone, and that one fits no other ticket. */
function tightOnes(open: readonly Waiting[], taken: Set<string>): void {
  const left = open.filter((one) => one.found === null);
  const tight = left.map((one) => freeOf(one, taken).filter((unloading) => isTight(one.weighing, unloading)));
  left.forEach((one, i) => {
    const only = tight[i]!.length === 1 ? tight[i]![0]! : undefined;
    const others = tight.filter((list, k) => k !== i && only !== undefined && list.includes(only));
    if (only !== undefined && others.length === 0 && !taken.has(unloadingKey(only)))
      take(one, only, "automatic", taken);
  });
}

const isNear = (kg: number, plannedKg: number, part: number): boolean => Math.abs(kg - plannedKg) <= part * plannedKg;

const isTight = ({ ticket }: Weighing, unloading: Unloading): boolean =>
  isNear(ticket.netKg, unloading.plannedKg, TIGHT_PART) &&
  Math.abs(Date.parse(ticket.weighedAt) - Date.parse(unloading.arrivalAt)) <= TIGHT_MS;

function outcome(one: Waiting, taken: ReadonlySet<string>, region: Region): MatchedTicket {
  const { weighing, decided, found } = one;
  const base = { weighing, decided, match: null, why: null, candidates: [], unloading: null };
  if (decided.voided) return { ...base, state: "void" };
  const state = weighing.ticket.refused || decided.refused ? "refused" : "matched";
  if (found !== null) {
    const { unloading, how } = found;
    const { week, tourId, stop, lots } = unloading;
    const match = { how, week, tourId, stop, lots: weighed(lots, weighing.ticket.netKg) };
    return { ...base, state, match, unloading };
  }
  const fault = faultOf(weighing, decided);
  if (fault !== null) return { ...base, state: "open", why: fault };
  if (one.fits.length === 0) {
    const lot = statedLot(weighing, region);
    if (lot === null) return { ...base, state: "open", why: "unmatched" };
    const week = weekOf(localDate(weighing.ticket.weighedAt));
    const match = {
      how: "stated" as const,
      week,
      tourId: null,
      stop: null,
      lots: weighed([lot], weighing.ticket.netKg),
    };
    return { ...base, state, match };
  }
  const free = freeOf(one, taken);
  return { ...base, state: "open", why: free.length === 0 ? "unmatched" : "ambiguous", candidates: free };
}

/** The load's weight by what was expected of its parts. */
function weighed(lots: readonly PlannedLot[], netKg: number): Match["lots"] {
  const parts = distributeCents(
    netKg,
    lots.map((lot) => lot.plannedKg),
  );
  return lots.map((lot, i) => ({ ...lot, weighedKg: parts[i]! }));
}

/** The ticket names its storage, and no tour of ours was there that day: somebody drove by himself. */
function statedLot({ ticket }: Weighing, region: Region): PlannedLot | null {
  const storage = region.storages.find((one) => one.id === ticket.storageId);
  const stream = region.streams.find((one) => one.id === storage?.streamId);
  if (storage === undefined || stream === undefined) return null;
  const form = ticket.form ?? "loose";
  return {
    ...{ pickupId: null, storageId: storage.id, pointId: storage.pointId, streamId: stream.id },
    ...{ fraction: stream.fraction, form, plannedKg: 0 },
  };
}

export const candidateOf = (unloading: Unloading): Candidate => ({
  ...{ week: unloading.week, tourId: unloading.tourId, stop: unloading.stop },
  ...{ vehicleId: unloading.vehicleId, vehicleName: unloading.vehicleName, arrivalAt: unloading.arrivalAt },
  ...{ plannedKg: unloading.plannedKg, storageIds: [...new Set(unloading.lots.map((lot) => lot.storageId))] },
});
