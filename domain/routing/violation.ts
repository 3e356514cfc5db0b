/** The words of an explanation: which limit is broken, where, and by how much. */

/**
 * Of the plan: `vehicleTwice` two tours of one vehicle on one day · `clientTwice` · `clientLost` a required client on no
 * tour · `daySet` on days that are none of its day sets · `facilityCapacity` · `frozen` a frozen route changed ·
 * `precedence` begun before another client that comes first has been served, or that one is on no tour.
 * Of a tour: `dayOff` no shift · `release` (only as a reason) the trip that could serve it would leave too late · `lock` another vehicle or day than locked · `order` · `capability` bits missing ·
 * `capacity` · `material` two on one trip · `facilityRefused`, `notAccepted` tipped where the client may not, or the
 * facility does not take it · `notEmpty` home with a load to tip · `closed` the client does not open that day ·
 * `window` begun after the last window · `facilityClosed` · `breakLeg` one leg longer than may be driven without a break ·
 * `breakMissing` · `breakShort` · `maxStops`, `maxLoadPerDay`, `driving`, `duration`, `distance` more than one
 * route may have · `shift` back too late.
 */
export type ViolationCode =
  | "vehicleTwice"
  | "clientTwice"
  | "clientLost"
  | "dayOff"
  | "capability"
  | "capacity"
  | "material"
  | "facilityRefused"
  | "notEmpty"
  | "closed"
  | "window"
  | "facilityClosed"
  | "facilityCapacity"
  | "daySet"
  | "frozen"
  | "lock"
  | "precedence"
  | "release"
  | "order"
  | "notAccepted"
  | "breakLeg"
  | "breakMissing"
  | "breakShort"
  | "maxStops"
  | "maxLoadPerDay"
  | "duration"
  | "distance"
  | "driving"
  | "shift";

/** `needed` exceeds `limit`, both in `unit`: a load dimension's name, `s` (clock time or duration), `m`, `bits`, `count`. */
export interface Violation {
  readonly code: ViolationCode;
  readonly vehicle: number;
  readonly day: number;
  /** Index into the stops of the tour, with its facilities and the breaks it names; -1: the tour as a whole. */
  readonly stop: number;
  /** The client or facility concerned; -1: none. */
  readonly client: number;
  readonly facility: number;
  readonly limit: number;
  readonly needed: number;
  readonly unit: string;
}
