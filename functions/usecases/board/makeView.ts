/** A draft as a page shows it. */
import { formatClock } from "../../../domain/week.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { judgePlan } from "../../../optimizer/routing/index.ts";
import type { HandPlan } from "../../../domain/routing/handPlan.ts";
import type { BoardWeek } from "./boardWeek.ts";
import { differencesOf } from "./differences.ts";
import { versionOf, type Draft, type Step } from "./draft.ts";
import { shownLeft } from "./left.ts";
import type { BoardState } from "./state.ts";
import { namedRoutes, shownTours } from "./tours.ts";
import { shownViolation } from "./violations.ts";
import type { BoardChange, BoardView, BoardWork } from "./view.ts";
import { fillsOf } from "../weeks/fills.ts";
import { deedOf } from "./words.ts";

const NO_OPTIMUM = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };

export function judged(week: BoardWeek, { board }: BoardState): HandPlan {
  return judgePlan(week.problem, board.tours, NO_OPTIMUM);
}

export interface Works {
  readonly optimizing: BoardWork | null;
  readonly publishing: BoardWork | null;
}

/** What a board shows whoever looks, whatever the draft's other steps are. */
type ShownBoard = Pick<BoardView, "tours" | "left" | "costCents" | "objectiveCents" | "violations" | "changes">;

/** A board never changes: who looks again, while tours are searched, need not wait for it again. */
const shown = new WeakMap<BoardState, ShownBoard>();

function shownBoard(week: BoardWeek, state: BoardState): ShownBoard {
  const now = judged(week, state);
  const violations = now.violations.map((one) => shownViolation(week, state.board.tours, one));
  return {
    tours: shownTours(week, state, now.tours, violations),
    left: shownLeft(week, state, now.tours, now.unserved),
    costCents: now.routeCostCents,
    objectiveCents: now.objectiveCents,
    violations,
    changes: differencesOf(week, namedRoutes(week, now.tours)),
  };
}

export function makeView(week: BoardWeek, draft: Draft, state: BoardState, works: Works): BoardView {
  const { plan, problem, days, open } = week;
  const board = shown.get(state) ?? shownBoard(week, state);
  shown.set(state, board);
  const waitingCents = plan.pickups.reduce(
    (sum, { routeId }, c) => sum + (routeId === null ? problem.clients[c]!.prizeCents! : 0),
    0,
  );
  const { steps, done, changed } = draft;
  const change = ({ by, at, do: step }: Step): BoardChange => ({ by, at, deed: deedOf(week, step) });
  return {
    ...{ region: plan.region, week: plan.week, regionName: plan.regionName, days, changed },
    ...board,
    fills: loadFills(plan, open.region),
    version: versionOf(draft),
    undo: steps[done - 1] === undefined ? null : change(steps[done - 1]!),
    redo: steps[done] === undefined ? null : change(steps[done]!),
    vehicles: open.region.vehicles.map(({ id, name, capacityKg, capacityLitres }, index) => ({
      ...{ id, name, capacityKg, capacityLitres },
      shifts: problem.vehicles[index]!.shifts.map((shift) =>
        shift === null ? null : ([formatClock(shift.earliest), formatClock(shift.latest)] as const),
      ),
    })),
    publishedCostCents: plan.haulage.routedWeekCents,
    publishedObjectiveCents: plan.haulage.routedWeekCents + waitingCents,
    ...works,
    history: steps.slice(0, done).map(change),
  };
}

/** By load; the fills of a plan never change. */
function loadFills(plan: Plan, region: Region): BoardView["fills"] {
  const fills = new Map(fillsOf(plan, region).map(({ storageId, ...fill }) => [storageId, fill]));
  const loads = plan.pickups.flatMap(({ id, storageId }) => {
    const fill = fills.get(storageId);
    return fill === undefined ? [] : [[id, fill] as const];
  });
  return Object.fromEntries(loads);
}
