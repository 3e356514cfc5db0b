/**
 * The cost-sharing rules against their targets: known games, CPU times on seeded games, the enclosed least core of 52 players.
 * `npm run bench -- sharing`; prints a table and writes tests/bench/results/sharing.json. Times are CPU milliseconds of
 * this process, median of a few runs after one that warms up, so that a busy machine does not count.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { checkNucleolus } from "../../../optimizer/checker/index.ts";
import { highsSolver, type LpSolver } from "../../../optimizer/lp/index.ts";
import {
  allRules,
  closeUnderPartition,
  findSuperadditivePair,
  lexicographicShares,
  nucleolusProof,
  sampleShapley,
  shapleyCents,
  tableOfCosts,
  worstBlocking,
  type CostGame,
  type Measure,
} from "../../../optimizer/sharing/index.ts";
import { tableSeparator } from "../../../optimizer/sharing/nucleolus/separator.ts";
import { bankruptcyGame, haulageGame, noisyGame } from "./games.ts";
import { enclosed } from "./large.ts";
import { randomGames, vectors } from "./known.ts";
import { cpuMs, measure, type Row } from "./row.ts";

const SEED = 20_261_123;
const RESULTS = new URL("../results/sharing.json", import.meta.url);

const KINDS = { haulage: haulageGame, noisy: noisyGame, bankruptcy: bankruptcyGame } as const;

function nucleolusRows(solver: LpSolver, players: number, target: number, runs: number): Row[] {
  return Object.entries(KINDS).flatMap(([name, make]) => {
    const game = tableOfCosts(make(players, SEED + players));
    return (["excess", "perCapita"] as const).map((kind: Measure) =>
      measure(`nucleolus ${kind}, ${name}`, players, target, runs, () => {
        const { shares } = lexicographicShares(tableSeparator(game), solver, { measure: kind });
        return Math.round(1e3 * shares[0]!) / 1e3;
      }),
    );
  });
}

function certificateRows(solver: LpSolver, players: number): Row[] {
  return Object.entries(KINDS).map(([name, make]) => {
    const table = make(players, SEED + players);
    const options = { solver, rules: ["nucleolus"] as const, certificate: true };
    return measure(`nucleolus, proved and checked, ${name}`, players, 1000, 3, () => {
      const outcome = allRules(tableOfCosts(table), options).rules.nucleolus!;
      if (outcome.status !== "allocated" || outcome.certificate === undefined) throw new Error("not proved");
      const problems = checkNucleolus({ ...table, kind: "cost" }, nucleolusProof(outcome.certificate));
      if (problems.length > 0) throw new Error(problems[0]!.cause);
      return outcome.certificate.levels.length;
    });
  });
}

function tableRows(): Row[] {
  const on = (players: number, work: (game: CostGame) => number) => () => work(noisyGame(players, SEED + players));
  return [
    measure(
      "close under partition",
      13,
      null,
      5,
      on(13, ({ values }) => closeUnderPartition(values as Float64Array, 13).lowered),
    ),
    measure(
      "close under partition",
      16,
      null,
      3,
      on(16, ({ values }) => closeUnderPartition(values as Float64Array, 16).lowered),
    ),
    measure(
      "find superadditive pair",
      13,
      null,
      5,
      on(13, (game) => Math.round(findSuperadditivePair(game)?.surplus ?? 0)),
    ),
    ...[13, 20].map((players) => {
      const game = noisyGame(players, SEED + players);
      return measure("Shapley, exact cents", players, players === 20 ? 300 : null, 5, () => shapleyCents(game)[0]!);
    }),
    ...[13, 20].map((players) => {
      const game = noisyGame(players, SEED + players);
      const shares = shapleyCents(game);
      return measure("worst blocking group", players, null, 5, () => worstBlocking(game.values, shares).count);
    }),
  ];
}

function allRulesRow(solver: LpSolver): Row {
  const game = tableOfCosts(haulageGame(13, SEED + 13));
  const weights = Array.from({ length: 13 }, (_, i) => 1 + i);
  const options = { solver, tonnes: weights, inhabitants: weights, room: weights };
  return measure(
    "all rules, certificates included",
    13,
    3000,
    3,
    () => Object.keys(allRules(game, options).rules).length,
  );
}

function samplingRow(): Row {
  const weights = Array.from({ length: 52 }, (_, i) => 1 + (i % 7));
  const cost = (members: readonly number[]) => Math.sqrt(members.reduce((sum, i) => sum + weights[i]!, 0));
  return measure("Shapley sampled, 20 blocks", 52, null, 3, () => {
    const { shares, halfWidths } = sampleShapley({ players: 52, cost }, { seed: SEED, blocks: 20 });
    return Math.round(1e6 * Math.max(...halfWidths.map((half, i) => half / shares[i]!))) / 1e6;
  });
}

export async function run(_args: string[]): Promise<void> {
  const solver = await highsSolver();
  const started = cpuMs();
  const rows: Row[] = [
    ...vectors(solver),
    ...randomGames(solver),
    ...nucleolusRows(solver, 13, 200, 5),
    ...nucleolusRows(solver, 20, 600, 3),
    ...nucleolusRows(solver, 24, 3000, 1),
    ...certificateRows(solver, 13),
    ...tableRows(),
    allRulesRow(solver),
    samplingRow(),
    ...enclosed(solver, SEED),
  ];
  console.table(rows);
  const missed = rows.filter((row) => row.met === false);
  console.log(
    `${rows.length} lines, ${missed.length} behind target, ${Math.round((cpuMs() - started) / 1000)} CPU seconds`,
  );
  mkdirSync(new URL(".", RESULTS), { recursive: true });
  const report = { benchmark: "sharing", seed: SEED, node: process.version, engine: solver.name, rows };
  writeFileSync(RESULTS, `${JSON.stringify(report, null, 2)}\n`);
}
