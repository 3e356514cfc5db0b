/** The moment of publishing: a checked run takes the place of the one before. */
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { weekContent, weekOf } from "../records/week.ts";
import type { WeekResult } from "../run/priceWeek.ts";
import { readStage, resultOf, type RunKey } from "../run/run.ts";
import { sha256 } from "../sha256.ts";
import { draftKey, freshDraft, readDraft, versionOf } from "./draft.ts";
import { BoardOvertaken, type BoardTask } from "./task.ts";

/** Week, draft and audit log change together, or none of them. @throws BoardOvertaken */
export async function takeBoard(
  ports: Pick<Ports, "store" | "blobs" | "clock" | "log">,
  task: BoardTask,
  { run, base }: { readonly run: RunKey; readonly base: RunKey },
): Promise<void> {
  const { store, blobs, clock } = ports;
  const at = key.week(run.region, run.week);
  const item = await store.get(at);
  const current = weekOf(item);
  if (item === undefined || current === undefined) throw new BoardOvertaken("the week is gone");
  if (current.run === run.run) return;
  if (current.run !== base.run || current.status !== "planned") throw new BoardOvertaken("the week was planned anew");
  const held = await readDraft(store, task, current);
  if (versionOf(held.draft) !== task.version) throw new BoardOvertaken("the draft was changed");
  const { summary, tours, frozenAt, collections, fills } = await readStage<WeekResult>(blobs, run, "week");
  const plan = await resultOf(blobs, run).get("plan.json");
  const now = clock.now();
  const record = {
    ...current,
    run: run.run,
    summary,
    tours,
    frozenAt,
    collections,
    ...(fills === undefined ? {} : { fills }),
    endedAt: now,
  };
  const changed = { by: task.by, at: now, deed: { kind: "published" as const } };
  const draft = { ...freshDraft(run.run, held.draft.count + 1), changed };
  const content = {
    kind: "plan.published",
    subject: `weeks/${run.week}`,
    data: { run: run.run, madeOf: base.run, planSha256: sha256(plan!), steps: held.draft.done, ...summary },
  };
  const outcome = await append({ store, clock }, run.region, content, {
    once: `plan.published ${run.week} ${run.run}`,
    also: [
      { put: { ...at, ...weekContent(record) }, expected: item.version },
      { put: { ...draftKey(task), data: asJson(draft) }, expected: held.item },
    ],
  });
  if (outcome.kind === "conflict") throw new BoardOvertaken("the week or its draft was changed");
  ports.log.info("board published", { region: run.region, week: run.week, run: run.run });
}
