/** The words of an explanation: which limit is broken, where, and by how much. */

/**
 * `vehicleTwice` two tours of one vehicle on one day · `clientTwice` · `clientLost` a required client on no tour ·
 * `dayOff` no shift · `capability` bits missing · `capacity` · `material` two on one trip · `facilityRefused` a load
 * tipped where it is not taken · `notEmpty` home with a load to tip · `closed` the client does not open that day ·
 * `window` begun after the last window · `facilityClosed` · `facilityCapacity` · `breakLeg` one leg longer than may be
 * driven without a break · `driving` more than one route may drive · `shift` back too late.
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
  | "breakLeg"
  | "driving"
  | "shift";

/** `needed` exceeds `limit`, both in `unit`: a load dimension's name, `s` (clock time or duration), `bits`, `count`. */
export interface Violation {
  readonly code: ViolationCode;
  readonly vehicle: number;
  readonly day: number;
  /** Index into the tour's stops, facilities counted, breaks not; -1: the tour as a whole. */
  readonly stop: number;
  /** The client or facility concerned; -1: none. */
  readonly client: number;
  readonly facility: number;
  readonly limit: number;
  readonly needed: number;
  readonly unit: string;
}
