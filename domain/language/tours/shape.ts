/**
 * Why a load stays and what a tour breaks, as a code with everything that a sentence on it names; and what must be said of it.
 * `de.ts`, `fr.ts` and `en.ts` say it; a code that a language does not know is a type error.
 */
import type { ViolationCode } from "../../routing/violation.ts";

/** How a sentence names a load: `5,2 t in Wadgassen`. */
export interface NamedLoad {
  readonly massKg: number;
  /** Name of the collection point. */
  readonly point: string;
}

/** How a sentence names a tour: `Abrollkipper 1 am 24.11.2026`. */
export interface NamedTour {
  readonly vehicle: string;
  readonly date: string;
}

/** As in `UnservedReason`; `notShredded`: it is shredded too late in the week to be fetched. */
export type WhyCode =
  | "price"
  | "noVehicle"
  | "notShredded"
  | Extract<
      ViolationCode,
      | "capability"
      | "closed"
      | "capacity"
      | "window"
      | "facilityClosed"
      | "facilityCapacity"
      | "breakLeg"
      | "driving"
      | "duration"
      | "distance"
      | "shift"
      | "lock"
      | "frozen"
      | "order"
      | "precedence"
      | "release"
      | "slots"
      | "spares"
    >;

/** Why a load stays where it is. `limit`, `needed` and `unit` as in `UnservedReason`. */
export interface Why {
  readonly code: string;
  readonly limit: number;
  readonly needed: number;
  readonly unit: string;
  readonly load: NamedLoad;
  /** Name of the facility that the load goes to. */
  readonly facility: string;
  /** Any one of these can take the load. */
  readonly capabilities: readonly string[];
  /** Vehicles of the region. */
  readonly vehicles: number;
  /** The cheapest place for it, were the limit not there, and its price; null: no insertion stands behind the reason. */
  readonly tour: NamedTour | null;
  readonly priceCents: number;
  /** First day of the week, from which seconds of `precedence` count. */
  readonly monday: string;
  /** Of `notShredded`: the day on which the shredder is done. */
  readonly shreddedOn?: string;
}

/** What does not hold on a tour. `limit`, `needed` and `unit` as in `Violation`. */
export interface Fault {
  readonly code: string;
  readonly limit: number;
  readonly needed: number;
  readonly unit: string;
  /** The load concerned; null: none. */
  readonly named: NamedLoad | null;
  /** Name of the facility concerned; null: none. */
  readonly facility: string | null;
}

export interface TourWords {
  /** The whole sentence: which load, and why. */
  stays(load: NamedLoad, why: string): string;
  /** The second half of that sentence, with its full stop. */
  readonly why: Readonly<Record<WhyCode, (why: Why) => string>>;
  /** A sentence that says what is wrong, not on which tour. */
  readonly broken: Readonly<Record<ViolationCode, (fault: Fault) => string>>;
  /** Of a code that is none of these; as the second half of a sentence. */
  other(code: string, needed: number, limit: number): string;
}

const DAY_SECONDS = 86_400;

/** What `precedence` needs and has, as day of the week (Monday is 0) and seconds of that day. */
export function momentOf(seconds: number): { readonly day: number; readonly seconds: number } {
  const day = Math.floor(seconds / DAY_SECONDS);
  return { day, seconds: seconds - day * DAY_SECONDS };
}

/** What is done on no tour is done at the week's end. */
export const isNever = (seconds: number): boolean => seconds >= 7 * DAY_SECONDS;
