/**
 * The optimum of a tiny problem of several trips by trying everything: every order of clients, cut into trips and
 * vehicles in every way. Shares no code with the solver.
 */
import type { RoutingProblem } from "../../../../../domain/routing/problem.ts";

/** Least cents that serve everyone; infinite when nothing does. Equal vehicles, one depot that is facility 0. */
export function bruteTrips(problem: RoutingProblem): number {
  const [vehicle] = problem.vehicles;
  const shift = vehicle!.shifts[0]!;
  const { distanceMetres, durationSeconds } = problem.profiles[0]!;
  const seconds = (a: number, b: number): number => durationSeconds[a * problem.locationCount + b]!;
  const metres = (a: number, b: number): number => distanceMetres[a * problem.locationCount + b]!;
  const reload = problem.facilities[0]!.unloadSeconds;
  let best = Number.POSITIVE_INFINITY;

  /** End of the trip's unloading when the vehicle is free at `free`; `null` when a rule is broken. */
  const endOf = (trip: readonly number[], free: number): number | null => {
    const clients = trip.map((c) => problem.clients[c]!);
    if (clients.reduce((sum, c) => sum + c.load[0]!, 0) > vehicle!.capacity[0]!) return null;
    let clock = clients.reduce((late, c) => Math.max(late, c.releaseSeconds ?? 0), free);
    let at = 0;
    for (const { location, windows, serviceSeconds } of clients) {
      const { earliest, latest } = windows[0]![0]!;
      clock = Math.max(clock + seconds(at, location), earliest);
      if (clock > latest) return null;
      clock += serviceSeconds;
      at = location;
    }
    clock += seconds(at, 0) + reload;
    return clock <= shift.latest ? clock : null;
  };

  /** Trips so far end at `free` on vehicle number `used`; `trip` is under way. Rounding is a whole route's. */
  const search = (left: number[], trip: number[], free: number, used: number, route: number, cents: number): void => {
    if (cents >= best) return;
    if (trip.length > 0) {
      const end = endOf(trip, free);
      const length = metresOf(trip);
      if (end !== null) {
        if (left.length === 0) best = Math.min(best, cents + Math.round(route + length));
        else {
          search(left, [], end, used, route + length, cents);
          if (used < problem.vehicles.length)
            search(left, [], shift.earliest, used + 1, 0, cents + Math.round(route + length));
        }
      }
    }
    for (const client of left)
      search(
        left.filter((c) => c !== client),
        [...trip, client],
        free,
        used,
        route,
        cents,
      );
  };
  const metresOf = (trip: readonly number[]): number => {
    const stops = [0, ...trip.map((c) => problem.clients[c]!.location), 0];
    return stops.slice(1).reduce((sum, to, i) => sum + metres(stops[i]!, to), 0);
  };
  search(
    problem.clients.map((_, c) => c),
    [],
    shift.earliest,
    1,
    0,
    0,
  );
  return best;
}
