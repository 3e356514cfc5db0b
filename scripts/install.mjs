// Makes `npm start`, `npm test` and `npm run bench` work in a fresh clone: installs when the installed packages are missing or older than the lock.
// Plain JavaScript for Node 20: before the first install there is no newer Node.
import { spawnSync } from "node:child_process";
import { lstatSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { root } from "./node24.mjs";

// npm writes this file last, so an install that was cut short does not count as done.
const installed = join(root, "node_modules", ".package-lock.json");

if (modified(installed) < modified(join(root, "package-lock.json"))) {
  // npm ci would empty the folder the link leads to, which belongs to another working copy.
  if (lstatSync(join(root, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write("node_modules is a link and older than package-lock.json: install where it leads to.\n");
    process.exit(2);
  }
  process.stderr.write("Installing the packages of package-lock.json (npm ci) …\n");
  const status = npm(["ci", "--include=dev", "--include=optional", "--loglevel=error", "--no-progress"]);
  if (status !== 0) {
    process.stderr.write(`npm ci failed (exit code ${status}); nothing runs without its packages.\n`);
    process.exit(status);
  }
  const now = new Date();
  utimesSync(installed, now, now);
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Runs npm with the npm that called us, so that no second one has to be on PATH. */
function npm(args) {
  const cli = process.env["npm_execpath"];
  const [command, first] = cli?.endsWith("js") ? [process.execPath, [cli]] : ["npm", []];
  const shell = command === "npm" && process.platform === "win32";
  // stdout belongs to the command that comes after.
  const run = spawnSync(command, [...first, ...args], { cwd: root, stdio: ["ignore", 2, 2], shell });
  if (run.error) process.stderr.write(`${run.error.message}\n`);
  return run.status ?? 1;
}
