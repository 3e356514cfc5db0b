/** Routes for a problem file of any known format. What comes out was verified by the independent checker. */
import { readText } from "./readText.ts";
import { hasErrors, InputError, type Problem } from "../../domain/problem.ts";
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import { checkRoutes } from "../../optimizer/checker/index.ts";
import { readRoutingFile, type RoutingFile } from "../../optimizer/routing/formats/index.ts";
import { type Progress, type RoutingResult, type TracePoint, validateProblem } from "../../optimizer/routing/index.ts";
import type { Clock } from "../ports/clock.ts";

export interface SolveRoutesOptions {
  readonly seed: number;
  /** Searches side by side, with the seeds `seed`, `seed + 1`, … */
  readonly threads: number;
  readonly iterations?: number;
  readonly seconds?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The best of all searches; `iterations` of all together, `seed` the one that found it. */
export type SolveRoutes = (
  problem: RoutingProblem,
  options: SolveRoutesOptions,
) => Promise<RoutingResult & { readonly seed: number }>;

export interface RouteFilePorts {
  readonly solve: SolveRoutes;
  readonly clock: Clock;
}

export interface RoutedFile {
  readonly file: RoutingFile;
  readonly result: RoutingResult;
  /** By the rules of the file. */
  readonly cost: number;
  /** Every client that must be served is. */
  readonly feasible: boolean;
  /** Wall clock, reading and checking included. */
  readonly seconds: number;
  /** The plan in the file's own form; `null` when that cannot tell of clients left out. */
  readonly text: string | null;
  readonly trace: readonly TracePoint[];
}

/**
 * Throws `InputError` with line and cause of every fault when the file is malformed, and an error when the checker
 * refuses the result.
 *
 * @param file name of the file, for problems
 */
export async function routeFile(
  ports: RouteFilePorts,
  bytes: Uint8Array,
  file: string,
  options: SolveRoutesOptions,
): Promise<RoutedFile> {
  const started = ports.clock.elapsed();
  const { text, problems } = readText(file, bytes);
  if (hasErrors(problems)) throw new InputError(problems);
  const read = readRoutingFile(text, file);
  refuseMalformed(read, file);
  const result = await ports.solve(read.problem, options);
  const { solution } = result;
  const feasible = solution.unserved.every((client) => read.problem.clients[client]!.prizeCents !== null);
  refuseUnchecked(read.problem, result);
  const run = { seed: options.seed, iterations: result.iterations, reasons: result.reasons };
  return {
    file: read,
    result,
    cost: read.cost(solution),
    feasible,
    seconds: (ports.clock.elapsed() - started) / 1000,
    text: feasible || read.writesUnserved ? read.write(solution, run) : null,
    trace: result.trace,
  };
}

/** What the model does not take, though the format's reader found nothing: told with the file's name. */
function refuseMalformed({ problem }: RoutingFile, file: string): void {
  const problems = validateProblem(problem);
  if (problems.length === 0) return;
  throw new InputError(problems.map((each): Problem => ({ ...each, place: { file, ...each.place } })));
}

/** A plan that the checker does not accept never gets out; only required clients may be missing, which is said. */
function refuseUnchecked(problem: RoutingProblem, { solution }: RoutingResult): void {
  const findings = checkRoutes(problem, solution).filter(({ code }) => code !== "check.route.required");
  if (findings.length === 0) return;
  const first = findings.slice(0, 5).map((f) => `${f.code}: ${f.cause}`);
  throw new Error(`the checker refuses these routes with ${findings.length} findings:\n${first.join("\n")}`);
}
