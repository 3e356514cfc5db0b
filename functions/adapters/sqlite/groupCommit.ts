/**
 * Several writes in one transaction. What makes a write last is the disk's answer (4 ms on a plain SSD), and it costs the same
 * for one write as for fifty: those that arrive while the disk works wait together and are committed together. Each is
 * acknowledged after that commit and not before, and one that fails takes none of the others with it.
 *
 * `npm run bench -- api --store` measures it.
 */
import type { DatabaseSync } from "node:sqlite";

export interface GroupCommit {
  /** Runs `work` within the next transaction; settles when that is on disk. */
  run<T>(work: () => T): Promise<T>;
  /** Commits what waits, now. */
  flush(): void;
}

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function groupCommit(db: DatabaseSync): GroupCommit {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) commitAll(db, group);
  };
  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (result: unknown) => void, reject });
        // After everything that this turn of the event loop still brings in.
        if (waiting.length === 1) setImmediate(flush);
      }),
    flush,
  };
}

function commitAll(db: DatabaseSync, group: readonly Waiting[]): void {
  const settle: (() => void)[] = [];
  try {
    db.exec("BEGIN IMMEDIATE");
    for (const one of group) settle.push(runOne(db, one));
    db.exec("COMMIT");
  } catch (error) {
    // A full disk, for instance: SQLite may have rolled back by itself.
    if (db.isOpen && db.isTransaction) db.exec("ROLLBACK");
    for (const { reject } of group) reject(error);
    return;
  }
  for (const tell of settle) tell();
}

/** Undoes what a failing write did; gives what is to be told to the writer after the commit. */
function runOne(db: DatabaseSync, { work, resolve, reject }: Waiting): () => void {
  db.exec("SAVEPOINT one");
  try {
    const result = work();
    db.exec("RELEASE one");
    return () => resolve(result);
  } catch (error) {
    db.exec("ROLLBACK TO one; RELEASE one");
    return () => reject(error);
  }
}
