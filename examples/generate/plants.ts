/** Facilities and tariffs as rows; what the sources do not say is marked field by field. */
import { fieldSources } from "./common.ts";
import { site } from "./data.ts";
import type { Cell, CsvRow } from "./files.ts";

export interface PlantSpec {
  readonly id: string;
  /** German name for readers. */
  readonly name: string;
  readonly kind: "composting" | "digestion" | "biomassHeat" | "transfer";
  readonly status: "operating" | "candidate" | "planned";
  readonly ownerId?: string;
  readonly access?: "owner";
  readonly openingHours?: string;
  /** Fields that the source states. */
  readonly known?: readonly string[];
  /** Capacities, minimum, contract, yearly cost. */
  readonly terms?: Readonly<Record<string, Cell>>;
  readonly termsSource?: string;
}

const HOURS = "Mo-Fr 07:00-16:30";

/** A plant that the data name. */
export function knownPlant(plant: PlantSpec): { row: CsvRow; sources: CsvRow[] } {
  const { lat, lon, source, coordinateSource } = site(plant.id);
  const row = { ...plantRow(plant, lat, lon), source, verified: true };
  const coordinates = { source: coordinateSource, verified: false };
  const terms = { source: plant.termsSource ?? "Annahme: übliche Annahmezeiten einer solchen Anlage", verified: false };
  const unknown = ["openingHours", ...Object.keys(plant.terms ?? {})].filter((field) => !plant.known?.includes(field));
  return {
    row,
    sources: [
      ...fieldSources("facilities.csv", plant.id, ["latitude", "longitude"], coordinates),
      ...fieldSources("facilities.csv", plant.id, unknown, terms),
    ],
  };
}

/** A plant that nobody has named; everything about it is assumed. */
export function assumedPlant(plant: PlantSpec, lat: number, lon: number): CsvRow {
  return {
    ...plantRow(plant, lat, lon),
    source: plant.termsSource ?? "Annahme: Anlage frei erfunden",
    verified: false,
  };
}

function plantRow(
  { id, name, kind, status, ownerId, access, openingHours, terms }: PlantSpec,
  lat: number,
  lon: number,
): CsvRow {
  return {
    id,
    name,
    kind,
    ownerId,
    access: access ?? "public",
    latitude: lat,
    longitude: lon,
    status,
    openingHours: openingHours ?? HOURS,
    ...terms,
  };
}

type Owner = "municipality" | "authority" | "any";

/** A gate fee in euros a tonne, assumed inside the span of the public tariffs (cost.gate.compost). */
export function tariff(
  facilityId: string,
  material: string,
  owner: Owner,
  eurosPerTonne: number,
  why?: string,
): CsvRow {
  const [fraction, form] = material.split(" ");
  return {
    id: `${facilityId}-${fraction}-${form}`,
    facilityId,
    fraction,
    form,
    owner,
    gateFeeCents: Math.round(eurosPerTonne * 100),
    per: "tonne",
    source:
      why ??
      "Annahme: innerhalb der Spanne öffentlicher Preislisten von 30 bis 66,50 €/t (cost.gate.compost); gehäckselt 13 €/t weniger, was die Anlage am Häckseln spart (cost.shred.perTonne: 7 bis 18 €/t)",
    verified: false,
  };
}

/** The same gate fees for several materials: `{ "woody loose": 35, … }`. */
export function tariffs(
  facilityId: string,
  owner: Owner,
  euros: Readonly<Record<string, number>>,
  why?: string,
): CsvRow[] {
  return Object.entries(euros).map(([material, price]) => tariff(facilityId, material, owner, price, why));
}

/** A fee per loose cubic metre, as EVS charges (cost.evs.perM3.charge). */
export function volumeTariffs(
  facilityId: string,
  owner: Owner,
  fractions: readonly string[],
  euros: number,
  why: string,
): CsvRow[] {
  return fractions.map((fraction) => ({ ...tariff(facilityId, `${fraction} loose`, owner, euros, why), per: "m3" }));
}
