/** Phases of a planning run, in order, with the part of the run each usually takes; for a progress bar. */
export const PHASES = ["forecast", "calibration", "flow", "coalitions", "routes", "split"] as const;
export type Phase = (typeof PHASES)[number];

/** Part of a usual run that is over when a phase begins. */
const BEGINS: Readonly<Record<Phase, number>> = {
  forecast: 0,
  calibration: 0.02,
  flow: 0.15,
  coalitions: 0.3,
  routes: 0.6,
  split: 0.97,
};

/** How much of a usual run is over, 0 to 1. @param part of the phase that is done */
export function partOfRun(phase: Phase, part: number): number {
  const next = PHASES[PHASES.indexOf(phase) + 1];
  const end = next === undefined ? 1 : BEGINS[next];
  return BEGINS[phase] + (end - BEGINS[phase]) * Math.min(1, Math.max(0, part));
}

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
