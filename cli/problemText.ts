/** Problems as text for a terminal of any width: grouped by file, one place, cause and action each, and a count at the end. */
import { formatPlace, type Problem } from "../domain/problem.ts";
import type { CliIo } from "./io.ts";

export function problemText(problems: readonly Problem[], io: Pick<CliIo, "columns">): string {
  const files = [...new Set(problems.map((p) => p.place.file ?? ""))].sort();
  const groups = files.map((file) => {
    const mine = problems
      .filter((p) => (p.place.file ?? "") === file)
      .sort((a, b) => (a.place.row ?? 0) - (b.place.row ?? 0));
    return [...(file === "" ? [] : [file]), ...mine.flatMap((p) => oneProblem(p, io.columns))].join("\n");
  });
  return `${groups.join("\n\n")}\n\n${countText(problems)}\n`;
}

function oneProblem(problem: Problem, columns: number): string[] {
  const { file: _, ...rest } = problem.place;
  const row = rest.row === undefined ? "" : `row ${rest.row} `;
  const { row: __, ...named } = rest;
  const head = `  ${problem.severity === "error" ? "error  " : "warning"} ${row}${formatPlace(named)} (${problem.code})`;
  return [head, ...wrap(`${problem.cause} ${problem.action}`, columns, "          ")];
}

/** Breaks between words; a word longer than a line is left whole. */
export function wrap(text: string, columns: number, indent: string): string[] {
  const width = Math.max(20, columns - indent.length - 1);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

function countText(problems: readonly Problem[]): string {
  const errors = problems.filter((p) => p.severity === "error").length;
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  return `${plural(errors, "error")}, ${plural(problems.length - errors, "warning")}.`;
}
