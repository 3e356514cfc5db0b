/** `gruenverbund verify-log FILE`: whether an exported audit log holds; exit 1 names every break, 2 says why it is no log. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Sha256Hex } from "../../domain/audit/entry.ts";
import { verifyLogText } from "../../domain/audit/exportFile.ts";
import { InputError } from "../../domain/problem.ts";
import { positionals, UsageError } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";
import { problemText } from "../problemText.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const verifyLog: Command = async (args, io) => {
  const options = { json: { type: "boolean" }, head: { type: "string" } } as const;
  const { values, positionals: given } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [file] = positionals(given, ["FILE"]);
  const knownHead = values.head?.toLowerCase();
  if (knownHead !== undefined && !Sha256Hex.safeParse(knownHead).success)
    throw new UsageError(`--head takes the 64 hexadecimal digits of the mail, not "${values.head}".`);
  const text = await readFile(file, "utf8").catch((error: Error) => {
    const cause = `It cannot be read: ${error.message}.`;
    const action = "Give the file as it was exported.";
    throw new InputError([{ code: "audit.unreadable", severity: "error", place: { file }, cause, action }]);
  });
  const check = verifyLogText(text, file, { sha256, ...(knownHead === undefined ? {} : { knownHead }) });
  if (check.kind === "unreadable") throw new InputError(check.problems);
  const { breaks, first, last, known, header } = check;
  if (values.json === true)
    io.stdout(`${JSON.stringify({ region: header.region, first, last, known, breaks }, null, 2)}\n`);
  else if (breaks.length > 0) io.stderr(problemText(breaks, io));
  else if (first === undefined || last === undefined)
    io.stdout(`${file} holds: the log of ${header.region} is empty.\n`);
  else
    io.stdout(
      `${file} holds: entries ${first.seq} to ${last.seq} of ${header.region}, ${first.at} to ${last.at}.\n` +
        `Head ${last.sha256}\n` +
        (known === undefined ? "" : `The head that was told is entry ${known.seq} of it.\n`),
    );
  return breaks.length === 0 ? EXIT.ok : EXIT.failed;
};
