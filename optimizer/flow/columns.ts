/** The variables of the flow model, with their prices. Tonnes, hours, kilometres, m³ and euros, so that coefficients stay near one. */
import type { LpBuilder } from "../lp/index.ts";
import type { FlowProblem, FlowVehicle } from "./problem.ts";

export const EUROS_PER_CENT = 1 / 100;
export const KG_PER_TONNE = 1000;

type ByWeek = readonly (readonly number[])[];

/** Column indices by [week] and then lot, storage, option, vehicle or shredder. */
export interface FlowColumns {
  /** Stocks at the end of the week, t, [week][lot]. */
  readonly loose: ByWeek;
  /** −1 where the material is not shreddable. */
  readonly shredded: ByWeek;
  /** Beyond the room, m³, [week][storage]. */
  readonly overflow: ByWeek;
  /** t, [week][option] */
  readonly haul: ByWeek;
  /** t, [week][shredder][lot]; −1 where the material is not shreddable. */
  readonly shredding: readonly ByWeek[];
  /** Whole, [week][shredder][part]. */
  readonly campaign: readonly ByWeek[];
  /** Machines, [week][shredder]. */
  readonly mobilised: ByWeek;
  /** [week][vehicle] */
  readonly hours: ByWeek;
  readonly kilometres: ByWeek;
  /** Whole for candidate sites, [facility]. */
  readonly opened: readonly number[];
  /** t below the minimum quantity, [facility]. */
  readonly shortfall: readonly number[];
  /** t left at the end beyond the opening stock, [lot]. */
  readonly closingExcess: readonly number[];
}

export function addColumns(problem: FlowProblem, lp: LpBuilder): FlowColumns {
  const { storages, lots, options, shredders, parts, vehicles, facilities } = problem;
  const weeks = Array.from({ length: problem.weeks }, (_, w) => w);
  const byWeek = <T>(items: readonly T[], cost: (item: T) => number) =>
    weeks.map(() => items.map((item) => lp.column({ cost: cost(item) })));
  const free = () => 0;
  return {
    loose: byWeek(lots, free),
    shredded: weeks.map(() => lots.map((lot) => (lot.shreddable ? lp.column({ cost: 0 }) : -1))),
    overflow: weeks.map(() => storages.map((_, s) => lp.column({ cost: overflowCost(problem, s) }))),
    haul: byWeek(options, (o) => {
      const treatment = facilities[o.facility]!.treatmentKgCo2ePerKg * eurosPerKgCo2e(problem);
      return ((o.gateCents / o.gateKgPerUnit) * EUROS_PER_CENT + treatment) * KG_PER_TONNE;
    }),
    shredding: weeks.map(() =>
      shredders.map((k) => lots.map((lot) => (lot.shreddable ? lp.column({ cost: shreddingCost(problem, k) }) : -1))),
    ),
    campaign: weeks.map(() =>
      shredders.map((k) =>
        parts.map((p) => lp.column({ cost: k.setupCents * p.share * EUROS_PER_CENT, upper: 1, integer: true })),
      ),
    ),
    mobilised: byWeek(shredders, (k) => k.mobilisationCents * EUROS_PER_CENT),
    hours: byWeek(vehicles, eurosPerHour),
    kilometres: byWeek(vehicles, (v) => eurosPerKm(problem, v)),
    opened: facilities.map((f) =>
      lp.column({ cost: (f.candidateCents ?? 0) * EUROS_PER_CENT, upper: 1, integer: f.candidateCents !== null }),
    ),
    shortfall: facilities.map((f) => lp.column({ cost: f.penaltyCentsPerTonne * EUROS_PER_CENT })),
    closingExcess: lots.map(() => lp.column({ cost: problem.closingCentsPerTonne * EUROS_PER_CENT })),
  };
}

function eurosPerKgCo2e(problem: FlowProblem): number {
  return (problem.co2CentsPerTonne / KG_PER_TONNE) * EUROS_PER_CENT;
}

/** Euros per m³ and week; the lots of a storage are of one stream. */
function overflowCost(problem: FlowProblem, storage: number): number {
  const density = problem.lots.find((lot) => lot.storage === storage)?.looseKgPerM3 ?? 0;
  return (problem.overflowCentsPerTonneWeek / KG_PER_TONNE) * density * EUROS_PER_CENT;
}

/** Euros per tonne shredded. */
function shreddingCost(problem: FlowProblem, shredder: FlowProblem["shredders"][number]): number {
  const perKg =
    (shredder.centsPerHour / shredder.kgPerHour) * EUROS_PER_CENT +
    problem.shreddingKgCo2ePerKg * eurosPerKgCo2e(problem);
  return perKg * KG_PER_TONNE;
}

/** An hour of a vehicle, its part of the shift's fixed cost included. */
function eurosPerHour(vehicle: FlowVehicle): number {
  return (vehicle.centsPerHour + (vehicle.fixedCentsPerShift * 3600) / vehicle.shiftSeconds) * EUROS_PER_CENT;
}

function eurosPerKm(problem: FlowProblem, vehicle: FlowVehicle): number {
  return (
    (vehicle.centsPerKm + vehicle.tollCentsPerKm) * EUROS_PER_CENT +
    problem.transportKgCo2ePerMetre * 1000 * eurosPerKgCo2e(problem)
  );
}
