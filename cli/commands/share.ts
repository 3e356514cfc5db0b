/** `gruenverbund share FILE`: one game of costs or profits, divided by every rule, with who would leave and the proofs. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { InputError, type Problem } from "../../domain/problem.ts";
import { readJson } from "../../domain/readJson.ts";
import { highsSolver } from "../../optimizer/lp/index.ts";
import { allRules, RULE_KEYS, type RuleKey } from "../../optimizer/sharing/index.ts";
import { readGame } from "../../planning/sharing/readGame.ts";
import { shareChart } from "../../planning/sharing/shareChart.ts";
import { shareResult } from "../../planning/sharing/shareResult.ts";
import { shareText } from "../../planning/sharing/shareText.ts";
import { positionals, UsageError } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";
import { problemText } from "../problemText.ts";

export const share: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rule: { type: "string", default: "all" },
      certificate: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      chart: { type: "string" },
    },
  });
  const [file] = positionals(given, ["FILE"]);
  const rules = chosenRules(values.rule);
  const read = readGame(await readGameFile(file));
  if (read.status === "faulty") throw new InputError(read.problems.map((problem) => inFile(file, problem)));
  const { game, keys, warnings } = read;
  if (warnings.length > 0)
    io.stderr(
      problemText(
        warnings.map((warning) => inFile(file, warning)),
        io,
      ),
    );
  const found = allRules(game, {
    solver: await highsSolver(),
    ...keys,
    ...(rules === undefined ? {} : { rules }),
    ...(values.certificate ? { certificate: true } : {}),
  });
  const result = shareResult(game, found, values.certificate);
  if (values.chart !== undefined) {
    const chart = shareChart(game, result, basename(file));
    await writeWhole(values.chart, chart);
  }
  io.stdout(values.json ? `${JSON.stringify(result)}\n` : shareText(result, game.scale, io.columns));
  return EXIT.ok;
};

function chosenRules(asked: string): readonly RuleKey[] | undefined {
  if (asked === "all") return undefined;
  const names = asked.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !(RULE_KEYS as readonly string[]).includes(name));
  if (unknown.length > 0)
    throw new UsageError(`--rule knows no "${unknown.join(", ")}". The rules are: all, ${RULE_KEYS.join(", ")}.`);
  return names as RuleKey[];
}

function inFile(file: string, problem: Problem): Problem {
  return { ...problem, place: { file, ...problem.place } };
}

/** Under a temporary name first: a run that is killed leaves no half of a picture. */
async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.partial-${process.pid}`;
  try {
    await writeFile(partial, text);
    await rename(partial, path);
  } catch (error) {
    throw new UsageError(`--chart cannot be written: ${(error as Error).message}.`);
  }
}

/** A bare NaN or Infinity is no JSON, but what programs write: it is read, so that its place can be named. */
const BARE_NUMBER = /(?<=[[,:\s])[+-]?(?:NaN|nan|Infinity|inf)(?=\s*[,\]}])/g;

async function readGameFile(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const cause = `It cannot be read: ${(error as Error).message}.`;
    const action = "Give a file with players, kind and values (docs/schema/game.schema.json).";
    throw new InputError([{ code: "game.unreadable", severity: "error", place: { file }, cause, action }]);
  }
  const read = readJson(file, text);
  if (read.ok) return read.value;
  const mended = readJson(
    file,
    text.replace(BARE_NUMBER, (found) => JSON.stringify(found)),
  );
  if (mended.ok) return mended.value;
  throw new InputError([read.problem]);
}
