// Kills a process that writes to the SQLite store, and looks whether everything it had acknowledged is there. Used by a test
// (few rounds) and by `npm run bench -- store` (many).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

const WRITER = fileURLToPath(new URL("./killStoreWriter.ts", import.meta.url));

export interface KillRound {
  readonly acknowledged: number;
  readonly found: number;
  /** Acknowledged writes that are not there, or not in this or a later version. */
  readonly lost: string[];
  /** Rows that the index does not show, or shows and are not there; and what SQLite's own check complains of. */
  readonly outOfStep: string[];
}

/** One round on the store in a folder: writes on top of what earlier rounds left, killed after so many acknowledgements. */
export async function killRound(folder: string, round: number, killAfter: number): Promise<KillRound> {
  const file = join(folder, "store.sqlite");
  const child = spawn(process.execPath, [WRITER, file, String(round)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split("\n").length > killAfter) child.kill("SIGKILL");
  });
  await once(child, "close");
  // The last line may be cut short.
  const acknowledged = said
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as [string, number]);
  return examine(file, acknowledged);
}

function examine(file: string, acknowledged: readonly (readonly [string, number])[]): KillRound {
  const db = new DatabaseSync(file);
  const rows = db.prepare("SELECT sk, version, index_sk FROM items NOT INDEXED").all() as unknown as {
    sk: string;
    version: number;
    index_sk: string;
  }[];
  const versions = new Map(rows.map(({ sk, version }) => [sk, version]));
  const lost = acknowledged
    .filter(([sk, version]) => (versions.get(sk) ?? 0) < version)
    .map(([sk, version]) => `${sk} version ${version}`);
  const indexed = db
    .prepare("SELECT sk, index_sk FROM items INDEXED BY items_index WHERE index_pk = 'due'")
    .all() as unknown as { sk: string; index_sk: string }[];
  const inIndex = new Set(indexed.map(({ sk, index_sk }) => `${sk} ${index_sk}`));
  const inTable = new Set(rows.map(({ sk, index_sk }) => `${sk} ${index_sk}`));
  const outOfStep = [...inTable].filter((row) => !inIndex.has(row));
  outOfStep.push(...[...inIndex].filter((row) => !inTable.has(row)));
  const check = db.prepare("PRAGMA integrity_check").all() as unknown as { integrity_check: string }[];
  for (const { integrity_check } of check) if (integrity_check !== "ok") outOfStep.push(integrity_check);
  db.close();
  return { acknowledged: acknowledged.length, found: rows.length, lost, outOfStep };
}
