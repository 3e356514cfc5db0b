/** What a family of routing benchmarks gives, and what is printed and written for it. */

export interface Run {
  /** CPU seconds of this process, so that a busy machine does not change what is measured. */
  readonly seconds: number;
  readonly seed: number;
  /** Milliseconds of CPU time; the clock to hand to `solve`. */
  readonly now: () => number;
}

export interface Outcome {
  /** Cost in the unit of the best known value, from an evaluation that shares no code with the solver. */
  readonly cost: number;
  /** False when a rule is broken; `note` says which. */
  readonly feasible: boolean;
  readonly iterations: number;
  /** Seconds before the first iteration, left out of the iterations per second. */
  readonly setupSeconds?: number;
  readonly note?: string;
}

export interface Instance {
  readonly name: string;
  /** Clients; the table is sorted by it. */
  readonly size: number;
  readonly bestKnown: number | null;
  /** Evaluates the shipped solution: throws where it does not cost what is stated; false when none is shipped. */
  readonly checkShipped: () => boolean;
  readonly solve: (run: Run) => Outcome;
  /** What lets other programs take part: the file they read, and the price of their rows of customers. */
  readonly forPeers?: {
    readonly file: string;
    /** Throws where a rule is broken. */
    readonly costOf: (rows: readonly (readonly number[])[]) => number;
  };
}

export interface Family {
  /** As given to `--family`; results go to `tests/bench/results/routing-NAME.json`. */
  readonly name: string;
  /** Default for `--seconds`. */
  readonly seconds: number;
  /** What the family is held against, printed under its table. */
  readonly target: string;
  /** Folder beside the repository, `null` when the instances are generated. */
  readonly folder: string | null;
  readonly instances: (folder: URL) => Instance[];
}

export interface Row {
  readonly instance: string;
  readonly size: number;
  readonly bestKnown: number | null;
  readonly cost: number;
  readonly gapPercent: number | null;
  readonly feasible: boolean;
  readonly iterations: number;
  readonly iterationsPerSecond: number;
  readonly seconds: number;
  readonly note: string;
}

export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function runFamily(family: Family, instances: readonly Instance[], run: Run): Row[] {
  const checked = instances.filter((instance) => instance.checkShipped()).length;
  console.log(`\n${family.name}: ${instances.length} instances, ${run.seconds} CPU s each, seed ${run.seed}`);
  console.log(`${checked} shipped solutions evaluated, each equal to its stated cost`);
  console.log("instance             clients  best known        cost    gap %  iterations/s");
  const rows = instances.map((instance) => {
    const row = runOne(instance, run);
    console.log(line(row));
    return row;
  });
  console.log(`${summary(rows)}; target: ${family.target}`);
  return rows;
}

function runOne(instance: Instance, run: Run): Row {
  const started = run.now();
  const { cost, feasible, iterations, setupSeconds, note } = instance.solve(run);
  const seconds = (run.now() - started) / 1000;
  const { name, size, bestKnown } = instance;
  return {
    instance: name,
    size,
    bestKnown,
    cost,
    gapPercent: bestKnown === null ? null : 100 * (cost / bestKnown - 1),
    feasible,
    iterations,
    iterationsPerSecond: Math.round(iterations / (seconds - (setupSeconds ?? 0))),
    seconds,
    note: note ?? "",
  };
}

function line(row: Row): string {
  const show = (value: number | null, digits: number): string => (value === null ? "–" : value.toFixed(digits));
  const digits = row.bestKnown === null || Number.isInteger(row.bestKnown) ? 0 : 2;
  return [
    row.instance.padEnd(20),
    String(row.size).padStart(7),
    show(row.bestKnown, digits).padStart(11),
    show(row.cost, digits).padStart(11),
    show(row.gapPercent, 3).padStart(8),
    String(row.iterationsPerSecond).padStart(13),
    row.feasible ? "" : " INFEASIBLE",
    row.note === "" ? "" : ` ${row.note}`,
  ].join(" ");
}

function summary(rows: readonly Row[]): string {
  const { mean, worst } = gaps(rows);
  if (mean === null) return `${rows.length} instances without a best known value`;
  return `mean gap ${mean.toFixed(3)} %, worst ${worst!.toFixed(3)} %`;
}

export function gaps(rows: readonly Row[]): { mean: number | null; worst: number | null } {
  const known = rows.flatMap((row) => (row.gapPercent === null ? [] : [row.gapPercent]));
  if (known.length === 0) return { mean: null, worst: null };
  return { mean: known.reduce((sum, gap) => sum + gap, 0) / known.length, worst: Math.max(...known) };
}
