/** Ruin and recreate under simulated annealing for one day with landfills and lunch. */
import { coolingFor, temperatureAt } from "../annealing.ts";
import type { Budget } from "../budget.ts";
import { Random } from "../random.ts";
import type { Landfill } from "./instance.ts";
import { Recreate } from "./recreate.ts";
import { Routes } from "./routes.ts";
import { Ruin, type RuinSettings } from "./ruin.ts";

const SETTINGS: RuinSettings = { meanRemoved: 8, longestString: 10, wholeRoute: 0.005 };
const NEIGHBOURS = 40;
const BLINK = 0.01;
/** Temperatures as shares of what one client costs on average. */
const HOT = 1;
const COLD = 0.01;
const STEP = 32;

export interface LandfillPlan {
  /** Per used vehicle its clients and landfills in order. */
  readonly rows: Int32Array[];
  readonly absent: Int32Array;
  readonly objective: number;
}

export interface LandfillResult {
  readonly plan: LandfillPlan;
  readonly iterations: number;
}

export function searchLandfill(instance: Landfill, seed: number, budget: Budget): LandfillResult {
  const random = new Random(seed);
  const routes = new Routes(instance);
  const near = nearest(instance);
  const ruin = new Ruin(routes, near, random, SETTINGS);
  const recreate = new Recreate(routes, near, random, BLINK);
  const penalty = penaltyOf(instance);
  const value = (): number => routes.objective() + penalty * recreate.absentCount;
  recreate.run(
    Int32Array.from({ length: instance.clientCount }, (_, i) => i + 1),
    instance.clientCount,
  );
  let current = value();
  let best = keep(routes, recreate, current);
  let absent = best.absent;
  const cooling = coolingFor(routes.total / Math.max(1, instance.clientCount), HOT, COLD);
  let iterations = 0;
  for (let share = budget.share(0); share < 1; share = budget.share(iterations)) {
    const temperature = temperatureAt(cooling, share);
    const stop = budget.until(iterations, STEP);
    for (; iterations < stop; iterations++) {
      routes.mark();
      ruin.count = 0;
      for (const node of absent) ruin.pending[ruin.count++] = node;
      ruin.run();
      recreate.run(ruin.pending, ruin.count);
      const candidate = value();
      if (candidate >= current - temperature * Math.log(1 - random.fraction()) || !isDrivable(routes)) {
        routes.revert();
        continue;
      }
      current = candidate;
      absent = recreate.absent.slice(0, recreate.absentCount);
      if (candidate < best.objective - 1e-6) best = keep(routes, recreate, candidate);
    }
    budget.report(iterations, best.objective);
  }
  return { plan: best, iterations };
}

/** Leaving clients out can, in rare cases, move lunch to where the rest comes too late. */
function isDrivable(routes: Routes): boolean {
  const { clock, stride } = routes;
  clock.start();
  for (let i = 0; i < routes.changes; i++) {
    const route = routes.touchedRoute(i);
    if (routes.length[route] === 0) continue;
    const row = route * stride;
    const leg = routes.instance.seconds[routes.sequence[row]!]!;
    if (clock.hungry + leg > routes.reachHungry[row]! && clock.fed + leg > routes.reachFed[row]!) return false;
  }
  return true;
}

/** More than any plan costs for one client, so that serving it always pays. */
function penaltyOf({ cost, fixedCost }: Landfill): number {
  let longest = 0;
  for (const money of cost) if (money > longest) longest = money;
  return 4 * longest + 2 * fixedCost;
}

function keep(routes: Routes, recreate: Recreate, objective: number): LandfillPlan {
  const rows: Int32Array[] = [];
  for (let route = 0; route < routes.instance.fleet; route++) {
    const row = route * routes.stride;
    if (routes.length[route]! > 0) rows.push(routes.sequence.slice(row, row + routes.length[route]!));
  }
  return { rows, absent: recreate.absent.slice(0, recreate.absentCount), objective };
}

/** Per client the others it is cheapest to go to and come from, the nearest first; no full sort of all of them. */
function nearest({ clientCount, nodes, cost }: Landfill): Int32Array[] {
  const most = Math.max(0, Math.min(NEIGHBOURS, clientCount - 1));
  const away = new Float64Array(most + 1);
  return Array.from({ length: clientCount + 1 }, (_, node) => {
    const list = new Int32Array(most);
    let found = 0;
    for (let other = 1; other <= clientCount; other++) {
      const way = cost[node * nodes + other]! + cost[other * nodes + node]!;
      if (other === node || (found === most && way >= away[most - 1]!) || most === 0) continue;
      let at = found < most ? found++ : most - 1;
      for (; at > 0 && away[at - 1]! > way; at--) {
        away[at] = away[at - 1]!;
        list[at] = list[at - 1]!;
      }
      away[at] = way;
      list[at] = other;
    }
    return list;
  });
}
