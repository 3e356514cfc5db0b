/** Ruin and recreate under simulated annealing for the full model; starts from the nearest-neighbour plan. */
import { coolingFor, temperatureAt } from "./annealing.ts";
import type { Budget } from "./budget.ts";
import { Inserter } from "./insertion.ts";
import { nearestClients } from "./neighbours.ts";
import type { Plan } from "./plan.ts";
import { Random } from "./random.ts";
import { Recreate } from "./recreate.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";
import { type Draft, loadDraft, newDraft, saveDraft } from "./solution.ts";

const SETTINGS: RuinSettings = {
  meanRemoved: 6,
  longestString: 10,
  splitChance: 0.5,
  splitGrowth: 0.01,
  wholeRouteChance: 0.1,
  wholeDaySetChance: 0.5,
};
const BLINK = 0.01;
const NEIGHBOURS = 150;
const HOT = 0.3;
const COLD = 0.003;
/** Iterations between two looks at the clock. */
const STEP = 8;

/** Improves `plan` in place until the budget ends; returns the iterations done. The plan ends as the best one seen. */
export function improve(plan: Plan, seed: number, budget: Budget): number {
  const random = new Random(seed);
  const ruin = new Ruin(plan, nearestClients(plan.model, NEIGHBOURS), SETTINGS, random);
  const recreate = new Recreate(plan, new Inserter(plan), random, BLINK);
  const best = newDraft(plan);
  plan.mark();
  recreate.run();
  // At equal cost rather who serves more.
  if (plan.objective <= best.objective) saveDraft(plan, best);
  let current = plan.objective;
  const served = Math.max(1, plan.model.clientCount - plan.absentCount);
  const cooling = coolingFor(plan.routeCost / served, HOT, COLD);
  let iterations = 0;
  budget.report(iterations, best.objective);
  for (
    let share = budget.share(iterations);
    share < 1 && plan.model.clientCount > 0;
    share = budget.share(iterations)
  ) {
    const temperature = temperatureAt(cooling, share);
    const stop = budget.until(iterations, STEP);
    for (; iterations < stop; iterations++) {
      plan.mark();
      ruin.run();
      recreate.run();
      if (plan.objective < current - temperature * Math.log(1 - random.fraction())) {
        current = plan.objective;
        keepBetter(plan, best);
      } else {
        plan.revert();
      }
    }
    budget.report(iterations, best.objective);
  }
  loadDraft(plan, best);
  return iterations;
}

function keepBetter(plan: Plan, best: Draft): void {
  if (plan.objective < best.objective) saveDraft(plan, best);
}
