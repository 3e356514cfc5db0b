/**
 * Looks after weeks that are being planned: one whose workflow has ended otherwise than its record says is put right, one
 * that takes far too long is reported. Runs by the calendar; whatever was lost is found here. Photos whose days are over go too; matched tickets are noted
 * for the forecast.
 */
import type { Ports } from "../ports.ts";
import { forgetPhotos } from "../photos/photos.ts";
import { allItems } from "../records/allItems.ts";
import { PLANNING_INDEX } from "../records/keys.ts";
import { weekOf, type WeekRecord } from "../records/week.ts";
import { beginWeek, failWeek, publishWeek } from "./weekStates.ts";

type ReconcilePorts = Pick<Ports, "store" | "blobs" | "clock" | "workflows" | "log">;

/** A scheduled week waits a day for reports; longer than two days nothing may take. */
const OVERDUE_MS = 49 * 3600_000;

export interface Reconciled {
  readonly looked: number;
  readonly mended: number;
  readonly overdue: number;
}

export async function reconcileWeeks(ports: ReconcilePorts): Promise<Reconciled> {
  await forgetPhotos(ports);
  // It opens plans, which is more than the rest of this does: loaded when it is called.
  const { noteEmptyings } = await import("../weighings/emptyings.ts");
  await noteEmptyings(ports);
  const items = await allItems(ports.store, { pk: PLANNING_INDEX, index: true });
  let mended = 0;
  let overdue = 0;
  for (const item of items) {
    const record = weekOf(item)!;
    if (record.status !== "planning") continue;
    if (await mend(ports, record)) mended++;
    else if (Date.parse(ports.clock.now()) - Date.parse(record.startedAt) > OVERDUE_MS) {
      overdue++;
      ports.log.error("week overdue", new Error("planned for more than two days"), {
        region: record.region,
        week: record.week,
      });
    }
  }
  return { looked: items.length, mended, overdue };
}

/** @returns whether there was something to mend */
async function mend(ports: ReconcilePorts, record: WeekRecord): Promise<boolean> {
  const { region, week, execution, run } = record;
  const now = await ports.workflows.describe(execution);
  if (now?.status === "RUNNING") return false;
  if (now?.status === "SUCCEEDED") {
    const key = run === null ? runOf(now.output) : run;
    if (key === undefined) return false;
    await beginWeek(ports, { ...record, run: key });
    await publishWeek(ports, { region, week, run: key });
    return true;
  }
  const { error = "Execution", cause = "Der Ablauf der Planung ist nicht mehr bekannt." } = now ?? {};
  await failWeek(ports, { region, week, execution, error, cause });
  return true;
}

function runOf(output: unknown): string | undefined {
  return (output as { run?: { run?: string } } | undefined)?.run?.run;
}
