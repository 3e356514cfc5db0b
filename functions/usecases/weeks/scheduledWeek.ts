/** The weekly planning by the calendar: yards that have not reported are asked first. */
import type { PlanOptions } from "../../contract/startPlan.ts";
import { asJson } from "../../ports/store.ts";
import { addWeeks, weekOf } from "../../../domain/week.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Ports } from "../ports.ts";
import { readIndex } from "../records/region.ts";
import { WEEKLY_PLANNING } from "./startPlan.ts";
import { beginWeek } from "./weekStates.ts";

/** Plans the week after this one; called twice for a week, the second call changes nothing. */
export async function startScheduledWeek(
  ports: Pick<Ports, "store" | "clock" | "workflows" | "log">,
  region: string,
  options: PlanOptions = {},
): Promise<{ week: string; execution: string; started: boolean }> {
  await readIndex(ports.store, region);
  const week = addWeeks(weekOf(localDate(ports.clock.now())), 1);
  const name = `${week}_scheduled_${region}`.slice(0, 80);
  const { id, kind } = await ports.workflows.start(WEEKLY_PLANNING, name, asJson({ region, week, ask: true, options }));
  const started = kind === "started";
  // A second call must not take the week back from what was planned since.
  if (started) await beginWeek(ports, { region, week, execution: id, run: null, inputSha256: null });
  ports.log.info("weekly planning", { region, week, started });
  return { week, execution: id, started };
}
