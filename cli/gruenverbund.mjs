#!/usr/bin/env node
// The command `gruenverbund` on any Node >= 20: hands over to a Node that runs cli/main.ts without a build step.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { findNode24, noNode24, root } from "../scripts/node24.mjs";

const node = findNode24();
if (node === undefined) {
  process.stderr.write(noNode24);
  process.exit(1);
}

const child = spawn(node, [join(root, "cli", "main.ts"), ...process.argv.slice(2)], { stdio: "inherit" });

// A terminal sends Ctrl-C to the child as well; passing it on would make one key press look like two.
process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
process.on("SIGTERM", () => child.kill("SIGTERM"));
process.on("SIGHUP", () => child.kill("SIGHUP"));

child.on("error", (error) => {
  process.stderr.write(`${node}: ${error.message}\n`);
  process.exit(1);
});
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  // Die as the child died, so that a shell or a supervisor sees the true cause.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
