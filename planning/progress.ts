/** Phases of a planning run, in order, with the part of the run each usually takes; for a progress bar. */
export const PHASES = ["forecast", "calibration", "flow", "coalitions", "routes", "split"] as const;
export type Phase = (typeof PHASES)[number];

/** What a running plan tells whoever watches. */
export interface PlanProgress {
  begin(phase: Phase): void;
  /**
   * @param part of the phase that is done, 0 to 1
   * @param gap of the newest plan: its cost over the proven bound, less 1
   */
  advance(part: number, gap?: number): void;
}

export const SILENT: PlanProgress = { begin: () => undefined, advance: () => undefined };
