/** Plans a week in a process that is killed at moments of a seeded generator, until it is planned all the same. */
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "node:sqlite";

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
  for (const moment of moments) {
    const child = start(data, region);
    const done = await Promise.race([planned(data, child), wait(moment)]);
    await kill(child);
    compare();
    if (done === true) break;
    kills++;
  }
  const child = start(data, region);
  if ((await planned(data, child)) !== true) throw new Error("the process ended before the week was planned");
  await kill(child);
  compare();
  return { kills, planSha256: planHash(data), repeated: [...repeated] };
}

function start(data: string, region: string): ChildProcess {
  return spawn(process.execPath, [PROCESS, data, region], { stdio: ["ignore", "ignore", "inherit"] });
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await gone;
}

const wait = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

/** Resolves with true once the week is planned, with false when the process ended. */
async function planned(data: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const status = weekStatus(data);
    if (status === "planned") return true;
    if (status === "failed") throw new Error("the planning failed");
    await wait(50);
  }
  return false;
}

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
