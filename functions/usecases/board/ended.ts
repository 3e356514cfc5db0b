/** How a workflow of the board ends: what its page is told. */
import type { Ports } from "../ports.ts";
import { plannedWeek } from "./boardWeek.ts";
import { readDraft, versionOf } from "./draft.ts";
import type { BoardTask } from "./task.ts";
import { tellWork, type WorkKind } from "./work.ts";

export interface BoardEnd {
  /** So many mails were not taken; -1: it is not known how many. */
  readonly untold?: number | undefined;
  /** Absent: it went through. */
  readonly failure?: { readonly error: string; readonly cause: string } | undefined;
}

const OVERTAKEN = { optimizing: "searchOvertaken", publishing: "publishingOvertaken" } as const;
const FAILED = { optimizing: "searchFailed", publishing: "publishingFailed" } as const;

export async function endBoardWork(
  { store, log }: Pick<Ports, "store" | "log">,
  task: BoardTask,
  kind: WorkKind,
  { untold = 0, failure }: BoardEnd = {},
): Promise<void> {
  const planned = await plannedWeek({ store }, task);
  const seen = planned === undefined ? 0 : versionOf((await readDraft(store, task, planned.record)).draft);
  if (failure === undefined) {
    await tellWork(store, task, kind, task.name, { state: "done", part: 1, seen, news: { kind: "published", untold } });
    return;
  }
  const { error, cause } = failure;
  log.error(`board ${kind} failed`, new Error(`${error}: ${cause}`), { region: task.region, week: task.week });
  const overtaken = error === "BoardOvertaken";
  await tellWork(store, task, kind, task.name, {
    state: overtaken ? "overtaken" : "failed",
    seen,
    news: { kind: overtaken ? OVERTAKEN[kind] : FAILED[kind] },
  });
}
