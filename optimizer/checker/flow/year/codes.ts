/** Every code a finding about a yearly plan can have, in the order of docs/flow.md, which says what each means. */
import type { Problem } from "../../../../domain/problem.ts";

export const YEAR_CHECK_CODES = [
  "check.year.reference",
  "check.year.twice",
  "check.year.closedPoint",
  "check.year.site",
  "check.year.stock",
  "check.year.room",
  "check.year.age",
  "check.year.notShreddable",
  "check.year.cleared",
  "check.year.heap",
  "check.year.noRound",
  "check.year.stopHours",
  "check.year.roundHours",
  "check.year.capacity",
  "check.year.sales",
  "check.year.demand",
  "check.year.costLine",
  "check.year.cost",
  "check.year.emissions",
  "check.year.lowerBound",
  "check.year.region",
] as const;
export type YearCheckCode = (typeof YEAR_CHECK_CODES)[number];

export type Report = (code: YearCheckCode, id: string, cause: string) => void;

export function reporter(): { readonly report: Report; readonly findings: Problem[] } {
  const findings: Problem[] = [];
  const action = "Compute the plan again; do not edit figures by hand.";
  return {
    findings,
    report: (code, id, cause) => void findings.push({ code, severity: "error", place: { id }, cause, action }),
  };
}
