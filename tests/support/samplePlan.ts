// A plan of realistic size for 13 municipalities, made by loops from fixed figures. It does not come from the optimizer: it is
// for tests of what is written from a plan, and every sum in it agrees with its parts.
import { addDays, mondayOf } from "../../domain/week.ts";
import { distributeCents } from "../../domain/money.ts";
import { toTimestamp } from "../../domain/localTime.ts";
import type { CollectionPoint } from "../../domain/region/places.ts";
import type { Region } from "../../domain/region/tables.ts";
import { COST_LINES, type CostLines, type FlowPlan } from "../../domain/plan/flowPlan.ts";
import { Plan, type Pickup, type PlanMunicipality, type PlanRoute, type RouteStop } from "../../domain/plan/plan.ts";
import { sampleRegion } from "../unit/planning/report/sampleRegion.ts";

export const SAMPLE_WEEK = "2026-W48";
const WEEKS = ["2026-W48", "2026-W49", "2026-W50", "2026-W51"];
const ROUTES = 12;
const STOPS_PER_ROUTE = 3;

/** Joint and alone in cents, in the order of COST_LINES. */
const LINES: readonly (readonly [number, number])[] = [
  [4_812_350, 6_930_120],
  [318_400, 455_070],
  [2_204_600, 3_480_900],
  [3_905_215, 4_466_380],
  [0, 212_000],
  [0, 0],
  [41_250, 187_500],
  [12_000, 64_000],
  [156_000, 156_000],
  [0, 0],
];

const JOINT = LINES.reduce((sum, [joint]) => sum + joint, 0);
const ALONE = LINES.reduce((sum, [, alone]) => sum + alone, 0);

function costLines(side: 0 | 1): CostLines {
  return Object.fromEntries(COST_LINES.map((line, index) => [line, LINES[index]![side]])) as CostLines;
}

/** Bous saves nothing that could be proven; the others share the saving by inhabitants. */
function municipalities(region: Region): PlanMunicipality[] {
  const alone = distributeCents(
    ALONE,
    region.municipalities.map((m, index) => m.population * (1 + 0.05 * (index % 4))),
  );
  const savings = distributeCents(
    ALONE - JOINT,
    region.municipalities.map((m) => (m.name === "Bous" ? 0 : m.population)),
  );
  return region.municipalities.map((m, index) => {
    const contributionCents = m.name === "Saarlouis" ? 156_000 : 0;
    const shareCents = alone[index]! - savings[index]!;
    return {
      ags: m.ags,
      name: m.name,
      population: m.population,
      forecastKg: m.population * 5,
      standAloneCostCents: alone[index]!,
      shareCents,
      savingCents: savings[index]!,
      contributionCents,
      paymentCents: shareCents - contributionCents,
    };
  });
}

function pickups(region: Region): Pickup[] {
  return Array.from({ length: ROUTES * STOPS_PER_ROUTE + 1 }, (_, index) => {
    const storage = region.storages[(index * 5) % region.storages.length]!;
    const stream = region.streams.find((s) => s.id === storage.streamId)!;
    const form = stream.fraction === "woody" ? "shredded" : "loose";
    const massKg = 4200 + ((index * 1370) % 8800);
    return {
      id: `pickup-${index + 1}`,
      storageId: storage.id,
      pointId: storage.pointId,
      streamId: stream.id,
      fraction: stream.fraction,
      form,
      facilityId: stream.fraction === "woody" ? "nbs-boiler" : index % 4 === 0 ? "gersweiler" : "lisdorfer-berg",
      massKg,
      volumeLitres: Math.round((massKg / (form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3)) * 1000),
      capabilities: ["hookLift", "grab"],
      earliestDate: mondayOf(SAMPLE_WEEK),
      routeId: index < ROUTES * STOPS_PER_ROUTE ? `route-${1 + Math.floor(index / STOPS_PER_ROUTE)}` : null,
    } satisfies Pickup;
  });
}

interface Place {
  readonly kind: RouteStop["kind"];
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly massKg: number;
}

