// A flow problem small enough to reckon by hand: two members, one lot each, one public plant, a contractor's truck.
import type { FlowFacility, FlowProblem, FlowShredder, HaulOption } from "../../../../optimizer/flow/index.ts";
import { CONTRACTOR, PUBLIC } from "../../../../optimizer/flow/index.ts";

/** Takes anything, any amount, for 50 € a tonne (see `haul`). */
export const plant: FlowFacility = {
  owner: PUBLIC,
  weeklyCapacityKg: 1_000_000,
  candidateCents: null,
  minimumKg: 0,
  penaltyCentsPerTonne: 0,
  holders: 0,
  treatmentKgCo2ePerKg: 0.047,
};

/** An hour and 30 km of driving for every 10 t: 0.36 s and 3 m a kilogram. At 80 €/h and 1 €/km that is 11 €/t. */
export function haul(lot: number, facility = 0, gateCents = 5000, shredded = false): HaulOption {
  const perKg = shredded ? 0.5 : 1;
  return {
    lot,
    facility,
    shredded,
    fleetClass: 0,
    secondsPerKg: 0.36 * perKg,
    metresPerKg: 3 * perKg,
    gateCents,
    gateKgPerUnit: 1000,
  };
}

/** 20 t/h at 200 €/h: 10 €/t; 100 € a site and 50 € for coming. */
export const shredder: FlowShredder = {
  owner: CONTRACTOR,
  kgPerHour: 20_000,
  hoursPerWeek: 40,
  centsPerHour: 20_000,
  setupCents: 10_000,
  mobilisationCents: 5_000,
};

/** Both members bring 10 t in each of two weeks and start empty; everything is taken away in the end. */
export function handProblem(change: Partial<FlowProblem> = {}): FlowProblem {
  const lot = (part: number) => ({
    storage: part,
    part,
    looseKgPerM3: 150,
    shreddedKgPerM3: 300,
    shreddable: true,
    openingKg: 0,
    arrivalsKg: [10_000, 10_000],
  });
  return {
    members: 2,
    weeks: 2,
    points: 2,
    parts: [
      { point: 0, member: 0, share: 1 },
      { point: 1, member: 1, share: 1 },
    ],
    storages: [
      { point: 0, roomM3: 100 },
      { point: 1, roomM3: 100 },
    ],
    lots: [lot(0), lot(1)],
    facilities: [plant],
    options: [haul(0), haul(1)],
    fleetClasses: 1,
    vehicles: [
      {
        fleetClass: 0,
        owner: CONTRACTOR,
        weeklySeconds: Infinity,
        shiftSeconds: 36_000,
        centsPerHour: 8_000,
        centsPerKm: 100,
        fixedCentsPerShift: 0,
        tollCentsPerKm: 0,
      },
    ],
    shredders: [],
    speedMetresPerSecond: 30_000 / 3600,
    overflowCentsPerTonneWeek: 20_000,
    closingCentsPerTonne: 100_000,
    transportKgCo2ePerMetre: 0.001,
    shreddingKgCo2ePerKg: 0.006,
    co2CentsPerTonne: 0,
    contributionCents: [0, 0],
    ...change,
  };
}
