/** Checks a routing solution against its problem file, with nothing but the checker. */
import { InputError, type Problem } from "../../domain/problem.ts";
import { SOLUTION_FORMAT } from "../../domain/routing/solutionFile.ts";
import { checkRoutes } from "../../optimizer/checker/index.ts";
import { readRoutingFile } from "../../optimizer/routing/formats/index.ts";

/** By a cheap look: whether a text is a routing solution in the project's own form. */
export function isRoutingSolution(text: string): boolean {
  return text.slice(0, 10_000).includes(`"${SOLUTION_FORMAT}"`);
}

/**
 * What does not hold, in the ids of the files; empty when the solution is right.
 *
 * @throws InputError with every fault when one of the files is malformed, or the problem is in a foreign format
 */
export function verifyRoutes(
  solution: { readonly text: string; readonly file: string },
  problem: { readonly text: string; readonly file: string },
): Problem[] {
  const read = readRoutingFile(problem.text, problem.file);
  const { readSolution, inNames = (text) => text } = read;
  if (readSolution === undefined) {
    const cause = `It is ${read.format}; only solutions of the project's own problem files are verified.`;
    const action = "Give the problem file that the solution was made from.";
    throw new InputError([
      { code: "route.unverifiable", severity: "error", place: { file: problem.file }, cause, action },
    ]);
  }
  return checkRoutes(read.problem, readSolution(solution.text, solution.file)).map((found) => ({
    ...found,
    place: { ...found.place, ...(found.place.id === undefined ? {} : { id: inNames(found.place.id) }) },
    cause: inNames(found.cause),
  }));
}
