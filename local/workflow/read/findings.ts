/** Collects what is wrong with a workflow file; the place is the file and a JSON pointer (RFC 6901) into it. */
import type { Problem } from "../../../domain/problem.ts";

export class Findings {
  readonly problems: Problem[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(code: string, pointer: string, cause: string, action: string): void {
    const place = { file: this.file, field: pointer === "" ? "/" : pointer };
    this.problems.push({ code, severity: "error", place, cause, action });
  }

  /** A value that is not of the kind its field takes. */
  invalid(pointer: string, cause: string, action: string): void {
    this.add("workflow.invalid", pointer, cause, action);
  }

  /** A field or value of the States Language that the interpreter does not have. */
  unsupported(pointer: string, cause: string, action: string): void {
    this.add("workflow.unsupported", pointer, cause, action);
  }
}

export const below = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