/** Depot, then each pick-up followed by its facility, a break after the second load, depot. */
function placesOf(region: Region, loads: readonly Pickup[], vehicle: Region["vehicles"][number]): Place[] {
  const site = (id: string): CollectionPoint => region.collectionPoints.find((point) => point.id === id)!;
  const depot = { kind: "depot", id: vehicle.id, name: `Depot ${vehicle.name}`, massKg: 0 } as const;
  const home = { ...depot, latitude: vehicle.depotLatitude, longitude: vehicle.depotLongitude };
  const visits = loads.flatMap((load, index): Place[] => {
    const point = site(load.pointId);
    const plant = region.facilities.find((facility) => facility.id === load.facilityId)!;
    const at = { latitude: plant.latitude, longitude: plant.longitude };
    const pause = { kind: "break", id: vehicle.id, name: "Lenkpause 45 min", ...at, massKg: 0 } as const;
    return [
      {
        kind: "pickup",
        id: load.id,
        name: point.name,
        latitude: point.latitude,
        longitude: point.longitude,
        massKg: load.massKg,
      },
      { kind: "facility", id: plant.id, name: plant.name, ...at, massKg: load.massKg },
      ...(index === 1 ? [pause] : []),
    ];
  });
  return [home, ...visits, home];
}

function routeOf(region: Region, index: number, loads: readonly Pickup[]): PlanRoute {
  const vehicle = region.vehicles[index % region.vehicles.length]!;
  const date = addDays(mondayOf(SAMPLE_WEEK), Math.floor(index / region.vehicles.length) * 2);
  let clock = 6.5 * 3600 + index * 300;
  const start = clock;
  const stops = placesOf(region, loads, vehicle).map((place, position, all): RouteStop => {
    if (position > 0 && place.kind !== "break") clock += 1500;
    const arrivalAt = toTimestamp(date, clock);
    const atEnd = position === 0 || position === all.length - 1;
    clock += atEnd ? 0 : place.kind === "break" ? 2700 : 1200;
    return { ...place, arrivalAt, startAt: arrivalAt, departureAt: toTimestamp(date, clock) };
  });
  const durationSeconds = clock - start;
  const distanceMetres = 62_000 + 4_300 * index;
  const costCents = 8000 + Math.round((durationSeconds / 3600) * 4200) + Math.round((distanceMetres / 1000) * 103);
  return {
    ...{ id: `route-${index + 1}`, vehicleId: vehicle.id, vehicleName: vehicle.name, date, stops },
    ...{ distanceMetres, durationSeconds, drivingSeconds: 1500 * (stops.length - 2), costCents },
  };
}

function flowPlan(members: readonly string[], lines: CostLines, loads: readonly Pickup[]): FlowPlan {
  const costCents = COST_LINES.reduce((sum, line) => sum + lines[line], 0);
  const hauls = WEEKS.flatMap((week) =>
    loads.map(({ storageId, facilityId, form, massKg }) => ({
      week,
      storageId,
      facilityId,
      form,
      capability: "hookLift" as const,
      massKg,
    })),
  );
  return {
    ...{ members: [...members], hauls, shreddings: [], campaigns: [], vehicleWeeks: [], openedSites: [], stocks: [] },
    ...{ costLines: lines, costCents, lowerBoundCents: Math.floor(costCents * 0.985) },
    emissionLines: { transport: 5210, shredding: 1480, treatment: 18_900 },
  };
}

function standAlonePlans(members: readonly PlanMunicipality[]): Record<string, FlowPlan> {
  return Object.fromEntries(
    members.map((m) => {
      const lines = { ...costLines(0) };
      for (const line of COST_LINES) lines[line] = 0;
      lines.haulage = m.standAloneCostCents;
      return [m.ags, flowPlan([m.ags], lines, [])];
    }),
  );
}

