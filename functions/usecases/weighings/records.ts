/**
 * Where tickets and what belongs to them lie. A ticket has two items, written together: one under its id, so that it can come only
 * once, and one under its day, so that a period can be read. What was imported stays; decisions are added.
 */
import * as z from "zod";
import { localDate } from "../../../domain/localTime.ts";
import { Moment } from "../../../domain/settlement/common.ts";
import { MappingProfile } from "../../../domain/settlement/profile.ts";
import { Question } from "../../../domain/settlement/question.ts";
import { TourRecord } from "../../../domain/settlement/tourRecord.ts";
import { Ticket, Weighing } from "../../../domain/settlement/weighing.ts";
import type { Key, Store } from "../../ports/store.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";

const at = (region: string, ...words: string[]): Key => ({ pk: regionPk(region), sk: words.join("#") });

export const weighingKey = {
  ticket: (region: string, id: string): Key => at(region, "ticket", id),
  weighing: (region: string, { weighedAt, id }: Pick<Ticket, "weighedAt" | "id">): Key =>
    at(region, "weighing", localDate(weighedAt), id),
  stuck: (region: string, id: string): Key => at(region, "ticket-stuck", id),
  tour: (region: string, week: string, tour: string): Key => at(region, "tour-record", week, tour),
  question: (region: string, item: string): Key => at(region, "weighing-question", item),
  profile: (region: string, id: string): Key => at(region, "weighing-profile", id),
};

/** Says on which day a ticket lies. */
export const TicketRecord = z.strictObject({ date: z.string() });

const Origin = z.strictObject({ file: z.string(), row: z.int(), profile: z.string() });

/** How a person dealt with it: let it be, or took the other ticket in the place of the one before, which is kept here. */
const Resolved = z.strictObject({
  kind: z.enum(["drop", "take"]),
  reason: z.string(),
  at: Moment,
  by: z.string(),
  replaced: Ticket.nullable(),
});

/** What could not be taken as it came: a row that nobody can read, or a ticket that says otherwise than one before. */
export const StuckRecord = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("row"),
    id: z.string(),
    origin: Origin,
    cells: z.record(z.string(), z.string()),
    causes: z.array(z.string()),
    actions: z.array(z.string()),
    at: Moment,
    by: z.string(),
    resolved: Resolved.nullable(),
  }),
  z.strictObject({
    kind: z.literal("contradiction"),
    id: z.string(),
    origin: Origin,
    ticket: Ticket,
    /** Fields in which it differs. */
    fields: z.array(z.string()),
    at: Moment,
    by: z.string(),
    resolved: Resolved.nullable(),
  }),
]);
export type StuckRecord = z.infer<typeof StuckRecord>;

/** @param from first day; @param until last day; both included */
export async function weighingsBetween(store: Store, region: string, from: string, until: string): Promise<Weighing[]> {
  // "~" sorts after every character of an id.
  const range = { from: `weighing#${from}`, before: `weighing#${until}#~` };
  const items = await allItems(store, { pk: regionPk(region), ...range });
  return items.map(({ data }) => Weighing.parse(data));
}

export interface FoundWeighing {
  readonly weighing: Weighing;
  /** Of the item: what a write that depends on it expects. */
  readonly version: number;
}

export async function findWeighing(store: Store, region: string, id: string): Promise<FoundWeighing | undefined> {
  const pointer = await store.get(weighingKey.ticket(region, id));
  if (pointer === undefined) return undefined;
  const { date } = TicketRecord.parse(pointer.data);
  const item = await store.get({ pk: regionPk(region), sk: `weighing#${date}#${id}` });
  return item === undefined ? undefined : { weighing: Weighing.parse(item.data), version: item.version };
}

export async function stuckRecords(store: Store, region: string): Promise<StuckRecord[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "ticket-stuck#" });
  return items.map(({ data }) => StuckRecord.parse(data));
}

export async function tourRecords(store: Store, region: string, weeks: readonly string[]): Promise<TourRecord[]> {
  const lists = await Promise.all(
    weeks.map((week) => allItems(store, { pk: regionPk(region), prefix: `tour-record#${week}#` })),
  );
  return lists.flat().map(({ data }) => TourRecord.parse(data));
}

export async function questionsOf(store: Store, region: string): Promise<Question[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "weighing-question#" });
  return items.map(({ data }) => Question.parse(data));
}

export async function profilesOf(store: Store, region: string): Promise<MappingProfile[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "weighing-profile#" });
  return items.map(({ data }) => MappingProfile.parse(data));
}
