/** Looks for better tours around a dispatcher's locks, in rounds: between two of them it tells how far it is, and may be stopped. */
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../optimizer/checker/index.ts";
import { judgePlan, solve, tourOf } from "../../../optimizer/routing/index.ts";
import { openBoardWeek, plannedWeek, type BoardPorts } from "./boardWeek.ts";
import { readDraft, versionOf, withStep, writeDraft } from "./draft.ts";
import { searchProblem } from "./searchProblem.ts";
import { snapshotOf, stateOf, type BoardState } from "./state.ts";
import type { BoardAt } from "./view.ts";
import type { BoardTask } from "./task.ts";
import { tellWork } from "./work.ts";

/** So many rounds, each with another seed, each beginning with the best so far. */
const ROUNDS = 20;
const ITERATIONS = 750;

export type Optimized = "better" | "nothingBetter" | "overtaken" | "stopped" | "locksBroken";

/** @throws Error when the checker does not accept what was found */
export async function optimizeBoard(ports: BoardPorts, task: BoardTask): Promise<{ outcome: Optimized }> {
  const { store, clock } = ports;
  const { name, version } = task;
  const tell = (change: Parameters<typeof tellWork>[4]) => tellWork(store, task, "optimizing", name, change);
  const overtaken = async (): Promise<{ outcome: Optimized }> => {
    await tell({
      state: "overtaken",
      news: { kind: "searchOvertaken" },
      seen: (await currentVersion(ports, task)) ?? version,
    });
    return { outcome: "overtaken" };
  };
  const planned = await plannedWeek(ports, task);
  if (planned === undefined) return overtaken();
  const held = await readDraft(store, task, planned.record);
  if (versionOf(held.draft) !== version) return overtaken();
  const week = await openBoardWeek(ports, planned.run);
  const state = stateOf(week, held.draft);
  const problem = searchProblem(week, state);
  const before = judgePlan(problem, state.board.tours, NO_OPTIMUM);
  let best: RoutingSolution = {
    ...NO_OPTIMUM,
    routes: before.tours.filter((t) => t.violations.length === 0).map((t) => t.route),
  };
  for (let round = 0; round < ROUNDS; round++) {
    best = solve(problem, { seed: round + 1, iterations: ITERATIONS, start: best }).solution;
    const news = { kind: "searching" as const, round: round + 1, rounds: ROUNDS };
    const now = await tell({ part: (round + 1) / ROUNDS, objectiveCents: best.objectiveCents, news });
    if (now?.state !== "running" || now.name !== name) return { outcome: "stopped" };
  }
  accept(problem, best);
  if (!keepsLocks(problem, best)) {
    await tell({ state: "failed", seen: version, news: { kind: "locksBroken" } });
    return { outcome: "locksBroken" };
  }
  if (before.violations.length === 0 && best.objectiveCents >= before.objectiveCents) {
    await tell({ state: "done", part: 1, seen: version, news: { kind: "nothingBetter" } });
    return { outcome: "nothingBetter" };
  }
  const found: BoardState = { ...state, board: { problem: week.problem, tours: best.routes.map(tourOf) } };
  const step = { do: { kind: "set" as const, board: snapshotOf(week, found) }, by: task.by, at: clock.now() };
  const next = withStep(held.draft, step, { kind: "set" }, (draft) => snapshotOf(week, stateOf(week, draft)));
  if (!(await writeDraft(store, task, held, next))) return overtaken();
  await tell({ state: "done", part: 1, seen: versionOf(next), news: { kind: "found" } });
  return { outcome: "better" };
}

const NO_OPTIMUM: RoutingSolution = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };

async function currentVersion(ports: BoardPorts, at: BoardAt): Promise<number | undefined> {
  const planned = await plannedWeek(ports, at);
  if (planned === undefined) return undefined;
  return versionOf((await readDraft(ports.store, at, planned.record)).draft);
}

/** What the search found is looked at by others than the search. */
function accept(problem: RoutingProblem, solution: RoutingSolution): void {
  const findings = checkRoutes(problem, solution);
  if (findings.length === 0) return;
  const first = findings.slice(0, 5).map(({ code, cause }) => `${code}: ${cause}`);
  throw new Error(`the checker refuses these tours with ${findings.length} findings:\n${first.join("\n")}`);
}

/** A locked load may be left out by the rules of the search, and a frozen route that breaks a rule is not driven at all. */
function keepsLocks({ clients, frozenRoutes = [] }: RoutingProblem, { routes, unserved }: RoutingSolution): boolean {
  const driven = (vehicle: number, day: number): boolean =>
    routes.some((route) => route.vehicle === vehicle && route.day === day);
  return (
    clients.every(({ lock }, client) => lock === undefined || !unserved.includes(client)) &&
    frozenRoutes.every(({ vehicle, day }) => driven(vehicle, day))
  );
}