function allocation(members: readonly PlanMunicipality[]): Plan["allocation"] {
  const shares = Object.fromEntries(members.map((m) => [m.ags, m.shareCents]));
  const by = (weigh: (m: PlanMunicipality) => number) => distributeCents(JOINT, members.map(weigh));
  const named = (cents: readonly number[]) => Object.fromEntries(members.map((m, index) => [m.ags, cents[index]!]));
  const byTonnes = by((m) => m.forecastKg);
  const group = members.slice(0, 3).map((m) => m.ags);
  const sharesCents = byTonnes.slice(0, 3).reduce((a, b) => a + b, 0);
  const worst = {
    ...{ members: group, costCents: sharesCents - 38_125, sharesCents, excessCents: 38_125, accuracyCents: 1200 },
  };
  const calm = {
    ...{ cappedAtStandAlone: [], stable: true, blockingCount: 0, withinAccuracyCount: 0, worstBlocking: null },
    proof: null,
  };
  const open = { ...calm, stable: false, blockingCount: 14, withinAccuracyCount: 3, worstBlocking: worst };
  return {
    rule: "twoPart",
    nearestTo: "tonnes",
    shares,
    rules: [
      { rule: "tonnes", shares: named(byTonnes), ...open, cappedAtStandAlone: [members[1]!.ags] },
      { rule: "inhabitants", shares: named(by((m) => m.population)), ...open },
      { rule: "twoPart", shares, ...calm },
      { rule: "equal", shares: named(by(() => 1)), ...open },
      { rule: "standAlone", shares: named(by((m) => m.standAloneCostCents)), ...calm },
      { rule: "shapley", shares: named(by((m) => m.standAloneCostCents)), ...calm, withinAccuracyCount: 2 },
      {
        ...{ rule: "nearestStable", shares, ...calm },
        proof: {
          ...{ kind: "nearest", shares: members.map((m) => m.shareCents), movedCents: 1_204_500, leastCore: null },
          groups: [{ members: group, weight: 1 }],
        },
      },
    ],
    core: null,
    without: members.map((left) => {
      const others = members.filter((m) => m !== left);
      const jointCostCents = JOINT - Math.round(left.shareCents * 0.9);
      const cents = distributeCents(
        jointCostCents,
        others.map((m) => m.shareCents),
      );
      const rest = Object.fromEntries(others.map((m, k) => [m.ags, cents[k]!]));
      return { ags: left.ags, jointCostCents, shares: rest, proof: null };
    }),
  };
}

const ASSUMED: readonly (readonly [string, string, string, string, string])[] = [
  [
    "collection-points.csv",
    "site-10044117",
    "latitude",
    "Lage der Sammelstelle angenommen (Bezugspunkt der Gemeinde)",
    "Destatis",
  ],
  [
    "collection-points.csv",
    "site-10044118",
    "latitude",
    "Lage der Sammelstelle angenommen (Bezugspunkt der Gemeinde)",
    "Destatis",
  ],
  [
    "collection-points.csv",
    "site-10044122",
    "latitude",
    "Lage der Sammelstelle angenommen (Bezugspunkt der Gemeinde)",
    "Destatis",
  ],
  ["vehicles.csv", "saarlouis-1", "centsPerHour", "42,00 € je Stunde", "Allgemeinwissen, nicht belegt"],
  ["vehicles.csv", "dillingen-1", "centsPerHour", "42,00 € je Stunde", "Allgemeinwissen, nicht belegt"],
  ["streams.csv", "woody", "looseKgPerM3", "130 kg/m³ lose", "drei Veröffentlichungen, siehe facts.json"],
  ["region.json", "saarlouis", "travel.speedKmh", "48 km/h mittlere Geschwindigkeit", "Allgemeinwissen, nicht belegt"],
];

const SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export function samplePlan(region: Region = sampleRegion()): Plan {
  const members = municipalities(region);
  const loads = pickups(region);
  const routes = Array.from({ length: ROUTES }, (_, index) =>
    routeOf(
      region,
      index,
      loads.filter((load) => load.routeId === `route-${index + 1}`),
    ),
  );
  const joint = flowPlan(
    members.map((m) => m.ags),
    costLines(0),
    loads,
  );
  return Plan.parse({
    schema: "gruenverbund/plan/1",
    region: region.settings.id,
    regionName: region.settings.name,
    week: SAMPLE_WEEK,
    period: { firstWeek: WEEKS[0], lastWeek: WEEKS.at(-1), weeks: WEEKS },
    municipalities: members,
    jointCostCents: JOINT,
    standAloneTotalCents: ALONE,
    costLines: COST_LINES.map((line, index) => ({
      line,
      jointCents: LINES[index]![0],
      standAloneCents: LINES[index]![1],
    })),
    allocation: allocation(members),
    game: {
      kind: "cost",
      players: members.map((m) => m.ags),
      values: [],
      examined: [],
      method: "alle 8.191 Gruppen mit dem Mengenmodell gerechnet",
    },
    haulage: {
      calibration: 1.08,
      routedWeekCents: routes.reduce((sum, r) => sum + r.costCents, 0),
      modelWeekCents: 900_000,
    },
    forecast: region.storages.map((s) => ({
      storageId: s.id,
      openingKg: 6000,
      arrivalsKg: [5000, 4200, 3900, 3000],
      observedAt: null,
    })),
    flow: { joint, standAlone: standAlonePlans(members) },
    routes,
    pickups: loads,
    shredderVisits: [
      { shredderId: "shredder-1", pointId: "site-10044116", date: "2026-11-24", massKg: 42_000 },
      { shredderId: "shredder-1", pointId: "site-10044112", date: "2026-11-26", massKg: 31_500 },
    ],
    unserved: [
      {
        pickupId: loads.at(-1)!.id,
        code: "shift",
        reason:
          "Alle Fahrzeuge mit Abrollkipper sind in dieser Woche ausgelastet; die Schicht wäre 38 Minuten zu lang.",
        limit: 32_400,
        needed: 34_680,
      },
    ],
    emissions: {
      factorSet: "Beispielfaktoren 2024",
      lines: [
        { line: "transport", jointKgCo2e: 5210, standAloneKgCo2e: 7840 },
        { line: "shredding", jointKgCo2e: 1480, standAloneKgCo2e: 1510 },
        { line: "treatment", jointKgCo2e: 18_900, standAloneKgCo2e: 21_300 },
      ],
      jointKgCo2e: 25_590,
      standAloneKgCo2e: 30_650,
    },
    shadowPrices: [
      {
        kind: "facilityCapacity",
        id: "nbs-boiler",
        week: SAMPLE_WEEK,
        centsPerUnit: 1840,
        unit: "t",
        sentence: "Eine Tonne mehr Annahme in der Biomassefeuerung Betriebshof Saarlouis wäre in KW 48 18,40 € wert.",
      },
      {
        kind: "vehicleHours",
        id: "saarlouis-1",
        week: SAMPLE_WEEK,
        centsPerUnit: 950,
        unit: "h",
        sentence: "Eine Stunde mehr Schicht für den Abrollkipper Saarlouis 1 wäre in KW 48 9,50 € wert.",
      },
    ],
    assumptions: ASSUMED.map(([file, id, field, text, source]) => ({ file, id, field, text, source })),
    notices: [
      "Die Füllstandsmeldungen sind künstlich erzeugt.",
      "© GeoBasis-DE / BKG 2017 (VG250, Daten verändert)",
      "© Statistisches Bundesamt (Destatis)",
    ],
    provenance: {
      seed: 1,
      iterations: 2000,
      inputsSha256: SHA,
      inputs: ["region.json", "municipalities.csv", "storages.csv"].map((file) => ({ file, sha256: SHA })),
      travelMatrix: "Luftlinie × 1,35 bei 48 km/h",
      versions: { gruenverbund: "0.1.0", highs: "1.15.3", node: "24.21.0" },
      seconds: 41.2,
      phases: [
        { phase: "Mengen", seconds: 9.1 },
        { phase: "Touren", seconds: 20.4 },
        { phase: "Gruppenkosten", seconds: 11.7 },
      ],
    },
  });
}
