/** One line of the table: what, how long in CPU milliseconds, against which target. */

export interface Row {
  readonly what: string;
  readonly players: number;
  readonly cpuMs: number;
  /** In the unit of `what`: milliseconds unless it says otherwise; `null` where none is set. */
  readonly target: number | null;
  readonly met: boolean | null;
  /** A figure that must not change between runs and machines, or the figure the target is about. */
  readonly check: number;
}

export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median over `runs`, after one run that warms up (none for a single run). */
export function measure(what: string, players: number, target: number | null, runs: number, work: () => number): Row {
  let check = runs > 1 ? work() : 0;
  const times = Array.from({ length: runs }, () => {
    const started = cpuMs();
    check = work();
    return cpuMs() - started;
  }).sort((a, b) => a - b);
  const median = Math.round(10 * times[runs >> 1]!) / 10;
  return { what, players, cpuMs: median, target, met: target === null ? null : median <= target, check };
}
