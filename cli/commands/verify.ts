/**
 * `gruenverbund verify plan.json DIR`: recomputes a plan without the solvers; exit 1 names what does not hold.
 * `gruenverbund verify SOLUTION PROBLEM` does the same for what `route --out` wrote for the project's own problem file.
 * `gruenverbund verify trust.json`: the same with the one file that holds everything, and whose signature it bears.
 * `gruenverbund verify agreement.json`: an agreement or a receipt, see verifyAgreement.ts.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isPlanText, readKeys } from "../readKeys.ts";
import { InputError } from "../../domain/problem.ts";
import { isRoutingSolution, verifyRoutes } from "../../functions/usecases/verifyRoutes.ts";
import type { Region } from "../../domain/region/tables.ts";
import { isAgreementFile } from "../../functions/usecases/agreements/verifyAgreement.ts";
import { isTrustFile, verifyTrust } from "../../functions/usecases/trust/verifyTrust.ts";
import { verifyPlan } from "../../functions/usecases/verifyPlan.ts";
import { machine } from "../../local/machine.ts";
import { travelMatrixOf } from "../../local/travel.ts";
import { positionals, UsageError } from "../arguments.ts";
import { EXIT, type CliIo, type Command } from "../io.ts";
import { problemText } from "../problemText.ts";
import { verifyAgreementFile } from "./verifyAgreement.ts";

export const verify: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean" }, now: { type: "string" }, keys: { type: "string" } },
  });
  if (given.length === 1 && given[0] !== undefined) return verifyTrustFile(given[0], values, io);
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

async function verifyTrustFile(
  file: string,
  { keys, json }: { readonly keys?: string; readonly json?: boolean },
  io: CliIo,
): Promise<number> {
  const text = await readGiven(file, "trust.unreadable", "Give the trust.json of a week, an agreement or a receipt.");
  if (isAgreementFile(text))
    return verifyAgreementFile({ text, file }, { ...(keys === undefined ? {} : { keys }), json: json === true }, io);
  if (!isTrustFile(text) && isPlanText(text))
    throw new UsageError("A plan.json is verified against its region: name DIR too.");
  const jwks = keys === undefined ? undefined : await readKeys(keys);
  const estimate = (region: Region) => travelMatrixOf(region, {});
  const verdict = await verifyTrust(text, file, { estimate, ...(jwks === undefined ? {} : { keys: jwks }) });
  const { findings, kid, region, week } = verdict;
  if (json === true) io.stdout(`${JSON.stringify(verdict, null, 2)}\n`);
  else if (findings.length > 0) io.stderr(problemText(findings, io));
  else
    io.stdout(
      `${file} holds: the plan of ${region} for ${week}. Inputs, distances, tours, flows, every cost line, the shares and ` +
        `"never worse than alone" were re-derived.\n` +
        (kid === undefined ? "Its signature was not judged: give --keys.\n" : `Signed with the key ${kid}.\n`),
    );
  return findings.length === 0 ? EXIT.ok : EXIT.failed;
}

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
