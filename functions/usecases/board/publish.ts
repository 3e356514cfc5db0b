/**
 * Makes a draft the week's plan: a run of its own with the same input, forecast, flow and costs of groups, and these tours. It is
 * divided, checked and written as every plan is. Every step may run twice.
 */
import type { CancelledTour, Plan, PlanRoute } from "../../../domain/plan/plan.ts";
import { formatDate } from "../../../domain/week.ts";
import { localDate } from "../../../domain/localTime.ts";
import { unservedSentences } from "../../../planning/week/reasons.ts";
import { nameRoutes } from "../../../planning/week/routingProblem.ts";
import type { RoutedWeek } from "../../../planning/week/routeWeek.ts";
import type { Ports } from "../ports.ts";
import { priceWeek } from "../run/priceWeek.ts";
import { inputOf, readStage, resultOf, runBlobs, writeInput, writeStage, type RunKey } from "../run/run.ts";
import { sha256 } from "../sha256.ts";
import { BoardOvertaken } from "./task.ts";
import { openBoardWeek, plannedWeek, type BoardPorts, type BoardWeek } from "./boardWeek.ts";
import { readDraft, versionOf } from "./draft.ts";
import { reasonsFor } from "./left.ts";
import { judged } from "./makeView.ts";
import type { BoardTask } from "./task.ts";
import { snapshotOf, stateOf, type BoardState } from "./state.ts";
import { timesOf } from "./tours.ts";
import { tellWork } from "./work.ts";

export type PlanPorts = BoardPorts & Pick<Ports, "engine" | "signer">;

const TAKEN_OVER = ["forecast", "flow", "game"];

/** @throws BoardOvertaken; Error when the checker does not accept the plan, or the split would be another */
export async function planBoard(ports: PlanPorts, task: BoardTask): Promise<{ run: RunKey; base: RunKey }> {
  const { store, blobs } = ports;
  const planned = await plannedWeek(ports, task);
  if (planned === undefined) throw new BoardOvertaken("the week has no plan");
  const { draft } = await readDraft(store, task, planned.record);
  if (versionOf(draft) !== task.version) throw new BoardOvertaken("the draft was changed");
  const base = planned.run;
  const week = await openBoardWeek(ports, base);
  const state = stateOf(week, draft);
  const tours = JSON.stringify(snapshotOf(week, state).tours);
  const run = { ...base, run: sha256(`${base.run} ${task.version} ${tours}`).slice(0, 16) };
  // Written last: with it the run is whole.
  if ((await runBlobs(blobs, run).get("stages/week.json")) === undefined) await makeRun(ports, task, week, state, run);
  await refuseOtherSplit(ports, week.plan, run);
  return { run, base };
}

async function makeRun(
  ports: PlanPorts,
  task: BoardTask,
  week: BoardWeek,
  state: BoardState,
  run: RunKey,
): Promise<void> {
  const { store, blobs } = ports;
  const { key: base, record } = week.open;
  await tellWork(store, task, "publishing", task.name, { part: 0.2, news: { kind: "writing" } });
  const input = inputOf(blobs, base);
  const files = new Map<string, Uint8Array>();
  for (const name of await input.list("")) files.set(name, (await input.get(name))!);
  await writeInput(blobs, run, { ...record, madeOf: [base.run, ...(record.madeOf ?? [])] }, files);
  for (const stage of TAKEN_OVER) await writeStage(blobs, run, stage, await readStage<object>(blobs, base, stage));
  const before = await readStage<RoutedWeek>(blobs, base, "routes");
  await writeStage(blobs, run, "routes", { ...before, ...routedByHand(week, state, ports.clock.now()) });
  await priceWeek(ports, run);
}

/** What the board has, in the words of a search's result. */
function routedByHand(
  week: BoardWeek,
  state: BoardState,
  now: string,
): Omit<RoutedWeek, "shredderVisits" | "iterations"> {
  const { tours, unserved, routeCostCents, violations } = judged(week, state);
  if (violations.length > 0) throw new BoardOvertaken("the draft breaks rules");
  const routes = tours.map(({ route }) => route);
  const solution = { routes, unserved, routeCostCents, objectiveCents: 0 };
  const pickups = week.plan.pickups.map((pickup) => ({ ...pickup, routeId: null }));
  const named = nameRoutes({ ...week.input, pickups }, week.problem, solution);
  const reasons = reasonsFor(week.problem, tours, unserved);
  const { region } = week.open;
  const date = formatDate(localDate(now));
  return {
    routes: named.routes.map((route) => ({ ...route, ...sequenceOf(week.plan, route) })),
    pickups: named.pickups,
    unserved: unservedSentences(region, week.plan.week, pickups, reasons),
    routeCostCents,
    byHand: {
      cancelledTours: cancelledTours(week.plan, named.routes),
      notice: `Die Touren wurden am ${date} von der Disposition geändert.`,
    },
  };
}

/** One more for a tour that is driven otherwise than the calendar has it, or was cancelled there. */
function sequenceOf(plan: Plan, route: PlanRoute): Pick<PlanRoute, "sequence"> {
  const before = plan.routes.find(({ id }) => id === route.id);
  if (before === undefined) {
    const cancelled = plan.cancelledTours?.find(({ id }) => id === route.id);
    return cancelled === undefined ? {} : { sequence: cancelled.sequence + 1 };
  }
  if (timesOf(before) !== timesOf(route)) return { sequence: (before.sequence ?? 0) + 1 };
  return before.sequence === undefined ? {} : { sequence: before.sequence };
}

function cancelledTours(plan: Plan, routes: readonly PlanRoute[]): CancelledTour[] {
  const driven = new Set(routes.map(({ id }) => id));
  const now = plan.routes
    .filter(({ id }) => !driven.has(id))
    .map(({ id, vehicleId, vehicleName, date, stops, sequence = 0 }) => ({
      ...{ id, vehicleId, vehicleName, date, sequence: sequence + 1 },
      startsAt: stops[0]!.departureAt,
      endsAt: stops.at(-1)!.arrivalAt,
    }));
  return [...(plan.cancelledTours ?? []).filter(({ id }) => !driven.has(id)), ...now];
}

/** Cost and shares come from the flow, which no move touches. Otherwise members would have to be asked again. */
async function refuseOtherSplit({ blobs }: PlanPorts, before: Plan, run: RunKey): Promise<void> {
  const bytes = await resultOf(blobs, run).get("plan.json");
  const now = JSON.parse(new TextDecoder().decode(bytes)) as Plan;
  const shares = ({ municipalities, jointCostCents }: Plan): string =>
    JSON.stringify([jointCostCents, municipalities.map(({ ags, shareCents }) => [ags, shareCents])]);
  if (shares(now) === shares(before)) return;
  throw new Error("the split of this plan would be another: plan the week anew, so that it is proposed anew");
}
