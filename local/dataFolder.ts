/** The folder in which everything lies, held by one process at a time. */
import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { InputError } from "../domain/problem.ts";

export interface DataFolder {
  readonly path: string;
  readonly store: string;
  readonly blobs: string;
  readonly workflows: string;
  readonly identity: string;
  readonly inbox: string;
  readonly log: string;
  release(): void;
}

/**
 * Makes the folder when it is missing. The hold on it is a lock of the operating system, which ends with the process
 * however that ends.
 *
 * @throws InputError `data.notWritable`, `data.inUse`
 */
export function holdDataFolder(path: string): DataFolder {
  const root = resolve(path);
  try {
    mkdirSync(root, { recursive: true });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refused("data.notWritable", root, `It cannot be written to: ${(error as Error).message}.`);
  }
  const release = lock(root);
  return {
    path: root,
    store: join(root, "store.sqlite"),
    blobs: join(root, "blobs"),
    workflows: join(root, "workflows.sqlite"),
    identity: join(root, "identity"),
    inbox: join(root, "inbox"),
    log: join(root, "log.jsonl"),
    release,
  };
}

function lock(root: string): () => void {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(join(root, "lock.sqlite"), { timeout: 0 });
    db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    const held = db;
    return () => held.close();
  } catch (error) {
    db?.close();
    const { message } = error as Error;
    if (/locked|busy/i.test(message)) throw refused("data.inUse", root, "Another process works with it.");
    throw refused("data.notWritable", root, `It cannot be written to: ${message}.`);
  }
}

const ACTIONS = {
  "data.inUse": "Stop the other process, or name another folder with --data or DATA_DIR.",
  "data.notWritable": "Correct its owner or rights, or name another folder with --data or DATA_DIR.",
};

function refused(code: keyof typeof ACTIONS, root: string, cause: string): InputError {
  return new InputError([{ code, severity: "error", place: { file: root }, cause, action: ACTIONS[code] }]);
}
