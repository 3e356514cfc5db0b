/** What goes on behind a board: looking for tours, publishing. A record of its own each, so that it disturbs no draft. */
import type { Key, Store } from "../../ports/store.ts";
import { asJson } from "../../ports/store.ts";
import { regionPk } from "../records/keys.ts";
import { update } from "../records/update.ts";
import type { BoardAt, BoardWork } from "./view.ts";

export type WorkKind = "optimizing" | "publishing";

export interface WorkRecord extends BoardWork {
  /** Name of the execution that does it. */
  readonly name: string;
  /** Of the draft that it began with. */
  readonly version: number;
  /** Of the draft when it had ended: the news is shown until the next change. */
  readonly seen?: number;
}

const workKey = ({ region, week }: BoardAt, kind: WorkKind): Key => ({
  pk: regionPk(region),
  sk: `board-${kind}#${week}`,
});

/** Past the timeout of its workflow nobody is at it any more, whatever the record says. */
const LONGEST_MS = 45 * 60_000;

export async function readWork(
  store: Store,
  at: BoardAt,
  kind: WorkKind,
  now: string,
): Promise<WorkRecord | undefined> {
  const item = await store.get(workKey(at, kind));
  // Written by this file only.
  const record = item?.data as unknown as WorkRecord | undefined;
  if (record?.state !== "running" || Date.parse(now) - Date.parse(record.startedAt) < LONGEST_MS) return record;
  return { ...record, state: "failed", news: { kind: "tooLong" } };
}

/** As a page sees it: what goes on, or what came of it while the draft is still that one. */
export function shownWork(record: WorkRecord | undefined, version: number): BoardWork | null {
  if (record === undefined || (record.state !== "running" && record.seen !== version)) return null;
  const { by, startedAt, state, part, objectiveCents, news } = record;
  return { by, startedAt, state, part, news, ...(objectiveCents === undefined ? {} : { objectiveCents }) };
}

/** @returns what is there afterwards: the new one, or another that runs already */
export async function beginWork(store: Store, at: BoardAt, kind: WorkKind, record: WorkRecord): Promise<WorkRecord> {
  const now = record.startedAt;
  const data = await update(store, workKey(at, kind), (item) => {
    const current = item?.data as unknown as WorkRecord | undefined;
    const runs = current?.state === "running" && Date.parse(now) - Date.parse(current.startedAt) < LONGEST_MS;
    return runs ? undefined : { data: asJson(record) };
  });
  return data as unknown as WorkRecord;
}

/** Changes what is said of a work while it runs; one that has ended, or another one, stays as it is. */
export async function tellWork(
  store: Store,
  at: BoardAt,
  kind: WorkKind,
  name: string,
  change: Partial<WorkRecord>,
): Promise<WorkRecord | undefined> {
  const data = await update(store, workKey(at, kind), (item) => {
    const current = item?.data as unknown as WorkRecord | undefined;
    if (current === undefined || current.name !== name || current.state !== "running") return undefined;
    return { data: asJson({ ...current, ...change }) };
  });
  return data as unknown as WorkRecord | undefined;
}
