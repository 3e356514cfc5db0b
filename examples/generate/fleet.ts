/** Kinds of vehicles with payloads and rates from the data, at depots that are assumed. */
import { fact } from "./data.ts";
import type { CsvRow } from "./files.ts";

export interface Depot {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly lat: number;
  readonly lon: number;
}

const KINDS = {
  hookLift: {
    label: "Abrollkipper",
    capabilities: "hookLift",
    kg: "ops.payload.rolloff",
    litres: 38_000,
    slots: 1,
    hourly: 8000,
    toll: "toll.gt18t.3axles.euro6",
  },
  hookLiftTrailer: {
    label: "Abrollzug mit Anhänger",
    capabilities: "hookLift trailer",
    kg: "ops.payload.rollofftrailer",
    litres: 80_000,
    slots: 2,
    hourly: 8800,
    toll: "toll.gt18t.5axles.euro6",
  },
  walkingFloor: {
    label: "Schubboden-Sattelzug",
    capabilities: "walkingFloor",
    kg: "ops.payload.walkingfloor",
    litres: 90_000,
    slots: 0,
    hourly: 9200,
    toll: "toll.gt18t.5axles.euro6",
  },
  grab: {
    label: "Greiferzug",
    capabilities: "grab",
    kg: "ops.payload.rolloff",
    litres: 40_000,
    slots: 0,
    hourly: 9800,
    toll: "toll.gt18t.3axles.euro6",
  },
} as const;

export type VehicleKind = keyof typeof KINDS;

const MUNICIPAL_SHIFTS = "Mo-Do 07:00-15:45; Fr 07:00-12:00";
const CONTRACTOR_SHIFTS = "Mo-Fr 06:00-16:00";

/** @param number tells vehicles of one kind and depot apart */
export function vehicle(depot: Depot, kind: VehicleKind, number = 1): CsvRow {
  const { label, capabilities, kg, litres, slots, hourly, toll } = KINDS[kind];
  const isMunicipal = /^\d{8}$/.test(depot.ownerId);
  return {
    id: `${depot.id}-${kind}-${number}`,
    name: `${label} ${number} ${depot.name}`,
    ownerId: depot.ownerId,
    capabilities,
    capacityKg: fact(kg).typical * 1000,
    capacityLitres: litres,
    containerSlots: slots,
    depotLatitude: depot.lat,
    depotLongitude: depot.lon,
    shiftHours: isMunicipal ? MUNICIPAL_SHIFTS : CONTRACTOR_SHIFTS,
    centsPerKm: Math.round(fact("cost.truck.perKm").typical * 100),
    centsPerHour: hourly,
    fixedCentsPerShift: isMunicipal ? 3000 : 6000,
    tollCentsPerKm: Number((fact(toll).typical * 100).toFixed(1)),
    tollShare: kind === "walkingFloor" || kind === "hookLiftTrailer" ? 0.4 : 0.25,
    source: `Annahme: Fahrzeug und Standort; Nutzlast ${kg}, Sätze cost.truck.perHour und cost.truck.perKm, Maut ${toll}`,
    verified: false,
  };
}

/** A contractor's shredder by the data, or a member's smaller one. */
export function shredder(id: string, name: string, ownerId: string): CsvRow {
  const isMunicipal = /^\d{8}$/.test(ownerId);
  const by = fact("cost.shred.throughput").source;
  return {
    id,
    name,
    ownerId,
    tonnesPerHour: isMunicipal ? 20 : fact("cost.shred.throughput").typical,
    hoursPerWeek: isMunicipal ? 20 : 40,
    centsPerHour: isMunicipal ? 24_000 : fact("cost.shred.perHour").typical * 100,
    setupCentsPerSite: isMunicipal ? 15_000 : fact("cost.shred.setup").typical * 100,
    mobilisationCentsPerWeek: isMunicipal ? 10_000 : 35_000,
    source: `Annahme: Gerät und Betreiber; Leistung und Sätze cost.shred.throughput, cost.shred.perHour, cost.shred.setup (${by})`,
    verified: false,
  };
}
