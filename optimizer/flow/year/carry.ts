/** What a later run on similar figures begins with: prices, plans and campaigns of an earlier one, told by ids. */
import type { YearProblem } from "../../../domain/year/problem.ts";
import type { Visit } from "./calendar.ts";
import type { ClusterPlan } from "./plan.ts";
import { yearOf, type Calendar, type Year } from "./pricing.ts";

/** A case of open and closed sites, with the prices that prove its bound and the plans in its mix. */
export interface YearLeaf {
  /** Settled in this case; others are free. */
  readonly sites: readonly { readonly facility: number; readonly open: boolean }[];
  readonly plans: readonly ClusterPlan[];
  readonly duals: Float64Array;
}

export interface YearState {
  readonly problem: YearProblem;
  /** Together they are all cases. */
  readonly leaves: readonly YearLeaf[];
  /** Of the leaf with the lowest bound. */
  readonly duals: Float64Array;
  readonly calendars: readonly Calendar[];
  readonly openSites: readonly number[];
  /** Plans with exactly the campaigns of `calendars`. */
  readonly settled: readonly ClusterPlan[];
}

export interface Start {
  readonly leaves: readonly YearLeaf[];
  readonly duals: Float64Array;
  readonly calendars: readonly Calendar[];
  readonly openSites: readonly number[];
  /** Plans with exactly the campaigns of `calendars`. */
  readonly settled: readonly ClusterPlan[];
}

/** In the positions of the new year; what no longer fits is left behind. `undefined` where weeks or shredders are others. */
export function carryOver(year: Year, state: YearState): Start | undefined {
  const { problem } = year;
  const old = yearOf(state.problem);
  const ids = (list: readonly { readonly id: string }[]) => list.map((x) => x.id).join(" ");
  if (state.problem.weeks.join() !== problem.weeks.join() || ids(state.problem.shredders) !== ids(problem.shredders))
    return undefined;
  const points = positions(problem.points);
  const facilities = positions(problem.facilities);
  const point = (p: number) => points.get(state.problem.points[p]!.id) ?? -1;
  const dualsOf = (before: Float64Array) => {
    const duals = new Map(old.coupling.rows.map((row, r) => [row.name, before[r]!] as const));
    return Float64Array.from(year.coupling.rows, (row) => duals.get(row.name) ?? 0);
  };
  const before = new Map(
    old.clusters.map((cluster, c) => [cluster.points.map((p) => state.problem.points[p]!.id).join(" "), c] as const),
  );
  const calendars = year.clusters.map((cluster): Calendar => {
    const known = before.get(cluster.points.map((p) => problem.points[p]!.id).join(" "));
    if (known === undefined) return { closed: [], visits: new Map<number, readonly Visit[]>() };
    const { closed, visits } = state.calendars[known]!;
    return { closed: closed.map(point), visits: new Map([...visits].map(([p, list]) => [point(p), list])) };
  });
  const carry = (plans: readonly ClusterPlan[]) => carryPlans(year, old, state, plans, before);
  const leaves = state.leaves.map(({ sites, plans, duals }): YearLeaf => ({
    sites: sites.map(({ facility, open }) => ({
      facility: facilities.get(state.problem.facilities[facility]!.id) ?? -1,
      open,
    })),
    plans: carry(plans),
    duals: dualsOf(duals),
  }));
  // Where a site is no longer to be decided, the cases are others: all of them are one case again.
  const same = leaves.every(({ sites }) => sites.every(({ facility }) => (year.coupling.site[facility] ?? -1) >= 0));
  const [one] = leaves;
  return {
    leaves: same ? leaves : [{ ...one!, sites: [] }],
    settled: carry(state.settled),
    duals: dualsOf(state.duals),
    calendars,
    openSites: state.openSites.flatMap((f) => facilities.get(state.problem.facilities[f]!.id) ?? []),
  };
}

function positions(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }, i) => [id, i]));
}

/** Plans of clusters whose stores are as they were, with all their ways out still there. */
function carryPlans(
  year: Year,
  old: Year,
  state: YearState,
  plans: readonly ClusterPlan[],
  before: ReadonlyMap<string, number>,
): ClusterPlan[] {
  const { problem } = year;
  const wayOut = (p: YearProblem, o: YearProblem["options"][number]) =>
    [p.stores[o.store]!.id, o.shredded, ...o.parts.map((part) => p.facilities[part.facility]!.id)].join(" ");
  const ways = new Map(problem.options.map((o, i) => [wayOut(problem, o), i] as const));
  const moved = state.problem.options.map((o) => ways.get(wayOut(state.problem, o)) ?? -1);
  const stores = positions(problem.stores);
  const points = positions(problem.points);
  const point = (p: number) => points.get(state.problem.points[p]!.id) ?? -1;
  const storesOf = (y: Year, c: number) =>
    JSON.stringify(
      y.problem.stores
        .filter((s) => y.clusters[c]!.points.includes(s.point))
        .map((s) => ({ ...s, point: y.problem.points[s.point]!.id })),
    );
  return year.clusters.flatMap((cluster, c) => {
    const known = before.get(cluster.points.map((p) => problem.points[p]!.id).join(" "));
    if (known === undefined || storesOf(old, known) !== storesOf(year, c)) return [];
    return plans
      .filter((plan) => plan.cluster === known)
      .flatMap((plan): ClusterPlan[] => {
        const hauls = plan.hauls.map((h) => ({ ...h, option: moved[h.option]! }));
        if (hauls.some((h) => h.option < 0)) return [];
        return [
          {
            ...plan,
            cluster: c,
            hauls,
            closed: plan.closed.map(point),
            campaigns: plan.campaigns.map((x) => ({ ...x, point: point(x.point) })),
            shreds: plan.shreds.map((x) => ({ ...x, store: stores.get(state.problem.stores[x.store]!.id)! })),
          },
        ];
      });
  });
}
