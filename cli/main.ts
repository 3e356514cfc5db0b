/** `gruenverbund COMMAND …`: finds the command, and turns what goes wrong into an exit code and a sentence. */
import { InputError } from "../domain/problem.ts";
import { VERSION } from "../domain/version.ts";
import { plan } from "./commands/plan.ts";
import { route } from "./commands/route.ts";
import { schema } from "./commands/schema.ts";
import { share } from "./commands/share.ts";
import { serve } from "./commands/serve.ts";
import { validate } from "./commands/validate.ts";
import { verify } from "./commands/verify.ts";
import { verifyLog } from "./commands/verifyLog.ts";
import { year } from "./commands/year.ts";
import { EXIT, type CliIo, type Command } from "./io.ts";
import { problemText } from "./problemText.ts";

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly use: string }>> = {
  plan: {
    run: plan,
    use: "plan DIR [--week 2026-W48] [--seconds N] [--iterations N] [--seed N] [--threads N] [--out DIR]",
  },
  year: {
    run: year,
    use: "year DIR [--week 2026-W48] [--weeks N] [--gap PERCENT] [--plan plan.json] [--without AGS] [--json] [--out FILE]",
  },
  route: {
    run: route,
    use: "route FILE [--seconds S] [--iterations N] [--seed N] [--threads T] [--out FILE] [--json] [--trace FILE]",
  },
  validate: { run: validate, use: "validate DIR [--json]" },
  verify: {
    run: verify,
    use: "verify plan.json DIR [--json] | verify SOLUTION PROBLEM [--json] | verify trust.json|agreement.json [--keys URL|FILE] [--json]",
  },
  "verify-log": { run: verifyLog, use: "verify-log FILE [--head SHA256] [--json]" },
  share: { run: share, use: "share FILE [--rule all|NAME[,NAME]] [--certificate] [--json] [--chart out.svg]" },
  schema: { run: schema, use: "schema [--check]" },
  serve: { run: serve, use: "serve [--port N] [--host ADDRESS] [--data DIR] [--region DIR] [--threads N]" },
};

const HELP = `gruenverbund ${VERSION} plans the joint week of municipal green waste and splits its cost.

${Object.values(COMMANDS)
  .map(({ use }) => `  gruenverbund ${use}`)
  .join("\n")}

Exit codes: 0 done, 1 does not hold or failed, 2 bad input, 3 not all clients can be served.
`;

export async function main(argv: readonly string[], io: CliIo): Promise<number> {
  const [name = "help", ...args] = argv;
  if (["help", "--help", "-h"].includes(name)) return (io.stdout(HELP), EXIT.ok);
  if (["version", "--version", "-v"].includes(name)) return (io.stdout(`${VERSION}\n`), EXIT.ok);
  const command = COMMANDS[name];
  if (command === undefined) return (io.stderr(`There is no command "${name}".\n\n${HELP}`), EXIT.badInput);
  if (args.includes("--help")) return (io.stdout(`gruenverbund ${command.use}\n`), EXIT.ok);
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof InputError) return (io.stderr(problemText(error.problems, io)), EXIT.badInput);
    if (isUsageError(error))
      return (io.stderr(`${(error as Error).message}\n\n  gruenverbund ${command.use}\n`), EXIT.badInput);
    io.stderr(`${(error as Error).stack ?? String(error)}\n`);
    return EXIT.failed;
  }
}

/** What `parseArgs` of node:util throws on an unknown or unfit option, and what commands throw on a missing one. */
function isUsageError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && code.startsWith("ERR_PARSE_ARGS");
}

if (import.meta.main) {
  const io: CliIo = {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
    onInterrupt: (handler) => {
      const signals = ["SIGINT", "SIGTERM"] as const;
      for (const signal of signals) process.on(signal, handler);
      return () => signals.forEach((signal) => process.off(signal, handler));
    },
  };
  process.exitCode = await main(process.argv.slice(2), io);
}
