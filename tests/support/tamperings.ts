/**
 * Ways to tamper with a true plan.json, each with the name of what is done. For any plan with at least two members, a table
 * of coalitions, one tour and one haul; `applies` says where more is needed. Every one must be found by `checkPlan`.
 */
import type { Plan } from "../../domain/plan/plan.ts";

export interface Tampering {
  readonly name: string;
  readonly applies: (plan: Plan) => boolean;
  /** A changed copy; the plan itself stays as it is. */
  readonly apply: (plan: Plan) => Plan;
}

const always = () => true;

function tampering(name: string, change: (copy: Plan) => void, applies: (plan: Plan) => boolean = always): Tampering {
  return {
    name,
    applies,
    apply(plan) {
      const copy = structuredClone(plan);
      change(copy);
      return copy;
    },
  };
}

/** Moves a cent from the first member to the second, in every place where a share stands. */
function moveCent(plan: Plan): void {
  const [from, to] = plan.municipalities as [Plan["municipalities"][number], Plan["municipalities"][number]];
  for (const [member, step] of [
    [from, -1],
    [to, 1],
  ] as const) {
    member.shareCents += step;
    member.savingCents -= step;
    member.paymentCents += step;
    plan.allocation.shares[member.ags]! += step;
    const rule = plan.allocation.rules.find((r) => r.rule === plan.allocation.rule)!;
    rule.shares[member.ags] = plan.allocation.shares[member.ags]!;
  }
}

const firstStop = (plan: Plan, kind: "pickup" | "facility" | "break") => {
  for (const route of plan.routes) for (const stop of route.stops) if (stop.kind === kind) return { route, stop };
  throw new RangeError(`no tour has a ${kind}`);
};
const hasStop = (kind: "pickup" | "facility" | "break") => (plan: Plan) =>
  plan.routes.some((route) => route.stops.some((stop) => stop.kind === kind));

function shiftHours(timestamp: string, hour: string): string {
  return `${timestamp.slice(0, 11)}${hour}${timestamp.slice(13)}`;
}

/** The whole tour at another hour, so that nothing but opening hours and shifts speaks against it. */
function moveToNight(plan: Plan): void {
  const { route } = firstStop(plan, "facility");
  const first = Number(route.stops[0]!.departureAt.slice(11, 13));
  for (const stop of route.stops) {
    for (const field of ["arrivalAt", "startAt", "departureAt"] as const) {
      const hour = Number(stop[field].slice(11, 13)) - first;
      stop[field] = shiftHours(stop[field], String(hour).padStart(2, "0"));
    }
  }
}

