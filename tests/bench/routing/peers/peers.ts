/**
 * Other programs for the same problems, installed from their registries into a folder of the system's temporary one:
 * PyVRP and OR-Tools from Python's, vrp-cli from Rust's. Only driven, never needed: what is not there is said and skipped.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HOME = join(tmpdir(), "gruenverbund-peers");
const PYTHON = join(HOME, "bin", "python");
const VRP_CLI = join(HOME, "bin", "vrp-cli");
/** Building vrp-cli takes minutes; on a core that ten others share, more than half an hour. */
const INSTALL_MINUTES = 90;

export interface PeerRun {
  /** Path of the instance. */
  readonly file: string;
  readonly seconds: number;
  readonly seed: number;
}

/** Rows of customers, or why there are none. */
export type PeerResult = { readonly rows: readonly (readonly number[])[] } | { readonly failure: string };

export interface FoundPeer {
  readonly name: string;
  readonly version: string;
  /** Families it can read. */
  readonly families: readonly string[];
  /** What its seconds are: of its own CPU time, or of the clock. */
  readonly measures: "CPU" | "clock";
  readonly run: (family: string, run: PeerRun) => PeerResult;
}

/** Says what is found and what is not. */
export function findPeers(install: boolean): FoundPeer[] {
  if (install) installAll();
  const found: FoundPeer[] = [];
  const pyvrp = pythonVersion("pyvrp");
  const ortools = pythonVersion("ortools");
  const vrpCli = outputOf(VRP_CLI, ["--version"])?.replace(/^\S+\s*/, "");
  if (pyvrp !== undefined)
    found.push({
      name: "PyVRP",
      version: pyvrp,
      families: ["cvrp-x"],
      measures: "CPU",
      run: (_, each) => runPython("pyvrp_run.py", each),
    });
  if (ortools !== undefined)
    found.push({
      name: "OR-Tools",
      version: ortools,
      families: ["cvrp-x"],
      measures: "CPU",
      run: (_, each) => runPython("ortools_run.py", each),
    });
  if (vrpCli !== undefined)
    found.push({
      name: "vrp-cli",
      version: vrpCli,
      families: ["cvrp-x", "vrptw"],
      measures: "clock",
      run: (family, each) => runVrpCli(family === "vrptw" ? "solomon" : "tsplib", each),
    });
  for (const { name, version } of found) console.log(`peer ${name} ${version}`);
  for (const name of ["PyVRP", "OR-Tools", "vrp-cli"])
    if (!found.some((peer) => peer.name === name)) console.log(`peer ${name}: not there; --install-peers fetches it`);
  return found;
}

function installAll(): void {
  mkdirSync(HOME, { recursive: true });
  if (!existsSync(PYTHON)) report("a Python environment", "python3", ["-m", "venv", HOME]);
  for (const name of ["pyvrp", "ortools"])
    if (pythonVersion(name) === undefined) report(name, PYTHON, ["-m", "pip", "install", "--quiet", name]);
  if (!existsSync(VRP_CLI)) report("vrp-cli", "cargo", ["install", "--quiet", "--root", HOME, "vrp-cli"]);
}

function report(what: string, command: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: INSTALL_MINUTES * 60_000 });
  const isLate = (error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT";
  const cause = isLate
    ? `not done in ${INSTALL_MINUTES} minutes`
    : (error?.message ?? stderr?.trim().split("\n").at(-1));
  console.log(status === 0 ? `installed ${what}` : `could not install ${what}: ${cause ?? "no cause given"}`);
}

function outputOf(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

function pythonVersion(name: string): string | undefined {
  return outputOf(PYTHON, ["-c", `import ${name}, importlib.metadata as m; print(m.version("${name}"))`]);
}

function runPython(script: string, { file, seconds, seed }: PeerRun): PeerResult {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(PYTHON, [path, file, String(seconds), String(seed)], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return { failure: stderr.trim().split("\n").at(-1) ?? `it ended with ${status}` };
  const result = JSON.parse(stdout.trim().split("\n").at(-1)!) as { feasible: boolean; routes?: number[][] };
  return result.routes === undefined ? { failure: "no feasible solution" } : { rows: result.routes };
}

/** Its text solutions have a line `Route k: customers` for every route. */
function runVrpCli(format: string, { file, seconds }: PeerRun): PeerResult {
  const folder = mkdtempSync(join(tmpdir(), "vrp-cli-"));
  try {
    const out = join(folder, "solution.txt");
    const args = [
      "solve",
      format,
      file,
      "--out-result",
      out,
      "--max-time",
      String(Math.ceil(seconds)),
      "--parallelism",
      "1,1",
    ];
    const { status, stderr } = spawnSync(VRP_CLI, args, { encoding: "utf8" });
    if (status !== 0 || !existsSync(out)) return { failure: stderr.trim().split("\n").at(-1) ?? "no solution" };
    const lines = readFileSync(out, "utf8")
      .split("\n")
      .filter((line) => /^Route\b/.test(line));
    return {
      rows: lines.map((line) =>
        line
          .slice(line.indexOf(":") + 1)
          .trim()
          .split(/\s+/)
          .map(Number),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
