export { DEFAULT_YEAR_EFFORT, planYear, type YearEffort, type YearOutcome, type YearResult } from "./solve.ts";
export type { YearState } from "./carry.ts";
export { readYearState, yearStateText } from "./stateText.ts";
