/** The state of a run as text, so that another process can begin a scenario with it. */
import type { YearProblem } from "../../../domain/year/problem.ts";
import type { Visit } from "./calendar.ts";
import type { YearLeaf, YearState } from "./carry.ts";
import type { Calendar } from "./pricing.ts";

/** Numbers are written in full, so that what is read is what was written. The problem is left out: it stands in the plan's file. */
export function yearStateText({ problem: _, leaves, duals, calendars, ...state }: YearState): string {
  return JSON.stringify({
    ...state,
    duals: [...duals],
    leaves: leaves.map((leaf) => ({ ...leaf, duals: [...leaf.duals] })),
    calendars: calendars.map(({ closed, visits }) => ({ closed, visits: [...visits] })),
  });
}

interface Written extends Omit<YearState, "problem" | "leaves" | "duals" | "calendars"> {
  readonly duals: readonly number[];
  readonly leaves: readonly (Omit<YearLeaf, "duals"> & { readonly duals: readonly number[] })[];
  readonly calendars: readonly (Pick<Calendar, "closed"> & {
    readonly visits: readonly (readonly [number, readonly Visit[]])[];
  })[];
}

/** @param text of `yearStateText` of a run on the same problem */
export function readYearState(problem: YearProblem, text: string): YearState {
  const { leaves, duals, calendars, ...state } = JSON.parse(text) as Written;
  return {
    ...state,
    problem,
    duals: Float64Array.from(duals),
    leaves: leaves.map((leaf) => ({ ...leaf, duals: Float64Array.from(leaf.duals) })),
    calendars: calendars.map(({ closed, visits }) => ({ closed, visits: new Map(visits) })),
  };
}
