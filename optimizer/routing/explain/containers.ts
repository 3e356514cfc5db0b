/** Containers on board along a hand-made tour, and the spares that all tours of a day take from the yards. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import type { RoutingProblem } from "../../../domain/routing/problem.ts";
import type { Violation } from "../../../domain/routing/violation.ts";
import type { Report } from "./report.ts";

/** Containers taken on full and not yet set down or turned into empty ones. */
interface Full {
  readonly client: number;
  readonly type: number;
  readonly returns: boolean;
  emptied: boolean;
}

export function usesContainers({ clients }: RoutingProblem): boolean {
  return clients.some(({ job }) => job !== undefined);
}

export function judgeContainers(problem: RoutingProblem, tour: HandTour, report: Report): void {
  if (usesContainers(problem)) new Walk(problem, tour, report).run();
}

/** Empty ones on board by type after each stop, and what was taken at yards on the way, as `taken[yard][type]`. */
class Walk {
  readonly taken: number[][];
  private empties: number[];
  private fulls: Full[] = [];
  private readonly problem: RoutingProblem;
  private readonly tour: HandTour;
  private readonly report: Report;

  constructor(problem: RoutingProblem, tour: HandTour, report: Report) {
    const { containerTypes = [], yards = [] } = problem;
    this.problem = problem;
    this.tour = tour;
    this.report = report;
    this.empties = containerTypes.map(() => 0);
    this.taken = yards.map(() => containerTypes.map(() => 0));
  }

  run(): void {
    const { problem, tour, report } = this;
    const { yards = [] } = problem;
    const { startLocation, endLocation } = problem.vehicles[tour.vehicle]!;
    if (tour.startEmpties !== undefined) {
      const yard = yards.findIndex(({ location }) => location === startLocation);
      if (yard < 0) report("noYard", 0, 1, "count");
      else this.exchange(yard, tour.startEmpties);
      this.count(-1);
    }
    tour.stops.forEach(({ kind, index, empties = [] }, stop) => {
      if (kind === "yard") this.exchange(index, empties);
      if (kind === "facility") this.emptyAll();
      if (kind === "return") this.bringBack(index, stop);
      if (kind === "client") this.doJob(index, stop);
      this.count(stop);
    });
    if (this.fulls.length > 0) report("notReturned", 0, this.fulls.length, "count", { client: this.fulls[0]!.client });
    const left = this.empties.reduce((sum, count) => sum + count, 0);
    if (left > 0 && !yards.some(({ location }) => location === endLocation)) report("noYard", 0, left, "count");
  }

  private count(stop: number): void {
    const { containerTypes = [], vehicles } = this.problem;
    const of = (type: number): number => containerTypes[type]!.slots;
    const used =
      this.fulls.reduce((sum, { type }) => sum + of(type), 0) +
      this.empties.reduce((sum, count, type) => sum + count * of(type), 0);
    const { slots = 0 } = vehicles[this.tour.vehicle]!;
    if (used > slots) this.report("slots", slots, used, "count", { stop });
  }

  private doJob(client: number, stop: number): void {
    const { job } = this.problem.clients[client]!;
    if (job === undefined) return;
    const { kind, containerType: type } = job;
    if (kind !== "deliver") this.fulls.push({ client, type, returns: kind === "emptyAndReturn", emptied: false });
    if (kind !== "swap" && kind !== "deliver") return;
    if (this.empties[type]! > 0) this.empties[type]!--;
    else this.report("noEmpty", 0, 1, "count", { stop, client });
  }

  private emptyAll(): void {
    for (const full of this.fulls) {
      full.emptied = true;
      if (!full.returns) this.empties[full.type]!++;
    }
    this.fulls = this.fulls.filter(({ returns }) => returns);
  }

  private bringBack(client: number, stop: number): void {
    const at = this.fulls.findIndex((full) => full.client === client && full.returns && full.emptied);
    if (at < 0) this.report("notReturned", 0, 1, "count", { stop, client });
    else this.fulls.splice(at, 1);
  }

  private exchange(yard: number, after: readonly number[]): void {
    this.empties.forEach((before, type) => {
      this.taken[yard]![type]! += Math.max(0, (after[type] ?? 0) - before);
    });
    this.empties = this.empties.map((_, type) => after[type] ?? 0);
  }
}

/** `taken[yard][type]` of the tours of one day. */
export function takenOn(problem: RoutingProblem, tours: readonly HandTour[], day: number): number[][] {
  const { containerTypes = [], yards = [] } = problem;
  const sum = yards.map(() => containerTypes.map(() => 0));
  if (!usesContainers(problem)) return sum;
  for (const tour of tours) {
    if (tour.day !== day) continue;
    const walk = new Walk(problem, tour, () => undefined);
    walk.run();
    walk.taken.forEach((types, yard) => types.forEach((count, type) => (sum[yard]![type]! += count)));
  }
  return sum;
}

/** Yards from which more is taken on a day than they have; blamed on the last tour of that day that takes some. */
export function overdrawnYards(problem: RoutingProblem, tours: readonly HandTour[]): Violation[] {
  if (!usesContainers(problem)) return [];
  const days = [...new Set(tours.map(({ day }) => day))].sort((a, b) => a - b);
  return days.flatMap((day) => {
    const taken = takenOn(problem, tours, day);
    return (problem.yards ?? []).flatMap(({ sparesPerDay }, yard) =>
      sparesPerDay.flatMap((limit, type): Violation[] => {
        const needed = taken[yard]![type]!;
        if (limit === null || needed <= limit) return [];
        const { vehicle } = tours.findLast((each) => takenOn(problem, [each], day)[yard]![type]! > 0)!;
        const nowhere = { stop: -1, client: -1, facility: -1 };
        return [{ code: "spares", vehicle, day, ...nowhere, yard, limit, needed, unit: "count" }];
      }),
    );
  });
}
