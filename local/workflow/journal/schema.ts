/** The tables of the journal. Times are milliseconds since 1970, values are JSON text. */
import { DatabaseSync } from "node:sqlite";

const VERSION = 1;

const TABLES = `
CREATE TABLE definition (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE execution (
  id INTEGER PRIMARY KEY, machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
  status TEXT NOT NULL, input TEXT NOT NULL, started INTEGER NOT NULL,
  stopped INTEGER, output TEXT, error TEXT, cause TEXT,
  UNIQUE (machine, name)
) STRICT;
CREATE INDEX execution_status ON execution (status, id);

-- How a state was left; a path with a row here never runs again.
CREATE TABLE exit (
  sequence INTEGER PRIMARY KEY, execution INTEGER NOT NULL, path TEXT NOT NULL,
  state TEXT NOT NULL, type TEXT NOT NULL, entered INTEGER NOT NULL, exited INTEGER NOT NULL,
  next TEXT, output TEXT, assigned TEXT, error TEXT, cause TEXT,
  UNIQUE (execution, path)
) STRICT;

-- Attempts that failed, for the history.
CREATE TABLE failure (
  sequence INTEGER PRIMARY KEY, execution INTEGER NOT NULL, path TEXT NOT NULL,
  at INTEGER NOT NULL, error TEXT NOT NULL, cause TEXT NOT NULL
) STRICT;
CREATE INDEX failure_execution ON failure (execution);

-- What a state that has begun must find again: written before anything outside is called.
CREATE TABLE pending (
  execution INTEGER NOT NULL, path TEXT NOT NULL, state TEXT NOT NULL, type TEXT NOT NULL,
  entered INTEGER NOT NULL, phase TEXT NOT NULL, attempts TEXT NOT NULL,
  due INTEGER, deadline INTEGER, heartbeat INTEGER, heartbeat_due INTEGER,
  token TEXT, arguments TEXT, answer TEXT,
  PRIMARY KEY (execution, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_due ON pending (due) WHERE due IS NOT NULL;

-- Every token ever given out, so that a late answer is told from a forged one.
CREATE TABLE token (token TEXT PRIMARY KEY, execution INTEGER NOT NULL, path TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Holds the file for itself until it is closed: two processes on one journal would run everything twice.
 *
 * @throws Error when another process has the file open, or a newer version wrote it
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA busy_timeout = 1000; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE; COMMIT;`);
  } catch (error) {
    database.close();
    if (!/locked/.test(String(error))) throw error;
    throw new Error(`${file} is in use by another process; stop that one first.`, { cause: error });
  }
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > VERSION) {
    database.close();
    throw new Error(`${file} was written by a newer version (${version}); this one knows ${VERSION}.`);
  }
  if (version === 0) database.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${VERSION}; COMMIT;`);
  return database;
}
