/** `gruenverbund year DIR`: plans a year and says what it costs, when the shredders come, where all goes, and what is proven. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { planYearOf } from "../../functions/usecases/planYear.ts";
import { machine } from "../../local/machine.ts";
import { travelMatrixOf } from "../../local/travel.ts";
import { DEFAULT_YEAR_EFFORT } from "../../optimizer/flow/year/index.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { yearText } from "../../planning/flow/year/yearText.ts";
import { positionals, positiveNumber, UsageError, wholeNumber } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";

const WEEKS = 52;

export const year: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      week: { type: "string" },
      weeks: { type: "string" },
      gap: { type: "string" },
      plan: { type: "string" },
      without: { type: "string" },
      json: { type: "boolean", default: false },
      out: { type: "string" },
      now: { type: "string" },
    },
  });
  const [folder] = positionals(given, ["DIR"]);
  const weeks = wholeNumber(values.weeks, "--weeks", 1) ?? WEEKS;
  if (weeks > WEEKS) throw new UsageError(`--weeks takes at most ${WEEKS}.`);
  const percent = positiveNumber(values.gap, "--gap");
  const weekPlan = values.plan === undefined ? undefined : await readPlan(values.plan);
  const { clock, blobs, putFile } = machine();
  const plan = await planYearOf(
    { input: blobs(folder), travelMatrix: (region) => travelMatrixOf(region), engine: await highsSolver() },
    {
      now: values.now ?? clock.now(),
      weeks,
      effort: { ...DEFAULT_YEAR_EFFORT, ...(percent === undefined ? {} : { gap: percent / 100 }) },
      ...(values.week === undefined ? {} : { week: values.week }),
      ...(weekPlan === undefined ? {} : { weekPlan }),
      ...(values.without === undefined ? {} : { without: values.without }),
    },
  );
  const json = `${JSON.stringify(plan)}\n`;
  if (values.out !== undefined) await putFile(values.out, json);
  io.stdout(values.json ? json : yearText(plan));
  return EXIT.ok;
};

async function readPlan(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new UsageError(`--plan names ${file}, which cannot be read.`);
  });
}
