/** After clients left: takes out landfills that no trip needs any more, and tries cheaper ones for those that stay. */
import { isFacility } from "./instance.ts";
import type { Routes } from "./routes.ts";

/** Of a touched row; leaves it refreshed. */
export function tidy(routes: Routes, route: number): void {
  mergeTrips(routes, route);
  routes.refresh(route);
  while (exchangeLandfill(routes, route)) routes.refresh(route);
}

/** Rewrites the row: a landfill is left out where the trips on both sides fit into one, an empty trip among them. */
function mergeTrips(routes: Routes, route: number): void {
  const { instance, sequence, stride } = routes;
  const row = route * stride;
  const count = routes.length[route]!;
  let kept = 0;
  let trip = 0;
  for (let i = 0; i < count; i++) {
    const node = sequence[row + i]!;
    if (isFacility(instance, node)) {
      const following = loadBehind(routes, row, i, count);
      const isLast = i === count - 1;
      // Behind nothing but the depot or another landfill there is nothing to tip.
      const isIdle = kept === 0 || isFacility(instance, sequence[row + kept - 1]!);
      if (isIdle || (!isLast && trip + following <= instance.capacity)) continue;
      trip = 0;
    } else trip += instance.load[node]!;
    sequence[row + kept++] = node;
  }
  routes.length[route] = kept;
}

/** Load of the trip that begins behind entry `i`. */
function loadBehind({ instance, sequence }: Routes, row: number, i: number, count: number): number {
  let load = 0;
  for (let k = i + 1; k < count && !isFacility(instance, sequence[row + k]!); k++) {
    load += instance.load[sequence[row + k]!]!;
  }
  return load;
}

/** Replaces the first landfill for which there is a cheaper one that keeps the time; true when it did. */
function exchangeLandfill(routes: Routes, route: number): boolean {
  const { instance, sequence, stride, clock } = routes;
  const { nodes, cost, seconds, clientCount } = instance;
  const row = route * stride;
  const count = routes.length[route]!;
  for (let i = 1; i < count; i++) {
    const node = sequence[row + i]!;
    if (!isFacility(instance, node)) continue;
    const before = sequence[row + i - 1]!;
    const next = i + 1 < count ? sequence[row + i + 1]! : 0;
    const now = cost[before * nodes + node]! + cost[node * nodes + next]!;
    for (let landfill = clientCount + 1; landfill < nodes; landfill++) {
      if (cost[before * nodes + landfill]! + cost[landfill * nodes + next]! >= now - 1e-6) continue;
      clock.leave(before, landfill, routes.leavesHungry[row + i - 1]!, routes.leavesFed[row + i - 1]!);
      const { hungry, fed } = clock;
      clock.end();
      const leg = seconds[landfill * nodes + next]!;
      const latestHungry = i + 1 < count ? routes.reachHungry[row + i + 1]! : clock.hungry;
      const latestFed = i + 1 < count ? routes.reachFed[row + i + 1]! : clock.fed;
      if (!(hungry + leg <= latestHungry) && !(fed + leg <= latestFed)) continue;
      sequence[row + i] = landfill;
      return true;
    }
  }
  return false;
}
