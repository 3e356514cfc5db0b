/** Vehicles and shredders of the Saarland: yards of the larger towns, six contractors; all assumed. */
import type { CsvRow } from "./files.ts";
import { shredder, vehicle, type Depot } from "./fleet.ts";
import { place } from "./saarlouisPoints.ts";

const CONTRACTORS: readonly Depot[] = [
  { id: "fuhr-west", name: "Fuhrunternehmen West", ownerId: "fuhr-west", lat: 49.35, lon: 6.72 },
  { id: "fuhr-mitte", name: "Fuhrunternehmen Mitte", ownerId: "fuhr-mitte", lat: 49.33, lon: 6.95 },
  { id: "fuhr-sued", name: "Fuhrunternehmen Süd", ownerId: "fuhr-sued", lat: 49.22, lon: 6.99 },
  { id: "fuhr-ost", name: "Fuhrunternehmen Ost", ownerId: "fuhr-ost", lat: 49.33, lon: 7.3 },
  { id: "fuhr-nord", name: "Fuhrunternehmen Nord", ownerId: "fuhr-nord", lat: 49.53, lon: 6.85 },
  { id: "fuhr-nordost", name: "Fuhrunternehmen Nordost", ownerId: "fuhr-nordost", lat: 49.47, lon: 7.16 },
];

/** Yards with a hook-lift of their own: the eight largest towns. */
const YARDS = ["10041100", "10043114", "10045114", "10041519", "10044115", "10045117", "10042113", "10046117"];

export function saarlandContractors(): CsvRow[] {
  return CONTRACTORS.map(({ id, name }) => ({
    id,
    name: `${name} (angenommen)`,
    kind: "contractor",
    source: "Annahme: frei erfunden",
    verified: false,
  }));
}

export function saarlandVehicles(): CsvRow[] {
  const yards = YARDS.map((ags) => {
    const { name, lat, lon } = place(ags);
    return vehicle({ id: `hof-${ags}`, name: `Bauhof ${name}`, ownerId: ags, lat, lon }, "hookLift");
  });
  const hired = CONTRACTORS.flatMap((depot) => [
    vehicle(depot, "walkingFloor", 1),
    vehicle(depot, "walkingFloor", 2),
    vehicle(depot, "hookLiftTrailer"),
    vehicle(depot, "hookLift", 1),
    vehicle(depot, "hookLift", 2),
  ]);
  return [...yards, ...hired, vehicle(CONTRACTORS[1]!, "grab")];
}

/** One row is enough: a contractor sends as many machines as the hours of a week need. Equal rows would only be tried one for the other. */
export function saarlandShredders(): CsvRow[] {
  return [shredder("haecksler-mitte", "Mobilhäcksler Lohnunternehmer", "fuhr-mitte")];
}

export function saarlandContributions(): CsvRow[] {
  const hour = { unit: "Stunde", source: "Annahme: Umfang; Satz cost.driver.perHour (34 €/h)", verified: false };
  return [
    {
      id: "riegelsberg-staff",
      ags: "10041517",
      kind: "staff",
      description: "Annahmepersonal für den gemeinsamen Platz mit Püttlingen",
      quantityPerWeek: 6,
      centsPerUnit: 3400,
      ...hour,
    },
    {
      id: "saarwellingen-staff",
      ags: "10044116",
      kind: "staff",
      description: "Annahmepersonal für den gemeinsamen Platz mit Nalbach",
      quantityPerWeek: 6,
      centsPerUnit: 3400,
      ...hour,
    },
  ];
}
