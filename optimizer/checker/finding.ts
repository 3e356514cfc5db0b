/** How the checker words what does not hold: always an error, with the stated and the derived figure. */
import type { Place, Problem } from "../../domain/problem.ts";
import type { CheckCode } from "./codes.ts";

export function finding(code: CheckCode, place: Place, cause: string, action: string): Problem {
  return { code, severity: "error", place, cause, action };
}

/** A figure that is not what it follows from. */
export function differs(code: CheckCode, place: Place, stated: unknown, derived: unknown, from: string): Problem {
  return finding(
    code,
    place,
    `States ${show(stated)}; derived from ${from}: ${show(derived)}.`,
    "Compute the plan again; do not edit figures by hand.",
  );
}

function show(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : value === undefined ? "nothing" : JSON.stringify(value);
}

/** True unless the two agree; NaN agrees with nothing. `slack` is absolute. */
export function apart(stated: number, derived: number, slack = 0): boolean {
  return !(Math.abs(stated - derived) <= slack);
}

/** Slack for sums of real numbers whose order of addition is free. */
export function roundingSlack(value: number, relative = 1e-6): number {
  return relative * Math.max(1, Math.abs(value));
}
