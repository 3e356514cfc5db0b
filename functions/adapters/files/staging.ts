/**
 * Staging folders: `.partial-<pid>-<process>-<number>[-name]` while being written, with `.ready` at the end once the change
 * is decided. Those of dead processes are removed, the decided ones completed first.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { threadId } from "node:worker_threads";
import { isMissing, PARTIAL, pathOf } from "./keys.ts";
import { syncFolder } from "./durable.ts";

/** Inside a staging folder: the keys that the change removes. The name is no possible key. */
export const REMOVALS = `${PARTIAL}removals.json`;
const READY = ".ready";
const NAME = /^\.partial-(\d+)-(?:([0-9a-f]{16})-)?[\d.]+(?:-(.*?))?(\.ready)?$/;
/** Its presence tells readers that the other files are there, so it comes last. */
const LAST = "plan.json";

/** Tells this process from an earlier one of the same number; its worker threads inherit the name with the environment. */
const PROCESS = (process.env["GRUENVERBUND_PROCESS"] ??= randomBytes(8).toString("hex"));
let counter = 0;

/** @param name of the folder to be, empty for a change inside an existing one */
export function newStaging(parent: string, name: string): string {
  const own = `${process.pid}-${PROCESS}-${threadId}.${++counter}`;
  return join(parent, `${PARTIAL}${own}${name === "" ? "" : `-${name}`}`);
}

/** Removes what is left of it, whether it was completed or not. */
export async function release(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true });
}

/** Decides the change by one rename, then carries it out. */
export async function complete(root: string, staging: string): Promise<void> {
  const ready = staging + READY;
  await syncFolder(staging);
  await rename(staging, ready);
  await syncFolder(root);
  await carryOut(root, ready);
}

/** May be repeated after a kill: what was renamed before is simply no longer there. */
async function carryOut(root: string, ready: string): Promise<void> {
  const keys = await stagedKeys(ready);
  const changed = new Set([root]);
  for (const key of [...keys.filter((one) => one !== LAST), ...keys.filter((one) => one === LAST)]) {
    const target = pathOf(root, key);
    await mkdir(dirname(target), { recursive: true });
    await rename(join(ready, key), target);
    changed.add(dirname(target));
  }
  for (const key of await removals(ready)) {
    await rm(pathOf(root, key), { force: true });
    await removeEmptyFolders(root, dirname(pathOf(root, key)));
  }
  for (const folder of changed) await syncFolder(folder);
  await rm(ready, { recursive: true, force: true });
}

/** None when the file is gone: it goes only after everything else is done. */
async function removals(ready: string): Promise<string[]> {
  try {
    return JSON.parse(await readFile(join(ready, REMOVALS), "utf8")) as string[];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function stagedKeys(ready: string): Promise<string[]> {
  const entries = await readdir(ready, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== REMOVALS)
    .map((entry) => relative(ready, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  for (let above = folder; above.length > root.length; above = dirname(above)) {
    try {
      await rmdir(above);
    } catch (error) {
      if (isMissing(error)) continue;
      return;
    }
  }
}

/** Completes or removes what dead processes left in the root and, for a root that was never born, beside it. */
export async function recover(root: string): Promise<void> {
  for (const name of await leftovers(root, (match) => match[3] === undefined)) {
    const path = join(root, name);
    if (name.endsWith(READY)) await carryOut(root, path);
    else await rm(path, { recursive: true, force: true });
  }
  for (const name of await leftovers(dirname(root), (match) => match[3] === basename(root))) {
    await rm(join(dirname(root), name), { recursive: true, force: true });
  }
}

async function leftovers(folder: string, isOurs: (match: RegExpExecArray) => boolean): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === "EACCES") return [] as string[];
    throw error;
  });
  return names.filter((name) => {
    const match = NAME.exec(name);
    return match !== null && isOurs(match) && !isAlive(Number(match[1]), match[2]);
  });
}

/** @param name of the process; its number alone may have been given again */
function isAlive(pid: number, name: string | undefined): boolean {
  if (pid === process.pid) return name === PROCESS;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
