/** A matter of the work list about which somebody was asked by mail, once, with a deadline. */
import * as z from "zod";
import { IsoWeek, Moment } from "./common.ts";
import { TicketId } from "./weighing.ts";

/** `resolved`: the answer settled the matter. `said`: somebody has to read it and decide. */
export const Answer = z.strictObject({ kind: z.enum(["resolved", "said"]), text: z.string(), at: Moment });
export type Answer = z.infer<typeof Answer>;

export const Question = z.strictObject({
  itemId: z.string().describe("of the work item"),
  code: z.enum([
    "ticket.outlier",
    "ticket.unmatched",
    "tour.withoutWeighing",
    "ticket.refused",
    "ticket.contradiction",
  ]),
  week: IsoWeek,
  ticketId: TicketId.nullable(),
  tourId: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  contactId: z.string().describe("row of contacts.csv: who was asked"),
  askedAt: Moment,
  answerBy: Moment,
  answer: Answer.nullable(),
  told: z
    .array(z.strictObject({ contactId: z.string(), at: Moment }))
    .default([])
    .describe("who heard that nobody answered in time"),
});
export type Question = z.infer<typeof Question>;
