/** Container jobs by trying everything; shares no code with the solver. */
import type { RoutingProblem } from "../../../../domain/routing/problem.ts";

/**
 * The shortest way of one truck that does all container jobs, over all sequences of stops: Dijkstra over what is where.
 * Infinity when there is none.
 *
 * @param inOrder the clients are first called at in the order of their indices
 */
export function shortestWay(
  { clients, profiles, locationCount, vehicles }: RoutingProblem,
  spot: { facility: number; yard: number },
  inOrder = false,
): number {
  const slots = vehicles[0]!.slots!;
  const metres = (from: number, to: number): number => profiles[0]!.distanceMetres[from * locationCount + to]!;
  interface State {
    readonly at: number;
    /** Of each job: 0 open, 1 its container is on board full, 2 on board emptied and owed, 3 done. */
    readonly jobs: readonly number[];
    readonly empties: number;
  }
  const kinds = clients.map((one) => one.job!.kind);
  const steps = ({ at, jobs, empties }: State): State[] => {
    const next: State[] = [];
    const aboard = empties + jobs.filter((state) => state === 1 || state === 2).length;
    const to = (place: number, newJobs: readonly number[], newEmpties: number): void =>
      void next.push({ at: place, jobs: newJobs, empties: newEmpties });
    jobs.forEach((state, c) => {
      const set = (value: number): number[] => jobs.map((old, k) => (k === c ? value : old));
      const here = clients[c]!.location;
      if (inOrder && state === 0 && jobs.slice(0, c).includes(0)) return;
      if (state === 0 && kinds[c] === "deliver" && empties > 0) to(here, set(3), empties - 1);
      if (state === 0 && kinds[c] === "swap" && empties > 0) to(here, set(1), empties - 1);
      if (state === 0 && (kinds[c] === "pickUp" || kinds[c] === "emptyAndReturn") && aboard < slots)
        to(here, set(1), empties);
      if (state === 2) to(here, set(3), empties);
    });
    const kept = jobs.filter((state, c) => state === 1 && kinds[c] !== "emptyAndReturn").length;
    to(
      spot.facility,
      jobs.map((state, c) => (state !== 1 ? state : kinds[c] === "emptyAndReturn" ? 2 : 3)),
      empties + kept,
    );
    for (let set = 0; set + aboard - empties <= slots; set++) to(spot.yard, jobs, set);
    return next.filter((state) => state.at !== at || state.jobs !== jobs);
  };
  const known = new Map<string, number>();
  const open: { state: State; way: number }[] = Array.from({ length: slots + 1 }, (_, empties) => ({
    state: { at: 0, jobs: clients.map(() => 0), empties },
    way: 0,
  }));
  for (;;) {
    open.sort((a, b) => b.way - a.way);
    const nearest = open.pop();
    if (nearest === undefined) return Number.POSITIVE_INFINITY;
    const { state, way } = nearest;
    const key = JSON.stringify(state);
    if (known.has(key)) continue;
    known.set(key, way);
    if (state.at === -1) return way;
    if (state.jobs.every((one) => one === 3))
      open.push({ state: { ...state, at: -1 }, way: way + metres(state.at, 0) });
    for (const next of steps(state)) open.push({ state: next, way: way + metres(state.at, next.at) });
  }
}
