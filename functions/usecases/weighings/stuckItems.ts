/** Rows and twins that could not be taken, as matters of the work list. */
import { localDate } from "../../../domain/localTime.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { weekOf } from "../../../domain/week.ts";
import type { StuckRecord } from "./records.ts";

const FIELD_NAMES: Readonly<Record<string, string>> = {
  ...{ number: "Nummer", weighbridge: "Waage", weighedAt: "Zeit", grossKg: "Brutto", tareKg: "Tara", netKg: "Netto" },
  ...{ vehicle: "Fahrzeug", refused: "Ablehnung" },
};

export const stuckItems = (records: readonly StuckRecord[]): WorkItem[] =>
  records.filter(({ resolved }) => resolved === null).map(itemOf);

function itemOf(record: StuckRecord): WorkItem {
  const { file, row } = record.origin;
  const place = { ticketId: null, tourId: null, file, row };
  if (record.kind === "row")
    return {
      ...{ id: `ticket.row:${record.id}`, code: "ticket.row", severity: "error", week: null, place },
      cause: `${file}, Zeile ${row}: ${record.causes.join(" ")}`,
      action: [...new Set(record.actions)].join(" "),
      facts: Object.fromEntries(Object.entries(record.cells).slice(0, 20)),
      ...{ candidates: [], askedAt: null },
    };
  const { ticket, fields } = record;
  return {
    ...{ id: `ticket.contradiction:${record.id}`, code: "ticket.contradiction", severity: "error" },
    week: weekOf(localDate(ticket.weighedAt)),
    place: { ...place, ticketId: ticket.id },
    cause: `Schein ${ticket.number} (${ticket.weighbridge}) gibt es schon mit anderem Inhalt: ${fields.map((field) => FIELD_NAMES[field] ?? field).join(", ")}. Es gilt der erste.`,
    action: "Bei der Waage nachfragen; dann den neuen übernehmen oder verwerfen.",
    facts: {
      number: ticket.number,
      weighbridge: ticket.weighbridge,
      netKg: ticket.netKg,
      fields: fields.join(", "),
      date: localDate(ticket.weighedAt),
    },
    ...{ candidates: [], askedAt: null },
  };
}
