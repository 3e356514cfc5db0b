/** How far the search has come, by iterations or by the clock that was passed in; reports progress on the way. */
import type { SolveOptions, TracePoint } from "./options.ts";

const MILLISECONDS_BETWEEN_REPORTS = 250;

export class Budget {
  readonly trace: TracePoint[] = [];
  private readonly options: SolveOptions;
  private readonly startedAt: number;
  private lastReport = Number.NEGATIVE_INFINITY;

  constructor(options: SolveOptions) {
    if (options.iterations === undefined && options.seconds === undefined) {
      throw new Error("solve needs an end: give options.iterations, options.seconds, or both.");
    }
    if (options.seconds !== undefined && options.now === undefined) {
      throw new Error("options.seconds needs a clock: give options.now, a function that returns milliseconds.");
    }
    this.options = options;
    this.startedAt = options.now?.() ?? 0;
  }

  elapsedMs(): number {
    return (this.options.now?.() ?? 0) - this.startedAt;
  }

  /** Share of the budget used, from 0 to 1; 1 also when the caller has aborted. */
  share(iterations: number): number {
    const { signal, iterations: most, seconds } = this.options;
    if (signal?.aborted === true) return 1;
    const byCount = most === undefined ? 0 : most <= 0 ? 1 : iterations / most;
    const byClock = seconds === undefined ? 0 : seconds <= 0 ? 1 : this.elapsedMs() / (1000 * seconds);
    return Math.min(1, Math.max(byCount, byClock));
  }

  /** Iterations that the whole budget is worth. @param perSecond what a search of this kind usually does */
  expected(perSecond: number): number {
    const { iterations = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = this.options;
    return Math.min(iterations, seconds * perSecond);
  }

  /** Iterations that may run before the next look, so that a count is met exactly. */
  until(iterations: number, step: number): number {
    const most = this.options.iterations ?? Number.POSITIVE_INFINITY;
    return Math.min(most, iterations + step);
  }

  report(iterations: number, bestCents: number): void {
    const last = this.trace.at(-1);
    if (last === undefined || bestCents < last.bestCents)
      this.trace.push({ iterations, bestCents, elapsedMs: this.elapsedMs() });
    const { onProgress, now } = this.options;
    if (onProgress === undefined) return;
    const elapsedMs = now === undefined ? 0 : this.elapsedMs();
    if (now !== undefined && elapsedMs - this.lastReport < MILLISECONDS_BETWEEN_REPORTS) return;
    this.lastReport = elapsedMs;
    onProgress({ iterations, bestCents, elapsedMs });
  }
}
