/** `gruenverbund validate DIR`: every fault of a region folder at once; exit 2 if there is an error, warnings do not count. */
import { parseArgs } from "node:util";
import { hasErrors } from "../../domain/problem.ts";
import { readBillingFile } from "../../functions/usecases/documents/billingFile.ts";
import { readRegion } from "../../functions/usecases/readRegion.ts";
import { machine } from "../../local/machine.ts";
import { positionals, UsageError } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";
import { problemText } from "../problemText.ts";

export const validate: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean" }, now: { type: "string" } },
  });
  const [folder] = positionals(given, ["DIR"]);
  const { clock, blobs } = machine();
  const now = values.now ?? clock.now();
  if (Number.isNaN(Date.parse(now)))
    throw new UsageError(`--now takes a time such as 2026-11-23T06:00:00Z, not "${now}".`);
  const files = blobs(folder);
  const { region, problems: ofTables, inputs } = await readRegion(files, now);
  const problems = [...ofTables, ...(await readBillingFile(files, region)).problems];
  if (values.json === true)
    io.stdout(`${JSON.stringify({ valid: region !== null && !hasErrors(problems), problems }, null, 2)}\n`);
  else if (problems.length > 0) io.stdout(problemText(problems, io));
  else io.stdout(`${folder} is valid: ${inputs.length} files, nothing to mend.\n`);
  return hasErrors(problems) ? EXIT.badInput : EXIT.ok;
};
