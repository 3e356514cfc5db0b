/**
 * `gruenverbund verify plan.json DIR`: recomputes a plan without the solvers; exit 1 names what does not hold.
 * `gruenverbund verify SOLUTION PROBLEM` does the same for what `route --out` wrote for the project's own problem file.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { InputError } from "../../domain/problem.ts";
import { isRoutingSolution, verifyRoutes } from "../../functions/usecases/verifyRoutes.ts";
import { verifyPlan } from "../../functions/usecases/verifyPlan.ts";
import { machine } from "../../local/machine.ts";
import { travelMatrixOf } from "../../local/travel.ts";
import { positionals } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";
import { problemText } from "../problemText.ts";

export const verify: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean" }, now: { type: "string" } },
  });
  const [file, folder] = positionals(given, ["plan.json", "DIR"]);
  const { clock, blobs } = machine();
  const text = await readGiven(file, "plan.unreadable", "Give the plan.json that the plan command wrote.");
  const routes = isRoutingSolution(text);
  const findings = routes
    ? verifyRoutes({ text, file }, { text: await readProblemFile(folder), file: folder })
    : await verifyPlan({ input: blobs(folder), travelMatrix: travelMatrixOf }, text, values.now ?? clock.now());
  const derived = routes
    ? "every rule and every figure of its routes was"
    : 'tours, flows, every cost line, the shares and "never worse than alone" were';
  if (values.json === true) io.stdout(`${JSON.stringify(findings, null, 2)}\n`);
  else if (findings.length > 0) io.stderr(problemText(findings, io));
  else io.stdout(`${file} holds: ${derived} re-derived.\n`);
  return findings.length === 0 ? EXIT.ok : EXIT.failed;
};

async function readProblemFile(file: string): Promise<string> {
  return readGiven(file, "route.unreadable", "Give the problem file that the solution was made from.");
}

async function readGiven(file: string, code: string, action: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const cause = `It cannot be read: ${(error as Error).message}.`;
    throw new InputError([{ code, severity: "error", place: { file }, cause, action }]);
  }
}
