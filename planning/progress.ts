/** Phases of a planning run, in order, with the part of the run each usually takes; for a progress bar. */
export const PHASES = ["forecast", "calibration", "flow", "coalitions", "routes", "split"] as const;
export type Phase = (typeof PHASES)[number];

/** What a running plan tells whoever watches. */
export interface PlanProgress {
  begin(phase: Phase): void;
  /** Part of the phase that is done, 0 to 1. */
  advance(part: number): void;
}

export const SILENT: PlanProgress = { begin: () => undefined, advance: () => undefined };
