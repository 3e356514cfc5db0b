/** Ruin and recreate under simulated annealing over routes and day sets together. */
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import { temperatureAt } from "../annealing.ts";
import type { Periodic } from "./instance.ts";
import { InsertionMemo } from "./memo.ts";
import { ALL_DAYS, Pending } from "./pending.ts";
import { Recreate } from "./recreate.ts";
import { Routes } from "./routes.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";

/** What may be tuned; measured in docs/decisions/0012. */
export interface PeriodicSettings extends RuinSettings {
  /** Chance per look that some places are overlooked. */
  readonly blink: number;
  /** First and last temperature as shares of the longest arc. */
  readonly hot: number;
  readonly cold: number;
  /** Coolings within the budget, each from where the one before ended. */
  readonly coolings: number;
}

export const SETTINGS: PeriodicSettings = {
  dayStrings: 0.4,
  neighbours: 0.4,
  longestString: 10,
  mostNeighbours: 8,
  mostWholeString: 8,
  blink: 0.01,
  hot: 0.3,
  cold: 0.006,
  coolings: 1,
};
const STEP = 128;
/** Share of iterations that should stand at a plan in time; the price of excess follows it. */
const TIMELY = 0.5;
const CHEAPEST = 0.2;
const DEAREST = 50;

export interface PeriodicPlan {
  /** Per slot its nodes in order. */
  readonly rows: Int32Array[];
  readonly cost: number;
  /** Duration beyond what is allowed, over all routes. */
  readonly excess: number;
}

export interface PeriodicResult {
  readonly plan: PeriodicPlan;
  readonly iterations: number;
  readonly looks: number;
  readonly misses: number;
}

export function searchPeriodic(
  instance: Periodic,
  seed: number,
  budget: Budget,
  settings: PeriodicSettings = SETTINGS,
): PeriodicResult {
  const random = new Random(seed);
  const routes = new Routes(instance, random);
  const memo = new InsertionMemo(routes);
  const pending = new Pending(instance);
  const recreate = new Recreate(routes, memo, pending, random, settings.blink);
  const ruin = new Ruin(routes, memo, pending, random, settings);
  for (let node = 1; node < instance.nodes; node++) pending.add(node, ALL_DAYS);
  recreate.run();
  let best = keep(routes);
  const cooling = { hot: settings.hot * instance.longestArc, cold: settings.cold * instance.longestArc };
  let iterations = 0;
  let timely = 0;
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const temperature = temperatureAt(cooling, (share * settings.coolings) % 1);
    const stop = budget.until(iterations, STEP);
    let current = routes.total + recreate.price * routes.excess;
    for (; iterations < stop; iterations++) {
      routes.mark();
      ruin.run();
      recreate.run();
      const candidate = routes.total + recreate.price * routes.excess;
      if (candidate < current - temperature * Math.log(1 - random.fraction())) {
        current = candidate;
        if (routes.excess < best.excess || (routes.excess === best.excess && routes.total < best.cost))
          best = keep(routes);
      } else {
        routes.revert();
      }
      timely += routes.excess > 0 ? -TIMELY : 1 - TIMELY;
    }
    if (timely > 100) {
      recreate.price = Math.max(CHEAPEST, recreate.price / 1.2);
      timely = 0;
    } else if (timely < -100) {
      recreate.price = Math.min(DEAREST, recreate.price * 1.2);
      timely = 0;
    }
    budget.report(iterations, best.cost);
  }
  return { plan: best, iterations, looks: memo.looks, misses: memo.misses };
}

function keep(routes: Routes): PeriodicPlan {
  const rows: Int32Array[] = [];
  for (let slot = 0; slot < routes.slots; slot++) {
    const row = slot * routes.stride;
    rows.push(routes.sequence.slice(row, row + routes.length[slot]!));
  }
  return { rows, cost: routes.total, excess: routes.excess };
}
