/** Breaks totals down along two sides at once; a settlement does the same with its lines. */
export { apportion, sum } from "../../../planning/apportion.ts";