export const TAMPERINGS: readonly Tampering[] = [
  tampering("a share is moved by a cent between two members", moveCent),
  tampering("a member pays a cent less, and the sum no longer meets the cost", (plan) => {
    const member = plan.municipalities[0]!;
    member.shareCents -= 1;
    member.savingCents += 1;
    member.paymentCents -= 1;
    plan.allocation.shares[member.ags]! -= 1;
  }),
  tampering("the joint cost is lowered", (plan) => {
    plan.jointCostCents -= 10_000;
  }),
  tampering("the joint cost is lowered with its line in plan and table", (plan) => {
    plan.jointCostCents -= 100;
    plan.flow.joint.costCents -= 100;
    plan.flow.joint.costLines.haulage -= 100;
    plan.costLines.find((row) => row.line === "haulage")!.jointCents -= 100;
  }),
  tampering("a stand-alone cost is raised so that the saving looks larger", (plan) => {
    const member = plan.municipalities[0]!;
    member.standAloneCostCents += 10_000;
    member.savingCents += 10_000;
    plan.standAloneTotalCents += 10_000;
    plan.game.values[1]! += 10_000;
  }),
  tampering("a member is made to pay more than alone", (plan) => {
    const [poor, lucky] = plan.municipalities as [Plan["municipalities"][number], Plan["municipalities"][number]];
    const more = poor.savingCents + 1;
    plan.allocation.shares[poor.ags]! += more;
    plan.allocation.shares[lucky.ags]! -= more;
    poor.shareCents += more;
    lucky.shareCents -= more;
  }),
  tampering("a stop is dropped from a tour", (plan) => {
    const { route, stop } = firstStop(plan, "pickup");
    route.stops.splice(route.stops.indexOf(stop), 1);
  }),
  tampering("a distance is shortened", (plan) => {
    plan.routes[0]!.distanceMetres -= 1_000;
  }),
  tampering("a load is raised above the vehicle's capacity", (plan) => {
    const { stop } = firstStop(plan, "pickup");
    const pickup = plan.pickups.find((p) => p.id === stop.id)!;
    pickup.massKg += 100_000;
    stop.massKg = pickup.massKg;
  }),
  tampering("the cost of a tour is lowered", (plan) => {
    plan.routes[0]!.costCents -= 1;
    plan.haulage.routedWeekCents -= 1;
  }),
  tampering("a facility is reached outside its opening hours", moveToNight),
  tampering("a haul carries other tonnes", (plan) => {
    plan.flow.joint.hauls[0]!.massKg += 1_000;
  }),
  tampering(
    "the cost of a coalition is lowered by a tenth",
    (plan) => {
      const pair = 3;
      plan.game.values[pair] = Math.floor(plan.game.values[pair]! * 0.9);
    },
    (plan) => plan.game.values.length > 4,
  ),
  tampering("a pick-up is deleted with its stop", (plan) => {
    const { route, stop } = firstStop(plan, "pickup");
    route.stops.splice(route.stops.indexOf(stop), 1);
    plan.pickups.splice(
      plan.pickups.findIndex((p) => p.id === stop.id),
      1,
    );
  }),
  tampering("a pick-up is left without a word", (plan) => {
    const { route, stop } = firstStop(plan, "pickup");
    route.stops.splice(route.stops.indexOf(stop), 1);
    plan.pickups.find((p) => p.id === stop.id)!.routeId = null;
  }),
  tampering(
    "a rule that a group would leave is called stable",
    (plan) => {
      const rule = plan.allocation.rules.find((r) => !r.stable)!;
      Object.assign(rule, { stable: true, blockingCount: 0, worstBlocking: null });
    },
    (plan) => plan.allocation.rules.some((r) => !r.stable),
  ),
  tampering(
    "another group than the worst is named",
    (plan) => {
      const worst = plan.allocation.rules.find((r) => r.worstBlocking !== null)!.worstBlocking!;
      worst.members = [plan.municipalities[0]!.ags];
    },
    (plan) => plan.allocation.rules.some((r) => r.worstBlocking !== null && r.worstBlocking.members.length > 1),
  ),
  tampering(
    "a group that blocks is called noise",
    (plan) => {
      const rule = plan.allocation.rules.find((r) => r.blockingCount > 1 || r.worstBlocking !== null)!;
      rule.blockingCount -= 1;
      rule.withinAccuracyCount += 1;
    },
    (plan) => plan.allocation.rules.some((r) => r.worstBlocking !== null),
  ),
  tampering(
    "a proof is left out",
    (plan) => {
      plan.allocation.rules.find((r) => r.proof !== null)!.proof = null;
    },
    (plan) => plan.allocation.rules.some((r) => r.proof !== null),
  ),
  tampering(
    "the proof of the nucleolus is used for shares of one's own",
    (plan) => {
      const rule = plan.allocation.rules.find((r) => r.proof?.kind === "nucleolus")!;
      const [from, to] = Object.keys(rule.shares) as [string, string];
      rule.shares[from]! -= 1;
      rule.shares[to]! += 1;
    },
    (plan) => plan.allocation.rules.some((r) => r.proof?.kind === "nucleolus"),
  ),
  tampering(
    "stable shares are said to be nearer to the key than they are",
    (plan) => {
      const proof = plan.allocation.rules.find((r) => r.proof?.kind === "nearest")!.proof!;
      if (proof.kind === "nearest") proof.movedCents -= 1;
    },
    (plan) => plan.allocation.rules.some((r) => r.proof?.kind === "nearest"),
  ),
  tampering(
    "a claim that proves nothing better weighs more",
    (plan) => {
      const proof = plan.allocation.rules.find((r) => r.proof?.kind === "nearest")!.proof!;
      if (proof.kind === "nearest") proof.groups[0]!.weight *= 1.5;
    },
    (plan) => plan.allocation.rules.some((r) => r.proof?.kind === "nearest" && r.proof.groups.length > 0),
  ),
  tampering("another key is said to be the agreed one", (plan) => {
    plan.allocation.nearestTo = plan.allocation.nearestTo === "equal" ? "tonnes" : "equal";
  }),
  tampering(
    "stable shares are shown that some group would leave",
    (plan) => {
      const { core } = plan.allocation;
      if (core?.empty === false) core.shares = core.shares.map((_, i) => (i === 0 ? `${plan.jointCostCents}` : "0"));
    },
    (plan) => plan.allocation.core?.empty === false,
  ),
  tampering(
    "without one member the others are said to pay less",
    (plan) => {
      const entry = plan.allocation.without[0]!;
      entry.jointCostCents -= 100;
      entry.shares[Object.keys(entry.shares)[0]!]! -= 100;
    },
    (plan) => plan.allocation.without.length > 0,
  ),
  tampering(
    "it is kept back what happens without one member",
    (plan) => void plan.allocation.without.pop(),
    (plan) => plan.allocation.without.length > 0,
  ),
  tampering("the emissions of the joint plan are lowered", (plan) => {
    plan.emissions.jointKgCo2e *= 0.99;
  }),
  tampering("the forecast of a storage is changed", (plan) => {
    plan.forecast[0]!.arrivalsKg[0]! += 500;
  }),
  tampering(
    "a storage is said to be safer than it is",
    (plan) => void (plan.forecast.find(({ spread }) => spread !== undefined)!.spread!.overflowChance[2] = 0),
    (plan) => plan.forecast.some(({ spread }) => (spread?.overflowChance[1] ?? 0) > 0),
  ),
  tampering("a report is said to be newer than it is", (plan) => {
    plan.forecast[0]!.observedAt = "2000-01-03T08:00:00+01:00";
  }),
  tampering(
    "a driver's break is removed",
    (plan) => {
      const { route, stop } = firstStop(plan, "break");
      route.stops.splice(route.stops.indexOf(stop), 1);
    },
    hasStop("break"),
  ),
  tampering(
    "shredded material is fetched before the shredder came",
    (plan) => {
      for (const pickup of plan.pickups) if (pickup.form === "shredded") pickup.earliestDate = plan.routes[0]!.date;
      for (const visit of plan.shredderVisits) visit.date = plan.routes.at(-1)!.date;
    },
    (plan) => plan.pickups.some((p) => p.form === "shredded"),
  ),
  tampering(
    "a vehicle is exchanged for another",
    (plan) => {
      const [first, ...others] = [...new Set(plan.routes.map((r) => r.vehicleId))];
      for (const route of plan.routes) if (route.vehicleId === first) route.vehicleId = others[0]!;
    },
    (plan) => new Set(plan.routes.map((r) => r.vehicleId)).size > 1,
  ),
  tampering("the calibration is lowered", (plan) => {
    plan.haulage.calibration *= 0.9;
  }),
];
