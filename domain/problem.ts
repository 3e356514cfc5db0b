/**
 * What is wrong with an input or a result: a code to look up, the place, the cause and what to do about it.
 * Problems are collected, never thrown one by one, so that a person mends everything in one go.
 */

/** Where the fault lies. `row` counts lines of the file from 1, the header being line 1. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly id?: string;
  readonly field?: string;
}

export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly place: Place;
  readonly cause: string;
  readonly action: string;
}

/** `storages.csv:12 [bous-woody] volumeM3` */
export function formatPlace(place: Place): string {
  const line = place.file === undefined ? "" : `${place.file}${place.row === undefined ? "" : `:${place.row}`}`;
  return [line, place.id === undefined ? "" : `[${place.id}]`, place.field ?? ""]
    .filter((part) => part !== "")
    .join(" ");
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Thrown where bad input must stop the work; carries every problem at once. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.code} ${formatPlace(p.place)}: ${p.cause} ${p.action}`).join("\n"));
    this.name = "InputError";
    this.problems = problems;
  }
}
