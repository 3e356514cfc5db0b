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

export async function endBoardWork(
  { store, log }: Pick<Ports, "store" | "log">,
  task: BoardTask,
  kind: WorkKind,
  { untold = 0, failure }: BoardEnd = {},
): Promise<void> {
  const planned = await plannedWeek({ store }, task);
  const seen = planned === undefined ? 0 : versionOf((await readDraft(store, task, planned.record)).draft);
  if (failure === undefined) {
    await tellWork(store, task, kind, task.name, { state: "done", part: 1, seen, text: publishedText(untold) });
    return;
  }
  const { error, cause } = failure;
  log.error(`board ${kind} failed`, new Error(`${error}: ${cause}`), { region: task.region, week: task.week });
  const overtaken = error === "BoardOvertaken";
  await tellWork(store, task, kind, task.name, {
    state: overtaken ? "overtaken" : "failed",
    seen,
    text: overtaken ? OVERTAKEN : TEXTS[kind],
  });
}

function publishedText(untold: number): string {
  if (untold === 0) return "Veröffentlicht; wer fährt, hat Post.";
  const mails = untold < 0 ? "Nicht alle Mails gingen" : untold === 1 ? "Eine Mail ging" : `${untold} Mails gingen`;
  return `Veröffentlicht. ${mails} nicht hinaus: bitte den Fahrenden selbst Bescheid geben.`;
}

const OVERTAKEN =
  "Entwurf oder Wochenplan wurden inzwischen geändert; es wurde nichts veröffentlicht. Bitte ansehen und noch einmal veröffentlichen.";
const TEXTS: Readonly<Record<WorkKind, string>> = {
  optimizing:
    "Die Suche ist gescheitert; der Entwurf ist unverändert. Noch einmal versuchen, sonst der Verwaltung Bescheid geben.",
  publishing:
    "Das Veröffentlichen ist gescheitert, der bisherige Plan gilt weiter. Noch einmal versuchen; bleibt der Fehler, der Verwaltung Bescheid geben oder die Woche neu planen.",
};
