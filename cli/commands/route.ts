/** `gruenverbund route FILE`: routes for a problem file of any known format; exit 3 names the clients that cannot be served. */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import { InputError } from "../../domain/problem.ts";
import {
  routeFile,
  type RoutedFile,
  type SolveRoutes,
  type SolveRoutesOptions,
} from "../../functions/usecases/routeFile.ts";
import { machine } from "../../local/machine.ts";
import { routePool } from "../../local/routePool.ts";
import { positionals, positiveNumber, UsageError, wholeNumber } from "../arguments.ts";
import { EXIT, type CliIo, type Command } from "../io.ts";
import { searchBar } from "../progressBar.ts";
import { reasonText } from "../reasonText.ts";

const DEFAULT_SECONDS = 10;
const DEFAULT_SEED = 1;

export const route: Command = (args, io) => routeWith(routePool, args, io);

/** @param solve where the search runs: in threads of its own, or in the caller's */
export const routeWith = async (solve: SolveRoutes, args: readonly string[], io: CliIo): Promise<number> => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: "string" },
      iterations: { type: "string" },
      seed: { type: "string" },
      threads: { type: "string" },
      out: { type: "string" },
      trace: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const [file] = positionals(given, ["FILE"]);
  const options = budgetOf(values);
  for (const path of [values.out, values.trace]) if (path !== undefined) await mustNotBeFolder(path);
  const bytes = await read(file);
  const { clock, putFile } = machine();
  const routed = await search(io, options, (running) => routeFile({ solve, clock }, bytes, file, running));
  if (values.trace !== undefined) await putFile(values.trace, traceText(routed));
  if (values.out !== undefined && routed.text !== null) await putFile(values.out, routed.text);
  const { feasible } = routed;
  if (!feasible) io.stderr(infeasibleText(routed, values.out));
  io.stdout(
    values.json === true ? jsonLine(file, options.seed, routed) : summary(file, options.seed, routed, values.out),
  );
  return feasible ? EXIT.ok : EXIT.infeasible;
};

type Budget = Pick<SolveRoutesOptions, "seed" | "threads" | "seconds" | "iterations">;

/** Without any limit the search takes ten seconds; a number of iterations alone has no other end. */
function budgetOf(values: Partial<Record<"seconds" | "iterations" | "seed" | "threads", string>>): Budget {
  const iterations = wholeNumber(values.iterations, "--iterations", 1);
  const seconds =
    positiveNumber(values.seconds, "--seconds") ?? (iterations === undefined ? DEFAULT_SECONDS : undefined);
  return {
    seed: wholeNumber(values.seed, "--seed") ?? DEFAULT_SEED,
    threads: wholeNumber(values.threads, "--threads", 1) ?? 1,
    ...(iterations === undefined ? {} : { iterations }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** Ctrl-C ends the search and not the program: the best plan so far is still written. */
async function search(
  io: CliIo,
  budget: Budget,
  run: (options: SolveRoutesOptions) => Promise<RoutedFile>,
): Promise<RoutedFile> {
  const stop = new AbortController();
  const bar = searchBar(io);
  const off = io.onInterrupt?.(() => stop.abort());
  try {
    return await run({
      ...budget,
      signal: stop.signal,
      onProgress: ({ iterations, bestCents, elapsedMs }) => {
        const byCount = iterations / (budget.threads * (budget.iterations ?? Number.POSITIVE_INFINITY));
        const byClock = elapsedMs / (1000 * (budget.seconds ?? Number.POSITIVE_INFINITY));
        bar.show(Math.max(byCount, byClock), `best ${bestCents}`, elapsedMs / 1000);
      },
    });
  } finally {
    off?.();
    bar.end();
  }
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const cause = `It cannot be read: ${(error as Error).message}.`;
    const action = "Give the file of a routing problem.";
    throw new InputError([{ code: "route.unreadable", severity: "error", place: { file }, cause, action }]);
  }
}

/** Said before the search and not after it. */
async function mustNotBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) throw new UsageError(`${path} is a folder; give the name of a file.`);
}

/** At most six decimals: sums of real distances end in noise. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function instanceOf(file: string): string {
  return basename(file, extname(file));
}

function jsonLine(file: string, seed: number, { cost, feasible, seconds, result }: RoutedFile): string {
  const { iterations } = result;
  const instance = instanceOf(file);
  const figures = { instance, cost: rounded(cost, 6), feasible, seconds: rounded(seconds, 3), iterations, seed };
  return `${JSON.stringify(figures)}\n`;
}

function summary(file: string, seed: number, routed: RoutedFile, out: string | undefined): string {
  const { cost, seconds, result } = routed;
  const { problem, format } = routed.file;
  const { routes, unserved } = result.solution;
  const postponed = unserved.length === 0 ? [] : [`  left out    ${unserved.length}, dearer than their prizes`];
  return [
    `${instanceOf(file)}, ${format}: ${problem.clients.length} clients`,
    `  cost        ${rounded(cost, 6)}`,
    `  routes      ${routes.length}`,
    ...(routed.feasible ? postponed : []),
    `  search      ${result.iterations} iterations in ${seconds.toFixed(1)} s, seed ${seed}`,
    `  checked     every rule re-derived by the independent checker`,
    ...(out !== undefined && routed.text !== null ? [`  written to  ${out}`] : []),
    "",
  ].join("\n");
}

function infeasibleText({ file, result, text }: RoutedFile, out: string | undefined): string {
  const { problem } = file;
  const required = result.reasons.filter(({ client }) => problem.clients[client]!.prizeCents === null);
  const lines = required.map((reason) => `  ${file.clientName(reason.client)}: ${reasonText(file, reason)}`);
  const unwritten =
    out !== undefined && text === null ? [`${out} was not written: its format has no word for it.`] : [];
  const head = `${required.length} of ${problem.clients.length} clients that must be served are not:`;
  return [head, ...lines, ...unwritten, ""].join("\n");
}

function traceText({ trace }: RoutedFile): string {
  const rows = trace.map(
    ({ elapsedMs, iterations, bestCents }) => `${rounded(elapsedMs / 1000, 3)},${iterations},${bestCents}`,
  );
  return ["seconds,iterations,bestCents", ...rows, ""].join("\n");
}
