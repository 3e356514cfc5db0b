/** Reads the file of a weighbridge: each row becomes a ticket, or says why not. Faults of form refuse the file. */
import { InputError } from "../../../domain/problem.ts";
import type { MappingProfile, TicketField } from "../../../domain/settlement/profile.ts";
import { mapTicket, type FileRow, type KnownIds, type MappedRow } from "../../../planning/settlement/mapTicket.ts";
import { readCsv } from "../readCsv.ts";

export interface TicketRow extends FileRow {
  readonly mapped: MappedRow;
}

const SEPARATORS = { ";": ";", ",": ",", "|": "|", tab: "\t" } as const;

/** @throws InputError with every fault of form, and when columns that the profile names are missing */
export function readTicketFile(file: string, text: string, profile: MappingProfile, known: KnownIds): TicketRow[] {
  const { rows, problems } = readCsv(file, text, SEPARATORS[profile.separator]);
  if (problems.length > 0) throw new InputError(problems);
  const found = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const missing = (Object.entries(profile.columns) as [TicketField, string][]).filter(
    ([, column]) => !found.has(column),
  );
  if (rows.length > 0 && missing.length > 0)
    throw new InputError(
      missing.map(([field, column]) => ({
        ...{ code: "column.missing", severity: "error" as const, place: { file, row: 1, field: column } },
        cause: `Die Spalte „${column}“ (${field}) fehlt, die das Profil „${profile.name}“ nennt.`,
        action: `Ein anderes Profil wählen. Die Datei hat: ${[...found].slice(0, 30).join(", ")}.`,
      })),
    );
  return rows.map(({ row, cells }) => {
    const texts = Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, String(cell)]));
    const one = { file, row, cells: texts };
    return { ...one, mapped: mapTicket(one, profile, known) };
  });
}
