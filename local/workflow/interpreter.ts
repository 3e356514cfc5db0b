/**
 * The durable interpreter: runs workflow files as Step Functions would, on one machine, with everything that must survive
 * in one SQLite file. Opening it resumes what was running; see docs/workflows.md for what it supports and guarantees.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../../functions/ports/clock.ts";
import type { ExecutionStatus } from "../../functions/ports/workflows.ts";
import { Random } from "../../optimizer/routing/random.ts";
import { Alarm, machineTimer, type Timer } from "./alarm.ts";
import { executionArn, machineArn } from "./arns.ts";
import { Cancellation, Cancelled } from "./cancellation.ts";
import { StatesError } from "./errors.ts";
import { createEvaluator } from "./expressions.ts";
import { Journal } from "./journal/journal.ts";
import { findPending, type ExecutionRow, type Pending } from "./journal/records.ts";
import type { Json, Machine } from "./machine.ts";
import { readMachines, type MachineFile } from "./read/readMachine.ts";
import { hold, Sleepers, until, type Engine, type Invoke, type Progress, type Run } from "./run/engine.ts";
import { runGroup } from "./run/group.ts";
import { timestamp } from "./run/visit.ts";

export interface InterpreterOptions {
  /** Path of the SQLite file; made when missing. */
  readonly file: string;
  readonly machines: readonly MachineFile[];
  readonly invoke: Invoke;
  readonly clock: Clock;
  /** Of `$random`, `$uuid` and the jitter of retries. Default 1. */
  readonly seed?: number;
  /** Default: the machine's. A test passes one that does nothing and calls `look`. */
  readonly timer?: Timer;
  /** Default: 256 random bits. */
  readonly newToken?: () => string;
  /** Told what happened once it is on disk. */
  readonly onProgress?: (progress: Progress) => void;
  /** Told when the interpreter itself fails (a full disk, a fault of ours): the execution it happened in stops there. */
  readonly onFault: (error: unknown) => void;
}

type End = { readonly status: ExecutionStatus; output?: string; error?: string; cause?: string };

export class Interpreter {
  readonly journal: Journal;
  readonly machines: ReadonlyMap<string, { readonly definition: Machine; readonly hash: string }>;
  private readonly engine: Engine;
  private readonly alarm: Alarm;
  private readonly runs = new Map<number, Run>();
  private readonly onFault: (error: unknown) => void;

  /** @throws InputError with every fault of every workflow file */
  constructor(options: InterpreterOptions) {
    const { clock, onProgress, newToken = () => randomBytes(32).toString("base64url") } = options;
    const read = readMachines(options.machines);
    this.journal = new Journal(options.file);
    this.onFault = options.onFault;
    const random = new Random(options.seed ?? 1);
    const now = (): number => Date.parse(clock.now());
    this.alarm = new Alarm(options.timer ?? machineTimer, now, () => this.look());
    this.engine = {
      journal: this.journal,
      evaluator: createEvaluator({ now, random: () => random.fraction() }),
      invoke: options.invoke,
      sleepers: new Sleepers(),
      now,
      random: () => random.fraction(),
      newToken,
      arm: (due) => this.alarm.arm(due),
      report: (run, part) => {
        if (onProgress === undefined) return;
        const { arn: execution, workflow, name } = run;
        const progress = { execution, workflow, name, at: timestamp(now()), ...part };
        this.journal.afterward(() => onProgress(progress));
      },
    };
    this.machines = new Map(read.map(({ name, text, machine }) => [name, this.remember(machine, text)]));
    this.resume();
    this.look();
  }

  now(): number {
    return this.engine.now();
  }

  /** Starts what has just been written as RUNNING. */
  launch(row: ExecutionRow, resumed = false): void {
    const { definition } = this.journal.get<{ definition: string }>(
      "SELECT text AS definition FROM definition WHERE hash = ?",
      row.definition,
    )!;
    const current = this.machines.get(row.machine);
    const machine = current?.hash === row.definition ? current.definition : (JSON.parse(definition) as Machine);
    const run: Run = {
      id: row.id,
      arn: executionArn(row.machine, row.name),
      machineArn: machineArn(row.machine),
      workflow: row.machine,
      name: row.name,
      input: JSON.parse(row.input) as Json,
      started: row.started,
      resumed,
      cancellation: new Cancellation(),
    };
    this.runs.set(run.id, run);
    if (!resumed) this.engine.report(run, { kind: "started" });
    void this.execute(run, machine);
    if (machine.TimeoutSeconds !== undefined) void this.watch(run, machine.TimeoutSeconds);
  }

  /** Ends a running execution from outside. */
  stop(execution: number, error: string | undefined, cause: string | undefined): void {
    const run = this.runs.get(execution);
    if (run === undefined) return;
    const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    this.end(run, { status: "ABORTED", ...why });
  }

