/** What the runtime does by the clock. */
import type { Ports } from "../functions/usecases/ports.ts";
import { allItems } from "../functions/usecases/records/allItems.ts";
import { REGIONS_PK } from "../functions/usecases/records/keys.ts";
import type { SqliteStore } from "../functions/adapters/sqlite/sqliteStore.ts";
import type { Scheduler } from "./scheduler/scheduler.ts";
import type { Interpreter } from "./workflow/interpreter.ts";

/** How often the clock is looked at. */
const LOOK_MS = 10_000;
/** Ended executions are forgotten after 90 days, as in the cloud. */
const REMEMBERED_MS = 90 * 24 * 3600 * 1000;

export interface JobsOptions {
  readonly ports: Pick<Ports, "clock" | "log"> & { readonly store: SqliteStore };
  readonly interpreter: Interpreter;
  readonly scheduler: Scheduler;
  readonly invoke: (name: string, payload: unknown) => Promise<unknown>;
  readonly weeklyCron: string;
}

/** @returns what stops it */
export function startJobs({ ports, interpreter, scheduler, invoke, weeklyCron }: JobsOptions): () => Promise<void> {
  const known = new Set<string>();
  const call = (name: string, payload: unknown) => async (): Promise<void> => {
    await invoke(name, payload);
  };
  scheduler.add({ name: "reconcileWeeks", cron: "*/15 * * * *", run: call("reconcileWeeks", {}) });
  scheduler.add({ name: "reconcileAgreements", cron: "5,20,35,50 * * * *", run: call("reconcileAgreements", {}) });
  // Friday morning, as in the cloud (infra/constructs/schedules.ts).
  scheduler.add({ name: "mailAuditHeads", cron: "0 7 * * 5", run: call("mailAuditHeads", {}) });
  // Weekday mornings, as in the cloud; it leaves holidays out.
  scheduler.add({ name: "askWeighings", cron: "30 7 * * 1-5", run: call("askWeighings", {}) });
  scheduler.add({ name: "sweep", cron: "17 * * * *", run: async () => void ports.store.sweep() });
  scheduler.add({
    name: "forget",
    cron: "47 3 * * *",
    run: async () => interpreter.forget(Date.parse(ports.clock.now()) - REMEMBERED_MS),
  });

  async function look(): Promise<void> {
    for (const { sk: region } of await allItems(ports.store, { pk: REGIONS_PK })) {
      if (known.has(region)) continue;
      scheduler.add({ name: `weekly/${region}`, cron: weeklyCron, run: call("startScheduledWeek", { region }) });
      known.add(region);
    }
    await scheduler.tick();
  }

  let stopped = false;
  let looking = Promise.resolve();
  const step = (): void => {
    looking = looking
      .then(() => (stopped ? undefined : look()))
      .catch((error: unknown) => ports.log.error("schedule", error));
  };
  step();
  const timer = setInterval(step, LOOK_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await looking;
  };
}
