/**
 * Jobs at times of day of a time zone, kept in the store. What was due while nothing ran is done once, at the next start; a
 * moment is claimed by a conditional write, so that it is never done twice, and a job that a kill cut short is done again.
 */
import { Cron } from "croner";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import { asJson, type Item, type Key, type Store } from "../../functions/ports/store.ts";

export interface Job {
  /** Names it in the store. */
  readonly name: string;
  /** Five fields as in crontab: minute, hour, day, month, weekday. */
  readonly cron: string;
  /** IANA name. Default: Europe/Berlin. */
  readonly timeZone?: string;
  /** May be called again for the same moment after a kill. @param due RFC 3339, the moment it is for */
  run(due: string): Promise<void>;
}

export interface SchedulerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this opening: what another one claimed and did not finish is taken over. */
  readonly owner: string;
}

export interface Scheduler {
  /** Makes a job known from now on; one under the same name is replaced. */
  add(job: Job): void;
  /** Does what is due. Resolves when it is done; two at once do nothing twice. */
  tick(): Promise<void>;
  /** When the next job is due, in milliseconds since 1970. */
  nextDue(): Promise<number | undefined>;
}

interface Entry {
  /** RFC 3339 in UTC: the next moment, or the one that is being done. */
  readonly due: string;
  readonly cron: string;
  /** Who is at it. */
  readonly claimedBy: string | null;
}

const keyOf = (name: string): Key => ({ pk: "scheduler", sk: name });

/** @throws TypeError for a cron pattern that is none */
export function createScheduler({ store, clock, log, owner }: SchedulerOptions): Scheduler {
  const jobs = new Map<string, Job>();

  /** Reads a job's entry; a new job, or one whose pattern has changed, waits for its next moment. */
  async function entryOf(job: Job): Promise<{ entry: Entry; version: number }> {
    const item = await store.get(keyOf(job.name));
    const entry = item?.data as unknown as Entry | undefined;
    if (item !== undefined && entry?.cron === job.cron) return { entry, version: item.version };
    const fresh: Entry = { due: after(job, clock.now()), cron: job.cron, claimedBy: null };
    const outcome = await store.put({ ...keyOf(job.name), data: asJson(fresh) }, item?.version ?? "absent");
    return outcome.status === "written" ? { entry: fresh, version: outcome.version } : entryOf(job);
  }

  async function look(job: Job): Promise<void> {
    const { entry, version } = await entryOf(job);
    const abandoned = entry.claimedBy !== null && entry.claimedBy !== owner;
    const due = Date.parse(entry.due) <= Date.parse(clock.now());
    if (entry.claimedBy === null ? !due : !abandoned) return;
    const claimed = asJson({ ...entry, claimedBy: owner });
    const outcome = await store.put({ ...keyOf(job.name), data: claimed }, version);
    if (outcome.status === "conflict") return;
    await carryOut(job, entry, outcome.version);
  }

  async function carryOut(job: Job, entry: Entry, version: number): Promise<void> {
    try {
      await job.run(entry.due);
      log.info("job done", { job: job.name, due: entry.due });
    } catch (error) {
      // Its next moment comes; what must not wait for it looks after itself (reconcileWeeks).
      log.error("job failed", error, { job: job.name, due: entry.due });
    }
    const next: Entry = { due: after(job, clock.now()), cron: job.cron, claimedBy: null };
    await store.put({ ...keyOf(job.name), data: asJson(next) }, version);
  }

  return {
    add: (job) => {
      after(job, clock.now());
      jobs.set(job.name, job);
    },
    tick: async () => {
      await Promise.all([...jobs.values()].map(look));
    },
    async nextDue() {
      const items: (Item | undefined)[] = await Promise.all([...jobs.keys()].map((name) => store.get(keyOf(name))));
      const waiting = items.map((item) => item?.data as unknown as Entry | undefined);
      const times = waiting.flatMap((entry) => (entry?.claimedBy === null ? [Date.parse(entry.due)] : []));
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}

/** The first moment of the pattern after another; where clocks change, as the local clock shows it. */
function after({ cron, timeZone = "Europe/Berlin" }: Job, now: string): string {
  const next = new Cron(cron, { timezone: timeZone, paused: true, mode: "5-part" }).nextRun(new Date(now));
  if (next === null) throw new TypeError(`The pattern "${cron}" never comes.`);
  return next.toISOString();
}