  /** Keeps a changed pending entry and has its state look at it. */
  change(execution: number, pending: Pending): void {
    hold(this.engine, { id: execution } as Run, pending);
    this.engine.sleepers.wake(execution, pending.path);
  }

  /** Wakes every state whose time has come by the clock. */
  look(): void {
    const now = this.engine.now();
    const due = this.journal.all<{ execution: number; path: string }>(
      "SELECT execution, path FROM pending WHERE due <= ?",
      now,
    );
    for (const { execution, path } of due) this.engine.sleepers.wake(execution, path);
    const sql = "SELECT min(due) AS next FROM pending WHERE due > ?";
    const next = this.journal.get<{ next: number | null }>(sql, now)!.next;
    if (next !== null) this.alarm.arm(next);
  }

  /** The earliest moment something waits for, in milliseconds since 1970. */
  nextDue(): number | undefined {
    return this.journal.get<{ next: number | null }>("SELECT min(due) AS next FROM pending")!.next ?? undefined;
  }

  /** Resolves when all there is to do now is done and on disk, and only time, functions and answers are awaited. */
  async settled(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.journal.isOpen);
  }

  /** How many executions are running. */
  get running(): number {
    return this.runs.size;
  }

  /**
   * Forgets executions that ended before the given moment, with their history and tokens; their names may be used again.
   * Step Functions does so after 90 days.
   */
  forget(endedBefore: number): void {
    const ended = "SELECT id FROM execution WHERE stopped < ?";
    for (const table of ["exit", "failure", "token"])
      this.journal.write(`DELETE FROM ${table} WHERE execution IN (${ended})`, endedBefore);
    this.journal.write("DELETE FROM execution WHERE stopped < ?", endedBefore);
  }

  /** Stops working without ending anything: the next to open the file resumes. */
  close(): void {
    this.alarm.stop();
    for (const run of this.runs.values()) run.cancellation.cancel();
    this.runs.clear();
    this.journal.close();
  }

  private remember(definition: Machine, text: string): { definition: Machine; hash: string } {
    const hash = createHash("sha256").update(text).digest("hex");
    this.journal.write("INSERT OR IGNORE INTO definition (hash, text) VALUES (?, ?)", hash, text);
    return { definition, hash };
  }

  private resume(): void {
    const rows = this.journal.all<ExecutionRow>("SELECT * FROM execution WHERE status = 'RUNNING' ORDER BY id");
    for (const row of rows) this.launch(row, true);
  }

  private async execute(run: Run, machine: Machine): Promise<void> {
    const execution = {
      Id: run.arn,
      Input: run.input,
      Name: run.name,
      RedriveCount: 0,
      StartTime: timestamp(run.started),
    };
    const { engine } = this;
    const scope = {
      engine,
      run,
      path: "",
      cancellation: run.cancellation,
      variables: {},
      execution,
      steps: { count: 0 },
    };
    try {
      const output = await runGroup(scope, machine, run.input);
      this.end(run, { status: "SUCCEEDED", output: JSON.stringify(output) });
    } catch (error) {
      if (error instanceof StatesError) this.end(run, { status: "FAILED", error: error.error, cause: error.cause });
      else if (!(error instanceof Cancelled)) this.fault(run, error);
    }
  }

  /** The whole execution's TimeoutSeconds, kept as a pending entry of the empty path. */
  private async watch(run: Run, timeoutSeconds: number): Promise<void> {
    const due = run.started + 1000 * timeoutSeconds;
    try {
      if (findPending(this.journal, run.id, "") === undefined) hold(this.engine, run, timeoutEntry(run, due));
      await until(this.engine, run, "", due, run.cancellation);
      this.end(run, { status: "TIMED_OUT" });
    } catch (error) {
      if (!(error instanceof Cancelled)) this.fault(run, error);
    }
  }

  private end(run: Run, { status, output, error, cause }: End): void {
    if (!this.runs.delete(run.id)) return;
    run.cancellation.cancel();
    this.journal.write(
      "UPDATE execution SET status = ?, stopped = ?, output = ?, error = ?, cause = ? WHERE id = ?",
      status,
      this.engine.now(),
      output ?? null,
      error ?? null,
      cause ?? null,
      run.id,
    );
    this.journal.write("DELETE FROM pending WHERE execution = ?", run.id);
    const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    this.engine.report(run, { kind: "ended", status, ...why });
  }

  /** Nothing the workflow did: the execution stays as it is in the journal, and another opening tries again. */
  private fault(run: Run, error: unknown): void {
    this.runs.delete(run.id);
    run.cancellation.cancel();
    this.onFault(error);
  }
}

function timeoutEntry(run: Run, due: number): Pending {
  return {
    path: "",
    state: "",
    type: "Execution",
    entered: run.started,
    phase: "waiting",
    attempts: [],
    due,
    deadline: due,
    heartbeatSeconds: null,
    heartbeatDue: null,
    token: null,
    arguments: null,
    answer: null,
  };
}
