/** A planned week as it is kept: which run stands for it, and what came of it. */
import type { StorageFill } from "../../contract/fills.ts";
import type { WeekPlan } from "../../contract/weeks.ts";
import { asJson, type Item, type NewItem } from "../../ports/store.ts";
import { PLANNING_INDEX } from "./keys.ts";

export interface WeekRecord {
  readonly region: string;
  readonly week: string;
  readonly status: WeekPlan["status"];
  /** Opaque id of the workflow's execution. */
  readonly execution: string;
  /** Null while the reports of a scheduled week are still being asked for. */
  readonly run: string | null;
  readonly inputSha256: string | null;
  /** RFC 3339 */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly summary: WeekPlan["summary"];
  readonly failure: WeekPlan["failure"];
  readonly tours: WeekPlan["tours"];
  /** RFC 3339: what was reported later is not in the plan. Absent in weeks planned before this was kept. */
  readonly frozenAt?: string;
  /** What the plan picks up where and when; as `frozenAt`. */
  readonly collections?: readonly Collection[];
  /** How full the storages were thought to be; as `frozenAt`. */
  readonly fills?: readonly StorageFill[];
}

/** A load of a storage on a planned tour. */
export interface Collection {
  readonly storageId: string;
  /** `2026-11-24` */
  readonly date: string;
}

export const weekOf = (item: Item | undefined): WeekRecord | undefined =>
  item === undefined ? undefined : (item.data as unknown as WeekRecord);

/** Weeks that are being planned can be found by whoever looks after them. */
export function weekContent(record: WeekRecord): Omit<NewItem, "pk" | "sk"> {
  const index = { pk: PLANNING_INDEX, sk: `${record.startedAt}#${record.region}#${record.week}` };
  return { data: asJson(record), ...(record.status === "planning" ? { index } : {}) };
}
