/** A published week as the board sees it: its routing problem just as the plan had it, and the plan's tours by hand. */
import { secondsOfDay } from "../../../domain/localTime.ts";
import { Plan, type PlanRoute, type RouteStop } from "../../../domain/plan/plan.ts";
import type { HandTour, PlannedStop } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import { addDays, daysBetween, mondayOf } from "../../../domain/week.ts";
import { openBoard } from "../../../optimizer/routing/index.ts";
import { buildRoutingProblem, type WeekInput } from "../../../planning/week/routingProblem.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { weekOf, type WeekRecord } from "../records/week.ts";
import { openRun, resultOf, type OpenRun, type RunKey } from "../run/run.ts";
import type { BoardAt, TourRef } from "./view.ts";

export type BoardPorts = Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix">;

export interface BoardWeek {
  readonly open: OpenRun;
  readonly plan: Plan;
  readonly input: WeekInput;
  readonly problem: RoutingProblem;
  /** Monday to Sunday. */
  readonly days: readonly string[];
  /** The published tours, unloading and breaks where the plan has them. */
  readonly tours: readonly HandTour[];
  /** Client by id of the load. */
  readonly client: ReadonlyMap<string, number>;
}

/** The week's record, where it has a published plan. */
export async function plannedWeek(
  { store }: Pick<Ports, "store">,
  { region, week }: BoardAt,
): Promise<{ readonly record: WeekRecord; readonly run: RunKey } | undefined> {
  const record = weekOf(await store.get(key.week(region, week)));
  if (record === undefined || record.run === null || record.status !== "planned") return undefined;
  return { record, run: { region, week, run: record.run } };
}

/** What a run was published with never changes: whoever opens many boards may keep it. */
export async function openBoardWeek(ports: BoardPorts, run: RunKey): Promise<BoardWeek> {
  const open = await openRun(ports, run);
  const bytes = await resultOf(ports.blobs, run).get("plan.json");
  if (bytes === undefined) throw new Error(`run ${run.run} of ${run.region} ${run.week} has no plan.json`);
  const plan = Plan.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return boardWeek(open, plan);
}

export function boardWeek(open: OpenRun, plan: Plan): BoardWeek {
  const { region, places, travel } = open;
  const input = { region, week: plan.week, pickups: plan.pickups, places, travel };
  const problem = buildRoutingProblem(input);
  const monday = mondayOf(plan.week);
  const days = Array.from({ length: problem.days }, (_, day) => addDays(monday, day));
  const client = new Map(plan.pickups.map(({ id }, index) => [id, index]));
  const indices = { client, facility: new Map(region.facilities.map(({ id }, index) => [id, index])) };
  const tours = plan.routes.map((route): HandTour => ({
    vehicle: region.vehicles.findIndex(({ id }) => id === route.vehicleId),
    day: daysBetween(monday, route.date),
    stops: route.stops.flatMap((stop) => plannedStop(route, stop, indices)),
  }));
  return { open, plan, input, problem, days, tours: openBoard(problem, tours).tours, client };
}

interface Indices {
  readonly client: ReadonlyMap<string, number>;
  readonly facility: ReadonlyMap<string, number>;
}

function plannedStop({ date }: PlanRoute, stop: RouteStop, indices: Indices): PlannedStop[] {
  switch (stop.kind) {
    case "depot":
      return [];
    case "pickup":
      return [{ kind: "client", index: indices.client.get(stop.id)! }];
    case "facility":
      return [{ kind: "facility", index: indices.facility.get(stop.id)! }];
    case "break": {
      const seconds = secondsOfDay(stop.departureAt, date) - secondsOfDay(stop.startAt, date);
      return [{ kind: "break", index: -1, seconds }];
    }
  }
}

/** Indices of a vehicle's day; undefined where there is none. */
export function slotOf(
  { days, open }: BoardWeek,
  { vehicleId, date }: TourRef,
): { readonly vehicle: number; readonly day: number } | undefined {
  const vehicle = open.region.vehicles.findIndex(({ id }) => id === vehicleId);
  const day = days.indexOf(date);
  return vehicle < 0 || day < 0 ? undefined : { vehicle, day };
}

export function tourRefOf({ days, open }: BoardWeek, at: { vehicle: number; day: number }): TourRef {
  return { vehicleId: open.region.vehicles[at.vehicle]!.id, date: days[at.day]! };
}
