/** A year so small that it can be reckoned by hand, and changed by a test in one place. */
import type {
  YearFacility,
  YearOption,
  YearProblem,
  YearShredder,
  YearStore,
} from "../../../../../domain/year/problem.ts";

export const handFacility: YearFacility = {
  id: "plant",
  name: "Plant",
  yearlyCapacityKg: null,
  weeklyCapacityKg: null,
  minimumKg: 0,
  penaltyCentsPerTonne: 0,
  site: null,
};

/** 30 t an hour, 300 € an hour: 10 € a tonne; 100 € to set up; nothing for coming. */
export const handShredder: YearShredder = {
  id: "shredder",
  name: "Shredder",
  kgPerHour: 30_000,
  hoursPerWeek: 40,
  centsPerHour: 30_000,
  setupCents: 10_000,
  setupHours: 1,
  mobilisationCents: 0,
  centsPerKm: 0,
  metresPerHour: 40_000,
  depotMetres: [10_000, 10_000],
};

export const way = (store: number, shredded: boolean, facility: number, cents: number): YearOption => ({
  store,
  shredded,
  separationCentsPerTonne: 0,
  parts: [
    { facility, share: 1, gateCentsPerTonne: cents - 1000, haulageCentsPerTonne: 1000, kgCo2ePerTonne: 50, yields: [] },
  ],
});

export function handStore(point: number, arrivalsKg: readonly number[], more: Partial<YearStore> = {}): YearStore {
  return {
    id: `store-${point}-${more.material ?? "woody"}`,
    point,
    material: "woody",
    roomM3: 400,
    safetyM3: arrivalsKg.map(() => 0),
    looseKgPerM3: 150,
    shreddedKgPerM3: 300,
    shreddable: true,
    openingKg: 0,
    arrivalsKg: [...arrivalsKg],
    looseLossPerWeek: 0,
    shreddedLossPerWeek: 0,
    looseWeeks: null,
    shreddedWeeks: 0,
    shreddedRoomM3: null,
    ...more,
  };
}

/** Loose 60 €, shredded 30 € a tonne; with shredding 40 €. Two points, five weeks, 10 t a week each. */
export function handYear(more: Partial<YearProblem> = {}): YearProblem {
  const weeks = (more.stores?.[0]?.arrivalsKg ?? [0, 0, 0, 0, 0]).map((_, w) => `W${w + 1}`);
  const stores = more.stores ?? [0, 1].map((p) => handStore(p, [10_000, 10_000, 10_000, 10_000, 10_000]));
  return {
    weeks,
    periods: ["all"],
    periodOfWeek: weeks.map(() => 0),
    points: [0, 1].map((p) => ({ id: `point-${p}`, name: `Point ${p}`, closing: null })),
    pointMetres: [
      [0, 5000],
      [5000, 0],
    ],
    stores,
    facilities: [handFacility],
    options: stores.flatMap((_, s) => [way(s, false, 0, 6000), way(s, true, 0, 3000)]),
    shredders: [handShredder],
    products: [],
    buyers: [],
    closingCentsPerTonne: 100_000,
    shreddingKgCo2ePerTonne: 3,
    kgCo2ePerShredderKm: 1,
    co2CentsPerTonne: 0,
    ...more,
  };
}
