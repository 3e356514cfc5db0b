/** The file that a weighbridge would have written for the tours of a plan, and the profile that reads it. */
import { MappingProfile } from "../../domain/settlement/profile.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { unloadingsOf, type Unloading } from "../../planning/settlement/unloadings.ts";

export const TEST_PROFILE: MappingProfile = MappingProfile.parse({
  id: "waage",
  name: "Waage",
  separator: ";",
  decimal: ",",
  unit: "kg",
  dateFormat: "DD.MM.YYYY",
  columns: {
    number: "Schein-Nr.",
    facility: "Anlage",
    date: "Datum",
    time: "Uhrzeit",
    gross: "Brutto",
    tare: "Tara",
    net: "Netto",
    material: "Sorte",
    vehicle: "Kennzeichen",
    refused: "Abgelehnt",
  },
  facilities: {},
  vehicles: {},
  materials: {},
});

export const HEADER = "Schein-Nr.;Anlage;Datum;Uhrzeit;Brutto;Tara;Netto;Sorte;Kennzeichen;Abgelehnt";

/** @param netOf what was weighed; default: 4 % more than planned */
export function ticketLines(
  plan: Plan,
  region: Region,
  netOf: (unloading: Unloading, i: number) => number = ({ plannedKg }) => Math.round(plannedKg * 1.04),
): string[] {
  return unloadingsOf({ week: plan.week, run: "0".repeat(16), plan, region }).map((one, i) => {
    const net = netOf(one, i);
    const [year, month, day] = one.date.split("-");
    const date = `${day!}.${month!}.${year!}`;
    const clock = one.arrivalAt.slice(11, 16);
    const material = one.lots[0]!.fraction;
    return [4700 + i, one.facilityId, date, clock, net + 14_000, 14_000, net, material, one.vehicleId, ""].join(";");
  });
}

export const ticketFile = (lines: readonly string[]): string => `${[HEADER, ...lines].join("\r\n")}\r\n`;
