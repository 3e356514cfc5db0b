export {
  DEFAULT_YEAR_EFFORT,
  planYear,
  type YearEffort,
  type YearOutcome,
  type YearResult,
  type YearState,
} from "./solve.ts";
