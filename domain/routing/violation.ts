/** The words of an explanation: which limit is broken, where, and by how much. */

/**
 * Of the plan: `vehicleTwice` two tours of one vehicle on one day · `clientTwice` · `clientLost` a required client on no
 * tour · `daySet` on days that are none of its day sets · `facilityCapacity` · `frozen` a frozen route changed ·
 * `spares` more containers taken from a yard on a day than it has ·
 * `precedence` begun before another client that comes first has been served, or that one is on no tour.
 * Of a tour: `dayOff` no shift · `release` (only as a reason) the trip that could serve it would leave too late · `lock` another vehicle or day than locked · `order` · `capability` bits missing ·
 * `capacity` · `material` two on one trip · `facilityRefused`, `notAccepted` tipped where the client may not, or the
 * facility does not take it · `notEmpty` home with a load to tip · `closed` the client does not open that day ·
 * `window` begun after the last window · `facilityClosed` · `breakLeg` one leg longer than may be driven without a break ·
 * `breakMissing` · `breakShort` · `maxStops`, `maxLoadPerDay`, `driving`, `duration`, `distance` more than one
 * route may have · `shift` back too late · `lunch` none, though out all the time ·
 * `slots` more containers on board than the vehicle has slots for · `noEmpty` an empty container is to be set down and
 * none is on board · `notReturned` a container set down that is not on board, not empty, or not to come back; or one
 * still on board at the end · `noYard` begun or ended with empty ones where no yard is · `yardClosed`.
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
  | "shift"
  | "lunch"
  | "slots"
  | "noEmpty"
  | "notReturned"
  | "noYard"
  | "yardClosed"
  | "spares";

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
  /** The yard concerned, of `yardClosed` and `spares`; absent: none. */
  readonly yard?: number;
  readonly limit: number;
  readonly needed: number;
  readonly unit: string;
}
