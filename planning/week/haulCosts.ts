/** What each haul of a flow costs when its weeks are driven: the price that the tours give back to the flow. */
import type { FlowPlan, Haul } from "../../domain/plan/flowPlan.ts";
import type { Pickup } from "../../domain/plan/plan.ts";
import { removalGains } from "../../optimizer/routing/index.ts";
import { searchTours, type RouteEffort, type RouteInput } from "./routeWeek.ts";

export interface DrivenPeriod {
  /** Of the tours of all weeks. */
  readonly routedCents: number;
  /** What postponing the loads costs that no tour takes. */
  readonly leftCents: number;
  readonly loads: number;
  readonly left: number;
  /** Cents per kg, by `haulKey`. */
  readonly centsPerKg: ReadonlyMap<string, number>;
  /** Loads on tours, each with its part of the tour's cost. */
  readonly served: readonly { readonly pickup: Pickup; readonly cents: number }[];
}

export function haulKey({ week, storageId, facilityId, form }: Omit<Haul, "capability" | "massKg">): string {
  return `${week} ${storageId} ${facilityId} ${form}`;
}

/**
 * Looks for tours of every week of the period. A tour's cost is divided among its loads in proportion to what leaving each out
 * would save; a load that no tour takes costs what postponing it does.
 */
export function drivePeriod(
  input: Omit<RouteInput, "week">,
  flow: FlowPlan,
  weeks: readonly string[],
  effort: RouteEffort,
): DrivenPeriod {
  const cents = new Map<string, number>();
  const served: { pickup: Pickup; cents: number }[] = [];
  const total = { routedCents: 0, leftCents: 0, loads: 0, left: 0 };
  for (const week of weeks) {
    const { pickups, problem, result } = searchTours({ ...input, week }, flow, effort);
    const { solution } = result;
    const book = (client: number, amount: number) => {
      const key = haulKey({ week, ...pickups[client]! });
      cents.set(key, (cents.get(key) ?? 0) + amount);
    };
    removalGains(problem, solution).forEach((gains, route) => {
      const saved = gains.map((gain) => Math.max(0, gain.cents ?? 0));
      const all = saved.reduce((a, b) => a + b, 0);
      const { costCents } = solution.routes[route]!;
      gains.forEach(({ client }, i) => {
        const part = costCents * (all > 0 ? saved[i]! / all : 1 / gains.length);
        book(client, part);
        served.push({ pickup: pickups[client]!, cents: part });
      });
    });
    for (const client of solution.unserved) {
      const postponed = problem.clients[client]!.prizeCents ?? 0;
      book(client, postponed);
      total.leftCents += postponed;
    }
    total.routedCents += solution.routeCostCents;
    total.loads += pickups.length;
    total.left += solution.unserved.length;
  }
  const centsPerKg = new Map(
    flow.hauls.flatMap((haul) => {
      const paid = cents.get(haulKey(haul));
      return paid === undefined ? [] : [[haulKey(haul), paid / haul.massKg] as const];
    }),
  );
  return { ...total, centsPerKg, served };
}
