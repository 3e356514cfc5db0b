/**
 * A CO2e balance by the logic of ISO 14083: a chain of transport elements (driving, and shredding as the hub's operation) counted from
 * litres of diesel, well to wheel. What a plant does with the material is no transport: it stands apart, and because methods differ
 * by more than the transport weighs, with what every known method would give.
 */
import type { FacilityKind } from "../region/facilities.ts";

/** What happened or is planned, before any factor. */
export interface Co2Activity {
  /** Of all vehicles, empty ways too. */
  readonly drivenMetres: number;
  /** Material moved, over the great circle between its two ends: not the way driven, which would reward detours. */
  readonly moved: readonly { readonly massKg: number; readonly metres: number }[];
  readonly shreddedKg: number;
  readonly treated: readonly { readonly kind: FacilityKind; readonly massKg: number }[];
}

/** One element of the chain. */
export interface Operation {
  readonly litres: number;
  readonly kgCo2e: number;
}

export interface Treatment {
  readonly kind: FacilityKind;
  readonly massKg: number;
  readonly kgCo2ePerTonne: number;
  readonly kgCo2e: number;
}

/** The same activity by one method; the first is the factor set itself. */
export interface MethodTotal {
  readonly name: string;
  readonly transportKgCo2e: number;
  readonly treatmentKgCo2e: number;
  readonly kgCo2e: number;
}

export interface Co2Balance {
  /** Name and version, as plans name it. */
  readonly factorSet: string;
  readonly driving: Operation & {
    readonly drivenMetres: number;
    readonly tonneKilometres: number;
    /** g CO2e a tonne-kilometre; null when nothing was moved. */
    readonly gramsPerTonneKilometre: number | null;
  };
  readonly shredding: Operation & { readonly massKg: number; readonly kgCo2ePerTonne: number | null };
  /** Driving and shredding: the balance of ISO 14083. */
  readonly transportKgCo2e: number;
  /** Outside of it, by kind of plant. */
  readonly treatments: readonly Treatment[];
  readonly treatmentKgCo2e: number;
  /** Both, by the factor set. */
  readonly kgCo2e: number;
  readonly methods: readonly MethodTotal[];
}

/** Of two balances by the same methods: what the second saves against the first, by the factor set and at the ends of the range. */
export interface Co2Saving {
  readonly kgCo2e: number;
  readonly lowKgCo2e: number;
  readonly highKgCo2e: number;
}

export function savingBetween(alone: Co2Balance, joint: Co2Balance): Co2Saving {
  const byMethod = alone.methods.map((method, m) => method.kgCo2e - joint.methods[m]!.kgCo2e);
  return {
    kgCo2e: alone.kgCo2e - joint.kgCo2e,
    lowKgCo2e: Math.min(...byMethod),
    highKgCo2e: Math.max(...byMethod),
  };
}

/** Least and most that the methods give. */
export function rangeOf({ methods }: Co2Balance): { readonly lowKgCo2e: number; readonly highKgCo2e: number } {
  const totals = methods.map(({ kgCo2e }) => kgCo2e);
  return { lowKgCo2e: Math.min(...totals), highKgCo2e: Math.max(...totals) };
}
