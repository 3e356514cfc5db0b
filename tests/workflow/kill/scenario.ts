/** Runs the child again and again, killing it, and looks into its journal after each kill. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { SILENT } from "./workflow.ts";

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));
// Compiled code is kept between the children: starting takes less than half the time.
const CACHE = join(tmpdir(), "gruenverbund-kill-cache");

export interface Ended {
  readonly status: string;
  readonly output: string;
  /** At how many places it could have been killed. */
  readonly points: number;
}

export interface Kill {
  /** The place at which the child kills itself; 0 for none. */
  readonly point: number;
  /** How many milliseconds after it was ready it is killed from outside, if it still runs. */
  readonly afterMilliseconds?: number;
}

export interface Report {
  readonly ended: Ended;
  /** Kills that happened: a child may end before. */
  readonly kills: number;
  /** Tasks that ran after a kill though their exit was in the journal. */
  readonly ranTwice: readonly string[];
  /** Waiting tasks whose token, deadline or time of entry was another after a restart. */
  readonly moved: readonly string[];
  /** How long the task waited that nobody answers. */
  readonly silentSeconds: number;
  /** How often each task ran in all. */
  readonly runs: ReadonlyMap<string, number>;
}

/** @param kills the child is started once for each, and then once more to the end */
export async function runKilled(kills: readonly Kill[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-kill-"));
  const ranTwice: string[] = [];
  const moved: string[] = [];
  const open = new Map<string, string>();
  let happened = 0;
  let ended: Ended | undefined;
  try {
    for (const kill of [...kills, { point: 0 }]) {
      const before = inspect(folder);
      for (const [path, fixed] of before.open) {
        if ((open.get(path) ?? fixed) !== fixed) moved.push(path);
        open.set(path, fixed);
      }
      const runs = runsIn(folder);
      ended = await runChild(folder, kill);
      const after = runsIn(folder);
      for (const key of before.done) if (after.get(key) !== runs.get(key)) ranTwice.push(key);
      if (ended !== undefined) break;
      happened++;
    }
    return {
      ended: ended!,
      kills: happened,
      ranTwice,
      moved: [...moved, ...changedAtEnd(folder, open)],
      silentSeconds: silentSeconds(folder),
      runs: runsIn(folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it printed when it ended by itself; undefined when it was killed. */
async function runChild(folder: string, { point, afterMilliseconds }: Kill): Promise<Ended | undefined> {
  const child = spawn(process.execPath, [CHILD, folder, String(point)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  let output = "";
  let errors = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (afterMilliseconds !== undefined) timer ??= setTimeout(() => child.kill("SIGKILL"), afterMilliseconds);
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once("close", (exitCode, exitSignal) => resolve([exitCode, exitSignal])),
  );
  clearTimeout(timer);
  if (signal === "SIGKILL") return undefined;
  if (code !== 0) throw new Error(errors);
  return JSON.parse(output.split("\n").at(-1)!) as Ended;
}

/** The journal as a killed process left it: tasks with an exit, and waiting tasks with what was fixed when they began. */
function inspect(folder: string): { done: string[]; open: Map<string, string> } {
  const database = new DatabaseSync(join(folder, "workflow.sqlite"));
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = 'pending'").all();
    if (tables.length === 0) return { done: [], open: new Map() };
    const exits = database.prepare("SELECT path FROM exit WHERE type = 'Task'").all() as { path: string }[];
    const waiting = database
      .prepare("SELECT path, token || ' ' || deadline || ' ' || entered AS fixed FROM pending WHERE token IS NOT NULL")
      .all() as { path: string; fixed: string }[];
    return {
      done: exits.map(({ path }) => keyOf(path)),
      open: new Map(waiting.map(({ path, fixed }) => [path, fixed])),
    };
  } finally {
    database.close();
  }
}

/** Tasks that were waiting at some kill and ended with another token or time of entry than they had then. */
function changedAtEnd(folder: string, open: ReadonlyMap<string, string>): string[] {
  const database = new DatabaseSync(join(folder, "workflow.sqlite"));
  const tokens = database.prepare("SELECT token FROM token WHERE path = ?");
  const exit = database.prepare("SELECT entered FROM exit WHERE path = ?");
  const changed = [...open].filter(([path, fixed]) => {
    const [token, , entered] = fixed.split(" ");
    const given = tokens.all(path) as { token: string }[];
    return given.length !== 1 || given[0]!.token !== token || String(exit.get(path)?.entered) !== entered;
  });
  database.close();
  return changed.map(([path]) => path);
}

function silentSeconds(folder: string): number {
  const database = new DatabaseSync(join(folder, "workflow.sqlite"));
  const row = database.prepare("SELECT exited - entered AS waited FROM exit WHERE path LIKE ?").get(`%[${SILENT}]/Ask`);
  database.close();
  return (row as { waited: number }).waited / 1000;
}

/** `/All[0]/Each[3]/Ask` is the task that its function knows as `Ask 3`. */
function keyOf(path: string): string {
  const [, index = "", name = ""] = /(?:\[(\d+)\])?\/(\w+)$/.exec(path) ?? [];
  if (name === "Batch") return `Batch ${2 * Number(index)}`;
  return name === "Flaky" || name === "Publish" ? name : `${name} ${index}`;
}

function runsIn(folder: string): Map<string, number> {
  const runs = new Map<string, number>();
  const log = join(folder, "log");
  const text = existsSync(log) ? readFileSync(log, "utf8") : "";
  for (const [, key = ""] of text.matchAll(/^run (.+)$/gm)) runs.set(key, (runs.get(key) ?? 0) + 1);
  return runs;
}
