/**
 * Lines for the waste register (§ 49 KrWG, § 24 NachwV) of waste code 20 02 01: what was handed over, when, by whom, to whom, and on
 * which ticket. One line for each part that a municipality has of a load.
 */
import type { Settlement, SettledTicket } from "../../domain/settlement/settlement.ts";
import { BYTE_ORDER_MARK, csvLines, GERMAN, type Cell } from "../report/csv.ts";
import { FORM_NAMES, FRACTION_NAMES } from "../report/words.ts";

export const WASTE_CODE = "20 02 01";
/** As the annex of the Abfallverzeichnis-Verordnung names it. */
const WASTE_NAME = "biologisch abbaubare Abfälle";

/** Names by id; what is not in them stands with its id. */
export interface RegisterNames {
  readonly points: ReadonlyMap<string, string>;
  readonly facilities: ReadonlyMap<string, string>;
  /** Municipalities, authorities, contractors. */
  readonly owners: ReadonlyMap<string, string>;
}

const COLUMNS = [
  ...[
    "Datum",
    "Abfallschlüssel",
    "Bezeichnung",
    "Menge in t",
    "Wiegeschein",
    "Waage",
    "AGS",
    "Erzeuger",
    "Sammelstelle",
  ],
  ...["Fraktion", "Form", "überlassungspflichtig", "Beförderer", "Fahrzeug", "Entsorgungsanlage", "angenommen"],
];

/** @param ags whose lines; null is all */
export function registerCsv(settlement: Settlement, names: RegisterNames, ags: string | null): string {
  const rows = settlement.tickets.flatMap((ticket) => ticketRows(ticket, settlement, names, ags));
  return BYTE_ORDER_MARK + csvLines([COLUMNS, ...rows], GERMAN);
}

function ticketRows(
  ticket: SettledTicket,
  { tours, members }: Settlement,
  names: RegisterNames,
  ags: string | null,
): Cell[][] {
  const tour = tours.find(({ id }) => id === ticket.tourId);
  const date = ticket.weighedAt.slice(0, 10).split("-").reverse().join(".");
  const named = (map: ReadonlyMap<string, string>, id: string): string => map.get(id) ?? id;
  return ticket.lots.flatMap(({ pointId, fraction, form, owner, parts }) =>
    parts
      .filter((part) => part.value > 0 && (ags === null || part.ags === ags))
      .map((part): Cell[] => [
        ...[date, WASTE_CODE, WASTE_NAME, { value: part.value / 1000, decimals: 3 }, ticket.number, ticket.weighbridge],
        ...[part.ags, members.find((one) => one.ags === part.ags)?.name ?? part.ags, named(names.points, pointId)],
        ...[FRACTION_NAMES[fraction], FORM_NAMES[form], owner === "authority" ? "ja" : "nein"],
        ...[tour === undefined ? "" : named(names.owners, tour.ownerId), tour?.vehicleName ?? ""],
        ...[named(names.facilities, ticket.facilityId), ticket.refused ? "nein" : "ja"],
      ]),
  );
}
