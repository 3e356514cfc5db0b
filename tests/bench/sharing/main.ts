/**
 * Timings of the cost-sharing rules on seeded games: closing 8,191 coalitions under partition, and exact Shapley values.
 * `npm run bench -- sharing`; prints a table and writes tests/bench/results/sharing.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import {
  closeUnderPartition,
  findSuperadditivePair,
  popcount,
  shapleyCents,
  worstBlocking,
} from "../../../optimizer/sharing/index.ts";

const SEED = 20_261_123;
const RUNS = 5;
const RESULTS = new URL("../results/sharing.json", import.meta.url);

interface Row {
  readonly what: string;
  readonly players: number;
  readonly bestMs: number;
  readonly medianMs: number;
  /** A figure that must not change between runs and machines. */
  readonly check: number;
}

/** xorshift32 on whole numbers, so the games are the same on any machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Cost grows with the root of the size and is noisy, more so than a heuristic; whole cents. */
function noisyGame(players: number): Float64Array {
  const next = numbers(SEED + players);
  return Float64Array.from({ length: 2 ** players }, (_, coalition) =>
    coalition === 0 ? 0 : Math.round(10_000_000 * Math.sqrt(popcount(coalition)) * (1 + next())),
  );
}

function measure(what: string, players: number, work: (values: Float64Array) => number): Row {
  const game = noisyGame(players);
  const times: number[] = [];
  let check = 0;
  for (let k = 0; k < RUNS; k++) {
    const values = game.slice();
    const started = performance.now();
    check = work(values);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const round = (ms: number) => Math.round(ms * 100) / 100;
  return { what, players, bestMs: round(times[0]!), medianMs: round(times[RUNS >> 1]!), check };
}

function blocked(values: Float64Array): number {
  const players = Math.log2(values.length);
  return worstBlocking(values, shapleyCents({ players, values })).count;
}

export function run(_args: string[]): Promise<void> {
  const rows = [
    measure("close under partition", 13, (values) => closeUnderPartition(values, 13).lowered),
    measure("close under partition", 16, (values) => closeUnderPartition(values, 16).lowered),
    measure("find superadditive pair", 13, (values) =>
      Math.round(findSuperadditivePair({ players: 13, values })?.surplus ?? 0),
    ),
    measure("Shapley, exact cents", 13, (values) => shapleyCents({ players: 13, values })[0]!),
    measure("Shapley, exact cents", 20, (values) => shapleyCents({ players: 20, values })[0]!),
    measure("Shapley and worst blocking", 20, blocked),
  ];
  console.table(rows);
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  writeFileSync(
    RESULTS,
    `${JSON.stringify({ benchmark: "sharing", seed: SEED, runs: RUNS, node: process.version, rows }, null, 2)}\n`,
  );
  return Promise.resolve();
}
