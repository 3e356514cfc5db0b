/** Plans a week in a process that is killed at moments of a seeded generator, until it is planned all the same. */
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "node:sqlite";

/** A planning takes seconds; one that has not ended by then never will. */
const DEADLINE_MS = 90_000;
const LOOK_MS = 50;
const PROCESS = fileURLToPath(new URL("./runtimeProcess.ts", import.meta.url));

export interface Planned {
  readonly kills: number;
  /** Of plan.json, without what tells when and how fast it was made. */
  readonly planSha256: string;
  /** Steps whose end was on disk at a kill, and that nevertheless ended again. */
  readonly repeated: readonly string[];
}

/**
 * @param moments milliseconds after each start at which the process is killed; after the last one it may finish
 */
export async function planWithKills(data: string, region: string, moments: readonly number[]): Promise<Planned> {
  let kills = 0;
  const ends = new Map<string, number>();
  const repeated = new Set<string>();
  const compare = (): void => {
    for (const [path, sequence] of endsOf(data)) {
      if ((ends.get(path) ?? sequence) !== sequence) repeated.add(path);
      ends.set(path, sequence);
    }
  };
  for (const moment of [...moments, DEADLINE_MS]) {
    const end = await runFor(data, region, moment);
    compare();
    if (end === "planned") break;
    if (moment === DEADLINE_MS) throw new Error(`after ${kills} kills the week was not planned: ${end}`);
    kills++;
  }
  return { kills, planSha256: planHash(data), repeated: [...repeated] };
}

type End = "planned" | "failed" | "ended by itself" | "killed";

/** A process that lives until the week is planned, and no longer than `milliseconds`. */
async function runFor(data: string, region: string, milliseconds: number): Promise<End> {
  const child = spawn(process.execPath, [PROCESS, data, region], { stdio: ["ignore", "ignore", "inherit"] });
  try {
    for (let waited = 0; waited < milliseconds; waited += LOOK_MS) {
      if (child.exitCode !== null || child.signalCode !== null) return "ended by itself";
      const status = weekStatus(data);
      if (status === "planned" || status === "failed") return status;
      await wait(Math.min(LOOK_MS, milliseconds - waited));
    }
    return "killed";
  } finally {
    await kill(child);
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await gone;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function weekStatus(data: string): string | undefined {
  const sql = "SELECT data FROM items WHERE pk = 'region#tiny' AND sk LIKE 'week#%'";
  const [row] = read<{ data: string }>(join(data, "store.sqlite"), sql);
  return row === undefined ? undefined : (JSON.parse(row.data) as { status: string }).status;
}

/** When which step's end was written, as a running number; the journal belongs to the process while that lives. */
function endsOf(data: string): Map<string, number> {
  const sql = "SELECT execution || ' ' || path AS path, sequence FROM exit";
  const rows = read<{ path: string; sequence: number }>(join(data, "workflows.sqlite"), sql);
  return new Map(rows.map(({ path, sequence }) => [path, sequence]));
}

/** Nothing where there is no such file or table yet. */
function read<T>(file: string, sql: string): T[] {
  if (!existsSync(file)) return [];
  const db = new DatabaseSync(file, { timeout: 2000 });
  try {
    return db.prepare(sql).all() as T[];
  } catch (error) {
    if (/no such table|locked/.test((error as Error).message)) return [];
    throw error;
  } finally {
    db.close();
  }
}

function planHash(data: string): string {
  const blobs = join(data, "blobs");
  const files = readdirSync(blobs, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("plan.json"));
  if (files.length !== 1) throw new Error(`one plan.json was expected, not ${files.length}`);
  const { provenance, ...plan } = JSON.parse(readFileSync(join(blobs, files[0]!), "utf8")) as {
    provenance: Record<string, unknown>;
  };
  const { seconds: _, phases: __, ...origin } = provenance;
  return createHash("sha256")
    .update(JSON.stringify({ ...plan, provenance: origin }))
    .digest("hex");
}
