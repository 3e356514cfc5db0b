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
  /** Temperatures as shares of the longest arc: of a fresh start, of a new attempt on the best plan, and at the end. */
  readonly hot: number;
  readonly warm: number;
  readonly cold: number;
  /** Fresh starts, and the share of the budget they get together; then attempts on the best plan for the rest. */
  readonly starts: number;
  readonly startShare: number;
  readonly attempts: number;
}

export const SETTINGS: PeriodicSettings = {
  dayStrings: 0.45,
  neighbours: 0.45,
  longestString: 7,
  mostNeighbours: 6,
  mostWholeString: 12,
  blink: 0.01,
  hot: 0.3,
  warm: 0.08,
  cold: 0.01,
  starts: 4,
  startShare: 0.6,
  attempts: 4,
};
const STEP = 128;
/** Share of iterations that should stand at a plan in time; the price of excess follows it. */
const TIMELY = 0.5;
const CHEAPEST = 0.2;
const DEAREST = 50;
const STEP_OF_PRICE = 1.2;
/** Iterations that may lean to one side before the price follows. */
const PATIENCE = 100;

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
  startAfresh(routes, pending, recreate);
  let best = keep(routes);
  let iterations = 0;
  let timely = 0;
  let phase = 0;
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const now = phaseAt(settings, share);
    if (now.phase !== phase) {
      phase = now.phase;
      if (phase < settings.starts) startAfresh(routes, pending, recreate);
      else load(routes, memo, best);
    }
    const temperature = now.temperature * instance.longestArc;
    const stop = budget.until(iterations, STEP);
    let current = routes.total + recreate.price * routes.excess;
    for (; iterations < stop; iterations++) {
      routes.mark();
      ruin.run();
      recreate.run();
      const candidate = routes.total + recreate.price * routes.excess;
      if (candidate < current - temperature * Math.log(1 - random.fraction())) {
        current = candidate;
        if (isBetter(routes, best)) best = keep(routes);
      } else {
        routes.revert();
      }
      timely += routes.excess > 0 ? -TIMELY : 1 - TIMELY;
    }
    if (Math.abs(timely) > PATIENCE) {
      recreate.price = Math.min(
        DEAREST,
        Math.max(CHEAPEST, timely > 0 ? recreate.price / STEP_OF_PRICE : recreate.price * STEP_OF_PRICE),
      );
      timely = 0;
    }
    budget.report(iterations, best.cost);
  }
  return { plan: best, iterations, looks: memo.looks, misses: memo.misses };
}

/** The part of the search that a share of the budget belongs to, and its temperature as a share of the longest arc. */
function phaseAt(settings: PeriodicSettings, share: number): { phase: number; temperature: number } {
  const { starts, startShare, attempts, hot, warm, cold } = settings;
  if (share < startShare) {
    const at = (share / startShare) * starts;
    return { phase: Math.floor(at), temperature: temperatureAt({ hot, cold }, at % 1) };
  }
  const at = ((share - startShare) / (1 - startShare)) * attempts;
  return { phase: starts + Math.floor(at), temperature: temperatureAt({ hot: warm, cold }, at % 1) };
}

function startAfresh(routes: Routes, pending: Pending, recreate: Recreate): void {
  for (let slot = 0; slot < routes.slots; slot++) {
    routes.remove(slot, 0, routes.length[slot]!);
    routes.price(slot, 0);
  }
  for (let node = 1; node < routes.instance.nodes; node++) pending.add(node, ALL_DAYS);
  recreate.run();
}

function load(routes: Routes, memo: InsertionMemo, plan: PeriodicPlan): void {
  for (let slot = 0; slot < routes.slots; slot++) routes.remove(slot, 0, routes.length[slot]!);
  plan.rows.forEach((row, slot) => {
    row.forEach((node, i) => routes.insert(node, slot, i, 0));
    routes.price(slot, memo.cost(slot));
  });
}

function isBetter(routes: Routes, best: PeriodicPlan): boolean {
  return routes.excess < best.excess || (routes.excess === best.excess && routes.total < best.cost);
}

function keep(routes: Routes): PeriodicPlan {
  const rows: Int32Array[] = [];
  for (let slot = 0; slot < routes.slots; slot++) {
    const row = slot * routes.stride;
    rows.push(routes.sequence.slice(row, row + routes.length[slot]!));
  }
  return { rows, cost: routes.total, excess: routes.excess };
}
