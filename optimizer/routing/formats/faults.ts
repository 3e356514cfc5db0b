/** Collects what is wrong with a benchmark file, so that all of it is told at once. */
import { InputError, type Problem } from "../../../domain/problem.ts";

export class Faults {
  private readonly problems: Problem[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** `row` counts lines from 1. */
  add(code: string, row: number, cause: string, action: string): void {
    this.problems.push({ code, severity: "error", place: { file: this.file, row }, cause, action });
  }

  get any(): boolean {
    return this.problems.length > 0;
  }

  /** Throws `InputError` with everything found, in the order of the lines. */
  throwIfAny(): void {
    if (!this.any) return;
    throw new InputError(this.problems.toSorted((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0)));
  }
}
