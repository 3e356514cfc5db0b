/** How the file of a weighbridge is read: which column says what, and how it writes numbers and times. */
import * as z from "zod";
import { Form, Fraction } from "../region/common.ts";

/** Fields of a ticket that a column may hold. */
export const TICKET_FIELDS = [
  "number",
  "weighbridge",
  "facility",
  "date",
  "time",
  "gross",
  "tare",
  "net",
  "material",
  "vehicle",
  "storage",
  "refused",
  "note",
] as const;
export type TicketField = (typeof TICKET_FIELDS)[number];

const column = z.string().trim().min(1).max(80);

export const MappingProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(100),
  separator: z.enum([";", ",", "tab", "|"]),
  decimal: z.enum([",", "."]).describe("the other one groups thousands and is dropped"),
  unit: z.enum(["kg", "t"]).describe("of gross, tare and net"),
  dateFormat: z.enum(["DD.MM.YYYY", "DD.MM.YY", "YYYY-MM-DD", "MM/DD/YYYY", "rfc3339"]),
  columns: z
    .strictObject({
      ...{ number: column, date: column },
      ...{ weighbridge: column.optional(), facility: column.optional(), time: column.optional() },
      ...{ gross: column.optional(), tare: column.optional(), net: column.optional() },
      ...{ material: column.optional(), vehicle: column.optional(), storage: column.optional() },
      ...{ refused: column.optional(), note: column.optional() },
    } satisfies Record<TicketField, z.ZodType>)
    .refine(
      (c) => c.net !== undefined || (c.gross !== undefined && c.tare !== undefined),
      "net, or gross and tare, need a column",
    ),
  weighbridge: z.string().min(1).max(80).optional().describe("where the file has no column for it"),
  facility: z.string().min(1).optional().describe("where the file has no column for it: row of facilities.csv"),
  facilities: z.record(z.string(), z.string()).describe("what the file writes → row of facilities.csv"),
  vehicles: z.record(z.string(), z.string()).describe("plate as written → row of vehicles.csv"),
  materials: z
    .record(z.string(), z.strictObject({ fraction: Fraction, form: Form.optional() }))
    .describe("what the file writes → fraction, and form where it tells"),
});
export type MappingProfile = z.infer<typeof MappingProfile>;
