/** `gruenverbund plan DIR`: plans a week and writes plan.json, the report, the tours and the cost tables. */
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatEuros } from "../../domain/money.ts";
import type { Plan } from "../../domain/plan/plan.ts";
import { planWeek } from "../../functions/usecases/planWeek.ts";
import { planPorts } from "../../local/planPorts.ts";
import { machine } from "../../local/machine.ts";
import { positionals, positiveNumber, UsageError, wholeNumber } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";
import { problemText } from "../problemText.ts";
import { progressBar } from "../progressBar.ts";

const DEFAULT_SEED = 1;
const DEFAULT_ITERATIONS = 20_000;
/** Tours are one file each; those of an earlier plan must go. */
const REPLACED = ["tours/"];

export const plan: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      week: { type: "string" },
      seconds: { type: "string" },
      iterations: { type: "string" },
      seed: { type: "string" },
      threads: { type: "string" },
      out: { type: "string" },
      now: { type: "string" },
    },
  });
  const [folder] = positionals(given, ["DIR"]);
  const seconds = positiveNumber(values.seconds, "--seconds");
  const iterations = wholeNumber(values.iterations, "--iterations", 1);
  const threads = wholeNumber(values.threads, "--threads", 1);
  if (values.out !== undefined) await mustBeFolder(values.out);
  const { clock, blobs } = machine();
  const bar = progressBar(io, clock);
  const ports = await planPorts(folder, threads);
  const { plan, files, warnings } = await planWeek(ports, {
    seed: wholeNumber(values.seed, "--seed") ?? DEFAULT_SEED,
    // A time limit alone means: as many iterations as fit.
    iterations: iterations ?? (seconds === undefined ? DEFAULT_ITERATIONS : Number.MAX_SAFE_INTEGER),
    ...(seconds === undefined ? {} : { seconds }),
    ...(values.week === undefined ? {} : { week: values.week }),
    ...(values.now === undefined ? {} : { now: values.now }),
    progress: bar,
  }).finally(() => bar.end());
  if (warnings.length > 0) io.stderr(problemText(warnings, io));
  const out = resolve(values.out ?? join("plans", `${plan.region}-${plan.week}`));
  await blobs(out).putAll(files, { replace: REPLACED });
  io.stdout(summary(plan, out));
  return EXIT.ok;
};

/** Said before a minute of work and not after it. */
async function mustBeFolder(out: string): Promise<void> {
  const found = await stat(out).catch(() => undefined);
  if (found !== undefined && !found.isDirectory())
    throw new UsageError(`--out names ${out}, which is a file; give a folder.`);
}

function summary(plan: Plan, out: string): string {
  const saving = plan.standAloneTotalCents - plan.jointCostCents;
  const percent = plan.standAloneTotalCents === 0 ? 0 : (100 * saving) / plan.standAloneTotalCents;
  const loads = plan.pickups.length;
  return [
    `${plan.regionName}, ${plan.week} (cost of ${plan.period.weeks.length} weeks)`,
    `  jointly   ${formatEuros(plan.jointCostCents).padStart(16)}`,
    `  alone     ${formatEuros(plan.standAloneTotalCents).padStart(16)}`,
    `  saved     ${formatEuros(saving).padStart(16)}  (${percent.toFixed(1)} %)`,
    `  tours     ${plan.routes.length} for ${loads - plan.unserved.length} of ${loads} loads`,
    ...inTurn(plan),
    `  checked   every figure re-derived by the independent checker`,
    "",
    `Report: ${join(out, "report.html")}`,
    "",
  ].join("\n");
}

/** What flow and tours in turn brought. */
function inTurn({ haulage: { loop } }: Plan): string[] {
  if (loop === undefined) return [];
  const { passes, chosen } = loop;
  const [first, taken] = [passes[0]!.realCents, passes[chosen]!.realCents];
  const percent = first === 0 ? 0 : (100 * (first - taken)) / first;
  return [
    `  in turn   ${passes.length} passes of flow and tours; driven, the plan costs ${percent.toFixed(1)} % less than the first`,
  ];
}
