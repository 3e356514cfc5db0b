/** Tickets, tours and what became of both, for some weeks: what the work list and a settlement are made of. */
import { localDate } from "../../../domain/localTime.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import { DOCUMENTS, type Region } from "../../../domain/region/tables.ts";
import { DEFAULT_TERMS, SettlementTerms } from "../../../domain/settlement/terms.ts";
import type { TourRecord } from "../../../domain/settlement/tourRecord.ts";
import type { Question } from "../../../domain/settlement/question.ts";
import type { Weighing } from "../../../domain/settlement/weighing.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { addDays, mondayOf } from "../../../domain/week.ts";
import { indexBy } from "../../../planning/lookup.ts";
import { matchTickets, type MatchedTicket } from "../../../planning/settlement/matchTickets.ts";
import { unloadingsOf, type SettledWeek, type Unloading } from "../../../planning/settlement/unloadings.ts";
import { workList } from "../../../planning/settlement/workList.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { key, masterPrefix } from "../records/keys.ts";
import { weekOf } from "../records/week.ts";
import { openInput, resultOf } from "../run/run.ts";
import { questionsOf, stuckRecords, tourRecords, weighingsBetween } from "./records.ts";
import { stuckItems } from "./stuckItems.ts";

type SituationPorts = Pick<Ports, "store" | "blobs" | "clock">;

export interface Situation {
  /** Published, in order. */
  readonly weeks: readonly SettledWeek[];
  /** Asked for, but not published. */
  readonly unplanned: readonly string[];
  readonly weighings: readonly Weighing[];
  readonly unloadings: readonly Unloading[];
  readonly matched: readonly MatchedTicket[];
  readonly tours: readonly TourRecord[];
  readonly items: readonly WorkItem[];
  /** Of the master data as they are now. */
  readonly terms: SettlementTerms;
}

/** @param weeks consecutive, at least one */
export async function situationOf(ports: SituationPorts, region: string, weeks: readonly string[]): Promise<Situation> {
  const { store, clock } = ports;
  const found = await Promise.all(weeks.map((week) => publishedWeek(ports, region, week)));
  const planned = found.filter((one) => one !== undefined);
  const unplanned = weeks.filter((_, i) => found[i] === undefined);
  const until = addDays(mondayOf(weeks.at(-1)!), 6);
  const weighings = await weighingsBetween(store, region, mondayOf(weeks[0]!), until);
  const tours = await tourRecords(store, region, weeks);
  const cancelled = new Set(tours.filter(({ fate }) => fate.kind === "cancelled").map(({ tourId }) => tourId));
  const unloadings = planned.flatMap(unloadingsOf).filter(({ tourId }) => !cancelled.has(tourId));
  const newest = planned.at(-1)?.region;
  const matched = newest === undefined ? [] : matchTickets(weighings, unloadings, newest);
  const regionOf = (week: string): Region => planned.find((one) => one.week === week)?.region ?? newest!;
  const terms = await currentTerms(ports, region);
  const today = localDate(clock.now());
  const items = [
    ...stuckItems(await stuckRecords(store, region)),
    ...unplanned.map(unplannedItem),
    ...(newest === undefined ? [] : workList({ matched, unloadings, regionOf, dated: terms.prices, today })),
  ];
  const asked = withQuestions(items, await questionsOf(store, region), clock.now());
  return { weeks: planned, unplanned, weighings, unloadings, matched, tours, items: asked, terms };
}

/** Those that nobody answered in time come first. */
function withQuestions(items: readonly WorkItem[], questions: readonly Question[], now: string): WorkItem[] {
  const byItem = indexBy(questions, ({ itemId }) => itemId);
  const all = items.map((item): WorkItem => {
    const found = byItem.get(item.id);
    if (found === undefined) return item;
    const { contactId, askedAt, answerBy, answer } = found;
    const overdue = answer === null && Date.parse(answerBy) < Date.parse(now);
    return { ...item, askedAt, question: { contactId, answerBy, overdue, answer: answer?.text ?? null } };
  });
  const isOverdue = ({ question }: WorkItem): number => (question?.overdue === true ? 0 : 1);
  return all.sort((a, b) => isOverdue(a) - isOverdue(b));
}

async function publishedWeek(
  { store, blobs }: SituationPorts,
  region: string,
  week: string,
): Promise<SettledWeek | undefined> {
  const record = weekOf(await store.get(key.week(region, week)));
  if (record === undefined || record.run === null || record.status !== "planned") return undefined;
  const run = { region, week, run: record.run };
  const bytes = await resultOf(blobs, run).get("plan.json");
  if (bytes === undefined) throw new ApiProblem(404, `Zur Woche ${week} liegt kein Plan vor.`);
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const { region: frozen } = await openInput({ blobs }, run);
  return { week, run: record.run, plan, region: frozen };
}

/** What was agreed on for settling, as it stands now: prices may be filled in after a week was planned. */
export async function currentTerms({ blobs }: Pick<Ports, "blobs">, region: string): Promise<SettlementTerms> {
  const bytes = await blobs.get(masterPrefix(region) + DOCUMENTS.settings.file);
  if (bytes === undefined) return DEFAULT_TERMS;
  const { settlement } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly settlement?: unknown };
  return settlement === undefined ? DEFAULT_TERMS : SettlementTerms.parse(settlement);
}

const unplannedItem = (week: string): WorkItem => ({
  ...{ id: `plan.missing:${week}`, code: "plan.missing", severity: "error", week },
  place: { ticketId: null, tourId: null, file: null, row: null },
  cause: `Die Woche ${week} hat keinen veröffentlichten Plan.`,
  action: "Die Woche planen, oder den Zeitraum ohne sie abrechnen.",
  ...{ facts: { week }, candidates: [], askedAt: null },
});
