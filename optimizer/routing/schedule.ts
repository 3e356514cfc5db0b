/**
 * The times of a fixed sequence of stops: the shortest route duration that all windows allow.
 *
 * With one window a stop the latest departure that still reaches the end at its earliest is optimal (Savelsbergh 1992,
 * "forward time slack"). With several windows a later window may save more waiting than it costs, so the stop whose
 * window holds the departure back is moved to its next window and the sequence is timed again; every round removes a
 * window for good, hence it ends, and it stops at once when no waiting is left.
 */
import type { Vehicle } from "../../domain/routing/problem.ts";
import { breakLength } from "./breaks.ts";
import type { Model } from "./model.ts";

const NONE = Number.POSITIVE_INFINITY;
/** Departures fall on 1/1024 s: with fractional travel times a sum must not slip past a window by a rounding error. */
const TICKS = 1024;

/** Earliest allowed start at a place at or after `time`; Infinity when its windows of the day are over. */
export function earliestStart(model: Model, place: number, day: number, time: number): number {
  if (model.releases !== null && place < model.clientCount) {
    const released = model.releases.day[place]!;
    if (released > day) return NONE;
    if (released === day) time = Math.max(time, model.releases.second[place]!);
  }
  const row = place * model.days + day;
  const end = model.firstWindow[row + 1]!;
  for (let w = model.firstWindow[row]!; w < end; w++) {
    if (time <= model.windowLatest[w]!) return Math.max(time, model.windowEarliest[w]!);
  }
  return NONE;
}

/** Latest allowed start at a place at or before `time`; -Infinity when no window has opened. */
export function latestStart(model: Model, place: number, day: number, time: number): number {
  const row = place * model.days + day;
  let latest = Number.NEGATIVE_INFINITY;
  for (let w = model.firstWindow[row]!; w < model.firstWindow[row + 1]!; w++) {
    if (model.windowEarliest[w]! > time) break;
    latest = Math.max(latest, Math.min(time, model.windowLatest[w]!));
  }
  return latest;
}

/** A sequence of places with the breaks decided; filled by the caller, timed by `tighten`. */
export class Itinerary {
  readonly model: Model;
  count = 0;
  departure = 0;
  arrival = 0;
  places: Int32Array;
  /** Kind of break (breaks.ts) before the leg to this place; the last entry stands for the leg to the end. */
  breakBefore: Uint8Array;
  /** Packed empty containers on board at the start and after each yard; 0 without container jobs. */
  startEmpties = 0;
  empties: Int32Array;
  private floors: Float64Array;

  constructor(model: Model) {
    this.model = model;
    this.places = new Int32Array(64);
    this.breakBefore = new Uint8Array(65);
    this.empties = new Int32Array(64);
    this.floors = new Float64Array(64);
  }

  reserve(count: number): void {
    if (count <= this.places.length) return;
    this.places = new Int32Array(2 * count);
    this.breakBefore = new Uint8Array(2 * count + 1);
    this.empties = new Int32Array(2 * count);
    this.floors = new Float64Array(2 * count);
  }

  /** Travel to entry `i` (the end when `i === count`), the break before it included. */
  legSeconds(vehicle: Vehicle, durations: Float64Array, i: number): number {
    const { model, places, count } = this;
    const from = i === 0 ? vehicle.startLocation : model.placeLocation[places[i - 1]!]!;
    const to = i === count ? vehicle.endLocation : model.placeLocation[places[i]!]!;
    const kind = this.breakBefore[i]!;
    const pause = kind === 0 ? 0 : breakLength(vehicle.breakRule, kind);
    return durations[from * model.locationCount + to]! + pause;
  }

  /** Sets `departure` and `arrival` for the shortest duration; returns it, or Infinity when no timing exists. */
  tighten(vehicle: Vehicle, durations: Float64Array, day: number): number {
    const shift = vehicle.shifts[day]!;
    let best = NONE;
    this.floors.fill(Number.NEGATIVE_INFINITY, 0, this.count);
    for (;;) {
      const end = this.earliestEnd(vehicle, durations, day, shift.earliest);
      if (end > shift.latest) return best;
      const { departure: exact, holding } = this.latestDeparture(vehicle, durations, day, end);
      const departure = Math.max(shift.earliest, Math.floor(exact * TICKS) / TICKS);
      if (end - departure < best) {
        best = end - departure;
        this.departure = departure;
        this.arrival = end;
      }
      if (holding < 0 || !this.moveOn(day, holding)) return best;
    }
  }

  /** Drives from `departure` and calls `visit` with every place and the end of the service there. */
  eachEnd(vehicle: Vehicle, durations: Float64Array, day: number, visit: (place: number, end: number) => void): void {
    let time = this.departure;
    for (let i = 0; i < this.count; i++) {
      const place = this.places[i]!;
      time = earliestStart(this.model, place, day, time + this.legSeconds(vehicle, durations, i));
      time += this.model.placeSeconds[place]!;
      visit(place, time);
    }
  }

  private earliestEnd(vehicle: Vehicle, durations: Float64Array, day: number, departure: number): number {
    let time = departure;
    for (let i = 0; i < this.count; i++) {
      const place = this.places[i]!;
      const ready = Math.max(time + this.legSeconds(vehicle, durations, i), this.floors[i]!);
      const start = earliestStart(this.model, place, day, ready);
      if (start === NONE) return NONE;
      time = start + this.model.placeSeconds[place]!;
    }
    return time + this.legSeconds(vehicle, durations, this.count);
  }

  /** `holding`: the first stop whose window keeps the departure early though there is waiting later; -1 if none. */
  private latestDeparture(
    vehicle: Vehicle,
    durations: Float64Array,
    day: number,
    end: number,
  ): { departure: number; holding: number } {
    let time = end - this.legSeconds(vehicle, durations, this.count);
    let holding = -1;
    for (let i = this.count - 1; i >= 0; i--) {
      const place = this.places[i]!;
      const wish = time - this.model.placeSeconds[place]!;
      const start = latestStart(this.model, place, day, wish);
      // Rounding of sums must not count as waiting.
      if (start < wish - 1e-6) {
        holding = i;
        this.heldAt = start;
      }
      time = start - this.legSeconds(vehicle, durations, i);
    }
    return { departure: time, holding };
  }

  private heldAt = 0;

  /** Forbids the window that holds stop `i` back; false when no later window exists. */
  private moveOn(day: number, i: number): boolean {
    const place = this.places[i]!;
    const row = place * this.model.days + day;
    for (let w = this.model.firstWindow[row]!; w < this.model.firstWindow[row + 1]!; w++) {
      if (this.model.windowEarliest[w]! > this.heldAt) {
        this.floors[i] = this.model.windowEarliest[w]!;
        return true;
      }
    }
    return false;
  }
}
