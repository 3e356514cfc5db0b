/**
 * The journal in one SQLite file. Writes go into one open transaction that is committed when the event loop comes round, so
 * that many states share one flush to disk; reads see them at once. Whoever calls something outside first awaits `committed`.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { openDatabase } from "./schema.ts";

export type Row = Record<string, SQLOutputValue>;

export class Journal {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private open: { done: Promise<void>; resolve: () => void; reject: (error: unknown) => void } | undefined;
  private afterCommit: (() => void)[] = [];
  private closed = false;

  constructor(file: string) {
    this.database = openDatabase(file);
  }

  /** Adds a write to the open transaction. */
  write(sql: string, ...values: SQLInputValue[]): void {
    this.begin();
    this.prepare(sql).run(...values);
  }

  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.prepare(sql).get(...values) as T | undefined;
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.prepare(sql).all(...values) as T[];
  }

  /** Settles when everything written so far is on disk. */
  committed(): Promise<void> {
    return this.open?.done ?? Promise.resolve();
  }

  /** Something is written and not yet on disk. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** Calls back when what was written so far is on disk; never when the commit fails. */
  afterward(callback: () => void): void {
    if (this.open === undefined) callback();
    else this.afterCommit.push(callback);
  }

  /** Commits what is open and closes the file. */
  close(): void {
    if (this.closed) return;
    this.commit();
    this.closed = true;
    this.database.close();
  }

  private begin(): void {
    if (this.open !== undefined) return;
    if (this.closed) throw new Error("The journal is closed.");
    this.database.exec("BEGIN IMMEDIATE");
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Nobody may be waiting for a commit that fails; those who are get the error.
    promise.catch(() => undefined);
    this.open = { done: promise, resolve, reject };
    setImmediate(() => this.commit());
  }

  private commit(): void {
    const { open, afterCommit } = this;
    if (open === undefined) return;
    this.open = undefined;
    this.afterCommit = [];
    try {
      this.database.exec("COMMIT");
    } catch (error) {
      open.reject(error);
      return;
    }
    open.resolve();
    for (const callback of afterCommit) callback();
  }

  private prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
