/**
 * A flow problem in numbers: what lies where, who may take it where, and at which price. Rules and units: docs/model.md.
 *
 * Indices replace ids; `planning/flow` translates. Members are the players of the cost game, bit `i` of a coalition is
 * member `i`. Mass kg, volume m³, time seconds, distance metres, money cents.
 */

export const CONTRACTOR = -1;
export const PUBLIC = -1;

/**
 * One member's part of a collection point. Members of a shared point decide on their own whether they shred, so that
 * what two groups do apart can always be done together at the same cost.
 */
export interface FlowPart {
  readonly point: number;
  readonly member: number;
  /** Above 0; the parts of a point sum to 1. */
  readonly share: number;
}

export interface FlowStorage {
  readonly point: number;
  readonly roomM3: number;
  /** Of it, kept free for more than is expected, at the end of each week; at most the room. Nothing when left out. */
  readonly keptFreeM3?: readonly number[];
}

/** One member's material in a storage. */
export interface FlowLot {
  readonly storage: number;
  readonly part: number;
  readonly looseKgPerM3: number;
  readonly shreddedKgPerM3: number;
  readonly shreddable: boolean;
  /** Whole kg. */
  readonly openingKg: number;
  readonly arrivalsKg: readonly number[];
}

export interface FlowFacility {
  /** Member that alone opens the door, or PUBLIC. */
  readonly owner: number;
  readonly weeklyCapacityKg: number;
  /** Cost of opening it for the period; `null` for a site that is open anyway. */
  readonly candidateCents: number | null;
  readonly minimumKg: number;
  readonly penaltyCentsPerTonne: number;
  /** Members bound by the minimum. */
  readonly holders: number;
  readonly treatmentKgCo2ePerKg: number;
}

/** One way to take a lot to a facility, in one form, with one class of vehicles. */
export interface HaulOption {
  readonly lot: number;
  readonly facility: number;
  readonly shredded: boolean;
  readonly fleetClass: number;
  /** Calibrated work per kg. */
  readonly secondsPerKg: number;
  readonly metresPerKg: number;
  /** The fee per unit: per tonne (1000 kg), or per m³ (as many kg as the density says). Negative is revenue. */
  readonly gateCents: number;
  readonly gateKgPerUnit: number;
}

export interface FlowVehicle {
  readonly fleetClass: number;
  /** Member, or CONTRACTOR. */
  readonly owner: number;
  readonly weeklySeconds: number;
  readonly shiftSeconds: number;
  readonly centsPerHour: number;
  readonly centsPerKm: number;
  readonly fixedCentsPerShift: number;
  readonly tollCentsPerKm: number;
}

export interface FlowShredder {
  readonly owner: number;
  readonly kgPerHour: number;
  readonly hoursPerWeek: number;
  readonly centsPerHour: number;
  readonly setupCents: number;
  readonly mobilisationCents: number;
}

export interface FlowProblem {
  readonly members: number;
  readonly weeks: number;
  readonly points: number;
  readonly parts: readonly FlowPart[];
  readonly storages: readonly FlowStorage[];
  readonly lots: readonly FlowLot[];
  readonly facilities: readonly FlowFacility[];
  readonly options: readonly HaulOption[];
  readonly fleetClasses: number;
  readonly vehicles: readonly FlowVehicle[];
  readonly shredders: readonly FlowShredder[];
  readonly speedMetresPerSecond: number;
  readonly overflowCentsPerTonneWeek: number;
  readonly closingCentsPerTonne: number;
  readonly transportKgCo2ePerMetre: number;
  readonly shreddingKgCo2ePerKg: number;
  readonly co2CentsPerTonne: number;
  /** Cost of each member's contributions over the period. */
  readonly contributionCents: readonly number[];
}

/** A coalition as a bitmask; up to 52 members, so arithmetic on it is on plain numbers and never with `<<`. */
export function hasMember(coalition: number, member: number): boolean {
  return Math.floor(coalition / 2 ** member) % 2 === 1;
}

export function coalitionOf(members: Iterable<number>): number {
  let coalition = 0;
  for (const member of members) coalition += 2 ** member;
  return coalition;
}

export function grandCoalition(problem: FlowProblem): number {
  return 2 ** problem.members - 1;
}

export function membersOf(problem: FlowProblem, coalition: number): number[] {
  return Array.from({ length: problem.members }, (_, m) => m).filter((m) => hasMember(coalition, m));
}

export function isUsable(owner: number, coalition: number): boolean {
  return owner < 0 || hasMember(coalition, owner);
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
