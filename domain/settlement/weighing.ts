/**
 * A weighbridge ticket (Wiegeschein) as it was imported, and what the system makes of it: the tour that tipped the load, and the lots
 * that the load was taken from. A ticket is known by its number and its weighbridge; what was imported is never overwritten.
 */
import * as z from "zod";
import { Form, Fraction } from "../region/common.ts";
import { anyKg, IsoWeek, kg, Moment } from "./common.ts";

/** `<weighbridge>.<number>`, with `-` for whatever an id does not allow; the same ticket has the same id. */
export const TicketId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,159}$/);

/** What stands on the paper. Nothing in it is guessed: what the file does not say is null. */
export const Ticket = z.strictObject({
  id: TicketId,
  number: z.string().min(1).describe("as written on the ticket"),
  weighbridge: z.string().min(1).describe("name or id of the scale"),
  facilityId: z.string().nullable().describe("row of facilities.csv; null when the file names one that is not known"),
  weighedAt: Moment,
  grossKg: anyKg.nullable(),
  tareKg: anyKg.nullable(),
  netKg: anyKg.describe("as stated, else gross less tare; at most 0 is a fault and counts nowhere"),
  fraction: Fraction.nullable(),
  form: Form.nullable(),
  vehicle: z.string().describe("plate or name as written; empty when the file has none"),
  vehicleId: z.string().nullable().describe("row of vehicles.csv"),
  storageId: z.string().nullable().describe("row of storages.csv, where the file names the source"),
  refused: z.boolean().describe("the plant did not take it (BioAbfV § 2a)"),
  note: z.string(),
});
export type Ticket = z.infer<typeof Ticket>;

/** A part of a load: what of it came from one storage. */
export const Lot = z.strictObject({
  pickupId: z.string().nullable().describe("pick-up of the plan; null when the ticket itself names the storage"),
  storageId: z.string(),
  pointId: z.string(),
  streamId: z.string(),
  fraction: Fraction,
  form: Form,
  plannedKg: kg.describe("what the plan expected; 0 where there was none"),
  weighedKg: kg.describe("part of the ticket's net, by planned mass; parts sum to the net"),
});
export type Lot = z.infer<typeof Lot>;

export const MATCH_WAYS = ["automatic", "byHand", "stated"] as const;

/** `stated`: no tour, but the ticket itself names the storage that it came from. */
export const Match = z.strictObject({
  how: z.enum(MATCH_WAYS),
  week: IsoWeek,
  tourId: z.string().nullable(),
  stop: z.int().min(0).nullable().describe("index among the tour's stops: the unloading at the facility"),
  lots: z.array(Lot).min(1),
});
export type Match = z.infer<typeof Match>;

/** A tour's unloading that a ticket may belong to. */
export const Candidate = z.strictObject({
  week: IsoWeek,
  tourId: z.string(),
  stop: z.int().min(0),
  vehicleId: z.string(),
  vehicleName: z.string(),
  arrivalAt: z.string(),
  plannedKg: kg,
  storageIds: z.array(z.string()),
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * What a person decided about a ticket. `match`: it belongs to this unloading. `confirm`: the odd weight is right. `void`: it is
 * not of this cooperation, or wrong altogether, and counts nowhere. `refuse`: the load was refused.
 */
export const Decision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("match"), tourId: z.string(), stop: z.int().min(0) }),
  z.strictObject({ kind: z.literal("confirm") }),
  z.strictObject({ kind: z.literal("void"), reason: z.string().trim().min(3).max(500) }),
  z.strictObject({ kind: z.literal("refuse"), reason: z.string().trim().min(3).max(500) }),
]);
export type Decision = z.infer<typeof Decision>;

export const Decided = z.strictObject({ decision: Decision, at: Moment, by: z.string() });
export type Decided = z.infer<typeof Decided>;

/** What is kept of a ticket. The match is made anew from it and the tours whenever it is asked for. */
export const Weighing = z.strictObject({
  schema: z.literal("gruenverbund/weighing/1"),
  ticket: Ticket,
  importedAt: Moment,
  importedBy: z.string(),
  origin: z.strictObject({ file: z.string(), row: z.int().min(1), profile: z.string() }),
  decisions: z.array(Decided).describe("oldest first"),
  askedAt: Moment.nullable().describe("when somebody was asked about it"),
  photo: z.string().nullable().describe("name of the photo; it is read through the API"),
});
export type Weighing = z.infer<typeof Weighing>;

/** matched: counts. refused: counts as a refused load of its source. void: counts nowhere. open: stands in the work list. */
export const WEIGHING_STATES = ["matched", "open", "refused", "void"] as const;
export const WeighingState = z.enum(WEIGHING_STATES);
export type WeighingState = z.infer<typeof WeighingState>;
