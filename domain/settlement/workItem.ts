/** The work list: whatever keeps a ticket or a tour from being settled, each with its own code, place, cause and remedy. */
import * as z from "zod";
import { IsoWeek } from "./common.ts";
import { Candidate, TicketId } from "./weighing.ts";

/**
 * Codes. A settlement can be closed only without items of severity `error`.
 *
 * - `ticket.row` a row of an import that could not be read; kept as it came
 * - `ticket.contradiction` same number and weighbridge, other content; the first one counts until somebody decides
 * - `ticket.negativeNet` net of 0 or less, or gross less tare is not the net
 * - `ticket.unknownFacility` the facility is none of the region
 * - `ticket.unmatched` no tour tipped there on that day with that vehicle and material
 * - `ticket.ambiguous` several unloadings fit; candidates are named
 * - `ticket.outlier` weight far from what was planned, or more than the vehicle may carry
 * - `ticket.refused` the load was refused: its cost goes to its source, which is to be told
 * - `tour.withoutWeighing` an unloading of a driven tour has no ticket
 * - `price.missing` no tariff for facility, material and date
 * - `plan.missing` a week of the period has no published plan
 */
export const WORK_CODES = [
  "ticket.row",
  "ticket.contradiction",
  "ticket.negativeNet",
  "ticket.unknownFacility",
  "ticket.unmatched",
  "ticket.ambiguous",
  "ticket.outlier",
  "ticket.refused",
  "tour.withoutWeighing",
  "price.missing",
  "plan.missing",
] as const;
export const WorkCode = z.enum(WORK_CODES);
export type WorkCode = z.infer<typeof WorkCode>;

export const WorkItem = z.strictObject({
  id: z.string().describe("stable: the same matter has the same id"),
  code: WorkCode,
  severity: z.enum(["error", "warning"]),
  week: IsoWeek.nullable(),
  place: z.strictObject({
    ticketId: TicketId.nullable(),
    tourId: z.string().nullable(),
    file: z.string().nullable(),
    row: z.int().nullable(),
  }),
  cause: z.string().describe("German"),
  action: z.string().describe("German: what to do"),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).describe("for saying it in other languages"),
  candidates: z.array(Candidate),
  askedAt: z.string().nullable(),
  question: z
    .strictObject({
      contactId: z.string(),
      answerBy: z.string(),
      overdue: z.boolean().describe("nobody answered in time: call"),
      answer: z.string().nullable().describe("what was said that does not settle it"),
    })
    .optional()
    .describe("there when somebody was asked by mail"),
});
export type WorkItem = z.infer<typeof WorkItem>;
