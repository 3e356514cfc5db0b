/** Runs the process that settles a week, and kills it by SIGKILL at a moment it says itself. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { settlementSite } from "./settlementSite.ts";
import { ticketFile } from "./weighingFile.ts";

const PROCESS = fileURLToPath(new URL("./settlementKillProcess.ts", import.meta.url));

export interface Moment {
  readonly moment: number;
  readonly step: string;
  readonly what: string;
}

export interface Ran {
  readonly said: readonly Moment[];
  readonly signal: string | null;
  readonly code: number | null;
}

/** A planned week as a local installation keeps it, and its tickets; each case copies it. */
export async function plannedFolder(): Promise<{ root: string; tickets: number }> {
  const root = mkdtempSync(join(tmpdir(), "gruenverbund-settlement-kill-"));
  const site = await settlementSite();
  try {
    mkdirSync(join(root, "planned", "blobs"), { recursive: true });
    const db = new DatabaseSync(join(dirname(site.archive), "store.sqlite"));
    db.prepare("VACUUM INTO ?").run(join(root, "planned", "store.sqlite"));
    db.close();
    const entries = new Map<string, Uint8Array>();
    for (const name of await site.ports.blobs.list("")) entries.set(name, (await site.ports.blobs.get(name))!);
    await fileBlobs(join(root, "planned", "blobs")).putAll(entries);
    writeFileSync(join(root, "w.csv"), ticketFile(site.lines));
    return { root, tickets: site.lines.length };
  } finally {
    await site.closeGateway();
    await site.close();
  }
}

export function copyOf(root: string, name: string): string {
  cpSync(join(root, "planned"), join(root, name), { recursive: true });
  return join(root, name);
}

/** @param until number of the moment at which it is killed; 0 lets it end */
export async function settle(root: string, folder: string, until = 0): Promise<Ran> {
  const args = [PROCESS, folder, join(root, "w.csv"), String(until)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (until > 0 && text.includes(`{"moment":${until},`)) child.kill("SIGKILL");
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  const said = text.split("\n").filter((line) => line !== "");
  return { said: said.map((line) => JSON.parse(line) as Moment), code, signal };
}
