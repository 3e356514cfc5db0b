/** `gruenverbund serve` and `npm start`: the whole system on this machine, until Ctrl-C. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formatEuros } from "../../domain/money.ts";
import { PLANNING_INDEX } from "../../functions/usecases/records/keys.ts";
import { weekOf } from "../../functions/usecases/records/week.ts";
import { readWeek } from "../../functions/usecases/weeks/readWeek.ts";
import type { Runtime } from "../../local/runtime.ts";
import { UsageError, wholeNumber } from "../arguments.ts";
import { EXIT, type CliIo, type Command } from "../io.ts";
import { progressBar } from "../progressBar.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/saarlouis", import.meta.url));
const DEFAULT_PORT = 8080;
const DEFAULT_DATA = ".data";
/** How often the planning is looked at. */
const LOOK_MS = 250;

export const serve: Command = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string" },
      host: { type: "string" },
      data: { type: "string" },
      region: { type: "string" },
      threads: { type: "string" },
    },
  });
  const { env } = process;
  const threads = wholeNumber(values.threads, "--threads", 1);
  const port = portOf(values.port ?? env["PORT"]);
  const stopped = interrupted(io);
  // Loaded here, so that the other commands need not.
  const { createRuntime } = await import("../../local/runtime.ts");
  const runtime = await createRuntime({
    port,
    data: values.data ?? env["DATA_DIR"] ?? DEFAULT_DATA,
    firstRegion: values.region ?? EXAMPLE,
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(threads === undefined ? {} : { threads }),
  });
  io.stdout(`Grünverbund: ${runtime.url}\n`);
  try {
    const ended = await Promise.race([firstPlan(runtime, io, stopped.signal), stopped.promise]);
    if (ended !== "stopped") {
      await sayAccounts(runtime, io);
      io.stdout("\nStop with Ctrl-C. What is being planned then goes on at the next start.\n");
    }
    await stopped.promise;
    io.stderr("Stopping …\n");
  } finally {
    await runtime.close();
    stopped.release();
  }
  return EXIT.ok;
};

function portOf(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`A port is a whole number from 0 to 65535, not "${text}".`);
  return port;
}

interface Interrupted {
  readonly promise: Promise<"stopped">;
  readonly signal: AbortSignal;
  release(): void;
}

/** From now on the first Ctrl-C is ours; a second one ends the program at once. */
function interrupted(io: CliIo): Interrupted {
  const controller = new AbortController();
  let release = (): void => undefined;
  const promise = new Promise<"stopped">((resolve) => {
    release =
      io.onInterrupt?.(() => {
        release();
        controller.abort();
        resolve("stopped");
      }) ?? release;
  });
  return { promise, signal: controller.signal, release: () => release() };
}

/** Draws how far the first plan is, or one that goes on, and says what came of it. */
async function firstPlan(runtime: Runtime, io: CliIo, signal: AbortSignal): Promise<void> {
  const { clock, store } = runtime.ports;
  const first = (await runtime.firstWeek) ?? (await beingPlanned(runtime));
  if (first === undefined) return;
  const bar = progressBar(io, clock);
  let phase: string | undefined;
  try {
    for (; !signal.aborted; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
      const { status, progress, summary, failure } = await readWeek(store, first.region, first.week);
      if (progress !== null && progress.phase !== "publish") {
        if (progress.phase !== phase) bar.begin(progress.phase);
        phase = progress.phase;
        bar.advance(progress.part);
      }
      if (status === "planning") continue;
      bar.end();
      if (failure !== null) io.stderr(`${first.region}, ${first.week}: ${failure.cause} ${failure.action}\n`);
      if (summary !== null)
        io.stdout(
          `${first.region}, ${first.week}: jointly ${formatEuros(summary.jointCostCents)}, ` +
            `alone ${formatEuros(summary.standAloneTotalCents)}, saved ${formatEuros(summary.savingCents)}\n`,
        );
      return;
    }
  } finally {
    bar.end();
  }
}

/** A planning that an earlier start left behind, which goes on now. */
async function beingPlanned({ ports }: Runtime): Promise<{ region: string; week: string } | undefined> {
  const { items } = await ports.store.query({ pk: PLANNING_INDEX, index: true, limit: 1 });
  const week = weekOf(items[0]);
  return week === undefined ? undefined : { region: week.region, week: week.week };
}

async function sayAccounts(runtime: Runtime, io: CliIo): Promise<void> {
  const all = await runtime.accounts();
  if (all.length === 0) return;
  const accounts = all.filter(({ further }) => further !== true);
  const width = Math.max(...accounts.map(({ name }) => name.length));
  io.stdout("\nAccounts to try, without a password:\n");
  for (const { name, task } of accounts) io.stdout(`  ${name.padEnd(width)}  ${task}\n`);
  const more = all.length - accounts.length;
  if (more > 0) io.stdout(`  and ${more} more mayors and finance offices, on the page to sign in\n`);
}
