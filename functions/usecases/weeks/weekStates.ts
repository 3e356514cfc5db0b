/** How a week's record changes: planning begins, it is published, it fails. The run started last stands for the week. */
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { update } from "../records/update.ts";
import { weekContent, weekOf, type WeekRecord } from "../records/week.ts";
import { writeProgress } from "../run/progress.ts";
import type { WeekResult } from "../run/priceWeek.ts";
import { readStage, resultOf, type RunKey } from "../run/run.ts";
import { sha256 } from "../sha256.ts";

type Begin = Pick<WeekRecord, "region" | "week" | "execution" | "run" | "inputSha256">;

/** Says that a week is being planned, unless that run is known already. */
export async function beginWeek({ store, clock }: Pick<Ports, "store" | "clock">, begin: Begin): Promise<WeekRecord> {
  const record = await update(store, key.week(begin.region, begin.week), (item) => {
    const current = weekOf(item);
    const known = current?.execution === begin.execution && (current.run !== null || begin.run === null);
    if (known) return undefined;
    const startedAt = current?.execution === begin.execution ? current.startedAt : clock.now();
    const nothing = { endedAt: null, summary: null, failure: null, tours: [] };
    return weekContent({ ...begin, ...nothing, status: "planning", startedAt });
  });
  return record as unknown as WeekRecord;
}

/** Makes a finished run the week's plan; one that a later start has overtaken changes nothing. */
export async function publishWeek(
  { store, blobs, clock, log }: Pick<Ports, "store" | "blobs" | "clock" | "log">,
  run: RunKey,
): Promise<{ published: boolean }> {
  const { summary, tours, frozenAt, collections, fills } = await readStage<WeekResult>(blobs, run, "week");
  const record = await update(store, key.week(run.region, run.week), (item) => {
    const current = weekOf(item);
    if (current === undefined || current.run !== run.run || current.status === "planned") return undefined;
    const planned = { summary, tours, frozenAt, collections, ...(fills === undefined ? {} : { fills }) };
    return weekContent({ ...current, ...planned, status: "planned", endedAt: clock.now(), failure: null });
  });
  const published = (record as unknown as WeekRecord | undefined)?.run === run.run;
  if (published) await logPublished({ store, blobs, clock }, run, summary);
  await writeProgress(store, run, { phase: "publish", part: 1, at: clock.now() });
  log.info("week published", { region: run.region, week: run.week, run: run.run, published });
  return { published };
}

/** What was published, so exactly that nothing else can be passed off as it. */
async function logPublished(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  run: RunKey,
  summary: WeekResult["summary"],
): Promise<void> {
  const plan = await resultOf(ports.blobs, run).get("plan.json");
  if (plan === undefined) throw new Error(`run ${run.run} of ${run.region} ${run.week} has no plan.json`);
  const data = { run: run.run, planSha256: sha256(plan), ...summary };
  const content = { kind: "plan.published", subject: `weeks/${run.week}`, data };
  await append(ports, run.region, content, { once: `plan.published ${run.week} ${run.run}` });
}

export interface Failure {
  readonly region: string;
  readonly week: string;
  readonly execution: string;
  /** Of the workflow: what went wrong, and the JSON or text that says why. */
  readonly error: string;
  readonly cause: string;
}

/** Writes down why a week could not be planned, unless a later start stands for it. */
export async function failWeek(
  { store, clock, log }: Pick<Ports, "store" | "clock" | "log">,
  failure: Failure,
): Promise<void> {
  const { region, week, execution } = failure;
  const message = messageOf(failure);
  await update(store, key.week(region, week), (item) => {
    const current = weekOf(item);
    if (current === undefined || current.execution !== execution || current.status !== "planning") return undefined;
    const failed = { status: "failed" as const, endedAt: clock.now(), failure: message };
    return weekContent({ ...current, ...failed });
  });
  log.error("week failed", new Error(`${failure.error}: ${message.cause}`), { region, week });
}

function messageOf({ error, cause }: Failure): { cause: string; action: string } {
  if (error === "States.Timeout")
    return {
      cause: "Die Planung hat zu lange gedauert.",
      action: "Noch einmal starten; dauert es wieder so lange, mit weniger Iterationen.",
    };
  const said = errorMessage(cause);
  if (error === "InputError")
    return { cause: said, action: "Die genannten Stellen berichtigen und noch einmal starten." };
  return {
    cause: said === "" ? error : said,
    action: "Noch einmal starten. Bleibt der Fehler, der Verwaltung Bescheid geben.",
  };
}

function errorMessage(cause: string): string {
  try {
    const parsed = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof parsed.errorMessage === "string" ? parsed.errorMessage : cause;
  } catch {
    return cause;
  }
}
